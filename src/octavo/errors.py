"""The exception tree. Each error says what happened, to which input, and what to do next."""

from __future__ import annotations


class OctavoError(Exception):
    """The root of all errors that Octavo raises on purpose; its text is meant for a person."""


class InputError(OctavoError):
    """Something given to Octavo cannot be used. `name` names the input, `problem` says why, `advice` what to do next."""

    def __init__(self, name: str, problem: str, advice: str) -> None:
        super().__init__(f"{name}: {problem}. {advice}")
        self.name, self.problem, self.advice = name, problem, advice


class NotReadable(InputError):
    """The bytes are not text of any kind that Octavo reads: binary, an image, empty."""


class TooLarge(InputError):
    """The input is over a limit of size, depth or count."""


class NothingToRead(InputError):
    """The input is text, but no article is in it: a page of furniture, a feed without entries."""


class LibraryError(OctavoError):
    """The library (the database and its folder) cannot do what was asked."""
