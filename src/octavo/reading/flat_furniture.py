"""The words of furniture: lines of a page that belong to no article, in the languages that news pages are mostly written in.

Everything here looks at one short line. A line that is longer than `LONGEST` is a paragraph and never furniture by its words
alone. The patterns are anchored and have no nested repeats, so each costs time linear in the line.
"""

from __future__ import annotations

import re

LONGEST = 300
"""Lines with more characters are not looked at."""

_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")

BUTTONS = frozenset("""
ad|ads|adchoices|advert|advertise|advertisement|advertisements|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|
реклама|iklan|advertentie|sponsored|sponsored content|sponsored links|sponsored by|promoted|promoted content|paid content|
article continues below advertisement|article continues after advertisement|story continues below advertisement|
story continues below|story continues after advertisement|continue reading below|continue reading|continues below|
scroll down for more|scroll to continue|scroll to continue with content|advertisement scroll to continue|
share|share this|share this article|share this story|share this page|share on facebook|share on twitter|share on linkedin|share on x|
share on email|share on whatsapp|share via email|share tweet|share tweet submit|shares|shared|tweet|retweet|pin|pin it|like|email|
e-mail|email this|email this article|mail|print|print this|print this article|print article|copy link|copy link url|copied|link copied|
permalink|share permalink|bookmark|save|save article|save for later|gift this article|listen|listen to this article|listen to article|
facebook|twitter|x|linkedin|linked in|pinterest|reddit|flipboard|whatsapp|telegram|instagram|youtube|tumblr|pocket|messenger|tiktok|
threads|bluesky|mastodon|snapchat|rss|rss feed|google|google news|viber|vk|facebook twitter|facebook twitter linkedin|
facebook twitter google whatsapp|facebook twitter email|follow|follow us|following|follow us on|connect with us|stay connected|
subscribe|subscribe now|sign up|sign up now|sign in|log in|login|log out|logout|register|join|join now|my account|create account|
subscribe to our newsletter|newsletter|newsletters|get it|sign me up|no thanks|your email|your email address|email address|
enter your email|enter your email address|submit|send|cancel|close|ok|accept|accept all|accept all cookies|i agree|agree|reject all|
manage cookies|cookie settings|cookie policy|learn more|more info|find out more|details|read more|show more|see more|view more|
load more|more|view all|see all|show all|view comments|show comments|hide comments|post a comment|leave comments|add a comment|
add comment|write a comment|be the first to comment|no comments yet|no comments|comments are closed|join the conversation|reply|report|
menu|main menu|search|search for|skip to content|skip to main content|skip to navigation|skip advert|skip ad|toggle navigation|
back to top|top|back|go back|next|previous|prev|home|homepage|news|latest news|latest|breaking news|breaking|live|video|videos|photos|
gallery|watch|play|pause|replay|mute|unmute|play video|watch now|watch live|watch video|view gallery|open gallery|back to gallery|
view slideshow|fullscreen|enlarge|enlarge image|enlarge this image|expand|loading|please wait|this slideshow requires javascript|
privacy|privacy policy|terms|terms of use|terms of service|terms and conditions|about|about us|contact|contact us|careers|jobs|
sitemap|site map|help|faq|support|disclaimer|accessibility|imprint|impressum|datenschutz|agb|kontakt|
teilen|drucken|merken|artikel teilen|zur startseite|zurück zur übersicht|mehr|partager|imprimer|compartir|imprimir|compartilhar|
condividi|stampa|поделиться|печать|delen|bagikan|cetak|try our ai features|ai summary|summarize|translate|change language|
was this article helpful|was this helpful|report an error|report a typo|suggest a correction|thanks for watching|visit website|buy now|
shop now|click here|tap here|download|download the app|get the app|install|open app|turn on notifications|allow notifications
""".replace("\n", "").split("|"))
"""Whole lines, in lower case and without punctuation or digits at their edges, that are buttons, labels and adverts."""

