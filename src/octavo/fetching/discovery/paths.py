"""What the address of a link says about whether an article lies there."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def names(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


_NO_ARTICLE = names("""
tag tags tagged topic topics category categories section sections author authors autor autoren autores auteur profile profiles
contributor contributors reporter reporters staff user users member members login logout signin signup sign-in sign-up register registration
account my-account myaccount subscribe subscription subscriptions abo abonnement newsletter newsletters about about-us contact contact-us
kontakt contacto privacy privacy-policy datenschutz impressum imprint terms terms-of-use terms-of-service terms-and-conditions legal agb
cookie cookies cookie-policy accessibility advertise advertising werbung jobs careers karriere help faq support feedback search suche rss
feed feeds sitemap shop store donate donations epaper e-paper games puzzles crossword crosswords horoscope horoscopes weather wetter page
pages download downloads app apps share print wp-admin wp-login.php wp-content cdn-cgi cart checkout schlagwort etiqueta etiquetas thema
themen tema temas rubrik classifieds marketplace vouchers coupons comments team people persons
sponsored sponsored-stories sponsored-content partner-content paid-content advertorial advertorials promoted anzeige
""")
"""Parts of a path that are hardly ever an article's."""

_DATE = re.compile(
    r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-][0-3]?\d)?(?=[/-]|$)|(?:^|[/_-])20\d{6}(?=\D|$)|/20\d\d/(?=[^/]{12})", re.I)
_NUMBER = re.compile(r"\d{5,}|(?:^|[-_.])[a-z]{0,7}\d{4,}$", re.IGNORECASE)
_MIXED = re.compile(r"(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d-]{8,}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}|%[0-9A-F]{2}", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|css|js|xml|json|rss|atom|ics|apk|exe)$", re.IGNORECASE)
_PAGE_FILE = re.compile(r"\.(?:html?|php|aspx?|shtml|story|jsp|cms|ece)$", re.IGNORECASE)
_IDENTITY = re.compile(r"(?:p|id|[nasox]id|idx|no|art|(?:article|story|news)(?:_?id)?)", re.IGNORECASE)
_TRACKING = re.compile(
    r"replytocom|share|utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmp(?:id)?|at_.*|wt_.*|ito|xtor|icid|ns_.*", re.I)
PARAMETERS_MOST = 30
"""Parameters of an address that are looked at: more of them stay as they are."""


def plain(address: str) -> str:
    """The address without its fragment and the parameters that only say where a reader came from."""
    parts = urlsplit(address)
    query = parts.query
    if query and query.count("&") < PARAMETERS_MOST:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
        query = query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


def article_points(address: str) -> int:
    """How much the address speaks for an article: below zero against it."""
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    points = 0
    if parts.query and parts.query.count("&") < PARAMETERS_MOST:
        points += 3 * any(_IDENTITY.fullmatch(name) and value.isdigit() for name, value in parse_qsl(parts.query))
    if not steps:
        return points if points else -9
    if _FILE.search(steps[-1]):
        return -9
    name = _PAGE_FILE.sub("", steps[-1])
    words = len(_WORD.findall(name[:300]))
    points -= 5 * any(step.lower() in _NO_ARTICLE for step in (*steps[:-1], name))
    points += 3 * bool(_DATE.search(parts.path)) + bool(_PAGE_FILE.search(steps[-1])) + (len(steps) > 1)
    points += 2 if words >= 4 else words == 3
    points += bool(_NUMBER.search(name) or _MIXED.fullmatch(name))
    if len(steps) == 1 and words < 3 and not points:
        points -= 2
    return points
