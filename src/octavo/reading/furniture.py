"""The words of furniture: lines of a page that belong to no article, in the languages that news pages are mostly written in.

Everything here looks at one short line. A line that is longer than `LONGEST` is a paragraph and never furniture by its words
alone. The patterns are anchored and have no nested repeats, so each costs time linear in the line.
"""

from __future__ import annotations

import re
from typing import Literal

from octavo.reading.parts.cleaning import lowered

LONGEST = 300
"""Lines with more characters are not looked at."""

SIGNATURE = "--"
"""Stands in a line of its own above the signature of a mail (RFC 3676)."""

Furniture = Literal["", "button", "tail", "pointer", "asking", "caption"]
"""What a line is: nothing of the kind; a button or label; a heading under which no more of the article is expected ("Related Articles",
"3 Comments", "Tags:"); a pointer to another article ("Read more: ..."); a line that wants something of the reader or states the law of
the site; a line under a picture that names where it comes from."""

_EDGES = " \t0123456789.,:;!?…-–—−()[]{}<>|/\\*#+•·»«›‹→←▸►'\"“”‘’_@%&=~^$€£©®™"
_LONGEST_BUTTON, _LONGEST_TAIL = 60, 90

ADVERTS = frozenset("""
ad|ads|adchoices|advert|advertise|advertisement|advertisements|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|
реклама|reklama|iklan|advertentie|广告|広告|
la suite après la publicité|la suite après cette publicité|skip advertisement|
sponsored|sponsored content|sponsored links|sponsored by|promoted|promoted content|paid content|
article continues below advertisement|article continues after advertisement|story continues below advertisement|
story continues below|story continues after advertisement|continue reading below|continue reading|continues below|
scroll down for more|scroll to continue|scroll to continue with content|advertisement scroll to continue|visit website|
subscribe|subscribe now|sign up|sign up now|sign me up|your email|your email address|email address|enter your email|
enter your email address|get it|no thanks|newsletter
""".replace("\n", "").split("|"))
"""Whole lines, in lower case and without punctuation and digits at their edges, that mark an advert inside an article, for the site's
newsletter too."""

BUTTONS = ADVERTS | frozenset("""
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
condividi|stampa|поделиться|печать|delen|bagikan|cetak|udostępnij|paylaş|分享|评论|收藏|打印|シェア|印刷|공유|แชร์|शेयर करें|
साझा करें|ai summary|summarize|translate|change language|
share full article|load more posts|load more stories|load more articles|cancel anytime|cancel any time|enditem|
was this article helpful|was this helpful|report an error|report a typo|suggest a correction|buy now|
shop now|click here|tap here|download|download the app|get the app|install|open app|turn on notifications|allow notifications
""".replace("\n", "").split("|"))
"""Whole lines, made as for `ADVERTS`, that are buttons, labels and adverts."""

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
    r"das könnte (?:sie|dich) auch interessieren|auch interessant|lesen sie auch|meistgelesen|schlagwörter|verwandte artikel)",
    r"(?:[àa] lire (?:aussi|également)|lire aussi|commentaires?|articles (?:liés|similaires)|sur le même sujet|les plus lus|mots-clés)",
    r"(?:noticias relacionadas|artículos relacionados|comentarios?|lo más (?:leído|visto)|te puede interesar|etiquetas|más noticias)",
    r"(?:leia (?:também|mais)|veja também|comentários?|notícias relacionadas|mais lidas|deixe um comentário|leggi anche|commenti|"
    r"articoli correlati|potrebbe interessarti.{0,30}|più letti)",
    r"(?:читайте также|комментарии|отзывы|добавить (?:отзыв|комментарий)|похожие (?:статьи|новости)|самые популярные.{0,30}|"
    r"по теме|теги|смотрите также)",
    r"(?:lees ook|reacties|meer nieuws|meest gelezen|baca juga|komentar|artikel terkait|berita terkait|zobacz także|komentarze)",
)
_TAIL = re.compile("(?:" + "|".join(_TAIL_HEADS) + r")[\s:.…()\d+»>]*", re.IGNORECASE)
_COUNTED = re.compile(
    r"\(?[1-9][\d,.]*\)? (?:comments?|replies|responses|kommentare?|commentaires?|comentarios|комментари\w+)[\s()+:]*", re.IGNORECASE)

_COUNT_STARTS = ("(", *"123456789")

_TAGGED = re.compile(r"(?:tags?|keywords?|filed under|schlagwörter|schlagworte|mots-clés|etiquetas|теги)\s?:\s?\S.*[^.!?]", re.IGNORECASE)
_LISTEN = re.compile(r"listen to (?:this )?(?:article|story)\b[^.!?]{0,30}", re.IGNORECASE)