_TAIL_HEADS = (
    r"(?:related|recommended|similar|suggested|popular|trending|latest|recent|other|top|featured|must[- ]read|sponsored)"
    r" (?:articles?|stor(?:y|ies)|news|posts?|content|links?|reads?|reading|topics?|videos?|coverage|now|for you)",
    r"more (?:from|on|in|by|about|like|stories|news|articles|headlines|to read|to explore|coverage|top stories|related)\b.{0,60}",
    r"most (?:read|popular|viewed|shared|commented|recent|watched|emailed)\b.{0,40}",
    r"(?:you (?:may|might)(?: also| like| be interested).{0,30}|recommended(?: for you| by .{1,30}| reading)?|(?:read|up|watch) next|"
    r"next up.{0,30}|what to read next|don'?t miss|in case you missed it|editors?'? picks?|from (?:around )?the web|"
    r"around the web|trending(?: now| topics)?|popular|must reads?.{0,30}|explore (?:more|further)|keep reading|also (?:read|on).{0,30}|"
    r"stay up to date.{0,60}|elsewhere on .{1,40}|latest headlines|related)",
    r"(?:comments?|leave a (?:comment|reply)|comment on this (?:story|article)|join the (?:discussion|conversation).{0,40}|"
    r"what do you think|have your say|discussion|readers?'? comments?|conversation|reader comments|responses)",
    r"(?:tags?|topics?|keywords?|categories|filed under|related (?:tags|topics|terms))",
    r"(?:about the (?:authors?|writers?)|about the reporter|author|our standards.{0,60})",
    r"(?:weitere (?:artikel|beiträge|themen|meldungen|nachrichten).{0,40}|mehr (?:zum thema|von .{1,40}|aus .{1,40})|kommentare?|"
    r"das könnte (?:sie|dich) auch interessieren|lesen sie auch|meistgelesen|schlagwörter|verwandte artikel)",
    r"(?:à lire aussi|lire aussi|commentaires?|articles (?:liés|similaires)|sur le même sujet|les plus lus|mots-clés)",
    r"(?:noticias relacionadas|artículos relacionados|comentarios?|lo más (?:leído|visto)|te puede interesar|etiquetas|más noticias)",
    r"(?:leia (?:também|mais)|veja também|comentários?|notícias relacionadas|mais lidas|deixe um comentário|leggi anche|commenti|"
    r"articoli correlati|potrebbe interessarti.{0,30}|più letti)",
    r"(?:читайте также|комментарии|отзывы|добавить (?:отзыв|комментарий)|похожие (?:статьи|новости)|самые популярные.{0,30}|"
    r"по теме|теги|смотрите также)",
    r"(?:lees ook|reacties|meer nieuws|meest gelezen|baca juga|komentar|artikel terkait|berita terkait|zobacz także|komentarze)",
)
_TAIL = re.compile("(?:" + "|".join(_TAIL_HEADS) + r")[\s:.…()\d+»>]*", re.IGNORECASE)
_COUNTED = re.compile(r"\(?\d[\d,.]*\)? (?:comments?|replies|responses|kommentare?|commentaires?|comentarios|комментари\w+)[\s()+:]*", re.IGNORECASE)

