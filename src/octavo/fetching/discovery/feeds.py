"""The feeds of a page: those that it names, and where one may lie that it does not name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Literal
from urllib.parse import parse_qs, quote, urljoin, urlsplit

from lxml import etree

from octavo.addresses import ADDRESS_MOST, host_of, plain_host
from octavo.errors import InputError
from octavo.fetching.discovery.paths import article_points
from octavo.fetching.discovery.trees import address_of, base_of, tree_of, words_of
from octavo.fetching.discovery.typed import typed

CANDIDATES_MOST, _LOOKED_AT = 50, 500
"""Feeds of a page, and links that look like one: many lead to the same."""
TITLE_MOST = 200
"""Characters of a feed's title."""

ARTICLE = 4
"""Points of an address from which on it is taken for an article's."""

_TYPES = frozenset((
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x-rss+xml", "text/rss+xml",
    "text/atom+xml", "text/rss",
))
_LOOSE_TYPES = frozenset(("application/json", "application/xml", "text/xml"))
"""Types that other things than feeds have too: WordPress gives its API as an alternate of each page."""
_FEED_WORD = re.compile(r"(?:^|[^a-z])(?:feeds?|rss2?|atom|rdf)(?:[^a-z]|$)", re.IGNORECASE)
_FEED_PATH = re.compile(r"\.(?:rss|atom|rdf)$|/(?:feeds?|rss2?|atom|rdf)/?$|/(?:rss2?|atom|feeds?|index)\.(?:xml|rdf|json)$", re.IGNORECASE)
_FEED_QUERY = re.compile(r"(?:^|&)(?:feed|format|type|output|alt)=(?:rss2?|atom|rdf)(?:&|$)", re.IGNORECASE)
_COMMENTS = re.compile(
    r"comment|comentario|kommentar|commento|commenti|reactie|komentar|yorum|комментари|коментар|コメント|评论", re.IGNORECASE)
_SUBSCRIBERS = ("feedly.com", "inoreader.com", "newsblur.com", "theoldreader.com", "yahoo.com", "netvibes.com", "google.com")
"""Services that a page offers to put its feed into."""

FeedKind = Literal["feed", "comments"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where a feed may lie: absolute, ASCII. `title` is what the page calls it. "comments": of what readers write."""

    url: str
    title: str = ""
    kind: FeedKind = "feed"


def feeds_linked(body: bytes, content_type: str | None, url: str) -> tuple[Candidate, ...]:
    """The feeds that the HTML page of that address names, best first: its <link>s, then its <a>s that look like feeds, the feeds of
    comments last. CANDIDATES_MOST at most; none where it is no HTML."""
    tree = tree_of(body, content_type, url)
    if tree is None:
        return ()
    base, found = base_of(tree, url), dict[str, Candidate]()
    for each in islice(chain(_links(tree, base), _anchors(tree, base)), _LOOKED_AT):
        if each.url not in found and len(found) < CANDIDATES_MOST:
            found[each.url] = replace(each, kind="comments") if _of_an_article(each.url, url) else each
    return tuple(sorted(found.values(), key=lambda each: each.kind == "comments"))


def common_paths(url: str) -> tuple[str, ...]:
    """Where the feed of a site lies that names none, likeliest first: beside the page's own folder, then at the root."""
    folder = urljoin(url, ".")
    root = urljoin(url, "/")
    beside = [urljoin(folder, name) for name in ("feed", "rss.xml")] if folder != root else []
    return tuple(beside + [urljoin(root, path) for path in (
        "feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feeds/posts/default", "feed.json")])


def known_feeds(url: str) -> tuple[str, ...]:
    """The feed that follows from the form of the address alone: a channel, a profile, the releases of a program. At most one."""
    parts = urlsplit(url)
    host = plain_host(url)
    place = "/".join([host, *filter(None, parts.path.split("/"))])
    lists = parse_qs(parts.query, max_num_fields=20).get("list") if place == "youtube.com/playlist" and len(parts.query) < 500 else None
    if lists:
        return (f"{_VIDEOS}?playlist_id={quote(lists[0], safe='')}",)
    for form, feed in _KNOWN:
        if found := form.fullmatch(place):
            return (feed.format(*found.groups()),)
    if host not in _OTHER_NAMES and (found := _MASTODON.fullmatch(place)):
        return (f"{parts.scheme}://{parts.netloc}/@{found[1]}.rss",)
    return ()


def _links(tree: etree._Element, base: str) -> Iterator[Candidate]:
    for element in tree.iter("link"):
        relations = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "").lower().partition(";")[0].strip()
        title, written = " ".join((element.get("title") or "")[: 2 * TITLE_MOST].split())[:TITLE_MOST], element.get("href") or ""
        known = kind in _TYPES or (kind in _LOOSE_TYPES and (_FEED_WORD.search(title) or _looks_like_feed(written)))
        if "feed" in relations or ("alternate" in relations and known):
            yield from _candidate(written, base, title)