_POINTER = re.compile(
    r"[^\w\"“‘«']*(?:read (?:more|also|next|the full)|also read|see also|see more|related(?: post| story| stories| article)?s?|don'?t miss|"
    r"watch|more on this|read|explore|in pictures|listen|lesen sie (?:auch|mehr)|mehr dazu|lire aussi|à lire|lea también|"
    r"leia (?:mais|também)|veja|leggi anche|читайте также|lees ook|baca juga|download|subscribe)\s*[:|>»–—]",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"[^\w\"“‘«']*(?:(?:tweet|share|pin) (?:this|it|on|via|with) |"
    r"sign up (?:for|to|here|now)|subscribe (?:to|for|here|now)|click here|tap here|follow (?:us|@|\S+ \S+ on|\S+ on) |"
    r"like us on|join (?:us|our) |(?:get|receive) (?:the |our |all |breaking |more |daily ).{0,60}(?:newsletter|updates|alerts|inbox)|"
    r"download (?:the|our) .{0,30}app\b|have a (?:news )?tip\b|send (?:us )?(?:your )?(?:tips|feedback)|"
    r"(?:register|log in|login|sign in) (?:to|for|or) |create (?:a|an|your) (?:free )?account|support (?:independent|our) journalism|"
    r"please (?:enable|turn on|disable|log in|sign in|enter your|subscribe|try again|refresh|wait)|"
    r"you (?:have|are|can|may) (?:reached your|logged|not logged|unsubscribe)|"
    r"enter your|by (?:clicking|signing up|subscribing|submitting|continuing)|we (?:use cookies|may (?:earn|receive) )|"
    r"(?:we and our|wir und unsere|nous et nos|nosotros y nuestros|nós e (?:os )?nossos|noi e i nostri) (?:\d[\d.,]* )?"
    r"(?:(?:third[- ]party )?partners,? (?:and|use|store|access|process|share|collect|may)|partner (?:speichern|verarbeiten|nutzen)|"
    r"partenaires|socios|parceiros|partner )|"
    r"to (?:continue|keep) reading\b.{0,60}(?:subscri|sign|log|register|account|free)|"
    r"already (?:an?|have an?) (?:subscriber|member|account) ?\?|"
    r"this (?:site|website|page) (?:uses|is protected|requires)|your (?:email|browser|privacy|comment) |no spam|"
    r"thank you for (?:subscribing|signing up|registering)|advertise with|try our|explore what|all (?:times|quotes|data) |"
    r"registration on or use|the material on this site|powered by|melden sie sich|abonnieren sie|jetzt abonnieren|"
    r"suscríbete|inscreva-se|assine|abonnez-vous|inscrivez-vous|подпишитесь|подписывайтесь|iscriviti)",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}|by\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos reservados|todos os direitos reservados|все права защищены|"
    r"may not be (?:reproduced|published|republished)|straight to your inbox|comments? powered by",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"\bcookies?\b|privacy policy|terms of (?:use|service)|user agreement|affiliate (?:commission|links?)|\binbox\b", re.IGNORECASE)
_SITE_LABEL = re.compile(
    r"cookie (?:policy|settings|notice|preferences|consent)|privacy policy|terms of (?:use|service)|affiliate links?", re.IGNORECASE)
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|us|wir|unsere?[rnms]?|nous|nos|votre|vos|utilizamos|usamos|nuestr[oa]s?|utilizziamo|usiamo|noss[oa]s?)\b",
    re.IGNORECASE)
"""Articles write about cookies and privacy too; a site's own notices speak to the reader, and nobody is quoted in them."""
_CAPTION = re.compile(
    r"[(\[]?\s*(?:image|photo|picture|pic|video|graphic|illustration|foto|bild|фото|credit|main image|photograph|file|above|pictured)s?"
    r"\s*(?:source|credit|by|courtesy|from|photo)?\s*[:/©]|"
    r"©|file photo\b|(?:submitted|courtesy|handout|stock) (?:photo|image|picture)\b|courtesy of |enlarge (?:this )?image",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"(?:[(\[/|©—-]|photo|image|picture|credit|foto|via)\s*:?\s*©?\s*"
    r"(?:getty(?: images)?|reuters|afp|ap|epa|pa|shutterstock|istock|ap photo\S*|bloomberg|nasa|handout|file|unsplash|alamy|"
    r"picture alliance|dpa|associated press|gettyimages)\b[^.!?;]{0,40}$|"
    r"\((?:ap |afp |file |submitted |courtesy )?(?:photo|image|picture|credit|foto)s?\b[^()]{0,80}\)\.?$|"
    r"\b(?:getty images|shutterstock|submitted photo|file photo|ap photo)\W*$",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"[.!?][\"'”’»)\]]*\s*(?:[-–—]{1,2}\s?|[(\[/]|©\s?)(?:reuters|afp|ap|pa|epa|dpa|bloomberg|(?:the )?associated press)[)\]/.]*$",
    re.IGNORECASE)
