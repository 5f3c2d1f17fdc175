"""Placing that is killed loses nothing and places nothing twice."""

from __future__ import annotations

from pathlib import Path

from tests.site.kill_trials import killed_in


def test_killed_placing_leaves_what_is_whole_and_the_rest_waiting(library: str, new_library: Path) -> None:
    trials = 16 if library == "sqlite" else 6
    killed, partly = killed_in("tests.site.desk.grouping.killing", trials, new_library)
    assert killed >= trials // 2
    assert partly > 0
