"""What stands where an article should: the paywall, the consent page, the sign-in or the check for robots. Pure.

Being wrong here takes a text from the reader that is there, so each sign counts only as far as the page has no article beside it: whole
articles have the same words in their margins, and some are about paywalls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal
from urllib.parse import urlsplit

from lxml import etree

from octavo.article import Article, Page
from octavo.decode import decode
from octavo.errors import NotReadable
from octavo.markup import parse
from octavo.reading import wall_words as words
from octavo.reading.html.blocks import flatten
from octavo.reading.html.json_ld import Item, is_article
from octavo.reading.html.json_ld import read as read_json_ld
from octavo.reading.html.publishers import domain_name
from octavo.reading.parts.words import ends_sentence, words_of

Wall = Literal["paywall", "consent", "blocked"]
"""A page that asks for a subscription, for consent, or for a sign-in or a proof of being a person, before it shows its article."""

MARKUP_MOST, TAGS_MOST = 2_000_000, 100_000
"""Characters of a page that are looked at, and the most tags it may have: walls are small."""

BLOCKS_MOST = 2_000
"""Blocks of a page that are looked at."""

FEW, HARDLY, SHORT, OPENING, LONG = 15, 60, 150, 300, 600
"""Words of an article: with fewer than these there is none, even if it has a date; hardly one; a short one; at most an opening where the
page says that it is not free; at most an opening where the page asks for a subscription."""

LOCKED_LEAST, LOCKED_MOST = 60, 200
"""Words in the part of a page that it calls locked, from which on that part is there; how many elements and pieces of each are counted."""

_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")
_CLASS = re.compile(r"\.([\w-]{1,60})")
_FALSE = ("false", "no", "0")


def wall_of(page: Page, articles: Sequence[Article], asked: str | None = None) -> Wall | None:
    """What stands in the way of the article on an HTML page; None where the article is there, or nothing tells why it is not.

    `articles` are those that were read from the page, none where there was nothing to read; `asked` is the address that was asked
    for, where the page's own is the one after redirects. Never raises for what is on the page.
    """
    text = articles[0].paragraphs if articles else ()
    own = tuple(each.text for each in text if not _about_consent(each.text))
    size = sum(map(words_of, own))
    if size >= LONG:
        return None
    seen = _seen(page)
    # A short report has its time; a page that only asks for something has none.
    least = FEW if articles and articles[0].published else HARDLY
    if size < least and _blocked(page, seen):
        return "blocked"
    if _asks_consent(page, seen, size, least, asked):
        return "consent"
    if _asks_subscription(seen, own, size):
        return "paywall"
    return None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a page shows: the parts of its title, its headings, its blocks (all in small letters), whether it has a field for a password;
    and what it says of its being free: the tier, whether it is not, and how many words the part has that it calls locked (None: it names
    none)."""

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    password: bool = False
    tier: str = ""
    not_free: bool = False
    locked: int | None = None


def _seen(page: Page) -> _Seen:
    markup = decode(page.body[: 4 * MARKUP_MOST], page.content_type)[:MARKUP_MOST]
    if markup.count("<") > TAGS_MOST:
        return _Seen()
    try:
        tree = parse(markup, page.name)
    except NotReadable:
        return _Seen()
    flat = flatten(tree)
    headings = [block.text for block in flat.blocks[:BLOCKS_MOST] if block.kind == "heading"][:5]
    title = next(tree.iter("title"), None)
    parts = _SEPARATOR.split("".join(map(str, title.itertext()))[:300] if title is not None else "")
    stated = next((item for item in read_json_ld(tree).items if is_article(item) and "isAccessibleForFree" in item), {})
    marked = _meta(tree, "itemprop", "isaccessibleforfree")
    return _Seen(
        titles=tuple(filter(None, map(_small, parts))),
        headings=tuple(map(_small, headings)),
        blocks=tuple(_small(block.text) for block in islice(flat.blocks, BLOCKS_MOST)),
        password=any((field.get("type") or "").lower() == "password" for field in islice(tree.iter("input"), 50)),
        tier=_meta(tree, "property", "article:content_tier") or _meta(tree, "name", "article:content_tier"),
        not_free=_no(stated.get("isAccessibleForFree")) or marked in _FALSE,
        locked=_locked(tree, stated),
    )