"""A sentence with the mark of its agency behind it is the last of a text: "The law takes effect in October. - Reuters"."""
_QUOTES = "\"“”«»"
_LEGAL_HINTS = (
    "©", "(c)", "copyright", "rights", "vorbehalten", "réservés", "derechos", "direitos", "права", "reproduced", "published", "inbox",
    "powered",
)
_SITE_HINTS = ("cookie", "privacy policy", "terms of", "user agreement", "affiliate", "inbox")
_CAPTION_NAMES = ("photo", "getty images", "shutterstock")
_CAPTION_HINTS = (
    "getty", "reuters", "afp", "ap", "epa", "pa", "shutterstock", "istock", "bloomberg", "nasa", "handout", "file", "unsplash", "alamy",
    "alliance", "dpa", "photo", "image", "picture", "credit", "foto",
)
_OTHERS = re.compile(r"related|similar|more|recommended|other|read next|verwandt|weitere|relacionad|liés|похожие|terkait", re.IGNORECASE)
_COMMENTS = re.compile(
    r"comment|reply|replies|responses|discussion|conversation|have your say|kommentar|comentario|comentário|комментари|reacties|komentar",
    re.IGNORECASE)
_COUNTS = re.compile(
    r"[\d.,+KkMm%/:\s•|#*·–—-]*(?:shares?|likes?|views?|comments?|min(?:ute)?s? read|min|fans|followers|of \d+)?\W*",
    re.IGNORECASE,
)


def furniture_of(text: str) -> Furniture:
    """What kind of furniture the whole of a line is, by its words."""
    size = len(text)
    if size > LONGEST:
        return ""
    text = text.replace("’", "'")
    if text == SIGNATURE or (size <= _LONGEST_TAIL and (_TAIL.fullmatch(text.strip(" -–—•|#*>")) or (
            text.startswith(_COUNT_STARTS) and _COUNTED.fullmatch(text)))):
        return "tail"
    if _TAGGED.fullmatch(text):
        return "tail"
    if size <= _LONGEST_BUTTON and (_key(text) in BUTTONS or _COUNTS.fullmatch(text) or _LISTEN.fullmatch(text)):
        return "button"
    if _POINTER.match(text):
        return "pointer"
    small = lowered(text)
    if _ASKING.match(text) or (any(map(small.__contains__, _LEGAL_HINTS)) and _LEGAL.search(text)) or _is_notice(text, small):
        return "asking"
    if _CAPTION.match(text) or (_may_end_a_caption(text, small) and _CAPTION_END.search(text) and not _CREDITED.search(text[-40:])):
        return "caption"
    return ""


def is_button(text: str) -> bool:
    """Whether the whole of a line is a button or a label: `furniture_of`, where nothing else of what it tells is wanted."""
    return len(text) <= _LONGEST_BUTTON and furniture_of(text) == "button"


def _may_end_a_caption(text: str, small: str) -> bool:
    """Whether `_CAPTION_END` can find anything: it takes long to find nothing, and most lines end as sentences do."""
    ended = text[-1:] in ".!?;" and not text.endswith(").") and not any(map(small.__contains__, _CAPTION_NAMES))
    return not ended and any(map(small.__contains__, _CAPTION_HINTS))


def _is_notice(text: str, small: str) -> bool:
    """Whether a line that names cookies, privacy or terms is the site's notice: a label, or a sentence to the reader."""
    if not any(map(small.__contains__, _SITE_HINTS)) or not _SITE.search(text):
        return False
    if not text.endswith("."):
        return _SITE_LABEL.search(text) is not None
    return _TO_READER.search(text) is not None and not any(mark in text for mark in _QUOTES)


def announces_others(text: str) -> bool:
    """Whether a tail's heading announces other articles: "Related Articles", "More from The Star"."""
    return _OTHERS.search(text) is not None


def is_advert(text: str) -> bool:
    """Whether a button is the mark of an advert: the article goes on under it."""
    return _key(text) in ADVERTS


def opens_comments(text: str) -> bool:
    """Whether a tail's heading is that of readers' comments: nothing of the article follows it."""
    return _COMMENTS.search(text) is not None


def _key(text: str) -> str:
    return text.strip(_EDGES).lower()
