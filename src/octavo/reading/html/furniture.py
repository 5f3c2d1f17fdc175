"""What is furniture by its looks: the names that page makers give to containers, and the phrases that pages print around articles."""

from __future__ import annotations

import re

from octavo.reading.html.blocks import Container

FURNITURE_TAGS = frozenset(("aside", "footer", "nav"))

_NAME = re.compile(
    # talk and sharing, here and in other languages
    r"comment(?!ary|ator).*|disqus.*|respond|trackbacks?|kommentare?|comentarios?|coment.rios|commentaires?|commenti"
    r"|reacties|shar(?:e|es|ing)|share(?:bar|box|buttons?|links?|daddy|this|tools)|sharedaddy|addthis|social(?!ism|ist)\w*"
    # ways to other pages
    r"|related\w*|recommend\w*|recirc\w*|trending|popular|mostread|mostpopular|readmore|readnext|teasers?|carousel|excerpts?"
    r"|relacionad[ao]s?|verwandte|nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|tags|taglist|tagcloud|sidebar\w*|footer|toolbar"
    # selling
    r"|promos?|promotion|newsletters?\w*|signup|subscri(?:be|ption|ptions|ber)|optin|upsell|ads?|adverts?|advertis\w*|adsbygoogle"
    r"|sponsor\w*|outbrain|taboola"
    # what lies over the page
    r"|cookies?|consent|gdpr|modal|popup|overlay|login|register|nocontent|noprint|widget"
    # around the headline and the pictures
    r"|byline|dek|standfirst|subheadline|captions?|figcaption|imgcaption|credit|authorbio|authorbox|authorinfo"
)
"""The words that page makers put into the names of furniture."""

_PAIRS = tuple(map(frozenset, (
    ("author", "bio"), ("author", "info"), ("author", "box"), ("about", "author"), ("next", "prev"), ("no", "print"), ("print", "none"),
    ("read", "more"), ("most", "read"), ("see", "also"), ("also", "like"), ("sub", "headline"), ("article", "tags"), ("post", "tags"),
)))

PICTURE_NAMES = frozenset(("photo", "image", "picture", "img", "media", "gallery", "slideshow"))
TITLE_NAMES = frozenset(("title", "titulo", "headline", "heading", "subtitle", "date", "time", "meta", "author"))

LABEL = re.compile(
    r"\W*(?:(?:read|see|watch|learn|find out|view|explore)\s+(?:more|also|next|now|further|the full)\b|related\b|recommended\b"
    r"|more(?:\s+(?:on|from|about|in|stories|news|pics|photos))?\b|don.?t miss\b|also (?:read|see|on)\b|you (?:may|might) (?:also )?"
    r"|watch\b|listen\b|click here|continue reading|sign up|subscribe|follow\b|have a tip|get the latest|tags?\b|filed under|topics?:"
    r"|lesen sie|mehr zum|siehe auch|lire aussi|à lire|lea también|lee también|leia (?:também|mais)|leggi anche|lees ook|baca juga"
    r"|читайте также|см\. также)",
    re.IGNORECASE,
)
"""What a line starts with that leads to other pages."""

FILED = re.compile(r"\W*(?:filed under|tags?|topics?|categor(?:y|ies)|posted in|schlagworte|etiquetas|mots-clés|теги)\s*:", re.IGNORECASE)

PLEA = re.compile(
    r"\b(?:follow (?:him|her|them|us|@?\w+)(?: \w+)? on (?:twitter|facebook|instagram|x)\b|our newsletters?\b"
    r"|newsletters?\b.{0,40}\binbox\b|inbox\b.{0,80}\bnewsletters?\b|subscribe to (?:our|the)\b|sign up (?:for|to)\b"
    r"|click here (?:to (?:subscribe|sign|join|download|follow|register)|for more)|(?:may|can) be reached at|download our app"
    r"|(?:requires|enable) javascript|we (?:\w+ ){0,2}moderat(?:e|ing) (?:all )?comments|comments (?:are|will be) (?:pre-?)?moderated)",
    re.IGNORECASE,
)
"""What a short block asks of the reader that is no part of a story."""

