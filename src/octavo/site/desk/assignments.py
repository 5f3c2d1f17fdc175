"""What the desk has to fetch and what came of it: plain data between claiming, asking and recording."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from octavo.article import Article, Page
from octavo.errors import InputError
from octavo.fetching.answers import Answer, Credentials
from octavo.fetching.failures import FetchError
from octavo.reading.feed.hints import Hints
from octavo.site.desk.schedule import State

if TYPE_CHECKING:
    from octavo.fetching.discovery.links import Link


@dataclass(frozen=True, slots=True)
class SourceTurn:
    """A source that this worker holds. `form`: feed, page or sitemap."""

    id: int
    title: str
    host: str
    form: str
    home: str
    full_text: str
    state: State
    credentials: Credentials | None = field(default=None, repr=False)

    @property
    def kind(self) -> Literal["source"]:
        """Which table's row it is."""
        return "source"

    @property
    def url(self) -> str:
        """The address to ask."""
        return self.state.address


@dataclass(frozen=True, slots=True)
class PageTurn:
    """A wanted page that this worker holds. `source` is the row of the source that led to it, `led_by` its address."""

    id: int
    title: str
    host: str
    url: str
    source: int
    led_by: str
    credentials: Credentials | None = field(default=None, repr=False)

    @property
    def kind(self) -> Literal["page"]:
        """Which table's row it is."""
        return "page"


Turn = SourceTurn | PageTurn


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a page's bytes: the articles, the main one first; the links that lead to articles; a feed's hints; the wall that
    stands before a page's text (see `octavo.reading.walls`). `page`: what was read, where it is a part of what came."""

    articles: tuple[Article, ...] = ()
    links: tuple[Link, ...] = ()
    hints: Hints | None = None
    wall: str | None = None
    page: Page | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer to a turn. `reading` is None where nothing has changed since the last one. `digest`: SHA-256 of the body, hexadecimal."""

    turn: Turn
    answer: Answer
    digest: str = ""
    reading: Reading | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A turn that came to nothing, and why. `at` is when that was known; `answer` is what came and could not be read."""

    turn: Turn
    at: datetime
    error: FetchError | InputError
    answer: Answer | None = None
    seconds: float = 0.0


Outcome = Heard | Failed


@dataclass(frozen=True, slots=True)
class Finished:
    """A turn that is done and written down. `outcome` is in words for a person; `added` and `changed` count articles; `failed`: it has a
    problem."""

    kind: Literal["source", "page"]
    id: int
    title: str
    host: str
    outcome: str
    added: int = 0
    failed: bool = False
    seconds: float = 0.0
    changed: int = 0
