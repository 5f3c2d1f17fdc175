"""An entry, in the names that feedparser gives its parts, as a draft of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from octavo.addresses import plain_host, web_address
from octavo.article import Image, Page, Paragraph
from octavo.reading.draft import Draft
from octavo.reading.html import fragments
from octavo.reading.parts import times
from octavo.reading.parts.cleaning import fold

Entry = dict[str, Any]

_TITLE_LEAST, _TITLE_MOST = 20, 140
"""Characters of a headline that is made of the first sentence."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")
_XML_PREFIX = re.compile(r"(</?)[\w.-]{1,40}:(?=[a-zA-Z])")
_ADDRESS = re.compile(r"[^\s<>()@]{1,100}@[^\s<>()@]{1,200}")
_IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.I)
_SEPARATOR = re.compile(r"\s+[-–—|»>:•·]+\s+|:\s+|\s*::\s*")
_FEED_WORD = re.compile(r"\s(?:(?:rss|atom|news|xml) ?)?feeds?$|\s(?:rss|atom)$", re.I)
_LABELS = frozenset("""
rss|feed|feeds|atom|xml|news|newsfeed|latest|breaking|top|stories|story|headlines|headline|home|homepage|front|page|all|articles|
article|posts|world|international|national|local|uk|us|usa|europe|africa|asia|americas|politics|business|economy|markets|finance|
money|sport|sports|football|culture|arts|entertainment|science|health|technology|tech|environment|climate|opinion|comment|
editorials|lifestyle|travel|education|society|media|the|and|of|updates|main
""".replace("\n", "").split("|"))
"""Words of a feed's title that say what part of a paper it carries."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What an entry inherits: the publisher's name, the address that relative ones count from, language, authors; and the fetch."""

    publisher: str | None
    base: str
    language: str | None
    fetched: datetime
    byline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a feed says of itself: its title, the address of its site ("" where it says none), and how many entries it has."""

    title: str
    home: str
    entries: int


def about(feed: Entry, page: Page, entries: int) -> About:
    """The feed's own title, whole, and its site."""
    return About(fragments.plain(_str(feed, "title")), web_address(_str(feed, "link"), page.url or "") or "", entries)


def feed_of(feed: Entry, page: Page) -> Feed:
    """What `feed`, read from `page`, says for all its entries. Authors are inherited as RFC 4287, 4.2.1, and JSON Feed say."""
    base = web_address(_str(feed, "link"), page.url or "") or page.url or ""
    publisher = _publisher(fragments.plain(_str(feed, "title")), base)
    return Feed(publisher, base, _language(_str(feed, "language")), page.fetched, _byline(feed))


def draft_of(entry: Entry, feed: Feed) -> Draft | None:
    """The draft of an entry; None where it has neither title nor text."""
    base = web_address(_str(entry, "base"), feed.base) or feed.base
    headline = fragments.plain(_str(entry, "title"))
    publisher = fragments.plain(_str(_dict(entry.get("source")), "title")) or feed.publisher
    paragraphs = _paragraphs(entry)
    if headline and paragraphs and _repeats(paragraphs[0].text, headline, publisher or ""):
        paragraphs = paragraphs[1:]
    untitled = not headline
    headline = headline or _first_sentence(paragraphs)
    modified = _time(entry, "updated", feed.fetched)
    if not headline:
        return None
    return Draft(
        headline=headline,
        paragraphs=paragraphs,
        url=_link(entry, base),
        publisher=publisher,
        byline=_byline(entry) or feed.byline,
        published=_time(entry, "published", feed.fetched) or modified,
        modified=modified,
        language=_language(_str(entry, "language")) or feed.language,
        section=_section(entry),
        image=_image(entry, base),
        untitled=untitled,
    )


def _repeats(text: str, headline: str, publisher: str) -> bool:
    """Whether a first paragraph only says the headline again, with or without the publisher after it."""
    return len(text) < 2 * len(headline) + len(publisher) and fold(text) in (fold(headline), fold(f"{headline} {publisher}"))


def _paragraphs(entry: Entry) -> tuple[Paragraph, ...]:
    """Those of the longest content or, where that has none, of the summary."""
    bodies = [*_dicts(entry.get("content")), {"value": _str(entry, "summary") or _str(entry, "description")}]
    bodies.sort(key=lambda part: len(_str(part, "value")), reverse=True)
    for part in bodies:
        value, kind = _str(part, "value"), _str(part, "type")
        if "xhtml" in kind:
            value = _XML_PREFIX.sub(r"\1", value)
        found = fragments.of_text(value) if kind == "text/plain" else fragments.paragraphs(value)
        if found:
            return found
    return ()


