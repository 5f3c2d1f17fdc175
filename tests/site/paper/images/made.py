"""Pictures for tests, made here, and a press on loopback that serves them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

from PIL import Image


def drawn(kind: str = "JPEG", size: tuple[int, int] = (1600, 900), mode: str = "RGB", **saved: Any) -> bytes:
    """A picture with something on it."""
    image = Image.linear_gradient("L").resize(size).convert(mode)
    made = BytesIO()
    image.save(made, kind, **saved)
    return made.getvalue()


def moving() -> bytes:
    """A GIF of two pictures."""
    made = BytesIO()
    frames = [Image.new("RGB", (200, 200), colour) for colour in ("red", "blue")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])
    return made.getvalue()


@dataclass
class Press:
    """What listens: what it serves by path, and the paths and headers that it was asked with. `pause`: seconds before each answer."""

    served: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    pause: float = 0
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def times(self, path: str) -> int:
        return [each for each, _ in self.asked].count(path)


@contextmanager
def press() -> Iterator[Press]:
    made = Press()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            if self.path != "/robots.txt":
                time.sleep(made.pause)
            body = made.served.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()
