"""Sign-in is counted by who asks: behind a proxy that the owner named, by what that says; of all others, by where they come from.

A real `octavo serve`, a real proxy before it, and clients on addresses of this machine's own: the whole of 127.0.0.0/8 is.
"""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.site.test_serving import serving

NAMED, UNNAMED = "127.0.0.1", "127.0.0.9"
"""Where the proxy that is named speaks from, and one that is not."""
FROM_ONE = 10
"""Tries that one client has in a quarter of an hour."""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving(tmp_path_factory.mktemp("proxied") / "library", "--no-fetch", OCTAVO_PROXIES=NAMED, OCTAVO_HOSTS="paper.example") as said:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        assert found, said
        yield int(found.group(1))


@contextmanager
def proxy(port: int, speaks_from: str) -> Iterator[int]:
    """A proxy to that port, which adds who asked it to X-Forwarded-For, as nginx does; its own port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            before = self.headers.get("X-Forwarded-For")
            said = {name: value for name, value in self.headers.items() if name.lower() != "x-forwarded-for"}
            said["X-Forwarded-For"] = f"{before}, {self.client_address[0]}" if before else self.client_address[0]
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            paper = http.client.HTTPConnection(NAMED, port, timeout=60, source_address=(speaks_from, 0))
            paper.request(self.command, self.path, body, said)
            answer = paper.getresponse()
            page = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer((NAMED, 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def sign_in(port: int, client: str, times: int = 1, **headers: str) -> list[int]:
    """What a client at that address is answered, who tries to sign in so often."""
    said = {"Host": "paper.example", **{name.replace("_", "-"): value for name, value in headers.items()}}

    def ask(method: str, body: str = "", **more: str) -> tuple[int, http.client.HTTPMessage, str]:
        connection = http.client.HTTPConnection(NAMED, port, timeout=60, source_address=(client, 0))
        connection.request(method, "/sign-in/", body, said | more)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    _, headers_of_form, page = ask("GET")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token, page
    cookie = (headers_of_form["Set-Cookie"] or "").partition(";")[0]
    form = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    return [ask("POST", f"csrfmiddlewaretoken={token[1]}&username=&password=", **form)[0] for _ in range(times)]


def test_clients_behind_the_named_proxy_are_counted_apart_and_none_by_what_it_claims(port: int) -> None:
    with proxy(port, NAMED) as through:
        assert sign_in(through, "127.0.0.2", FROM_ONE + 1) == [200] * FROM_ONE + [429]
        assert sign_in(through, "127.0.0.3") == [200]
        for claimed in ("127.0.0.3", "203.0.113.9", "203.0.113.10, 127.0.0.1", "127.0.0.1", "nonsense", "::1"):
            assert sign_in(through, "127.0.0.2", X_Forwarded_For=claimed) == [429], claimed
        assert sign_in(through, "127.0.0.3", X_Forwarded_For="127.0.0.2") == [200]
        # Other names of the same header are not read at all.
        assert sign_in(through, "127.0.0.2", Forwarded="for=203.0.113.11", X_Real_IP="203.0.113.12") == [429]


def test_a_proxy_that_is_not_named_is_one_client_whomever_it_speaks_for(port: int) -> None:
    with proxy(port, UNNAMED) as through:
        assert sign_in(through, "127.0.0.4", FROM_ONE) == [200] * FROM_ONE
        assert sign_in(through, "127.0.0.5") == [429]


def test_who_asks_without_a_proxy_is_not_believed(port: int) -> None:
    claimed = (f"203.0.113.{number}" for number in range(FROM_ONE + 1))
    answers = [sign_in(port, "127.0.0.6", X_Forwarded_For=each)[0] for each in claimed]
    assert answers == [200] * FROM_ONE + [429]
