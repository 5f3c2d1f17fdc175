"""The few marks that a comment may have -> HTML that is safe to print. Pure.

Markdown (CommonMark 0.31): emphasis, strong, links, block quotes, lists, code. No images, headings, tables, HTML or entities: these stay
as typed, and what was taken out of a text as nothing to be seen cannot be written by its number instead.
What comes out is cleaned once more by nh3, so that a fault in the one is caught by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from octavo.addresses import plain_host, web_address

RENDERER = 2
"""Grows when the same text makes other HTML: what was kept of an earlier one is made anew."""

_BLOCKS = frozenset(("paragraph_open", "blockquote_open", "list_item_open"))
_TAGS = {"p", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre", "br", "span"}
_ATTRIBUTES = {
    "a": {"href"}, "p": {"dir"}, "li": {"dir"}, "blockquote": {"dir"}, "ol": {"start"}, "pre": {"dir", "tabindex"}, "span": {"class"},
}
_BARE = re.compile(r"https?://[^\s<>\"'\[\]`{}|\\^]+", re.IGNORECASE)
_BEHIND = re.compile(r"[.,;:!?*_’”)]+$")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a comment shows: its words without its marks, and where each of its links leads."""

    words: str
    addresses: tuple[str, ...]


def seen_in(text: str) -> Seen:
    """What those see who read it, however it was written: by this it is judged."""
    blocks, addresses = [], []
    for block in _parser().parse(text):
        parts = block.children if block.children is not None else [block]
        blocks.append("".join("\n" if part.type.endswith("break") else part.content for part in parts))
        addresses += [str(part.attrGet("href")) for part in parts if part.type == "link_open"]
    return Seen("\n".join(filter(None, blocks)), tuple(addresses))


def rendered(text: str) -> str:
    """The HTML of a comment's text."""
    return nh3.clean(
        str(_parser().render(text)), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel="nofollow ugc noopener",
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"breaks": True, "maxNesting": 20})
    parser.enable(["blockquote", "list", "fence", "newline", "escape", "backticks", "emphasis", "link", "autolink"])
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
    """Behind a link its host, where its words are not the address itself, which a link without words gets; a link to nowhere on the web is
    its words alone."""
    leads: str | None = None
    bare = True
    for token in tokens:
        if token.type == "link_open":
            leads, bare = web_address(str(token.attrGet("href") or "")), True
            if leads:
                yield Token("link_open", "a", 1, attrs={"href": leads}, info=token.info)
        elif token.type == "link_close":
            if leads:
                if bare:
                    yield _text(leads)
                yield Token("link_close", "a", -1)
                if token.info != "auto" and not bare:
                    yield from _host(plain_host(leads))
            leads = None
        else:
            bare = bare and not token.content.strip()
            yield token


def _host(host: str) -> Iterator[Token]:
    yield _text(" ")
    yield Token("host_open", "span", 1, attrs={"class": "leads-to"})
    yield _text(f"({host})")
    yield Token("host_close", "span", -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
