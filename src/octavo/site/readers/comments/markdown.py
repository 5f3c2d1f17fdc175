"""The few marks that a comment may have -> HTML that is safe to print. Pure.

Markdown (CommonMark 0.31): emphasis, strong, links, block quotes, lists, code. No images, headings, tables or HTML: these stay as typed.
What comes out is cleaned once more by nh3, so that a fault in the one is caught by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from octavo.addresses import plain_host, web_address

RENDERER = 1
"""Grows when the same text makes other HTML: what was kept of an earlier one is made anew."""

_BLOCKS = frozenset(("paragraph_open", "blockquote_open", "list_item_open"))
_TAGS = {"p", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre", "br", "span"}
_ATTRIBUTES = {
    "a": {"href"}, "p": {"dir"}, "li": {"dir"}, "blockquote": {"dir"}, "ol": {"start"}, "pre": {"dir", "tabindex"}, "span": {"class"},
}
_BARE = re.compile(r"https?://[^\s<>\"'\[\]`{}|\\^]+", re.IGNORECASE)
_BEHIND = re.compile(r"[.,;:!?*_’”)]+$")


def rendered(text: str) -> str:
    """The HTML of a comment's text."""
    return nh3.clean(
        str(_parser().render(text)), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel="nofollow ugc noopener",
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"breaks": True, "maxNesting": 20})
    parser.enable(["blockquote", "list", "fence", "newline", "escape", "entity", "backticks", "emphasis", "link", "autolink"])
    parser.core.ruler.push("addresses", _addresses)
    return parser


def _addresses(state: StateCore) -> None:
    """Bare addresses become links, only those of the web stay links, and each says where it leads; blocks find their own direction."""
    for token in state.tokens:
        if token.type in _BLOCKS:
            token.attrSet("dir", "auto")
        if token.type == "inline" and token.children:
            token.children = list(_told(_linked(token.children)))


def _linked(tokens: list[Token]) -> Iterator[Token]:
    within = False
    for token in tokens:
        within = token.type == "link_open" or (within and token.type != "link_close")
        yield from [token] if within or token.type != "text" else _parts(token.content)


def _parts(text: str) -> Iterator[Token]:
    place = 0
    for found in _BARE.finditer(text):
        written = found[0] if "(" in found[0] else _BEHIND.sub("", found[0])
        yield _text(text[place : found.start()])
        yield Token("link_open", "a", 1, attrs={"href": written}, info="auto")
        yield _text(written)
        yield Token("link_close", "a", -1, info="auto")
        place = found.start() + len(written)
    yield _text(text[place:])


def _told(tokens: Iterator[Token]) -> Iterator[Token]:
    """Behind a link its host, where its words are not the address itself; a link to nowhere on the web is its words alone."""
    leads: str | None = None
    for token in tokens:
        if token.type == "link_open":
            leads = web_address(str(token.attrGet("href") or ""))
            if leads:
                yield Token("link_open", "a", 1, attrs={"href": leads}, info=token.info)
        elif token.type == "link_close":
            if leads:
                yield Token("link_close", "a", -1)
                if token.info != "auto":
                    yield from _host(plain_host(leads))
            leads = None
        else:
            yield token


def _host(host: str) -> Iterator[Token]:
    yield _text(" ")
    yield Token("host_open", "span", 1, attrs={"class": "leads-to"})
    yield _text(f"({host})")
    yield Token("host_close", "span", -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
