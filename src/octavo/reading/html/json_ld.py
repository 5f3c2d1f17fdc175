"""What a page says of itself in JSON-LD (schema.org, https://schema.org/NewsArticle), read with patience: pages get it wrong often."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from octavo.reading.parts.cleaning import fold
from octavo.reading.parts.identity import normalised_url

SCRIPT_MOST = 2_000_000
"""The longest script that is read, in characters."""

ITEMS_MOST = 5_000
"""The most items that are looked at in one page."""

AGREES = 0.5
"""The share of words from which a headline and a title are of one article."""

_ARTICLE = re.compile(r"\w*(?:Article|BlogPosting|Report)|SocialMediaPosting")
_OPENING = re.compile(r"(?:\s*(?:<!--|//|/\*|<!\[CDATA\[|\*/))*\s*")
_FIELD = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection|inLanguage)"\s*:\s*"((?:[^"\\]|\\.){0,1000})"'
)
_LINE = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)(?=[\s/>])[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """The items of a page that bear a type, in order, and those that others point to by their @id."""

    items: tuple[Item, ...]
    by_id: dict[str, Item]

    def article(self, addresses: Iterable[str | None] = (), titles: Iterable[str] = ()) -> Item:
        """The article that the page at `addresses`, which calls itself by `titles`, is about; empty where there is none.

        The only one is taken as it is. Of several it is the one that names the page's address, then the one whose headline agrees best
        with a title; where none agrees, none: a page lists other articles too.
        """
        found = [item for item in self.items if is_article(item)]
        named = [item for item in found if _headline(item)] or found
        own = {normalised_url(address) for address in addresses if address}
        here = [item for item in named if not own.isdisjoint(map(normalised_url, (*stated_addresses(item), str(item.get("@id")))))]
        choice = here or named
        if len(choice) < 2 or len({fold(_headline(item)) for item in choice}) == 1:
            return next(iter(choice), {})
        wanted = [words for title in titles if (words := set(fold(title).split()))]
        agreement = [agreeing(set(fold(_headline(item)).split()), wanted) for item in choice]
        best = agreement.index(max(agreement))
        return choice[best] if here or agreement[best] >= AGREES else {}

    def follow(self, value: Any) -> Any:
        """What `value` stands for, if it is only the @id of another item."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id")), value)
        return value

    def names(self, value: Any) -> tuple[str, ...]:
        """The names of a person, a body or a list of them, however given."""
        values = value if isinstance(value, list) else [value]
        found: list[str] = []
        for one in map(self.follow, values[:20]):
            name = one.get("name") if isinstance(one, dict) else one
            found += [plain(part) for part in (name if isinstance(name, list) else [name])[:20] if isinstance(part, str)]
        return tuple(dict.fromkeys(name for name in found if name))


def stated_addresses(item: Item) -> tuple[str, ...]:
    """The addresses that an item gives for itself and for its page, as they are written."""
    page = item.get("mainEntityOfPage")
    stated = (item.get("url"), page.get("@id") if isinstance(page, dict) else page)
    return tuple(address for address in stated if isinstance(address, str) and address)


def agreeing(words: set[str], titles: Iterable[set[str]]) -> float:
    """The largest share, 0..1, that the words of a headline have in common with those of a title, of the shorter of the two."""
    return max((len(words & title) / min(len(words), len(title)) for title in titles if words and title), default=0.0)


def _headline(item: Item) -> str:
    return plain(item.get("headline")) or plain(item.get("name"))


def plain(value: Any) -> str:
    """A string of JSON-LD as one line of text: entities and tags undone, white space as one space; empty for what is no string."""
    return " ".join(lines(value).split())


def lines(value: Any) -> str:
    """As `plain`, with the line breaks that the string or its tags make."""
    if not isinstance(value, str):
        return ""
    value = html.unescape(value) if "&" in value else value
    return _TAG.sub(" ", _LINE.sub("\n", value)) if "<" in value else value


def is_article(item: Item) -> bool:
    """Whether one of the item's types is an article's: NewsArticle, BlogPosting, Report."""
    return any(map(_ARTICLE.fullmatch, types(item)))


def types(item: Item) -> list[str]:
    """The types of an item without their vocabulary."""
    value = item.get("@type")
    return [str(one).rpartition("/")[2] for one in (value if isinstance(value, list) else [value]) if one]


def read(tree: etree._Element) -> Linked:
    """All JSON-LD of a page. What cannot be read is left out; of a script with a slip in it the plain fields are taken."""
    items: list[Item] = []
    by_id: dict[str, Item] = {}
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower() or not script.text or len(script.text) > SCRIPT_MOST:
            continue
        for item in _typed(_value(script.text)):
            if len(items) >= ITEMS_MOST:
                break
            items.append(item)
            if isinstance(item.get("@id"), str):
                by_id.setdefault(item["@id"], item)
    return Linked(tuple(items), by_id)


def _value(text: str) -> Any:
    start = _OPENING.match(text)
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start.end() if start else 0)[0]
    except (ValueError, RecursionError):
        return _salvaged(text)


def _salvaged(text: str) -> Item:
    fields: Item = {}
    for key, value in _FIELD.findall(text):
        if key != "@type" or _ARTICLE.fullmatch(value):
            fields.setdefault(key, value.replace('\\"', '"').replace("\\/", "/"))
    return fields


def _typed(value: Any) -> Iterator[Item]:
    """Items in the order of the page, down through lists, graphs and the fields that hold a page's main item."""
    waiting = [value]
    seen = 0
    while waiting and seen < ITEMS_MOST:
        seen += 1
        here = waiting.pop()
        if isinstance(here, list):
            waiting += reversed(here[:ITEMS_MOST])
        elif isinstance(here, dict):
            if here.get("@type"):
                yield here
            waiting += [here[key] for key in ("mainEntity", "mainEntityOfPage", "@graph") if isinstance(here.get(key), dict | list)]