_LABELS = frozenset((
    "advertisement", "advertisements", "advert", "comments", "comment", "share", "print", "email", "caption", "close", "related",
    "sponsored", "facebook", "twitter", "whatsapp", "pinterest", "linkedin", "reddit", "menu", "search", "more", "top", "gallery",
    "video", "photos", "loading", "tags", "newsletter", "anzeige", "publicidad", "publicidade", "publicité", "реклама",
    "caption close", "continue reading below", "story continues below", "story continues below advertisement",
    "article continues below", "article continues after advertisement", "scroll to continue", "more on this story", "read later",
    "share this story", "share this article", "recommended stories", "you may also like", "you might also like",
    "read more", "related articles", "related stories", "about the author", "filed under", "leave a comment", "sign up", "buy now",
))
"""Lines that are furniture as a whole, as `key` makes them."""

_LABEL_MOST = 60
"""The longest of them as printed, with its marks, in characters."""

ANSWERS = frozenset((
    "reply", "report", "like", "answer", "quote", "upvote", "permalink", "flag", "antworten", "melden", "responder", "denunciar",
    "répondre", "signaler", "rispondi", "reageer", "balas", "ответить",
))
"""What is printed under each comment, as `key` makes it."""

ANSWER_MOST = 20
"""The longest of them as printed, with its marks, in characters."""

_CONSENT = re.compile(
    r"\b(?:accept|consent|agree|settings|preferences|privacy|analytics|continu|browsing|accept(?:er|ez)|consentement|réglages|paramètr"
    r"|mesur|navigation|zustimm|einverstanden|einstellungen|datenschutz|nutz|verwend|aceptar|utiliza|configur|privacidad|navegaç|aceitar"
    r"|accett|impostazioni|utilizz|соглаш|использу)\w*", re.IGNORECASE)
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|us|vous|votre|vos|nous|notre|nos|sie|ihre?\w?|wir|unsere?\w?|usted|su|sus|nosotros|nuestr\w+|você|seu|nós"
    r"|noss\w+|voi|tuo|tua|noi|nostr\w|мы|вы|наш\w*|ваш\w*|cookies (?:utilis|verwend|us|on this site))", re.IGNORECASE)
_QUOTES = frozenset("\"“”«»„")

_SHORTCODE = re.compile(
    r"\[/?[a-z_-]+\s[^\]]{0,300}=[^\]]{0,300}\]|\[/[a-z_-]+\]|<(?:img|iframe|script|div|a) |\{\s*\"\w", re.IGNORECASE)
_CAPTION = re.compile(
    r"\((?:image|photo|picture|pic|credit|foto|bild|фото)s?\s*[:/©]|^\W*©\s"
    r"|\b(?:image|photo|picture)s? ?(?:credit)?s?: ?[A-Z©]\S*(?: \S+){0,4}$",
    re.IGNORECASE,
)
_NOTICE_MOST = 1_000
"""The longest notice of cookies, in characters."""

_CAPTION_MOST = 400
"""The longest caption, in characters, in an element of no telling name."""


def furniture_by_name(container: Container) -> bool:
    """Whether a container's tag or names say that it is no part of an article."""
    if container.tag in FURNITURE_TAGS:
        return True
    if any(map(_NAME.fullmatch, container.names)) and "elementor" not in container.names:
        return True
    return any(pair <= container.names for pair in _PAIRS)


def key(text: str) -> str:
    """The words of `text` in lower case, one space between: two lines with the same key say the same."""
    return " ".join(re.findall(r"\w+", text.lower()))


def furniture_by_words(text: str, words: int, density: float) -> bool:
    """Whether a text of so many words, of which links are the share `density`, is a label, a plea or a trace of the page's machinery."""
    if (len(text) <= _LABEL_MOST and key(text) in _LABELS) or _SHORTCODE.match(text):
        return True
    if words < 40 and density > 0.1 and FILED.match(text):
        return True
    return (density > 0.35 and LABEL.match(text) is not None) or (words < 60 and PLEA.search(text) is not None)


def notice_by_words(text: str) -> bool:
    """Whether a text asks the reader to agree to cookies: it names them and what to do, speaks to the reader, and quotes nobody."""
    return (
        len(text) <= _NOTICE_MOST and "cookie" in text.lower() and _QUOTES.isdisjoint(text)
        and _CONSENT.search(text) is not None and _TO_READER.search(text) is not None
    )


def caption_by_words(text: str) -> bool:
    """Whether a text outside any figure reads as the caption of a picture."""
    return len(text) <= _CAPTION_MOST and _CAPTION.search(text) is not None
