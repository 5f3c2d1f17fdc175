"""What the groups of commands share: how a command is added to the command line, and arguments that are told by their form."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

_COUNT = re.compile(r"[1-9][0-9]{0,8}")

Command = Callable[[argparse.Namespace], int]


class AddCommand(Protocol):
    """Adds a command: its name, what it runs, what it is about; `library`: whether it works on one, and so has --data."""

    def __call__(self, name: str, run: Command, about: str, library: bool = True) -> argparse.ArgumentParser:
        """The command's parser, for its own arguments."""


def moment(text: str) -> datetime:
    """An ISO 8601 time; without an offset it is taken as UTC."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 2026-03-03T07:30:00+01:00") from None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def port(text: str) -> int:
    """A TCP port; 0 lets the system choose."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def count(text: str) -> int:
    """How many of something: 1 to 999,999,999."""
    if not _COUNT.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 999999999")
    return int(text)
