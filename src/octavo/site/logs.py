"""What is said in the terminal: a line for each event, with its time, its level and where it comes from."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from octavo.errors import InputError
from octavo.terminal import one_line

LEVELS = ("debug", "info", "warning", "error")
REQUESTS = "requests"
LONGEST = 24
"""Characters of a part of an address: what is longer may be a key."""


class OneLine(logging.Formatter):
    """"2026-03-03T07:30:00+01:00 INFO octavo.desk: …"; what went wrong stands on the same line, its parts between bars."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. Letters that a terminal would obey are taken out."""
        when = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        said = [one_line(record.getMessage())]
        if record.exc_info and record.exc_info[0]:
            said += filter(None, map(one_line, self.formatException(record.exc_info).splitlines()))
        return f"{when} {record.levelname} {record.name}: {' | '.join(said)}"


class Discreet(logging.Filter):
    """A request without what could be a secret in its address: the part behind the question mark, and long parts of the path."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record, as uvicorn makes it: client, method, path, version, status."""
        if isinstance(record.args, tuple) and len(record.args) == 5:
            client, method, path, version, status = record.args
            record.args = (client, method, discreet(str(path)), version, status)
        return True


def discreet(path: str) -> str:
    """`path` without what could be a secret."""
    return "/".join("…" if len(part) > LONGEST else part for part in path.partition("?")[0].split("/"))


def logging_settings(said: str) -> dict[str, Any]:
    """`said` ("", "warning", "info,requests") -> Django's LOGGING. Raises InputError."""
    words = {word.strip().lower() for word in said.split(",")} - {""}
    levels = words - {REQUESTS}
    if len(levels) > 1 or not levels <= set(LEVELS):
        advice = f"Write {', '.join(LEVELS[:-1])} or {LEVELS[-1]}, with ,{REQUESTS} behind it if you like"
        raise InputError("OCTAVO_LOG", f"{said!r} is no level", advice)
    level = next(iter(levels), "info").upper()
    louder = level if level == "ERROR" else "WARNING"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": OneLine}},
        "filters": {"discreet": {"()": Discreet}},
        "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
        "loggers": {
            # What stops a page; requests for pages that are not there are no errors of ours.
            "django": {"handlers": ["terminal"], "level": louder, "propagate": False},
            "django.request": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
            "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
            "octavo": {"handlers": ["terminal"], "level": level, "propagate": False},
            "uvicorn": {"handlers": ["terminal"], "level": louder, "propagate": False},
            "uvicorn.access": {
                "handlers": ["terminal"] if REQUESTS in words else [], "level": "INFO" if REQUESTS in words else "CRITICAL",
                "filters": ["discreet"], "propagate": False,
            },
        },
    }
