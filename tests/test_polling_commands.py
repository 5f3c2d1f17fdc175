"""`octavo fetch` and `octavo worker` as a person meets them, with a publisher on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from octavo.commands.polling import SHORT_TABLE, closing
from octavo.site.desk.assignments import Finished
from tests.site.desk.newsroom import feed


class Publisher(BaseHTTPRequestHandler):
    """A feed at /feed; at /hang nothing comes; anything else is not there."""

    hung = threading.Event()

    def do_GET(self) -> None:
        if self.path == "/hang":
            self.hung.set()
            self.rfile.read(1)
            return
        body = feed("marit", "ida") if self.path == "/feed" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def publisher() -> Iterator[int]:
    Publisher.hung.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Publisher) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """A shell that runs the tests in the background has SIGINT ignored, and what they start would inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def prepare(library: Path, *addresses: str) -> None:
    """Make a library with those sources."""
    script = (
        "import sys\nfrom octavo.site.library.opening import open_library\nopen_library()\n"
        "from tests.site.desk.newsroom import source\nfor address in sys.argv[1:]: source(address)"
    )
    environment = {**settings(library), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script, *addresses], check=True, env=environment, timeout=120)


def settings(library: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OCTAVO_")}
    return {**kept, "OCTAVO_DATA": str(library), "OCTAVO_ALLOW": "127.0.0.1"}


@contextmanager
def octavo(library: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "octavo", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=settings(library)) as process:
        try:
            yield process
        finally:
            process.kill()


def test_fetch_brings_what_is_new_and_says_what_failed(publisher: int, new_library: Path) -> None:
    here = f"http://127.0.0.1:{publisher}"
    prepare(new_library, f"{here}/feed", f"{here}/gone")
    with octavo(new_library, "fetch") as first:
        out, err = first.communicate(timeout=120)
    assert (first.returncode, err) == (1, "")
    lines = out.splitlines()
    assert "2 new articles" in lines[1]
    assert "fails: " in lines[2]
    assert "404" in lines[2]
    assert lines[3].startswith("2 sources asked in ")
    assert lines[3].endswith("s, 2 new articles, 1 failing")
    with octavo(new_library, "fetch", "--due") as second:
        out, err = second.communicate(timeout=120)
    assert (second.returncode, err) == (0, "")
    assert out.startswith("0 sources asked in ")


def test_fetch_without_sources_says_what_to_do(new_library: Path) -> None:
    with octavo(new_library, "fetch") as done:
        out, err = done.communicate(timeout=120)
    assert (done.returncode, err) == (0, "")
    assert "octavo add" in out


@pytest.mark.parametrize(("command", "number", "status"), [
    ("fetch", signal.SIGINT, 130), ("worker", signal.SIGINT, 0), ("worker", signal.SIGTERM, 0), ("serve", signal.SIGTERM, -signal.SIGTERM),
])
def test_it_ends_when_it_is_told_and_gives_back_what_it_holds(
    publisher: int, new_library: Path, command: str, number: signal.Signals, status: int,
) -> None:
    prepare(new_library, f"http://127.0.0.1:{publisher}/hang")
    with octavo(new_library, command, *(["--port", "0"] if command == "serve" else [])) as process:
        assert Publisher.hung.wait(60)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (status, "")
    script = (
        "from octavo.site.library.opening import open_library\nopen_library()\nfrom django.utils import timezone\n"
        "from octavo.site.library.models import Source\nrow = Source.objects.get(kind='feed')\n"
        "print((row.leased_until - timezone.now()).total_seconds() < 5, row.due_at <= timezone.now(), row.failures)"
    )
    looked = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=settings(new_library), timeout=120)
    assert looked.stdout.split() == ["True", "True", "0"], looked.stderr


def test_serve_asks_the_sources_unless_it_is_told_not_to(publisher: int, new_library: Path) -> None:
    prepare(new_library, f"http://127.0.0.1:{publisher}/hang")
    with octavo(new_library, "serve", "--port", "0", "--no-fetch") as quiet:
        assert quiet.stdout is not None
        assert "Octavo is open" in quiet.stdout.readline()
        assert not Publisher.hung.wait(2)
    with octavo(new_library, "serve", "--port", "0") as busy:
        assert busy.stdout is not None
        assert "Octavo is open" in busy.stdout.readline()
        assert busy.stdout.readline() == "It asks 1 source for what is new.\n"
        assert Publisher.hung.wait(60)


def finished(number: int, added: int = 0, failed: bool = False) -> Finished:
    return Finished("source", number, f"Paper {number}", "h", "the host does not answer" if failed else "nothing new", added, failed, 0.25)


def test_the_table_leaves_out_what_is_quiet_when_there_is_much(site: None) -> None:
    from octavo.site.desk.polling.round import Round

    few = closing([finished(1), finished(2, failed=True), finished(3, added=2)], Round(3, 0, 2, 1), 1.0)
    sums = "3 sources asked in 1.0 s, 2 new articles, 1 failing"
    assert [line.split("  ")[0] for line in few] == ["source", "Paper 3", "Paper 1", "Paper 2", sums]
    news = replace(finished(4), outcome="1 changed article", changed=1)
    assert closing([news], Round(1, 0, 2, changed=1), 1.0)[-1] == "1 source asked in 1.0 s, 2 new articles, 1 changed article"
    assert len(closing([news, *(finished(number) for number in range(SHORT_TABLE))], Round(), 1.0)) == 3
    many = [finished(number) for number in range(SHORT_TABLE)] + [finished(99, failed=True)]
    lines = closing(many, Round(len(many), 3, 0, 1, 4), 1.0)
    assert len(lines) == 3
    sums = "41 sources asked in 1.0 s, 0 new articles, 3 pages followed, 40 with nothing new not shown, 1 failing, 4 left to another worker"
    assert lines[-1] == sums
