"""What became of the pages that sources led to, when they came.

Called in the library's thread. Nothing is fetched or read here; what to do is decided in `verdicts`. It is a fixed number of
statements, whatever the number of pages (where Django splits a long one, one for each piece).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from octavo.article import Article, Page
from octavo.errors import InputError
from octavo.fetching.answers import Answer
from octavo.fetching.failures import FetchError
from octavo.site.desk.following import verdicts
from octavo.site.desk.following.verdicts import Verdict
from octavo.site.library import models, rows
from octavo.site.library.importing import Given, Taken, import_batch
from octavo.site.library.intents import Word, may_change
from octavo.site.library.models import WantedPage
from octavo.site.library.standing import at_home, word_of
from octavo.site.library.state import renew_state
from octavo.site.library.writing import writing


@dataclass(frozen=True, slots=True)
class Followed:
    """A wanted page as it came: an answer, the articles read from it (the main one first) and the wall that stands there, if one does
    (see `octavo.reading.walls`); or why it could not be fetched or read."""

    wanted_pk: int
    answer: Answer | None = None
    failure: FetchError | InputError | None = None
    articles: tuple[Article, ...] = field(default=(), repr=False)
    wall: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wanted page: its state now, whether an article was added or changed by it, and when it is asked for again."""

    wanted_pk: int
    state: WantedPage.State
    added: bool = False
    changed: bool = False
    due_at: datetime | None = None


@dataclass(slots=True)
class _Case:
    """A page that came, its row, and the article it belongs to. `digest` is that of a page that was imported."""

    followed: Followed
    row: WantedPage
    held: models.Article | None
    verdict: Verdict
    digest: str = ""


def record(followed: Sequence[Followed], now: datetime, worker: str) -> list[Outcome]:
    """Put what came into the library, in the order given, for the worker that took the rows. It lets go of them itself.

    A row that is gone, or that another worker has taken since, has no outcome: that one asks for the page too, and counts its attempt.

    The page's main article completes the article that the row belongs to, whose id and address in the paper stay. Where the page's
    own id is that of another article in the library, which another feed named by another address, both get the text: neither row can
    go, since its feed would bring it back, and as copies of one text the paper shows them once.
    """
    with writing():
        held = WantedPage.objects.filter(leased_by=worker).select_related("source", "article__publisher", "article__page__source")
        held = held.defer("article__page__body", "article__sketch")
        wanted = held.in_bulk([each.wanted_pk for each in followed])
        known = _known(each.articles[0] for each in followed if each.articles)
        cases = [_case(each, wanted[each.wanted_pk], known, now) for each in followed if each.wanted_pk in wanted]
        taken = _import(cases, known)
        _find(cases)
        _mark(cases, [row.pk for row in known.values()])
        _save(cases, [row.pk for row in known.values()])
    return [_outcome(case, came) for case, came in zip(cases, taken, strict=True)]


def _known(articles: Iterable[Article]) -> dict[str, models.Article]:
    """Those that are in the library, by their ids."""
    found = models.Article.objects.edition(specimen=False).filter(key__in={rows.key_of(article) for article in articles})
    return {row.key: row for row in found.select_related("publisher", "page__source").defer("sketch", "page__body")}


def _case(followed: Followed, row: WantedPage, known: dict[str, models.Article], now: datetime) -> _Case:
    row.attempts += 1
    main = next(iter(followed.articles), None)
    held = row.article or (known.get(rows.key_of(main)) if main else None)
    if followed.failure is not None or followed.answer is None:
        failure = followed.failure or InputError(row.url, "nothing came from there", "It is not asked for again.")
        return _Case(followed, row, held, verdicts.failed(failure, row.attempts, now))
    if held is None:
        return _Case(followed, row, held, verdicts.came(None, main, followed.wall, followed.answer.url, row.title))
    has_say, trusted = _says(held, main, followed.answer.url, row.source)
    verdict = verdicts.came(
        rows.article_of(held), main, followed.wall, followed.answer.url, row.title, has_say=has_say, trusted=trusted)
    return _Case(followed, row, held, verdict)


