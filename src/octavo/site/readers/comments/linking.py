"""The addresses in a comment, however they are written: bare, in angle brackets, as Markdown. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize
from urllib.parse import unquote

from octavo.addresses import host_of

_ENDS = r"com|org|net|info|biz|io|co|me|ru|cn|xyz|top|site|online|shop|club|app|dev|link|live|store|de|uk|fr|nl|eu|example"
_LINK = re.compile(
    r"""(?:[a-z][a-z0-9+.-]{1,12}:/{2}|\bwww\d?\.)[^\s<>"'()\[\]]*"""  # with a scheme, or as sites like to be called
    r"""|(?<=\]\()\s*<?[^\s()<>]+"""  # as Markdown, whatever stands in it
    rf"""|(?<![\w@./:-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{_ENDS})\b(?![\w@.-]*@)(?:/[^\s<>"'()\[\]]*)?""",
    re.IGNORECASE,
)


def links(text: str) -> list[str]:
    """Every address in the text, as it is written there; the same one twice counts twice."""
    return [found[0].strip(" <") for found in _LINK.finditer(text)]


def hosts(addresses: Iterable[str]) -> set[str]:
    """The hosts that they lead to, in small letters, as a browser makes them out: "a%2Eexample" and "ａ。example" are a.example."""
    whole = (each if "://" in each else f"http://{each.removeprefix('//')}" for each in addresses)
    named = (normalize("NFKC", unquote(host_of(each))).replace("。", ".").strip(".").lower() for each in whole)
    return set(filter(None, named))


def blocked(addresses: Iterable[str], domains: Iterable[str]) -> str:
    """The first of the blocked domains that one of the addresses leads to, or to a part of; "" for none."""
    found = hosts(addresses)
    listed = (domain.strip().lower().removeprefix("*.").removeprefix("www.").rstrip(".") for domain in domains)
    return next((domain for domain in listed if domain and any(f".{host}".endswith(f".{domain}") for host in found)), "")
