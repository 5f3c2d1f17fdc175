"""What can go wrong with a source, each as a `Play`: what is said instead of the feed."""

from __future__ import annotations

from datetime import timedelta

from tests.press.log import Log
from tests.press.replies import Asked, Manner, Reply, html, http_date, redirect, refusal
from tests.press.sources import Play, Source

METADATA = "http://169.254.169.254/latest/meta-data/"
"""Where clouds keep what no feed may lead to."""


def status(code: int, *headers: tuple[str, str]) -> Play:
    """That status, always."""
    return lambda source, asked, log: refusal(code, *headers)


def manner(how: Manner) -> Play:
    """The feed as it should be, sent in that manner."""

    def play(source: Source, asked: Asked, log: Log) -> Reply:
        whole = source.feed(asked)
        if how is Manner.CUT and whole.status == 304:
            whole = source.feed(Asked(asked.host, asked.target, asked.time))
        return Reply(whole.status, whole.headers, whole.body, how, whole.shown)

    return play


def broken_gzip(source: Source, asked: Asked, log: Log) -> Reply:
    """Content-Encoding says gzip, and the bytes are damaged in the middle."""
    packed = bytearray(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + b"\xff\x00\x12" * 300)
    return Reply(200, (("Content-Type", "application/rss+xml"), ("Content-Encoding", "gzip")), bytes(packed))


def truncated(source: Source, asked: Asked, log: Log) -> Reply:
    """Half of the feed in an answer that is whole."""
    whole = source.feed(Asked(asked.host, asked.target, asked.time))
    return Reply(200, (("Content-Type", "application/rss+xml"),), whole.body[: len(whole.body) * 2 // 3])


def empty(source: Source, asked: Asked, log: Log) -> Reply:
    """200 and no byte."""
    return Reply(200, (("Content-Type", "application/rss+xml"),))


def error_page(source: Source, asked: Asked, log: Log) -> Reply:
    """An error, as a page with 200."""
    return html("<html><head><title>Error</title></head><body><h1>Something went wrong</h1><p>Our engineers were told.</p></body></html>")


def login_page(source: Source, asked: Asked, log: Log) -> Reply:
    """A form to sign in, as a page with 200."""
    return html('<html><head><title>Sign in</title></head><body><form action="/login"><label>Name <input name="user"></label>'
                '<label>Password <input type="password" name="password"></label><button>Sign in</button></form></body></html>')


def unconditional_304(source: Source, asked: Asked, log: Log) -> Reply:
    """304 whatever was asked."""
    return Reply(304)


def circle(source: Source, asked: Asked, log: Log) -> Reply:
    """Two addresses that redirect to each other."""
    return redirect(302, source.path if "?" in asked.target else f"{source.path}?again")


def inwards(source: Source, asked: Asked, log: Log) -> Reply:
    """A redirect into the network of whoever follows it."""
    return redirect(302, METADATA)


def elsewhere(code: int) -> Play:
    """A redirect from the first address to where the source has moved, which is not redirected itself."""

    def play(source: Source, asked: Asked, log: Log) -> Reply | None:
        here = f"http://{asked.host}:{source.port}{asked.path}"
        return None if here == source.moved else redirect(code, source.moved)

    return play


def limited(seconds: float, says: str) -> Play:
    """429 for whoever comes sooner than that after an answer. `says`: how Retry-After does ("seconds", "date" or "nothing")."""

    def play(source: Source, asked: Asked, log: Log) -> Reply | None:
        served = next((visit for visit in reversed(log.of(source.name)) if visit.status in (200, 304)), None)
        if served is None:
            return None
        free = served.time + timedelta(seconds=seconds)
        if asked.time >= free:
            return None
        left = int((free - asked.time).total_seconds()) + 1
        said = {"seconds": str(left), "date": http_date(free + timedelta(seconds=1))}.get(says)
        return refusal(429, *([("Retry-After", said)] if said else []))

    return play
