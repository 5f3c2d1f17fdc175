"""What came of many turns, written down in one transaction: articles, the states of sources, the days' counts, the pages wanted next.

Called in the library's thread. One source's trouble is never another's: where the batch cannot be written, each turn is by itself.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from django.db import Error, connection
from django.db.models import Field, Model

from octavo.addresses import host_of, origin_of
from octavo.errors import LibraryError
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.headers import RETRY_MOST
from octavo.site.desk import schedule
from octavo.site.desk.assignments import Failed, Finished, Heard, Outcome, PageTurn, Reading, SourceTurn, Turn
from octavo.site.desk.following import outcomes as following
from octavo.site.desk.following.wanting import wanted_for_feeds, wanted_for_links
from octavo.site.desk.library_thread import passing
from octavo.site.desk.polling.asking import stumbled
from octavo.site.library import models, rows
from octavo.site.library.at_address import source_at
from octavo.site.library.importing import Given, import_batch
from octavo.site.library.writing import writing
from octavo.words import count

log = logging.getLogger("octavo.desk")


@dataclass(frozen=True, slots=True)
class _Came:
    """How many articles are new, how many changed, and how many links to new ones there are, by source."""

    added: Counter[int] = field(default_factory=Counter)
    changed: Counter[int] = field(default_factory=Counter)
    led: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes for one worker. `gap`: seconds that a host is left alone after a request to it."""

    worker: str
    chance: Random
    gap: Callable[[str], float]

    def record(self, outcomes: Sequence[Outcome], now: datetime) -> list[Finished]:
        """Write them all down, and let go of their rows.

        Raises what a database that is busy or gone raises; then nothing is written, and it can be done again.
        """
        try:
            return self._written(outcomes, now)
        except Exception as error:
            if isinstance(error, LibraryError | Error) and passing(error):
                raise
            if len(outcomes) > 1:
                return [done for each in outcomes for done in self.record([each], now)]
            return [self._given_up(outcomes[0], now, error)]

    def _given_up(self, outcome: Outcome, now: datetime, error: Exception) -> Finished:
        """What came cannot be written, nobody knows why: that is said with its source."""
        log.exception("What came of %s %s cannot be written", outcome.turn.kind, outcome.turn.id, exc_info=error)
        failed = Failed(outcome.turn, now, stumbled(outcome.turn.url, error), seconds=outcome.seconds)
        return self._written([failed], now)[0]

    def _written(self, outcomes: Sequence[Outcome], now: datetime) -> list[Finished]:
        done: list[Finished] = []
        with writing():
            sources = [each for each in outcomes if isinstance(each.turn, SourceTurn)]
            came = self._imported([each for each in sources if isinstance(each, Heard) and each.reading], now)
            taken = _taken(sources)
            states: list[tuple[SourceTurn, schedule.State]] = []
            for each in sources:
                assert isinstance(each.turn, SourceTurn)
                added, led = came.added[each.turn.id], came.led[each.turn.id]
                state = self._state(each, added + led, taken)
                states.append((each.turn, state))
                _log(each.turn, state)
                done.append(_finished(each, state, added, came.changed[each.turn.id], led))
            self._save(states)
            done += self._followed([each for each in outcomes if isinstance(each.turn, PageTurn)], now)
            self._let_go(outcomes, now)
        return done

    def _imported(self, heard: Sequence[Heard], now: datetime) -> _Came:
        """Import what was read, count it by day, want the pages that it leads to."""
        came = _Came()
        days: Counter[tuple[int, date]] = Counter()
        given, visits = [], []
        for each in heard:
            assert each.reading is not None
            source = _source(each.turn)
            if each.reading.articles:
                given.append(Given(each.reading.page or each.answer.page(each.turn.url), each.reading.articles, source))
            if each.reading.links:
                visits.append((source, each.reading.links))
        came.led.update({source: len(pages) for source, pages in wanted_for_links(visits, now).items()})
        brought = list(zip(given, import_batch(given), strict=True))
        for put, taken in brought:
            came.added[put.source.pk] += taken.imported.added
            came.changed[put.source.pk] += taken.imported.changed
            days[put.source.pk, _day(put.page.fetched)] += taken.imported.added
        wanted_for_feeds([(put.source, (*taken.added, *taken.came_home)) for put, taken in brought], now)
        _count(days)
        return came

    def _state(self, outcome: Outcome, new: int, taken: set[str]) -> schedule.State:
        assert isinstance(outcome.turn, SourceTurn)
        before, chance = outcome.turn.state, self.chance.random()
        if isinstance(outcome, Failed):
            error = outcome.error
            reason, retry = (error.reason, error.retry_after) if isinstance(error, FetchError) else (Reason.UNREADABLE, None)
            problem = rows.storable(error.problem if not error.advice else f"{error.problem}. {error.advice}")
            return schedule.failed(before, schedule.Failure(outcome.at, reason, problem, retry), chance)
        heard = said(outcome, new)
        return schedule.heard(before, heard, chance, taken=schedule.takes_over(before, heard) in taken)

    def _save(self, states: Sequence[tuple[SourceTurn, schedule.State]]) -> None:
        """Write the states of sources that this worker still holds at the address it asked: one prepared statement.

        One whose owner has put it into the queue meanwhile stays there: what came does not yet know what he changed.
        """
        columns = ("host", *(name for name in schedule.State.__dataclass_fields__ if name != "due_at"))
        changes = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in columns)
        values = []
        for turn, state in states:
            after = {name: getattr(state, name) for name in columns[1:]} | {"host": _host(turn, state), "hints": state.hints.as_json()}
            due = [_stored(models.Source, "due_at", moment) for moment in (turn.state.due_at, state.due_at)]
            values.append([*(_stored(models.Source, name, after[name]) for name in columns), *due, turn.id, turn.url, self.worker])
        table = connection.ops.quote_name(models.Source._meta.db_table)
        _each(
            f"UPDATE {table} SET {changes}, due_at = CASE WHEN due_at = %s THEN %s ELSE due_at END "  # noqa: S608 - our own names
            "WHERE id = %s AND address = %s AND leased_by = %s", values,
        )
        for turn, state in states:
            if origin_of(state.address) != origin_of(turn.url):
                _forget_secret(turn, state)

    def _let_go(self, outcomes: Iterable[Outcome], now: datetime) -> None:
        """End the leases, but for the time that the host rests after a request; keep until when it wants to be left alone."""
        for model, kind in ((models.Source, "source"), (models.WantedPage, "page")):
            values = [
                [_stored(model, "leased_until", now + timedelta(seconds=self.gap(each.turn.host))),
                 _stored(model, "not_before", _not_before(each)), each.turn.id, self.worker]
                for each in outcomes if each.turn.kind == kind
            ]
            table = connection.ops.quote_name(model._meta.db_table)
            _each(
                f"UPDATE {table} SET leased_until = %s, not_before = %s WHERE id = %s AND leased_by = %s", values)  # noqa: S608 - our own names

    def _followed(self, outcomes: Sequence[Outcome], now: datetime) -> list[Finished]:
        followed = {each.turn.id: _as_followed(each) for each in outcomes}
        by_id = {each.turn.id: each for each in outcomes}
        recorded = following.record(list(followed.values()), now, self.worker) if followed else []
        _count(Counter((_origin(by_id[each.wanted_pk].turn), _day(now)) for each in recorded if each.added))
        return [_page_finished(by_id[each.wanted_pk], each) for each in recorded]


