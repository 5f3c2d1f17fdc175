"""A paper on loopback that takes its time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Slow Post</title><link>/</link>
<item><title>Ferry sails again</title><link>/ferry</link><description>It sails.</description></item></channel></rss>"""


@contextmanager
def slow_paper(status: int = 200) -> Iterator[tuple[str, threading.Event]]:
    """A paper on loopback that answers when it is let to."""
    let = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            let.wait(60)
            self.send_response(status)
            self.send_header("Content-Type", "application/rss+xml")
            self.end_headers()
            self.wfile.write(FEED if status == 200 else b"")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", let
        let.set()
        server.shutdown()
