"""The press as a whole: which host has what, and what is said to a request."""

from __future__ import annotations

from collections.abc import Sequence

from tests.press import pages
from tests.press.log import Log
from tests.press.replies import Asked, Reply, html, refusal, text
from tests.press.sources import Source


class Press:
    """All sources and their hosts. The sources are `open`ed once the port is known, since their addresses hold it."""

    def __init__(self) -> None:
        self.sources: Sequence[Source] = ()
        self._feeds: dict[tuple[str, str], Source] = {}
        self._named: dict[str, Source] = {}
        self._hosts: dict[str, Source] = {}

    def open(self, sources: Sequence[Source]) -> None:
        """From now on those sources can be asked."""
        self.sources = sources
        self._named = {source.name: source for source in sources}
        for source in sources:
            self._hosts.setdefault(source.host, source)
            for place in (source.address, source.moved):
                if place:
                    host, _, path = place.removeprefix("http://").partition("/")
                    self._feeds[host.partition(":")[0], f"/{path}"] = source
                    self._hosts.setdefault(host.partition(":")[0], source)

    def __call__(self, asked: Asked, log: Log) -> tuple[str, Reply]:
        """The name of the source whose feed is asked for, "" where it is another page, and what is said."""
        source = self._feeds.get((asked.host, asked.path))
        if source:
            return source.name, source.reply(asked, log)
        host = self._hosts.get(asked.host)
        if host is None:
            return "", refusal(404)
        if asked.path == "/robots.txt":
            return "", text(host.site.robots) if host.site.robots else refusal(404)
        return "", self._page(asked)

    def _page(self, asked: Asked) -> Reply:
        name = asked.path.removeprefix("/news/")
        source = self._named.get(name.rpartition("-")[0])
        if source is None or not asked.path.startswith("/news/"):
            return refusal(404)
        for piece in source.pieces.published(asked.time):
            if piece.name == name:
                return html(pages.article(source.title, piece, source.site))
        return refusal(404)