def said(heard: Heard, new: int) -> schedule.Heard:
    """What of an answer the schedule goes by."""
    answer = heard.answer
    return schedule.Heard(
        at=answer.fetched, unchanged=answer.unchanged, new=new, etag=_short("etag", answer.headers.get("etag", "")),
        last_modified=_short("last_modified", answer.headers.get("last-modified", "")), digest=heard.digest, moved_to=answer.moved_to,
        max_age=answer.max_age, hints=heard.reading.hints if heard.reading else None,
    )


def _short(column: str, text: str) -> str:
    """A header to be sent back as it came; one that does not fit, or that no database holds, is none."""
    return text if rows.fitting(text, models.Source, column) == text else ""


def _taken(outcomes: Iterable[Outcome]) -> set[str]:
    """Which of the addresses that sources are about to take over are those of other sources: a query each, and mostly none."""
    wanted = {
        (schedule.takes_over(each.turn.state, said(each, 0)), each.turn.id)
        for each in outcomes if isinstance(each, Heard) and isinstance(each.turn, SourceTurn) and each.answer.moved_to
    }
    return {address for address, mover in wanted if address and source_at(address, besides=mover)}


def _source(turn: Turn) -> models.Source:
    """The row of the source as far as it is needed to import for it: nothing is asked, nothing is saved."""
    assert isinstance(turn, SourceTurn)
    return models.Source(pk=turn.id, kind=turn.form, address=turn.url, title=turn.title, home=turn.home, full_text=turn.full_text)


