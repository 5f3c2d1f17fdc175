"""What may be sent to the paper, over real HTTP: anybody may fill in a form, and only the owner may give a file."""

from __future__ import annotations

import asyncio
import http.client
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

MIB = 2**20


@contextmanager
def open_paper() -> Iterator[tuple[str, int]]:
    """The application as it is served, on a port of loopback."""
    import uvicorn

    from octavo.site.asgi import application

    config = uvicorn.Config(application, port=0, log_level="critical", lifespan="off", proxy_headers=False, server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()), daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        threading.Event().wait(0.01)
    host, port = server.servers[0].sockets[0].getsockname()
    yield host, port
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def paper(override: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A paper that lets nobody in unasked; what it spools goes into `tmp_path`."""
    from octavo.site import uploads

    override(LOOPBACK=False)
    monkeypatch.setattr(uploads, "LINGERING", 0.3)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with open_paper() as where:
        yield where


def send(
    where: tuple[str, int], path: str, size: int, *, chunked: bool = False, headers: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """Send a body of that many bytes, as far as it is taken: the status, and the page."""
    connection = http.client.HTTPConnection(*where, timeout=20)
    connection.putrequest("POST", path)
    for name, value in {"Content-Type": "application/octet-stream", **(headers or {})}.items():
        connection.putheader(name, value)
    connection.putheader(*(("Transfer-Encoding", "chunked") if chunked else ("Content-Length", str(size))))
    connection.endheaders()
    assert connection.sock is not None
    sent, piece = 0, b"x" * 2**16
    try:
        while sent < min(size, 8 * MIB):
            connection.sock.sendall(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
            sent += len(piece)
        if chunked:
            connection.sock.sendall(b"0\r\n\r\n")
    except OSError:  # it hung up, as it may
        pass
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, page


def signed_in() -> dict[str, str]:
    """The cookie of the owner who has signed in."""
    from django.test import Client

    from octavo.site.readers.owner import owner

    client = Client()
    client.force_login(owner())
    return {"Cookie": f"sessionid={client.cookies['sessionid'].value}"}


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("path", ["/sources/give/", "/sources/opml/", "/sign-in/", "/sources/add/", "/nowhere/"])
def test_nobody_unknown_sends_more_than_a_form(paper: tuple[str, int], path: str, chunked: bool) -> None:
    status, page = send(paper, path, 4 * MIB, chunked=chunked)
    assert status == 413
    assert "That is too much" in page


def test_a_form_passes(paper: tuple[str, int]) -> None:
    assert send(paper, "/sources/give/", MIB // 2)[0] in (302, 403)
    assert send(paper, "/sources/give/", MIB // 2, chunked=True)[0] in (302, 403)


@pytest.mark.parametrize("chunked", [False, True])
def test_the_owner_gives_files_where_files_are_taken(paper: tuple[str, int], chunked: bool) -> None:
    # 403 is Django's answer: it read the whole and found no token of this form in it.
    owner = signed_in()
    assert send(paper, "/sources/give/", 4 * MIB, chunked=chunked, headers=owner)[0] == 403
    assert send(paper, "/sources/opml/", 4 * MIB, chunked=chunked, headers=owner)[0] == 403
    assert send(paper, "/sources/opml/", 7 * MIB, chunked=chunked, headers=owner)[0] == 413
    assert send(paper, "/sources/add/", 4 * MIB, chunked=chunked, headers=owner)[0] == 413


def test_a_declared_size_over_the_limit_is_refused_before_it_is_sent(paper: tuple[str, int]) -> None:
    assert send(paper, "/sources/give/", 5 * 2**30, headers=signed_in())[0] == 413


def test_another_reader_and_another_sites_page_send_no_files(paper: tuple[str, int]) -> None:
    from django.test import Client

    from octavo.site.readers.models import User

    client = Client()
    client.force_login(User.objects.create_user("wrenna", password="a long enough one"))
    assert send(paper, "/sources/give/", 2 * MIB, headers={"Cookie": f"sessionid={client.cookies['sessionid'].value}"})[0] == 413
    own = f"http://{paper[0]}:{paper[1]}"
    assert send(paper, "/sources/give/", 2 * MIB, headers={"Origin": "https://evil.example", **signed_in()})[0] == 413
    assert send(paper, "/sources/give/", 2 * MIB, headers={"Origin": "null", **signed_in()})[0] == 413
    assert send(paper, "/sources/give/", 2 * MIB, headers={"Origin": own, **signed_in()})[0] == 403


def test_nothing_beyond_the_cap_is_written_to_the_disk(
    paper: tuple[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    most = 0

    class Watched(tempfile.SpooledTemporaryFile[bytes]):
        def write(self, *arguments: Any) -> int:
            nonlocal most
            written = super().write(*arguments)
            most = max(most, self.tell())
            return written

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Watched)
    assert send(paper, "/sources/give/", 8 * MIB, chunked=True)[0] == 413
    assert 0 < most <= MIB
    assert os.listdir(tmp_path) == []  # noqa: PTH208
