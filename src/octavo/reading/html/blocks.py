"""DOM -> blocks: an HTML page as a flat list of the texts that stand between its block-level tags.

`octavo.markup` makes the tree, `flatten` walks it once, without recursion. What no reader sees (scripts, hidden elements, form controls) is
left out here; what else is furniture is decided later, block by block, in `main_content`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

Kind = Literal["text", "heading", "quote", "list", "cell", "caption", "plain"]
"""What the nearest block-level tag makes of a text; `plain` is text that stands in a div, section or the like by itself."""

_UNSEEN = frozenset((
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "video", "audio", "canvas", "button",
    "input", "select", "textarea", "option", "map", "area", "frameset", "frame", "noframes", "applet", "dialog", "title", "datalist",
    "progress", "meter", "img", "rp", "rt", "nav",
))
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
_KINDS: dict[str, Kind] = {
    "p": "text", "pre": "text", "blockquote": "quote", "li": "list", "dd": "list", "dt": "list", "td": "cell", "th": "cell",
    "figcaption": "caption", "caption": "caption", "figure": "caption", "legend": "caption",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}
_KEEPS_ITS_KIND = frozenset(("quote", "list", "caption", "heading"))
_CAPTIONS = frozenset(("figcaption", "caption", "figure", "legend"))
_PICTURES = frozenset(("img", "video", "iframe", "object", "embed", "svg"))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item)", re.IGNORECASE)
KICKER_NAMES = frozenset(("kicker", "eyebrow", "overline", "flag", "rubric", "topline", "dachzeile", "surtitre", "antetitulo", "chapeu"))
"""What page makers call the words above a headline."""

_NAME = re.compile(r"[A-Za-z0-9]+")
# The words of "relatedPosts". Short ones are left together: in names made by a program ("adVb") they mean nothing.
_JOINED = re.compile(r"[A-Z][a-z]{3,}|^[a-z]{4,}(?=[A-Z])")
_NUMBER_MOST = 2
"""The longest number that is part of a name; longer ones tell one element from its like."""
_NAMING = ("class", "id", "role", "itemprop", "data-component", "data-testid")
_UNSEEN_CLASSES = (
    "screen-reader", "sr-only", "visually-hidden", "visuallyhidden", "element-invisible", "hovercard", "popover", "rollover-block",
    "tooltiptext", "tooltip-content",
)
_NAMES_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Container:
    """A block-level element. `parent` is its place in `Flat.containers` (the root's is -1); `names` are the words of its class,
    id and the like, in lower case.
    """

    tag: str
    parent: int
    names: frozenset[str]
    property: str


@dataclass(frozen=True, slots=True)
class Block:
    """A text between block-level tags or blank lines; "\\n" in it is a single line break. `linked` and `strong` count the
    characters inside links and in bold; `container` is the place of the nearest block-level element in `Flat.containers`;
    `under_picture` says that only a picture or film stands between it and the block before.
    """

    kind: Kind
    text: str
    linked: int
    strong: int
    container: int
    under_picture: bool = False


@dataclass(slots=True)
class Flat:
    """A page without its tree: the elements that hold text, and the texts in the order of the page."""

    containers: list[Container] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def totals(self, weights: list[float]) -> list[float]:
        """For each container what its blocks weigh together; `weights` has one for each block."""
        totals = [0.0] * len(self.containers)
        for block, weight in zip(self.blocks, weights, strict=True):
            totals[block.container] += weight
        for place in range(len(totals) - 1, 0, -1):
            totals[self.containers[place].parent] += totals[place]
        return totals


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element: what a text that stands directly in it belongs to."""

    container: int
    kind: Kind
    inline: bool
    linked: bool
    strong: bool
    own_line: bool = False


def flatten(tree: etree._Element, *, hidden: bool = False) -> Flat:
    """The blocks of a tree, in order; those of hidden elements only if asked for."""
    flat = Flat()
    run = _Run(flat.blocks)
    names: dict[str, frozenset[str]] = {}
    stack = [_Open(-1, "plain", inline=False, linked=False, strong=False)]
    skipped: etree._Element | None = None
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag == "br":
                run.break_line()
            if tag not in _INLINE and tag not in _UNSEEN and tag != "br":
                run.close()
            if tag in _PICTURES:
                run.picture()
            if tag in _UNSEEN or (not hidden and _hidden(element)):
                walk.skip_subtree()
                skipped = element
            else:
                opened = _opened(element, stack[-1], flat.containers, names)
                if not opened.inline and tag in _INLINE:
                    run.close()
                elif opened.own_line:
                    run.new_line()
                stack.append(opened)
                run.add(element.text, stack[-1])
            continue
        if element is skipped:
            skipped = None
        else:
            closed = stack.pop()
            if not closed.inline:
                run.close()
            elif closed.own_line:
                run.new_line()
        run.add(element.tail, stack[-1])
    run.close()
    return flat


def _hidden(element: etree._Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style):
        return True
    classes = attributes.get("class", "")
    return any(name in classes for name in _UNSEEN_CLASSES)


def _opened(element: etree._Element, around: _Open, containers: list[Container], names: dict[str, frozenset[str]]) -> _Open:
    tag = element.tag
    if tag == "br" or (tag in _INLINE and not (around.kind == "heading" and _is_kicker(element))):
        linked = around.linked or (tag == "a" and element.get("href") is not None)
        return _Open(around.container, around.kind, True, linked, around.strong or tag in ("b", "strong"), _own_line(element))
    attributes = element.attrib
    naming = " ".join(str(attributes[key]) for key in _NAMING if key in attributes)[:_NAMES_LIMIT] if attributes else ""
    if naming not in names:
        names[naming] = _names(naming)
    containers.append(Container(tag, around.container, names[naming], attributes.get("itemprop", "")))
    kind = around.kind if around.kind in _KEEPS_ITS_KIND and tag not in _CAPTIONS else _KINDS.get(tag, "plain")
    return _Open(len(containers) - 1, kind, False, around.linked, around.strong)


def _is_kicker(element: etree._Element) -> bool:
    return not KICKER_NAMES.isdisjoint(_names((element.get("class") or "")[:_NAMES_LIMIT]))


def _own_line(element: etree._Element) -> bool:
    style = element.get("style")
    return style is not None and _SHOWN_AS_BLOCK.search(style) is not None


def _names(naming: str) -> frozenset[str]:
    found = [name for name in _NAME.findall(naming) if len(name) <= _NUMBER_MOST or not name.isdecimal()]
    joined = (word.lower() for name in found if not name.islower() for word in _JOINED.findall(name))
    return frozenset((*map(str.lower, found), *joined))


class _Run:
    """The pieces of text since the last block-level tag; closing it makes blocks of them."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._pieces: list[tuple[str, bool, bool]] = []
        self._where: _Open | None = None
        self._breaks = 0
        self._under_picture = False

    def picture(self) -> None:
        """Notes that a picture stands here: what follows may be its caption."""
        if self._where is None:
            self._under_picture = True

    def add(self, text: str | None, where: _Open) -> None:
        if not text:
            return
        if not text.isspace():
            if self._breaks:
                self._settle_breaks()
            self._where = where
        elif self._breaks or not self._pieces:
            return
        self._pieces.append((text, where.linked, where.strong))

    def break_line(self) -> None:
        if self._pieces:
            self._breaks += 1

    def new_line(self) -> None:
        """Begins a line, once for an element's end and the next one's start."""
        if self._pieces:
            self._breaks = max(self._breaks, 1)

    def _settle_breaks(self) -> None:
        if self._breaks > 1:
            self.close()
        else:
            self._pieces.append(("", False, False))
        self._breaks = 0

    def close(self) -> None:
        """Makes a block of what was gathered, if it holds a letter or figure."""
        self._breaks = 0
        if self._where is None:
            return
        text = "".join(piece or "\x1f" for piece, _, _ in self._pieces)
        lines = (" ".join(line.split()) for line in text.split("\x1f"))
        text = "\n".join(line for line in lines if line)
        linked = sum(len(piece) for piece, is_linked, _ in self._pieces if is_linked)
        strong = sum(len(piece) for piece, _, is_strong in self._pieces if is_strong)
        self._blocks.append(Block(
            self._where.kind, text, min(linked, len(text)), min(strong, len(text)), self._where.container, self._under_picture,
        ))
        self._under_picture = False
        self._pieces = []
        self._where = None