def _host(turn: SourceTurn, state: schedule.State) -> str:
    return turn.host if state.address == turn.url else host_of(state.address)


def _not_before(outcome: Outcome) -> datetime | None:
    """Until when the host wants to be left alone, if it was the one to say so and not one that it redirects to."""
    error = outcome.error if isinstance(outcome, Failed) else None
    if not isinstance(outcome, Failed) or not isinstance(error, FetchError) or not error.retry_after:
        return None
    return outcome.at + timedelta(seconds=min(error.retry_after, RETRY_MOST)) if host_of(error.url) == outcome.turn.host else None


def _forget_secret(turn: SourceTurn, state: schedule.State) -> None:
    """Credentials are for scheme, host and port of the address that they were given for: no redirect takes them along."""
    if models.SourceSecret.objects.filter(source=turn.id, source__address=state.address).delete()[0]:
        note = f"it has moved for good to {state.address}, and its credentials, given for {origin_of(turn.url)}, are not sent there: " \
            "give them again if it asks for them"
        models.Source.objects.filter(pk=turn.id).update(note=note)


def _count(days: Mapping[tuple[int, date], int]) -> None:
    table = connection.ops.quote_name(models.SourceDay._meta.db_table)
    values = [[source, _stored(models.SourceDay, "day", day), new] for (source, day), new in days.items() if new]
    _each(
        f"INSERT INTO {table} (source_id, day, articles) VALUES (%s, %s, %s) "  # noqa: S608 - our own names
        f"ON CONFLICT (source_id, day) DO UPDATE SET articles = {table}.articles + excluded.articles",
        values,
    )


def _stored(model: type[Model], column: str, value: Any) -> Any:
    """A value as the database's driver takes it for that column."""
    return _field(model, column).get_db_prep_save(value, connection)


@cache
def _field(model: type[Model], column: str) -> Field[Any, Any]:
    field = model._meta.get_field(column)
    assert isinstance(field, Field)
    return field


def _each(statement: str, values: Sequence[Sequence[Any]]) -> None:
    """One statement, prepared once, for many rows: Django has no other way to change each row in its own way but a CASE per column."""
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def _as_followed(outcome: Outcome) -> following.Followed:
    if isinstance(outcome, Failed):
        return following.Followed(outcome.turn.id, answer=outcome.answer, failure=outcome.error)
    reading = outcome.reading or Reading()
    return following.Followed(outcome.turn.id, answer=outcome.answer, articles=reading.articles, wall=reading.wall)


def _log(turn: SourceTurn, state: schedule.State) -> None:
    """A line when a source begins to fail, fails for another reason, or is well again. No address: there may be a key in it."""
    if state.reason and state.reason != turn.state.reason:
        log.info("Source %d (%s) fails: %s", turn.id, turn.host, state.problem)
    elif turn.state.reason and not state.reason:
        log.info("Source %d (%s) answers again", turn.id, turn.host)


def _day(when: datetime) -> date:
    return when.astimezone(UTC).date()


def _origin(turn: Turn) -> int:
    return turn.source if isinstance(turn, PageTurn) else turn.id


def _finished(outcome: Outcome, state: schedule.State, added: int, changed: int, led: int) -> Finished:
    new = [count(added, "new article")] if added else [count(led, "new link")] if led else []
    news = ", ".join([*new, *([count(changed, "changed article")] if changed else [])]) or "nothing new"
    turn, words = outcome.turn, state.problem if state.reason else news
    return Finished("source", turn.id, turn.title, turn.host, words, added, bool(state.reason), outcome.seconds, changed)


def _page_finished(outcome: Outcome, became: following.Outcome) -> Finished:
    turn, failed = outcome.turn, isinstance(outcome, Failed)
    words = outcome.error.problem if isinstance(outcome, Failed) else f"{became.state.label}"
    return Finished("page", turn.id, turn.title, turn.host, words, int(became.added), failed, outcome.seconds, int(became.changed))
