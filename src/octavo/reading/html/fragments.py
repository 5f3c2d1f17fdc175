"""A piece of HTML, as feeds carry it in their entries, as paragraphs."""

from __future__ import annotations

import html
import re

from octavo.article import Paragraph, ParagraphKind
from octavo.markup import parse
from octavo.reading import furniture
from octavo.reading.html.blocks import Block, Flat, flatten
from octavo.reading.parts.cleaning import clean_line, lowered

_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_BLOCK_MARKUP = re.compile(r"</?(?:p|div|br|a|img|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|table|figure|script)(?=[\s/>])", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_APPEARED = re.compile(
    r"(?i:(?:the )?(?:post|article|story|entry)\b.{1,400}?\b"
    r"(?:appeared first|first appeared|was (?:originally|first) published) (?:on|in|at)) [\W\d]{0,3}[A-ZÀ-ÞА-Я].{1,80}")
_SHARE = frozenset((
    "share", "this", "on", "via", "to", "with", "tweet", "post", "pin", "it", "e", "mail", "email", "print", "facebook", "twitter", "x",
    "linkedin", "whatsapp", "telegram", "reddit", "pinterest", "bluesky", "mastodon", "threads", "pocket", "save", "like", "copy", "link",
))
_MORE = re.compile(
    r"""(?:^|\[?\s?(?:…|\.\.\.)\s?\]?\s?|(?<=[.!?…\]"”’»)])\s)(?:continue reading|read more|read the (?:full|whole|rest of the) """
    r"(?:story|article|post)|weiterlesen|lire la suite|leer más|leia mais|leggi tutto|читать далее)\b[^.!?]{0,120}(?:\.\.\.)?$"
    r"|\[\s?(?:…|\.\.\.)\s?\]$", re.I)
"""Only after the end of a sentence or an ellipsis, and without a full stop: "She wants to read more." is a sentence."""
_MORE_HINTS = (
    "continue reading", "read more", "read the ", "weiterlesen", "lire la suite", "leer más", "leia mais", "leggi tutto", "читать далее",
)
_TAIL = 200
_CROSSHEAD = 90
"""The longest line, in characters, that is a crosshead for being all in bold."""
_ROUNDS = 3
"""How often text is unescaped: feeds escape once, programs that write feeds twice, and three times was seen."""

_KINDS: dict[str, ParagraphKind] = {"quote": "quote", "list": "list", "heading": "crosshead"}


def plain(markup: str | None) -> str:
    """Markup, or text escaped more than once, as one clean line: for headlines, names and captions."""
    text = markup or ""
    for _ in range(_ROUNDS):
        if "<" in text and _MARKUP.search(text):
            text = " ".join(block.text for block in _flat(text).blocks)
        elif "&" in text and _REFERENCE.search(text):
            text = html.unescape(text)
        else:
            break
    return clean_line(text)


def paragraphs(markup: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a fragment: text, crossheads, quotes and list items, without captions and the furniture that feeds add
    ("The post ... appeared first on ...", "Continue reading", share links, lists of other articles at the end).

    A fragment of nothing but links (an aggregator's list of reports) has none. One without a tag is plain text, in
    which a blank line ends a paragraph.
    """
    for _ in range(_ROUNDS):
        if _MARKUP.search(markup) or "&" not in markup or not _REFERENCE.search(markup):
            break
        unescaped = html.unescape(markup)
        if not _BLOCK_MARKUP.search(unescaped):
            return of_text(unescaped)
        markup = unescaped
    if not _MARKUP.search(markup):
        return of_text(markup)
    blocks = _without_tail(_flat(markup).blocks)
    if all(block.linked * 2 >= len(block.text) for block in blocks):
        return ()
    return _without_more([paragraph for block in blocks if not _is_furniture(block) for paragraph in _lines(block)])


def of_text(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of plain text, between blank lines."""
    lines = (clean_line(part) for part in _BLANK_LINE.split(text))
    return _without_more([Paragraph("text", line) for line in lines if line])


def _flat(markup: str) -> Flat:
    # libxml2 makes no tree of a fragment that is only a comment or white space; an element around it makes sure of one
    return flatten(parse(f"<div>{markup}</div>", "a feed entry"))


def _is_furniture(block: Block) -> bool:
    text = block.text
    if block.kind == "caption" or furniture.is_button(text):
        return True
    if not block.linked:
        return False
    if block.linked * 2 >= len(text) and furniture.furniture_of(text) in ("pointer", "asking"):
        return True
    return _APPEARED.fullmatch(text) is not None or (len(text) <= _CROSSHEAD and _SHARE.issuperset(re.findall(r"\w+", text.lower())))


def _without_tail(blocks: list[Block]) -> list[Block]:
    """Without "Related articles" and what follows, if all of that is links."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if furniture.furniture_of(block.text) == "tail":
            return blocks[:at]
        if block.linked * 2 < len(block.text) and not _is_furniture(block):
            break
    return blocks


def _lines(block: Block) -> list[Paragraph]:
    """A block as paragraphs: a line break inside it ends one if the line before it ends a sentence."""
    kind = _KINDS.get(block.kind, "text")
    if kind == "text" and block.strong == len(block.text) <= _CROSSHEAD and "\n" not in block.text and not _SENTENCE_END.search(block.text):
        kind = "crosshead"
    lines = [""]
    for line in block.text.split("\n"):
        if lines[-1] and _SENTENCE_END.search(lines[-1][-8:]):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return [Paragraph(kind, text) for text in map(clean_line, lines) if text]


def _without_more(found: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Without "The post ... appeared first on ...", "Continue reading ..." or "[...]" at the end."""
    if found and _APPEARED.fullmatch(found[-1].text):
        found = found[:-1]
    if found:
        last = found[-1]
        closed = last.text.endswith((".", "!", "?")) and not last.text.endswith("...")  # then nothing of the sort is at the end
        small = lowered(last.text[-_TAIL:])
        said = not closed and (small.endswith("]") or any(map(small.__contains__, _MORE_HINTS)))
        more = _MORE.search(last.text, max(0, len(last.text) - _TAIL)) if said else None
        if more:
            text = last.text[: more.start()].rstrip()
            return (*found[:-1], Paragraph(last.kind, text)) if text else tuple(found[:-1])
    return tuple(found)
