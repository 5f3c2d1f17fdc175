"""Where a language model answers, as the environment names it, and what it may cost: off unless there is an address."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from octavo.errors import OctavoError
from octavo.fetching.failures import FetchError
from octavo.fetching.guard import literal, parse_url
from octavo.fetching.networks import special

REQUESTS, TOKENS, SECONDS = 200, 500_000, 120
"""A day's requests and tokens, and the seconds of an answer, where the environment says nothing."""
LONGEST_KEY = 8_000


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """An OpenAI-compatible address ("http://127.0.0.1:11434/v1"), the model's name there, and what may be asked of it.

    `requests` and `tokens` are a day's, `seconds` one answer's. Neither the key nor the address, whose path and query may hold one,
    stands in a text that is made of this.
    """

    url: str = field(repr=False)
    name: str
    key: str = field(default="", repr=False)
    requests: int = REQUESTS
    tokens: int = TOKENS
    seconds: float = SECONDS

    @property
    def place(self) -> tuple[str, int]:
        """Its host and port."""
        url = parse_url(self.url)
        return url.raw_host or "", url.port or 0

    @property
    def shown(self) -> str:
        """Host and port for a person: what stands behind them in the address may be a secret."""
        host, port = self.place
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def model_of_environment() -> ModelAddress | None:
    """What OCTAVO_MODEL_ADDRESS and the variables beside it name; None where there is no address.

    Raises OctavoError that names the variable that cannot be used, and never shows the key.
    """
    url = os.environ.get("OCTAVO_MODEL_ADDRESS", "").strip()
    if not url:
        return None
    name = os.environ.get("OCTAVO_MODEL_NAME", "").strip()
    if not name or not name.isprintable() or len(name) > 200:
        raise OctavoError("OCTAVO_MODEL_NAME: the model at OCTAVO_MODEL_ADDRESS has a name. Give it, such as llama3.1:8b.")
    made = ModelAddress(
        url, name, _key(), _number("OCTAVO_MODEL_REQUESTS", REQUESTS), _number("OCTAVO_MODEL_TOKENS", TOKENS),
        _number("OCTAVO_MODEL_SECONDS", SECONDS, 3_600),
    )
    _check(made)
    return made


def _check(at: ModelAddress) -> None:
    """That the address is one, and that no key goes over the open net in the clear."""
    try:
        url = parse_url(at.url)
    except FetchError as error:
        advice = "Give one such as http://127.0.0.1:11434/v1, and the key by OCTAVO_MODEL_KEY."
        raise OctavoError(f"OCTAVO_MODEL_ADDRESS: {error.problem}. {advice}") from None
    number = literal(url.raw_host or "")
    near = url.raw_host == "localhost" or (number is not None and special(number) is not None)
    if at.key and url.scheme == "http" and not near:
        raise OctavoError("OCTAVO_MODEL_ADDRESS: a key would go to it unencrypted. Give an https address, or a number in your own network.")


def _key() -> str:
    key = os.environ.get("OCTAVO_MODEL_KEY", "").strip()
    file = os.environ.get("OCTAVO_MODEL_KEY_FILE", "").strip()
    if not key and file:
        try:
            with Path(file).open("rb") as opened:
                key = opened.read(LONGEST_KEY + 1).decode("ascii").strip()
        except (OSError, UnicodeDecodeError):
            raise OctavoError("OCTAVO_MODEL_KEY_FILE: no key can be read there. Name a file that holds the key alone.") from None
    if key and not (key.isascii() and key.isprintable() and len(key) <= LONGEST_KEY):
        raise OctavoError("OCTAVO_MODEL_KEY: it has characters that no key has. Give the key alone, on one line.")
    return key


def _number(variable: str, usual: int, most: int = 10**9) -> int:
    given = os.environ.get(variable, "").strip()
    if not given:
        return usual
    if not (given.isascii() and given.isdigit() and 0 < int(given[:12]) <= most and len(given) <= 10):
        raise OctavoError(f"{variable}: {given[:20]!r} is no whole number from 1 to {most:,}.")
    return int(given)