def _first_sentence(paragraphs: tuple[Paragraph, ...]) -> str:
    if not paragraphs:
        return ""
    text = paragraphs[0].text
    end = _SENTENCE_END.search(text, _TITLE_LEAST, _TITLE_MOST)
    if end:
        return text[: end.end()].strip()
    if len(text) <= _TITLE_MOST:
        return text
    return text[:_TITLE_MOST].rpartition(" ")[0].rstrip(",;:–—- ") + "…" if " " in text[:_TITLE_MOST] else text[:_TITLE_MOST] + "…"


def _byline(entry: Entry) -> tuple[str, ...]:
    """The authors' names; "jane@paper.example (Jane Doe)" is Jane Doe, an address alone is nobody."""
    names = [_str(author, "name") for author in _dicts(entry.get("authors"))] or [_str(entry, "author")]
    plain = (fragments.plain(_ADDRESS.sub(" ", name)).strip("()<>,; ") for name in names)
    return tuple(dict.fromkeys(name for name in plain if name))


def _section(entry: Entry) -> str | None:
    terms = (fragments.plain(_str(tag, "label") or _str(tag, "term")) for tag in _dicts(entry.get("tags")))
    return next((term for term in terms if term), None)


def _time(entry: Entry, key: str, fetched: datetime) -> datetime | None:
    written = _str(entry, key)
    return times.stated(written, fetched) if written else None


def _link(entry: Entry, base: str) -> str | None:
    links = [_str(link, "href") for link in _dicts(entry.get("links")) if _str(link, "rel") in ("", "alternate")]
    for candidate in (_str(entry, "feedburner_origlink"), _str(entry, "link"), *links):
        address = web_address(candidate, base)
        if address:
            return address
    return None


def _image(entry: Entry, base: str) -> Image | None:
    media = [part for part in _dicts(entry.get("media_content")) if _is_image(part)]
    media.sort(key=_width, reverse=True)
    thumbnails = [*_dicts(entry.get("media_thumbnail")), *({"url": _str(part, "thumbnail_url")} for part in media)]
    enclosed = [part for part in _dicts(entry.get("enclosures")) if _is_image(part)]
    linked = [link for link in _dicts(entry.get("links")) if _str(link, "rel") == "enclosure" and _is_image(link)]
    for part in (*media, *enclosed, *linked, _dict(entry.get("image")), *thumbnails):
        address = web_address(_str(part, "url") or _str(part, "href"), base)
        if address:
            credit = _str(part, "credit") or next((_str(one, "content") for one in _dicts(entry.get("media_credit"))), "")
            return Image(address, fragments.plain(_str(part, "title")), fragments.plain(_str(part, "description")), fragments.plain(credit))
    return None


def _is_image(part: Entry) -> bool:
    kind = _str(part, "medium") or _str(part, "type")
    return kind.startswith("image") or (not kind and bool(_IMAGE_NAME.search(_str(part, "url") or _str(part, "href"))))


def _width(part: Entry) -> int:
    value = str(part.get("width") or "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 0


def _language(value: str) -> str | None:
    code = re.split("[-_]", value.strip().lower())[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _publisher(title: str, url: str) -> str | None:
    """The paper's name in a feed's title: of "The Pilot - World News" the part that the domain spells or that is not all labels
    ("World News"); the title as it is where that does not tell; the domain where there is no title.
    """
    host = plain_host(url)
    if not title:
        return host or None
    parts = [part for part in _SEPARATOR.split(_FEED_WORD.sub("", title)) if part]
    labels = [label for label in map(_squashed, host.split(".")[:-1]) if len(label) > 2 and label not in _LABELS]
    spelled = "".join(labels)
    for part in parts:
        name = _squashed(part)
        if len(name) > 2 and (name in spelled or any(label in name for label in labels)):
            return part
    names = [part for part in parts if not _LABELS.issuperset(re.findall(r"\w+", part.lower()))]
    return names[0] if len(names) == 1 else title


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def _str(part: Entry, key: str) -> str:
    value = dict.get(part, key)  # feedparser's own get gives "published" for "updated"
    return value if isinstance(value, str) else ""


def _dict(value: Any) -> Entry:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[Entry]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
