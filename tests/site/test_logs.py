"""A line for each event, whatever it holds; no secret of an address."""

from __future__ import annotations

import logging
import re
import sys

import pytest

from octavo.errors import InputError
from octavo.site.logs import Discreet, OneLine, discreet, logging_settings


def line(message: str, *values: object, broken: bool = False) -> str:
    try:
        raise ValueError("two\nlines")
    except ValueError:
        info = sys.exc_info() if broken else None
    return OneLine().format(logging.LogRecord("octavo.desk", logging.INFO, "a.py", 1, message, values, info))


def test_a_line_has_time_with_offset_level_and_place() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d INFO octavo\.desk: 3 articles", line("%d articles", 3))


def test_what_comes_from_outside_makes_no_second_line_and_moves_no_cursor() -> None:
    said = line("Asked %s", "a\n2026-01-01 ERROR forged\x1b[2J\u2028x")
    assert len(said.splitlines()) == 1
    assert "\x1b" not in said


def test_an_error_stands_on_the_same_line() -> None:
    said = line("It broke", broken=True)
    assert len(said.splitlines()) == 1
    assert "It broke | Traceback" in said
    assert "ValueError: two | lines" in said


def test_a_request_is_told_without_what_may_be_a_key() -> None:
    assert discreet("/search/?q=harbour&key=secret") == "/search/"
    assert discreet("/reset/MQ-c8k2lp-0123456789abcdef0123456789/") == "/reset/…/"
    told = ("192.0.2.7:1", "GET", "/a/?k=v", "1.1", 200)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 1, '%s - "%s %s HTTP/%s" %d', told, None)
    assert Discreet().filter(record)
    assert record.getMessage() == '192.0.2.7:1 - "GET /a/ HTTP/1.1" 200'


@pytest.mark.parametrize(("said", "level", "requests"), [
    ("", "INFO", False), (" Debug ", "DEBUG", False), ("error,requests", "ERROR", True),
])
def test_how_much_is_said_is_set(said: str, level: str, requests: bool) -> None:
    loggers = logging_settings(said)["loggers"]
    assert loggers["octavo"]["level"] == level
    assert bool(loggers["uvicorn.access"]["handlers"]) is requests


@pytest.mark.parametrize("said", ["loud", "info,debug", "5", "\x00"])
def test_what_is_no_level_is_named(said: str) -> None:
    with pytest.raises(InputError, match="OCTAVO_LOG"):
        logging_settings(said)