_POINTER = re.compile(
    r"(?:\W*)(?:read (?:more|also|next|the full)|also read|see also|see more|related(?: post| story| stories| article)?s?|don'?t miss|watch|"
    r"more on this|read|explore|in pictures|listen|lesen sie (?:auch|mehr)|mehr dazu|lire aussi|à lire|lea también|leia (?:mais|também)|"
    r"veja|leggi anche|читайте также|lees ook|baca juga|download|subscribe)\s*[:|>»–—]",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\W*(?:sign up (?:for|to|here|now)|subscribe (?:to|for|here|now)|click here|tap here|follow (?:us|@|\S+ \S+ on|\S+ on) |like us on|join (?:us|our)|"
    r"get (?:the|our|all the|breaking|more|daily) .{0,40}(?:news|newsletter|updates|alerts|inbox)|download (?:the|our) .{0,30}app|"
    r"receive (?:the|our) .{0,40}(?:newsletter|updates|alerts)|have a (?:news )?tip|send (?:us )?(?:your )?(?:tips|feedback)|"
    r"(?:register|log in|login|sign in) (?:to|for|or) |create (?:a|an|your) (?:free )?account|support (?:independent|our) journalism|"
    r"please (?:enable|turn on|disable|log in|sign in|enter|subscribe|try|refresh|wait)|you (?:have|are) (?:reached|logged|not logged)|"
    r"enter your|by (?:clicking|signing|subscribing|submitting|continuing|using)|we (?:use|and our partners|may (?:earn|receive))|"
    r"this (?:site|website|page) (?:uses|is protected|requires)|your (?:email|browser|privacy|account|comment)|no spam|"
    r"thank you for (?:subscribing|signing|registering|reading)|advertise with|try our|explore what|all (?:times|quotes|data) |"
    r"registration on or use|the material on this site|published by|powered by|melden sie sich|abonnieren sie|jetzt abonnieren|"
    r"suscríbete|inscreva-se|assine|abonnez-vous|inscrivez-vous|подпишитесь|подписывайтесь|iscriviti)",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}|by\b|the\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos|todos os direitos|все права|\bcookies\b|privacy policy|terms of (?:use|service)|user agreement|"
    r"may not be (?:reproduced|published|republished)|affiliate (?:commission|links?)|\bnewsletters?\b.{0,40}\binbox\b|"
    r"\binbox\b.{0,40}\bnewsletters?\b|straight to your inbox|to your inbox",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[(\[]?\s*(?:image|photo|picture|pic|video|graphic|illustration|foto|bild|фото|credit|main image|image credit|photo credit|"
    r"photos?|photograph|images?|file photo|file|above|pictured|main image credit)s?\s*(?:source|credit|by|courtesy|from)?\s*[:/©]|"
    r"©|file photo\b|(?:submitted|courtesy|handout|file|stock) (?:photo|image|picture)\b|courtesy of |enlarge\b",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"(?:[(\[/|—-]|photo|image|picture|credit|foto|via|by)\s*:?\s*©?\s*"
    r"(?:getty(?: images)?|reuters|afp|ap|epa|pa|shutterstock|istock|ap photo\S*|bloomberg|nasa|handout|file|unsplash|alamy|"
    r"picture alliance|dpa|associated press|gettyimages)\b.{0,40}$|"
    r"\((?:ap |afp |file |submitted |courtesy )?(?:photo|image|picture|credit|foto)s?\b[^()]{0,80}\)\.?$|"
    r"\b(?:getty images|shutterstock|submitted photo|file photo|ap photo)\W*$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"[\d.,+KkMm%/:\s•|#*·–—-]*(?:shares?|likes?|views?|comments?|min(?:ute)?s? read|min|fans|followers|of \d+)?\W*", re.IGNORECASE)


def key(text: str) -> str:
    """The line in lower case without punctuation, digits and white space at its edges: what `BUTTONS` is compared with."""
    return _EDGES.sub("", text).lower()


def is_button(text: str) -> bool:
    """A whole line that is a button, a label, an advert's mark or only a count: "Share", "ADVERTISEMENT", "12 shares"."""
    return len(text) <= LONGEST and (key(text) in BUTTONS or _COUNTS.fullmatch(text) is not None)


def opens_tail(text: str) -> bool:
    """A heading under which no more of the article is expected: "Related Articles", "Most read", "3 Comments", "Tags:"."""
    return len(text) <= 90 and (_TAIL.fullmatch(text.strip(" -–—•|#*>")) is not None or _COUNTED.fullmatch(text) is not None)


def is_pointer(text: str) -> bool:
    """A line that points to another article: "Read more: ...", "Related: ...", "READ MORE | ..."."""
    return len(text) <= LONGEST and _POINTER.match(text) is not None


def is_asking(text: str) -> bool:
    """A line that wants something of the reader (sign up, follow, accept) or states the law of the site (cookies, copyright)."""
    return len(text) <= LONGEST and (_ASKING.match(text) is not None or _LEGAL.search(text) is not None)


def is_caption(text: str) -> bool:
    """A line under a picture that names where it comes from: "Photo: ...", "... (AP Photo/Jane Doe)", "Image credit: ..."."""
    return len(text) <= LONGEST and (_CAPTION.match(text) is not None or _CAPTION_END.search(text) is not None)
