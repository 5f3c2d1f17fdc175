"""Articles are analysed in a process of its own: what waits is done, what breaks it is left, and all else works without a model."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT
from tests.site.desk.orphans import left_alone
from tests.site.library.analyses import analysed, put

BEGIN = """
import os, signal, sys
sys.path[:0] = [{root!r}, {source!r}]
from octavo.language import model
from octavo.attribution.spans import finder
from octavo import pipeline
from octavo.analysis import Analysis
from octavo.site.desk.analysing import shipped
shipped.TABLES = __import__("pathlib").Path({tables!r} or shipped.TABLES)
class Finder:
    version = {tables!r} and shipped.shipped_version() or "told"
    def __init__(self):
        if {missing!r}:
            raise model.ModelError("attribution.onnx is missing. Install Octavo again.")
def analyse(texts, published, told):
    for text in texts:
        if "breaks" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "stumbles" in text:
            raise KeyError(text)
    return tuple(Analysis(((0, 1),), (), ()) for _ in texts)
finder.Finder, pipeline.analyse = Finder, analyse
from octavo.site.desk.analysing.process import main
sys.exit(main(sys.argv[1], float(sys.argv[2])))
"""
"""The process with another model: one that breaks, stumbles or is missing as it is told to."""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Any:
    from octavo.site.desk.analysing import running

    def set_(missing: bool = False, tables: str = "") -> None:
        script = BEGIN.format(root=str(ROOT), source=str(ROOT / "src"), missing=missing, tables=tables)
        monkeypatch.setattr(running, "PROCESS", ("-c", script))

    monkeypatch.setattr(running, "LOOK", 0.05)
    monkeypatch.setattr(running, "BREATH", 0.05)
    return set_


def states() -> dict[str, str]:
    """Key -> what became of it: the model, a problem, or "waits"."""
    from octavo.site.library.models import Analysis

    rows = Analysis.objects.select_related("article")
    return {row.article.key: "waits" if row.waiting else row.problem or row.model for row in rows}


def test_all_that_waits_is_done_and_what_breaks_it_is_left(library: str, told: Any) -> None:
    from django.db import connection

    from octavo.site.desk.analysing.running import analyse_all
    from octavo.site.library.models import Analysis

    told()
    for number in range(3):
        put(f"n{number}", f"Text {number}.", minutes=number)
    put("bad", "It breaks.", minutes=1)
    put("odd", "It stumbles.", minutes=1)
    connection.close()
    seen: list[tuple[int, int]] = []
    analyse_all(lambda done, left: seen.append((done, left)))
    problems = {"bad": "it breaks what analyses it each time", "odd": "Octavo stumbled over it (KeyError)"}
    assert states() == {"n0": "told", "n1": "told", "n2": "told"} | problems
    assert seen[-1][0] == 4
    assert not Analysis.objects.exclude(leased_by="").exists()


def test_without_a_model_it_says_so_and_all_waits(library: str, told: Any) -> None:
    from octavo.site.desk.analysing.running import NoModel, analyse_all
    from octavo.site.library.models import Analysis
    from octavo.site.library.trouble import trouble

    put()
    told(missing=True)
    with pytest.raises(NoModel, match=r"attribution\.onnx is missing"):
        analyse_all(lambda *_: None)
    assert trouble() == "attribution.onnx is missing. Install Octavo again."
    assert states() == {"ferry": "waits"}
    assert Analysis.objects.get().attempts == 0
    told()
    analyse_all(lambda *_: None)
    assert (trouble(), states()) == ("", {"ferry": "told"})


def test_a_process_that_cannot_begin_is_not_begun_without_end(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.analysing import running
    from octavo.site.library.models import Analysis

    monkeypatch.setattr(running, "PROCESS", ("-c", "raise SystemExit(1)"))
    put()
    running.analyse_all(lambda *_: None)
    assert Analysis.objects.get().attempts == 0
    assert states() == {"ferry": "waits"}


def test_articles_are_analysed_as_they_come_in_until_it_is_told_to_stop(library: str, told: Any) -> None:
    from octavo.site.desk.analysing.running import run_analysing

    told()
    put("before")

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(run_analysing(stop))
        await _until({"before": "told"})
        await asyncio.to_thread(_put, "after")
        await _until({"before": "told", "after": "told"})
        stop.set()
        await work

    asyncio.run(run())


def test_a_process_that_was_killed_is_begun_again(library: str, told: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.analysing import running

    told()
    note = tmp_path / "process"
    script = f"open({str(note)!r}, 'w').write(str(__import__('os').getpid()))\n{running.PROCESS[1]}"
    monkeypatch.setattr(running, "PROCESS", ("-c", script))
    put("before")

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(running.run_analysing(stop))
        await _until({"before": "told"})
        os.kill(int(note.read_text()), signal.SIGKILL)
        await asyncio.to_thread(_put, "after")
        await _until({"before": "told", "after": "told"})
        stop.set()
        await work

    asyncio.run(run())


def test_a_process_whose_desk_was_killed_keeps_its_batch_and_ends_quietly(library: str, told: Any, tmp_path: Path) -> None:
    from octavo.site.desk.analysing import running

    told()
    put("ferry")
    process = running.PROCESS[1].replace("    for text in texts:\n", "    wait()\n    for text in texts:\n", 1)
    assert left_alone(process, tmp_path / "note") == ""
    assert states() == {"ferry": "told"}


def test_a_process_that_ends_before_it_begins_is_begun_again(
    library: str, told: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from octavo.site.desk.analysing import running

    told()
    note = tmp_path / "times"
    ending = (
        f"note = open({str(note)!r}, 'a+'); note.write('x'); note.flush(); note.seek(0)\n"
        "if len(note.read()) < 3: raise SystemExit(1)\n"
    )
    monkeypatch.setattr(running, "PROCESS", ("-c", ending + running.PROCESS[1]))
    put()

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(running.run_analysing(stop))
        await _until({"ferry": "told"})
        stop.set()
        await work

    asyncio.run(run())
    assert len([record for record in caplog.records if "ended before it had begun" in record.getMessage()]) == 1


def test_what_another_model_found_is_done_again_though_nothing_else_waits(library: str, told: Any) -> None:
    from django.db import connection

    from octavo.site.desk.analysing.running import analyse_all, run_analysing
    from octavo.site.library.models import Analysis

    told()
    analysed()
    connection.close()
    analyse_all(lambda *_: None)
    assert states() == {"ferry": "told"}
    Analysis.objects.update(model="an older one")
    connection.close()

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(run_analysing(stop))
        await _until({"ferry": "told"})
        stop.set()
        await work

    asyncio.run(run())


def test_a_model_that_is_installed_meanwhile_does_all_again_and_the_owners_choices_hold(
    library: str, told: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from octavo.site.desk.analysing import running, shipped
    from octavo.site.library.deciding import split
    from octavo.site.library.models import Speaker, SpeakerChoice

    tables = tmp_path / "tables"
    tables.write_text('{"version": "first"}')
    monkeypatch.setattr(shipped, "TABLES", tables)
    told(tables=str(tables))
    row = analysed()
    other = split(Speaker.objects.get(key="ida brekke").pk, [row.pk])
    _close()

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(running.run_analysing(stop))
        await _until({"ferry": "first"})
        tables.write_text('{"version": "second"}')
        await _until({"ferry": "second"})
        stop.set()
        await work

    asyncio.run(run())
    assert SpeakerChoice.objects.get(article=row, key="ida brekke").speaker_id == other


def test_the_shipped_version_is_the_one_that_the_model_gives_itself() -> None:
    from octavo.language.files import FOLDER
    from octavo.language.files import TABLES as NAME
    from octavo.site.desk.analysing.shipped import TABLES, shipped_version

    assert TABLES.samefile(FOLDER / NAME)
    assert shipped_version() == json.loads(TABLES.read_bytes())["version"]


def test_tables_that_cannot_be_read_have_no_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.analysing import shipped

    monkeypatch.setattr(shipped, "TABLES", tmp_path / "tables")
    assert shipped.shipped_version() == ""
    for text in ("", "{", "[]", "{}", '{"version": 1}', "\xff"):
        shipped.TABLES.write_bytes(text.encode("latin-1"))
        assert shipped.shipped_version() == ""


def test_a_missing_model_is_said_once(library: str, told: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.analysing import running

    monkeypatch.setattr(running, "PAUSE", 0.05)
    told(missing=True)
    put()
    times = 0
    worked = running._worked

    async def counted(*arguments: Any) -> int:
        nonlocal times
        times += 1
        return await worked(*arguments)

    monkeypatch.setattr(running, "_worked", counted)

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(running.run_analysing(stop))
        while times < 3:
            await asyncio.sleep(0.05)
        stop.set()
        await work

    asyncio.run(run())
    said = [record for record in caplog.records if "cannot be analysed" in record.getMessage()]
    assert len(said) == 1


def _put(key: str) -> None:
    put(key)
    _close()


def _close() -> None:
    from django.db import connection

    connection.close()


async def _until(expected: dict[str, str]) -> None:
    def look() -> dict[str, str]:
        from django.db import connection

        found = states()
        connection.close()
        return found

    for _ in range(600):
        if await asyncio.to_thread(look) == expected:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(await asyncio.to_thread(look))


def test_nothing_of_the_model_is_loaded_beside_the_pages() -> None:
    import subprocess

    script = (
        "import sys, django, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'octavo.site.settings'; django.setup()\n"
        "import octavo.site.desk.polling.beside\nprint(sorted({'onnxruntime', 'tokenizers', 'numpy', 'sentencex'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"
