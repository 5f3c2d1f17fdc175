"""A source of the press: what it publishes, in what form, how it tells that nothing is new, and its troubles."""

from __future__ import annotations

import base64
import gzip
import hashlib
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import brotli
from backports import zstd

from tests.press import feeds, pages, texts
from tests.press.plan import Piece, Pieces
from tests.press.replies import Asked, Reply, http_date, refusal

if TYPE_CHECKING:
    from tests.press.log import Log

Play = Callable[["Source", Asked, "Log"], "Reply | None"]
"""What is said instead of the feed; None: the feed after all."""

CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": lambda body: gzip.compress(body, 5, mtime=0),
    "deflate": zlib.compress,
    "br": lambda body: brotli.compress(body, quality=4),
    "zstd": zstd.compress,
}


WRITERS = {**feeds.FORMS, "front": pages.front, "sitemap": pages.sitemap}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happens from one time on until another (None: for good)."""

    begins: datetime
    ends: datetime | None
    play: Play

    def at(self, time: datetime) -> bool:
        """Whether it is going on."""
        return self.begins <= time and (self.ends is None or time < self.ends)


@dataclass(frozen=True, slots=True)
class Form:
    """How a feed is made. `validators` is "both", "etag", "modified", "none", "restless" (another ETag each time) or "bare" (both,
    and a 304 has none);
    `links` "whole", "relative" or "tracked" (a parameter that changes each time); `guids` "kept" or "changing"; `dates` "kept" or
    "renewed" (now, each time); `charset` is that of the bytes, and `said` what Content-Type says; `words` are those of a text.
    """

    kind: str = "rss"
    validators: str = "both"
    coding: str = ""
    links: str = "whole"
    guids: str = "kept"
    dates: str = "kept"
    charset: str = "utf-8"
    said: str = ""
    hints: str = ""
    max_age: int | None = None
    words: int = 60
    full: int = 0


_FORM, _SITE = Form(), pages.Site()


@dataclass(frozen=True)
class Source:
    """One source. `user` and `secret_header` are what it wants to be shown."""

    name: str
    kind: str
    host: str
    port: int
    path: str
    pieces: Pieces
    form: Form = _FORM
    site: pages.Site = _SITE
    troubles: Sequence[Trouble] = ()
    user: tuple[str, str] | None = None
    secret_header: tuple[str, str] | None = None
    moved: str = ""
    """Where it is in the end, "" for where it was."""
    _made: dict[tuple[object, ...], bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def address(self) -> str:
        """What a reader adds."""
        return f"{self.home}{self.path}"

    @property
    def home(self) -> str:
        """Its host's address, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    def reply(self, asked: Asked, log: Log) -> Reply:
        """What is said at that time."""
        if not self._let_in(asked):
            return refusal(401, ("WWW-Authenticate", 'Basic realm="news"'))
        for trouble in self.troubles:
            if trouble.at(asked.time):
                said = trouble.play(self, asked, log)
                if said is not None:
                    return said
        return self.feed(asked)

    def feed(self, asked: Asked) -> Reply:
        """The feed as it should be: 304 where the client has it, unpacked where the client takes no packing."""
        shown = self.pieces.shown(asked.time)
        headers = [("Content-Type", self.form.said or feeds.CONTENT_TYPES[self.form.kind]), *self._validators(asked, shown)]
        if self.form.max_age is not None:
            headers.append(("Cache-Control", f"max-age={self.form.max_age}"))
        if self._known(asked, dict(headers)):
            return Reply(304, tuple(headers) if self.form.validators != "bare" else ())
        body = self._body(asked.time, shown)
        if self.form.coding and self.form.coding in asked.headers.get("accept-encoding", ""):
            body = self._packed(body, self._state(asked.time, shown))
            headers.append(("Content-Encoding", self.form.coding))
        return Reply(200, tuple(headers), body, shown=True)

    def page(self, piece: Piece) -> str:
        """The path of that piece's page."""
        return f"/news/{piece.name}"

    def _let_in(self, asked: Asked) -> bool:
        if asked.host != self.host:
            return True
        if self.user is not None:
            wanted = base64.b64encode(":".join(self.user).encode()).decode()
            return asked.headers.get("authorization") == f"Basic {wanted}"
        if self.secret_header is not None:
            return asked.headers.get(self.secret_header[0].lower()) == self.secret_header[1]
        return True

    def _validators(self, asked: Asked, shown: Sequence[Piece]) -> list[tuple[str, str]]:
        found = []
        if self.form.validators in ("both", "bare", "etag"):
            found.append(("ETag", f'"{_mark(self._state(asked.time, shown))}"'))
        if self.form.validators == "restless":
            found.append(("ETag", f'"{_mark((asked.time, id(asked)))}"'))
        if self.form.validators in ("both", "bare", "modified"):
            times = [piece.corrected if piece.corrected and piece.edition(asked.time) else piece.at for piece in shown]
            found.append(("Last-Modified", http_date(max(times, default=asked.time - timedelta(days=30)))))
        return found

    def _known(self, asked: Asked, headers: dict[str, str]) -> bool:
        if self.form.dates == "renewed":
            return False
        given = asked.headers.get("if-none-match")
        if given is not None:  # RFC 9110, 13.2.2: If-Modified-Since counts only without it
            return given == headers.get("ETag")
        since = asked.headers.get("if-modified-since")
        return since is not None and since == headers.get("Last-Modified")

    def _state(self, time: datetime, shown: Sequence[Piece]) -> tuple[object, ...]:
        return tuple((piece.name, piece.edition(time)) for piece in shown)

    def _body(self, time: datetime, shown: Sequence[Piece]) -> bytes:
        state = self._state(time, shown)
        restless = {self.form.links, self.form.guids, self.form.dates} & {"tracked", "changing", "renewed"}
        if restless or state not in self._made:
            self._made.clear()
            channel = feeds.Channel(self.title, f"{self.home}/", self.form.hints)
            body = WRITERS[self.form.kind](channel, [self._entry(piece, time) for piece in shown])
            self._made[state] = body.encode(self.form.charset, "xmlcharrefreplace")
        return self._made[state]

    def _packed(self, body: bytes, state: tuple[object, ...]) -> bytes:
        known = ("packed", *state)
        if known not in self._made:
            self._made[known] = CODINGS[self.form.coding](body)
        return self._made[known]

    @property
    def title(self) -> str:
        """The paper's name."""
        return f"The {self.name.replace('-', ' ').title()} Courier"

    def _entry(self, piece: Piece, time: datetime) -> feeds.Entry:
        path, shade = self.page(piece), _mark((time, piece.name))
        link = {"whole": f"{self.home}{path}", "relative": path, "tracked": f"{self.home}{path}?utm_source=feed&utm_campaign={shade}"}
        summary = " ".join(texts.sentences(piece.name, self.form.words))
        if piece.edition(time):
            summary = f"Correction: the vote was on Tuesday. {summary}"
        return feeds.Entry(
            link=link[self.form.links],
            guid=shade if self.form.guids == "changing" else f"tag:{self.host},{piece.name}",
            title=texts.headline(piece.name),
            summary=summary,
            published=time if self.form.dates == "renewed" else piece.at,
            updated=piece.corrected if piece.edition(time) else None,
            html="".join(f"<p>{part}</p>" for part in texts.paragraphs(f"{piece.name} full", self.form.full)) if self.form.full else "",
        )


def _mark(of: tuple[object, ...]) -> str:
    return hashlib.md5(repr(of).encode(), usedforsecurity=False).hexdigest()[:16]
