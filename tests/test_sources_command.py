"""`octavo add` and `octavo sources`, with a real server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from octavo.cli import main

FEED = b"""<rss version="2.0"><channel><title>Harbour Post</title><link>https://post.example/</link>
<item><title>Ferry stays in harbour</title><link>https://post.example/1</link></item></channel></rss>"""
OPML = b"""<opml version="2.0"><body><outline text="Coast"><outline text="The Pilot" xmlUrl="https://pilot.example/feed"/></outline>
<outline text="Odd" xmlUrl="javascript:alert(1)"/></body></opml>"""


class Paper:
    """A server that answers by path, and what it was asked: (path, Authorization, X-Key)."""

    def __init__(self, replies: Mapping[str, bytes]) -> None:
        self.asked: list[tuple[str, str | None, str | None]] = []
        paper = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                paper.asked.append((self.path, self.headers["Authorization"], self.headers["X-Key"]))
                body = replies.get(self.path)
                self.send_response(404 if body is None else 200)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def paper(site: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Paper]]:
    """Starts papers on loopback, where this test's door may go."""
    monkeypatch.setenv("OCTAVO_ALLOW", "127.0.0.1")
    started: list[Paper] = []

    def start(**replies: bytes) -> Paper:
        started.append(Paper({"/" + path.replace("_", "/"): body for path, body in replies.items()}))
        return started[-1]

    yield start
    for each in started:
        each.close()