def _says(held: models.Article, main: Article | None, url: str, source: models.Source) -> tuple[bool, bool]:
    """Whether a page at that address that the source led to may change the article, and whether what is held was told by its site."""
    word = word_of(held.key, (main.url if main else None, held.url), url, source)
    teller = held.page.source
    trusted = held.at_home or not word.at_home or at_home(url, held.page.url, (teller.address, teller.home), given=False)
    return may_change(Word(held.at_home, held.page.source_id), word), trusted


def _import(cases: Sequence[_Case], known: dict[str, models.Article]) -> list[Taken]:
    """Import the articles; says for each case what came of it. A page that several rows of a source led to is one page."""
    given: dict[tuple[int, str], tuple[Page, models.Source, list[Article], int]] = {}
    for number, case in enumerate(cases):
        if case.verdict.article is None or case.followed.answer is None:
            continue
        page = case.followed.answer.page(case.row.url)
        case.digest = rows.digest_of(page)
        articles = given.setdefault((case.row.source_id, case.digest), (page, case.row.source, [], number))[2]
        articles.append(case.verdict.article)
        main = case.followed.articles[0]
        if rows.key_of(main) in known:
            articles.append(main)
    # A page that was read for another article is read again for this one.
    sources, digests = {source for source, _ in given}, {digest for _, digest in given}
    models.FetchedPage.objects.filter(source__in=sources, digest__in=digests).update(complete=False)
    batch = import_batch([Given(page, articles, source) for page, source, articles, _ in given.values()])
    done = [Taken()] * len(cases)
    for (*_, number), taken in zip(given.values(), batch, strict=True):
        done[number] = taken
    return done


def _find(cases: Iterable[_Case]) -> None:
    """Note the articles that have become one of a link."""
    new = [(case, case.verdict.article) for case in cases if case.held is None and case.verdict.article]
    added = _known(article for _, article in new)
    for case, article in new:
        case.held = added.get(rows.key_of(article))


def _mark(cases: Sequence[_Case], besides: Iterable[int]) -> None:
    """Say of each article whether its text is from its own page now, and why it is partial, or that it is not."""
    marks: defaultdict[str, set[int]] = defaultdict(set)
    for case in cases:
        if case.held and case.verdict.partial is not None:
            marks[case.verdict.partial].add(case.held.pk)
    read = {case.held.pk for case in cases if case.held} | set(besides)
    own = _read(cases)
    models.Article.objects.filter(pk__in=read, page__digest__in=own, followed=False).update(followed=True)
    changed = [models.Article.objects.filter(pk__in=marked).exclude(partial=why).update(partial=why) for why, marked in marks.items()]
    if any(changed):
        renew_state()


def _read(cases: Iterable[_Case]) -> set[str]:
    """The digests of the pages that were read as an article's own."""
    return {case.digest for case in cases if case.verdict.state == WantedPage.State.READ}


def _save(cases: Sequence[_Case], besides: Sequence[int]) -> None:
    """Write the rows; those that wait for the pages of other articles which got their text beside need not wait any more."""
    for case in cases:
        row, verdict = case.row, case.verdict
        row.article, row.state, row.due_at = case.held, verdict.state, verdict.due_at
        row.reason, row.problem = verdict.reason, rows.storable(verdict.problem)
    WantedPage.objects.bulk_update([case.row for case in cases], ["article", "state", "due_at", "reason", "problem", "attempts"])
    whole = models.Article.objects.filter(pk__in=besides, partial="", page__digest__in=_read(cases))
    WantedPage.objects.filter(article__in=whole, state=WantedPage.State.WAITING).update(state=WantedPage.State.READ, due_at=None)


def _outcome(case: _Case, taken: Taken) -> Outcome:
    imported = taken.imported
    return Outcome(case.row.pk, case.verdict.state, bool(imported.added), bool(imported.changed), case.verdict.due_at)
