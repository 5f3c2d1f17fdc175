"""What is wrong is found and explained; nothing is changed but by --mend."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from octavo.site.doctor.finding import Finding
from octavo.site.doctor.surroundings import VARIABLES, look_at_settings
from tests.shared import ROOT
from tests.site.library import placed


def wrong(found: list[Finding]) -> list[str]:
    return [each.what for each in found if each.grade != "fine"]


def database(mend: bool = False) -> list[Finding]:
    from octavo.site.doctor.database import look_at_database

    return list(look_at_database(timezone.now(), mend))


def work(mend: bool = False) -> list[Finding]:
    from octavo.site.doctor.work import look_at_work

    return list(look_at_work(timezone.now(), mend))


def test_a_library_that_is_well_has_nothing_wrong(library: str) -> None:
    placed.came("a")
    assert wrong(database() + work()) == []


def test_articles_that_the_index_lacks_and_entries_of_none_are_found_and_mended(library: str) -> None:
    from octavo.site.library.models import Article
    from octavo.site.library.searching.index import index

    rows = [placed.came(key) for key in "abc"]
    index().remove()
    rows[0].delete()
    index().make()
    index().fill(rows[1].pk, rows[1].pk)
    assert index().astray() == (1, 0)
    assert wrong(database()) == ["Searching goes wrong: 1 article cannot be found by words, and 0 times the index leads nowhere."]
    assert wrong(database(mend=True)) == []
    assert index().astray() == (0, 0)
    assert Article.objects.count() == 2


def test_a_clock_that_was_ahead_is_found(library: str) -> None:
    from octavo.site.library.models import FetchedPage

    placed.came("a")
    FetchedPage.objects.update(fetched=timezone.now() + timedelta(days=400))
    assert "a clock was wrong" in wrong(database())[0]


def test_sources_that_fail_or_wait_and_leases_left_over_are_found(library: str) -> None:
    from octavo.site.library.models import Source

    now = timezone.now()
    long = now - timedelta(days=9)
    common = {"kind": "feed", "added": long}
    Source.objects.create(address="https://a.example/", title="Kanal", failing_since=long, failures=9, problem="it is gone", **common)
    Source.objects.create(address="https://b.example/", due_at=now - timedelta(hours=2), answered=long, **common)
    Source.objects.create(address="https://c.example/", **common)
    yesterday = now - timedelta(hours=20)
    Source.objects.create(address="https://e.example/", failing_since=yesterday, failures=9, problem="no such host", **common)
    Source.objects.create(address="https://f.example/", failing_since=yesterday, failures=9, problem="busy", answered=long, **common)
    Source.objects.create(address="https://d.example/", answered=long, leased_until=now + timedelta(days=400), **common)
    found = wrong(work())
    assert [each.split(" since")[0] for each in found] == [
        "Kanal never answered, and fails", "https://e.example/ never answered, and fails", "1 source never answered.",
        "Due for over an hour, and nobody is at it: 1 source.",
        "1 lease of work that nobody does any more.",
    ]
    work(mend=True)
    assert not Source.objects.filter(leased_until__gt=now).exists()


def test_a_damaged_file_is_told_not_thrown(tmp_path: Path) -> None:

    def run(*options: str) -> tuple[int, dict[str, list[dict[str, str]]]]:
        command = [sys.executable, "-m", "octavo", "doctor", "--json", "--data", str(tmp_path), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        return done.returncode, json.loads(done.stdout)

    status, told = run()
    assert status == 0
    assert [each["what"] for each in told["findings"] if each["grade"] == "look"] == [f"There is no library yet in {tmp_path}."]
    (tmp_path / "library.sqlite3").write_bytes(b"no database" * 1000)
    status, told = run()
    assert status == 1
    assert "no SQLite database" in told["findings"][-1]["what"]


def test_the_variables_that_are_known_are_those_of_the_docs() -> None:
    listed = set(re.findall(r"^\| `(OCTAVO_[A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text("utf8"), re.M))
    assert listed == VARIABLES


@pytest.mark.parametrize(("said", "password", "told"), [
    ({}, False, []),
    ({"OCTAVO_HOST": "a.example"}, True, ["OCTAVO_HOST does nothing."]),
    ({"OCTAVO_PROXIES": "127.0.0.1"}, True, [
        "OCTAVO_PROXIES is set and OCTAVO_HOSTS names no host: whoever asks for the paper by the name that the proxy has is refused."]),
    ({"OCTAVO_MAIL_FROM": "a@a.example"}, True, ["OCTAVO_MAIL_FROM: no mail is sent without OCTAVO_MAIL."]),
    ({"OCTAVO_MODEL_ADDRESS": "x", "OCTAVO_MODEL_KEY": "a", "OCTAVO_MODEL_KEY_FILE": "b"}, True, [
        "OCTAVO_MODEL_KEY_FILE is not read: OCTAVO_MODEL_KEY comes before it."]),
    ({"OCTAVO_PROXIES": "0.0.0.0/0", "OCTAVO_HOSTS": "a.example"}, True, [
        "OCTAVO_PROXIES names everybody (0.0.0.0/0): whoever asks can say who asks."]),
    ({"OCTAVO_HOSTS": "a.example"}, False, ["Others are to reach the paper, and the owner has no password: nobody can sign in."]),
    ({"OCTAVO_HOSTS": "a.example", "OCTAVO_PROXIES": "127.0.0.1", "OCTAVO_PATH": "/a"}, True, []),
    ({"OCTAVO_PATH": "/a"}, True, ["OCTAVO_PATH is set and no proxy is named."]),
    ({"OCTAVO_MODEL_NAME": "m"}, True, ["OCTAVO_MODEL_NAME: nothing comes of it without OCTAVO_MODEL_ADDRESS."]),
])
def test_settings_that_do_nothing_or_do_not_go_together(said: Mapping[str, str], password: bool, told: list[str]) -> None:
    assert wrong(list(look_at_settings(said, password))) == told


def test_others_who_may_read_the_library_are_told(tmp_path: Path) -> None:
    from octavo.site.doctor.machine import look_at_disk

    tmp_path.chmod(0o755)
    assert any("may read" in each for each in wrong(list(look_at_disk(tmp_path))))
    tmp_path.chmod(0o700)
    assert not any("may read" in each for each in wrong(list(look_at_disk(tmp_path))))