def _anchors(tree: etree._Element, base: str) -> Iterator[Candidate]:
    for element in tree.iter("a"):
        written = element.get("href") or ""
        if written[:5].lower() == "feed:" or (element.get("type") or "").lower() in _TYPES or _looks_like_feed(written):
            yield from _candidate(written, base, words_of(element, TITLE_MOST))


def _candidate(written: str, base: str, title: str) -> Iterator[Candidate]:
    if written[:5].lower() == "feed:":
        try:
            written = typed(written).addresses[0]
        except InputError:  # a page's bad link is no one's fault here: there is no feed behind it
            return
    address = address_of(written, base)
    if address and not _of_a_subscriber(address):
        yield Candidate(address, title, "comments" if _COMMENTS.search(f"{title} {urlsplit(address).path}") else "feed")


def _of_an_article(feed: str, page: str) -> bool:
    """Whether a feed lies beneath the page, and the page is an article: what is added there are comments."""
    return feed.startswith(page.rstrip("/") + "/") and article_points(page) >= ARTICLE


def _looks_like_feed(written: str) -> bool:
    if len(written) > ADDRESS_MOST:
        return False
    path, _, query = written.partition("#")[0].partition("?")
    return bool(_FEED_PATH.search(path) or _FEED_QUERY.search(query))


def _of_a_subscriber(address: str) -> bool:
    host = host_of(address)
    return any(host == service or host.endswith(f".{service}") for service in _SUBSCRIBERS)


_VIDEOS = "https://www.youtube.com/feeds/videos.xml"
_NAME = r"([\w.-]{1,100})"
_KNOWN = tuple((re.compile(form), feed) for form, feed in (
    (r"(?:m\.)?youtube\.com/channel/(UC[\w-]{22})(?:/\w+)?", _VIDEOS + "?channel_id={0}"),
    (rf"(?:m\.)?youtube\.com/user/{_NAME}(?:/\w+)?", _VIDEOS + "?user={0}"),
    (r"(?:old\.)?reddit\.com/r/([\w+]{1,200})(?:/(?:hot|new|top|rising))?", "https://www.reddit.com/r/{0}/.rss"),
    (rf"(?:old\.)?reddit\.com/u(?:ser)?/{_NAME}", "https://www.reddit.com/user/{0}/.rss"),
    (rf"github\.com/(?!orgs/|topics/|features/|sponsors/){_NAME}/{_NAME}(?:/releases)?", "https://github.com/{0}/{1}/releases.atom"),
    (rf"github\.com/{_NAME}/{_NAME}/tags", "https://github.com/{0}/{1}/tags.atom"),
    (rf"github\.com/{_NAME}/{_NAME}/commits/([\w./-]{{1,200}})", "https://github.com/{0}/{1}/commits/{2}.atom"),
    (rf"medium\.com/(@?){_NAME}", "https://medium.com/feed/{0}{1}"),
    (r"bsky\.app/profile/([\w.:-]{1,253})", "https://bsky.app/profile/{0}/rss"),
))
_MASTODON = re.compile(r"[^/]+/@(\w{1,64})")
_OTHER_NAMES = frozenset(("youtube.com", "m.youtube.com", "tiktok.com", "threads.net", "threads.com", "flipboard.com"))
"""Hosts on which "@name" is no Mastodon profile."""