def _small(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _no(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower().rpartition("/")[2] in _FALSE)


def _meta(tree: etree._Element, key: str, name: str) -> str:
    found = (meta.get("content") or "" for meta in tree.iter("meta") if (meta.get(key) or "").strip().lower() == name)
    return next(found, "").strip().lower()


def _locked(tree: etree._Element, stated: Item) -> int | None:
    """The words of the elements whose class the article in JSON-LD names as not free; None where it names none."""
    parts = stated.get("hasPart")
    named = [part for part in (parts if isinstance(parts, list) else [parts])[:10] if isinstance(part, dict)]
    selectors = (str(part.get("cssSelector", ""))[:200] for part in named if _no(part.get("isAccessibleForFree")))
    classes = {name for selector in selectors for name in _CLASS.findall(selector)}
    if not classes:
        return None
    locked = (element for element in tree.iter() if not classes.isdisjoint((element.get("class") or "")[:400].split()))
    pieces = (piece for element in islice(locked, LOCKED_MOST) for piece in islice(element.itertext(), LOCKED_MOST))
    return sum(words_of(str(piece)) for piece in pieces if not piece.isspace())


def _blocked(page: Page, seen: _Seen) -> bool:
    if any(words.BLOCKED.search(block) for block in seen.blocks if len(block) <= words.BLOCK_MOST):
        return True
    titled = any(words.BLOCKED_TITLE.fullmatch(title) for title in seen.titles)
    if _at(page.url, words.SIGN_IN_HOST, words.SIGN_IN_PATH):
        return seen.password or titled
    return titled and (seen.password or _size(seen.blocks) < SHORT)


def _asks_consent(page: Page, seen: _Seen, size: int, least: int, asked: str | None) -> bool:
    if size < SHORT and _at(page.url, words.CONSENT_HOST, words.CONSENT_PATH):
        return True
    if size >= least:
        return False
    subjects = {number for block in seen.blocks for number in _subjects(block)}
    # A banner over a short report has a heading too.
    titles = seen.titles if size >= FEW else (*seen.titles, *seen.headings)
    elsewhere = bool(asked) and domain_name(asked) != domain_name(page.url)
    if elsewhere or any(words.CONSENT_TITLE.fullmatch(title) for title in titles):
        return len(subjects) >= 2
    asking = [block for block in seen.blocks if _about_consent(block)]
    return len(subjects) >= 4 and 3 * size < _size(asking) and 2 * sum(map(len, asking)) > sum(map(len, seen.blocks))


def _asks_subscription(seen: _Seen, own: Sequence[str], size: int) -> bool:
    locked = seen.locked is not None and seen.locked >= LOCKED_LEAST
    cut = not own or not ends_sentence(own[-1]) or own[-1].endswith(("…", "..."))
    asks = any(_is_offer(block) for block in (*seen.titles, *seen.headings, *seen.blocks) if len(block) <= words.BLOCK_MOST)
    if asks and not locked:
        return True
    if (seen.not_free or seen.tier == "locked") and not locked:
        return size < OPENING or (seen.locked is not None and cut)
    if seen.tier == "metered" and not locked:
        return size < SHORT and cut
    known = any(words.ALREADY.search(block) for block in seen.blocks if len(block) <= words.BLOCK_MOST)
    return known and (size < HARDLY or (size < SHORT and cut))


def _is_offer(block: str) -> bool:
    return bool(words.SUBSCRIBE.search(block) or (words.READ_ON.search(block) and words.OFFER.search(block)))


def _about_consent(text: str) -> bool:
    """Whether a paragraph is one of a site that asks for consent: it speaks to the reader, of two such subjects, and quotes nobody."""
    small = _small(text)
    return len(set(islice(_subjects(small), 2))) == 2 and words.TO_READER.search(small) is not None and not set(small) & set("\"“”«»„")


def _subjects(block: str) -> Iterator[int]:
    return (number for number, subject in enumerate(words.CONSENT_WORDS) if subject.search(block))


def _size(blocks: Sequence[str]) -> int:
    return sum(map(words_of, blocks))


def _at(url: str | None, host: re.Pattern[str], path: re.Pattern[str]) -> bool:
    try:
        parts = urlsplit((url or "").lower())
        return bool(host.match(parts.hostname or "") or path.search(f"{parts.path}?{parts.query}"))
    except ValueError:
        return False
