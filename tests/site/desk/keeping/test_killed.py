"""Taking out that is killed leaves nothing half, and goes on."""

from __future__ import annotations

from pathlib import Path

from tests.site.kill_trials import killed_in


def test_killed_it_leaves_what_is_whole_and_goes_on(library: str, new_library: Path) -> None:
    trials = 12 if library == "sqlite" else 5
    killed, partly = killed_in("tests.site.desk.keeping.killing", trials, new_library)
    assert killed >= trials // 2
    assert partly > 0
