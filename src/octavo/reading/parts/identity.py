"""The id of an article: the same for the same address or, without one, the same text."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from octavo.reading.parts.cleaning import fold

ID_DIGITS = 20
"""Hexadecimal digits of SHA-256 that make an id: 80 bits, no collision to be expected below 10^11 articles."""

# Parameters that say where a reader came from, not what is read.
_TRACKING = re.compile(
    r"(?:utm_\w+|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|ttclid|_ga|_gl|cmpid|cmp|icid|ncid|ito|"
    r"ref|ref_src|ref_url|smid|taid|at_\w+|ns_\w+|xtor|wt_mc|ocid|guccounter|guce_referrer\w*|partner|soc_src|soc_trk|mkt_tok|s_cid|spm)",
    re.IGNORECASE,
)
_PLAIN_PORT = re.compile(r":(?:80|443)?$")


def normalised_url(url: str) -> str:
    """`url` without scheme, user name, plain port, "www.", fragment, tracking parameters and trailing slash, the host in lower case,
    the parameters by name; those of one name stay in their order. Path and values count as they are written.

    One that cannot be taken apart comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = _PLAIN_PORT.sub("", parts.netloc.rpartition("@")[2].lower()).removeprefix("www.")
    kept = [field for field in parts.query.split("&") if field and not _TRACKING.fullmatch(field.partition("=")[0])]
    kept.sort(key=lambda field: field.partition("=")[0])
    query = "?" + "&".join(kept) if kept else ""
    return host + parts.path.rstrip("/") + query


def article_id(url: str | None, headline: str, text: str) -> str:
    """Twenty hexadecimal digits of the SHA-256 of the normalised address or, without one, of headline and text folded."""
    said = normalised_url(url) if url else fold(headline) + "\n" + fold(text)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]
