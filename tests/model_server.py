"""A stand-in for a language model: real HTTP on loopback, which answers as a test's function says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answering = Callable[[str, str], str]
"""What the system said and what the user said -> what the model says."""


@dataclass
class Standing:
    """What listens, and what it was asked."""

    port: int
    bodies: list[dict[str, Any]] = field(default_factory=list)
    heads: list[Mapping[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


@dataclass(frozen=True)
class Raw:
    """An answer that is no chat completion: its status, body and further headers."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def completion(text: str, tokens: int | None = None) -> bytes:
    usage = {} if tokens is None else {"usage": {"total_tokens": tokens}}
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}], **usage}).encode()


@contextmanager
def model_server(answering: Callable[[str, str], str | Raw], tokens: int | None = None) -> Iterator[Standing]:
    """A server that answers each question by that function, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            standing.bodies.append(body)
            standing.heads.append({name.lower(): value for name, value in self.headers.items()})
            standing.paths.append(self.path)
            system, user = (message["content"] for message in body["messages"])
            made = answering(system, user)
            raw = made if isinstance(made, Raw) else Raw(body=completion(made, tokens))
            self.send_response(raw.status)
            self.send_header("Content-Length", str(len(raw.body)))
            for name, value in raw.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw.body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    standing = Standing(server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield standing
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
