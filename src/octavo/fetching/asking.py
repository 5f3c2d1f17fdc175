"""One question to a language model: one JSON POST to the address that the owner named, through the guarded door."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import dataclass, field
from typing import Any

from yarl import URL

from octavo.errors import OctavoError
from octavo.fetching.agent import user_agent
from octavo.fetching.answers import Answer, Credentials, Request
from octavo.fetching.door import Door
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.guard import Guard, parse_url
from octavo.fetching.limits import Limits
from octavo.fetching.model_address import ModelAddress

MOST_BYTES = 2**20
"""Of an answer, on the wire and unpacked."""
MOST_TOKENS = 2_000
"""That are asked of it."""
LETTERS = 4
"""Characters of a token, about: what is counted where the answer does not say."""

_WORDS = {
    Reason.UNAUTHORISED: "it does not take the key", Reason.FORBIDDEN: "it says no to the request",
    Reason.NOT_FOUND: "there is nothing at its address (404)", Reason.RATE_LIMITED: "it asks for fewer requests",
    Reason.TOO_LARGE: "its answer is too large",
}  # fmt: skip


class ModelError(OctavoError):
    """The language model gave no answer. Its words hold neither the key nor what was asked."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a language model answered, as it came, and the tokens that question and answer cost."""

    text: str = field(repr=False)
    tokens: int


def asked(at: ModelAddress, system: str, user: str) -> Said:
    """Ask the model once. Goes to no other host, follows no redirect, and is over in `at.seconds`. Raises ModelError."""
    try:
        answer = asyncio.run(_post(at, _question(at, system, user)))
    except FetchError as error:
        raise ModelError(f"{at.shown}: {_WORDS.get(error.reason, error.problem)}.") from None
    return _said(at, answer.body, len(system) + len(user))


def cost(system: str, user: str) -> int:
    """The tokens that a question and its answer cost at most, about."""
    return (len(system) + len(user)) // LETTERS + MOST_TOKENS


def _question(at: ModelAddress, system: str, user: str) -> bytes:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    body = {"model": at.name, "messages": messages, "temperature": 0, "seed": 1, "max_tokens": MOST_TOKENS, "stream": False}
    return json.dumps(body, ensure_ascii=True).encode("ascii")


async def _post(at: ModelAddress, body: bytes) -> Answer:
    host, port = at.place
    limits = Limits(
        connect=min(10, at.seconds), first_byte=at.seconds, whole=at.seconds, wire_bytes=MOST_BYTES, body_bytes=MOST_BYTES, redirects=0
    )
    headers = {"Authorization": f"Bearer {at.key}"} if at.key else {}
    url = parse_url(at.url)
    there = URL.build(scheme=url.scheme, authority=url.raw_authority, path=f"{url.raw_path.rstrip('/')}/chat/completions",
                      query_string=url.raw_query_string, encoded=True)  # fmt: skip
    request = Request(str(there), credentials=Credentials(headers={"Accept": "application/json", **headers}), json=body)
    agent = user_agent(os.environ.get("OCTAVO_CONTACT", ""))
    async with Door(Guard.of(f"[{host}]:{port}" if ":" in host else f"{host}:{port}"), agent=agent, limits=limits) as door:
        return await door.fetch(request)


def _said(at: ModelAddress, body: bytes, asked_with: int) -> Said:
    try:
        record = json.loads(body)
        text = record["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError):
        text = None
    if not isinstance(text, str):
        raise ModelError(f"{at.shown}: what it answers is no chat completion.")
    return Said(text, _tokens(record.get("usage")) or (asked_with + len(text)) // LETTERS + 1)


def _tokens(usage: Any) -> int:
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and not isinstance(total, bool) and 0 < total < 10**7 else 0