def sources(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["sources", "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_site_is_added_by_its_name_over_http_where_there_is_no_https(
    paper: Callable[..., Paper], capsys: pytest.CaptureFixture[str]
) -> None:
    there = paper(**{"": b'<link rel="alternate" type="application/rss+xml" href="/feed"><p>Hello', "feed": FEED})
    assert main(["add", there.host, "--folder", "Coast", "--full-text", "never"]) == 0
    out = capsys.readouterr().out
    assert f"{there.host}: added Harbour Post, a feed with 1 article now, http://{there.host}/feed\n" in out
    assert "`octavo fetch`" in out
    (source,) = sources(capsys)
    assert (source["address"], source["folder"], source["full_text"]) == (f"http://{there.host}/feed", "Coast", "never")
    assert [path for path, _, _ in there.asked] == ["/", "/feed"]
    assert main(["add", f"http://{there.host}/feed"]) == 0
    assert "is there already" in capsys.readouterr().out
    assert len(sources(capsys)) == 1


def test_one_bad_input_never_stops_the_rest(paper: Callable[..., Paper], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = paper(feed=FEED, text=b"Only words.")
    opml, html = tmp_path / "list.xml", tmp_path / "page.html"
    opml.write_bytes(OPML)
    html.write_bytes(b"<html><p>No list.</p></html>")
    absent = [str(tmp_path / "absent.opml"), "absent.opml"]
    bad = ["word", "https://10.0.0.1/feed", f"http://{there.host}/text", str(html), *absent, "\udcff.example"]
    assert main(["add", *bad, f"http://{there.host}/feed", str(opml)]) == 1
    out, err = capsys.readouterr()
    assert len(err.splitlines()) == len(bad)
    assert all(line.startswith("octavo: ") for line in err.splitlines())
    assert "Traceback" not in err
    assert "1 source added, 1 without an address that can be used: Odd" in out
    assert {str(each["title"]) for each in sources(capsys)} == {"Harbour Post", "The Pilot"}


def test_a_password_is_sent_and_kept_and_never_printed(
    paper: Callable[..., Paper], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from octavo.site.library.models import SourceSecret

    there = paper(feed=FEED)
    monkeypatch.setenv("OCTAVO_SOURCE_PASSWORD", "geheim")
    assert main(["add", f"http://{there.host}/feed", "--user", "ada", "--header", "X-Key: s3cret"]) == 0
    assert there.asked == [("/feed", "Basic YWRhOmdlaGVpbQ==", "s3cret")]
    secret = SourceSecret.objects.get()
    assert (secret.user, secret.password, secret.headers) == ("ada", "geheim", {"X-Key": "s3cret"})
    assert main(["add", f"http://eve:neu%40@{there.host}/feed"]) == 0
    secret.refresh_from_db()
    assert (secret.user, secret.password) == ("eve", "neu@")
    for command in (["sources"], ["sources", "--json"], ["sources", "--opml"], ["add", f"http://{there.host}/feed"]):
        assert main(command) == 0
    printed = "".join(capsys.readouterr())
    assert "Harbour Post" in printed
    assert "geheim" not in printed
    assert "s3cret" not in printed
    assert "neu" not in printed


def test_what_is_said_of_a_source_that_is_there_is_done(paper: Callable[..., Paper], capsys: pytest.CaptureFixture[str]) -> None:
    there = paper(feed=FEED)
    add = ["add", f"http://{there.host}/feed"]
    assert main([*add, "--folder", "Coast", "--full-text", "never"]) == 0
    assert main([*add, "--folder", "Isles", "--title", "My Post", "--full-text", "always"]) == 0
    assert "Harbour Post is there already" in (out := capsys.readouterr().out)
    assert "changed: title “My Post”, folder “Isles” and full text “always”" in out
    (source,) = sources(capsys)
    assert (source["title"], source["folder"], source["full_text"]) == ("My Post", "Isles", "always")
    assert main(add) == 0
    assert "nothing is changed" in capsys.readouterr().out
    (again,) = sources(capsys)
    assert again == source


def test_a_list_at_an_address_is_added_like_a_file(paper: Callable[..., Paper], capsys: pytest.CaptureFixture[str]) -> None:
    there = paper(list=OPML)
    assert main(["add", f"http://{there.host}/list", "--folder", "Mine"]) == 0
    assert "1 source added, 1 without an address that can be used: Odd" in capsys.readouterr().out
    assert [(each["title"], each["folder"]) for each in sources(capsys)] == [("The Pilot", "Mine")]


def test_nobody_to_ask_for_a_password_is_said(site: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("OCTAVO_SOURCE_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: SIM115, PTH123 - closed with the process
    assert main(["add", "https://post.example/", "--user", "ada"]) == 1
    assert "OCTAVO_SOURCE_PASSWORD" in capsys.readouterr().err


@pytest.mark.parametrize("header", ["no colon s3cret", "Host: s3cret", "X: s3cr\x00et"])
def test_a_header_that_cannot_be_sent_is_said_without_its_value(header: str, site: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "https://post.example/", "--header", header]) == 1
    err = capsys.readouterr().err
    assert err.startswith("octavo: ")
    assert "s3cr" not in err


def test_starters_are_added_without_a_request(site: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("octavo.fetching.environment.door_of_environment", lambda: pytest.fail("a door was opened"))
    assert main(["add", "--starter", "oceania"]) == 0
    assert {each["folder"] for each in sources(capsys)} == {"Oceania"}
    assert main(["add", "--starter", "Mars"]) == 1
    assert "Choose all" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [
    ["add"], ["add", "a.example", "b.example", "--title", "x"], ["add", "a.example", "--full-text", "often"],
    ["sources", "--json", "--opml"],
])
def test_wrong_use_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: octavo" in capsys.readouterr().err


def test_an_opml_goes_out_and_comes_back(site: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tmp_path / "in.opml"
    given.write_bytes(OPML)
    main(["add", str(given)])
    capsys.readouterr()
    assert main(["sources", "--opml"]) == 0
    (tmp_path / "out.opml").write_text(capsys.readouterr().out, "utf8")
    before = sources(capsys)
    assert main(["sources", "--remove", "pilot.example/feed/", "--remove", "absent.example"]) == 1
    out, err = capsys.readouterr()
    assert "The Pilot is removed" in out
    assert "absent.example/: there is no such source" in err
    assert sources(capsys) == []
    assert main(["add", str(tmp_path / "out.opml")]) == 0
    assert [(each["address"], each["folder"]) for each in sources(capsys)] == [(each["address"], each["folder"]) for each in before]


def test_the_table_says_how_sources_are_doing(site: None, capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from octavo.site.desk.adding.discovering import Found
    from octavo.site.desk.adding.sources import add_source
    from octavo.site.library.models import Source

    assert main(["sources"]) == 0
    assert "no sources yet" in capsys.readouterr().out
    now = timezone.now()
    add_source(Found("feed", "https://a.example/", "Fine\x1b[2J Paper"))
    add_source(Found("feed", "https://b.example/", "Broken Paper"))
    add_source(Found("feed", "https://c.example/", "Quiet Paper"))
    Source.objects.filter(title__startswith="Fine").update(fetched=now - timedelta(minutes=5), interval=5400)
    failing = {"failures": 2, "problem": "the host does not answer", "due_at": now + timedelta(hours=9)}
    Source.objects.filter(title__startswith="Broken").update(**failing)
    Source.objects.filter(title__startswith="Quiet").update(muted=True)
    assert main(["sources"]) == 0
    heads, *lines = capsys.readouterr().out.splitlines()
    assert heads.split() == ["source", "asked", "every", "articles"]
    assert [line.split("  ")[0] for line in lines] == ["Broken Paper", "Fine [2J Paper", "Quiet Paper"]
    assert "fails: the host does not answer (asked again " in lines[0]
    assert "5 minutes ago" in lines[1]
    assert "90 minutes" in lines[1]
    assert lines[2].endswith("muted")
    assert all("\x1b" not in line for line in lines)
