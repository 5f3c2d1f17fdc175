from __future__ import annotations

from dataclasses import dataclass

import pytest

from octavo.fetching.failures import Reason


@dataclass
class Failed:
    reason: str = ""
    problem: str = ""


def test_every_reason_has_words(site: None) -> None:
    from octavo.site.paper.sources.reasons import WORDS, why

    assert set(WORDS) >= {reason.value for reason in Reason}
    for reason in WORDS:
        assert why(Failed(reason)) != why(Failed("another"))


@pytest.mark.parametrize(("failed", "said"), [
    (Failed("gone", "it left\n  for  good."), "it left for good."),
    (Failed("gone"), "it says that it is gone for good."),
    (Failed("paywall"), "its publisher's page asks for a subscription."),
    (Failed("a reason of tomorrow"), "it is not known why."),
    (Failed(problem="x" * 1000), "x" * 300 + "…"),
    (Failed(problem="it is for " + "host.example, " * 40), "it is for " + "host.example, " * 19 + "host.example…"),
])
def test_the_problem_itself_comes_first(site: None, failed: Failed, said: str) -> None:
    from octavo.site.paper.sources.reasons import why

    assert why(failed) == said


def test_on_a_page_in_another_language_what_the_reason_means_is_said_and_the_problem_is_quoted(site: None) -> None:
    from django.utils.translation import override

    from octavo.site.paper.sources.reasons import why

    with override("de"):
        assert why(Failed("gone", "it <left>.")) == 'it says that it is gone for good: <q lang="en" dir="ltr">it &lt;left&gt;</q>'
        assert why(Failed("gone")) == "it says that it is gone for good."
