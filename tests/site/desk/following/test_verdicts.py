from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.article import Article, Paragraph
from octavo.errors import TooLarge
from octavo.fetching.failures import FetchError, Reason

if TYPE_CHECKING:
    from octavo.site.desk.following.verdicts import Verdict

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
URL = "https://post.example/mole"
OPENING = "The harbour board of Skerry voted on Monday to close the eastern mole for the winter."
REST = (
    "Ida Brekke, who chairs the board, said that the work would cost four million crowns.",
    "The ferry to Ulvnes will leave from the western quay until the spring, its captain said.",
)


def _article(*texts: str, **fields: Any) -> Article:
    made: dict[str, Any] = {"id": "feed", "headline": "Skerry closes its mole", "url": URL}
    return Article(paragraphs=tuple(Paragraph("text", text) for text in texts), **made | fields)


SUMMARY = _article(OPENING, publisher="Harbour Post", byline=("Ada Holm",), published=NOW, section="Islands")
WHOLE = _article(OPENING, *REST, id="page", headline="Eastern mole shut", url=URL + "?full")


@pytest.fixture(autouse=True)
def _django(site: None) -> None:
    """The states are a model's."""


def _failed(reason: Reason, attempt: int = 1, retry_after: float | None = None) -> Verdict:
    from octavo.site.desk.following.verdicts import failed

    return failed(FetchError(URL, reason, "the host does not answer", retry_after=retry_after), attempt, NOW)


def _came(held: Article | None, main: Article | None, wall: str | None = None, url: str = URL, title: str = "") -> Verdict:
    from octavo.site.desk.following.verdicts import came

    return came(held, main, wall, url, title)


@pytest.mark.parametrize("reason", [
    "timed-out", "server-error", "rate-limited", "robots-unknown", "no-connection", "no-address", "broken", "certificate",
])
def test_what_may_pass_is_tried_three_times_over_two_days(reason: str) -> None:
    first, second, third = (_failed(Reason(reason), attempt) for attempt in (1, 2, 3))
    assert first.due_at
    assert second.due_at
    assert (first.due_at - NOW) + (second.due_at - NOW) == timedelta(days=2)
    assert (first.state, second.state, third.state, third.due_at) == ("waiting", "waiting", "failed", None)
    assert (third.reason, third.problem) == (reason, "the host does not answer")


@pytest.mark.parametrize("reason", [
    "refused", "too-large", "redirects", "robots", "unauthorised", "forbidden", "not-found", "gone", "unreadable",
])
def test_what_lasts_is_never_tried_again(reason: str) -> None:
    verdict = _failed(Reason(reason))
    assert (verdict.state, verdict.due_at, verdict.reason) == ("failed", None, reason)


def test_a_page_that_cannot_be_read_is_unreadable() -> None:
    from octavo.site.desk.following.verdicts import failed

    verdict = failed(TooLarge(URL, "the page has a million tags", "Give a part of it"), 1, NOW)
    assert (verdict.state, verdict.reason, verdict.problem) == ("failed", "unreadable", "the page has a million tags")


@given(st.sampled_from(Reason), st.integers(1, 5), st.none() | st.floats(0, 1e18, allow_nan=False))
def test_no_host_puts_an_attempt_off_for_more_than_two_days(reason: Reason, attempt: int, retry_after: float | None) -> None:
    verdict = _failed(reason, attempt, retry_after)
    assert (verdict.due_at is None) == (verdict.state == "failed")
    assert verdict.due_at is None or timedelta() < verdict.due_at - NOW <= timedelta(days=2)


def test_a_host_that_names_a_time_is_left_alone_until_then() -> None:
    assert _failed(Reason.RATE_LIMITED, 1, 36_000).due_at == NOW + timedelta(hours=10)


def test_a_page_completes_its_article_which_keeps_what_the_page_does_not_tell() -> None:
    verdict = _came(SUMMARY, WHOLE)
    assert (verdict.state, verdict.partial) == ("read", "")
    got = verdict.article
    assert got
    assert (got.id, got.headline, got.url, got.text) == ("feed", "Eastern mole shut", URL + "?full", WHOLE.text)
    assert (got.publisher, got.byline, got.published, got.section) == ("Harbour Post", ("Ada Holm",), NOW, "Islands")
    bare = _came(SUMMARY, _article(OPENING, *REST, headline=""))
    assert bare.article
    assert bare.article.headline == SUMMARY.headline


@pytest.mark.parametrize("wall", ["paywall", "consent", "blocked"])
def test_a_wall_leaves_the_text_and_marks_what_is_a_summary(wall: str) -> None:
    verdict = _came(SUMMARY, WHOLE, wall)
    assert (verdict.state, verdict.article, verdict.partial) == ("partial", None, wall)
    assert "publisher's page asks for" in verdict.problem
    long = _article(*[OPENING] * 9)
    assert _came(long, WHOLE, wall).partial is None
    assert _came(SUMMARY, None, wall).state == "partial"


def test_a_link_becomes_an_article_with_the_opening_that_a_paywall_leaves() -> None:
    verdict = _came(None, WHOLE, "paywall")
    assert (verdict.state, verdict.article, verdict.partial) == ("partial", WHOLE, "paywall")
    for wall in ("consent", "blocked"):
        assert (_came(None, WHOLE, wall).state, _came(None, WHOLE, wall).article) == ("failed", None)
    assert _came(None, None, "paywall").state == "failed"


def test_a_link_to_a_page_without_an_article_becomes_none() -> None:
    assert _came(None, WHOLE).state == "read"
    short = _article("Eight words and no more are on it.")
    for verdict in (_came(None, None), _came(None, short), _came(None, WHOLE, url="https://post.example/")):
        assert (verdict.state, verdict.article, verdict.reason) == ("failed", None, "unreadable")
    named = _came(None, _article(OPENING, *REST, headline=""), title="Mole shut")
    assert named.article
    assert named.article.headline == "Mole shut"


def test_a_page_that_says_less_than_the_feed_clears_no_mark() -> None:
    assert _came(WHOLE, _article(OPENING)).partial is None
    assert _came(SUMMARY, _article(OPENING)).partial == ""
    assert _came(_article(), _article(OPENING)).partial == ""


@pytest.mark.parametrize(("announced", "found", "same"), [
    (SUMMARY, WHOLE, True),
    (_article(headline="Mole shut for months as harbour counts its stones"), WHOLE, True),
    (SUMMARY, _article("Otters have been seen in the mill pond again, the parish said on Sunday.", headline="Otters return"), False),
    (_article(headline="スケリー港、東防波堤を閉鎖"), _article("東側の防波堤を冬の間閉鎖する。", headline="スケリー港の防波堤"), True),
    (_article(headline="スケリー港、東防波堤を閉鎖"), _article("池にカワウソが戻ってきた。", headline="カワウソ"), False),
    (_article(headline="Hm"), WHOLE, True),
])
def test_a_page_that_holds_something_else_is_not_taken_for_the_article(announced: Article, found: Article, same: bool) -> None:
    from octavo.site.desk.following.verdicts import same_article

    assert same_article(announced, found) is same
    assert (_came(announced, found).state == "read") is same
