"""A language model's answers as the library keeps them, and a day's budget."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, timedelta

from django.db.models import F

from octavo.site.library.models import ModelAnswer, ModelDay
from octavo.site.library.writing import explaining, writing

KEPT = timedelta(days=30)
"""How long an answer is kept."""


def digest_of(url: str, model: str, system: str, user: str) -> str:
    """What an answer is kept by."""
    return hashlib.sha256(json.dumps([url, model, system, user]).encode()).hexdigest()


@explaining()
def answer_kept(digest: str) -> str | None:
    """The answer that came to that question before."""
    return ModelAnswer.objects.filter(digest=digest).values_list("text", flat=True).first()


def keep_answer(digest: str, text: str, now: datetime) -> None:
    """Keep an answer, and let those go that are old."""
    with writing():
        ModelAnswer.objects.filter(asked__lt=now - KEPT).delete()
        ModelAnswer.objects.update_or_create(digest=digest, defaults={"text": text, "asked": now})


def storable(text: str) -> str:
    """A text as any database takes it: without NUL, and without halves of letters."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


@explaining()
def left(day: date, requests: int, tokens: int) -> bool:
    """Whether a day's budget of requests and tokens has something left."""
    asked, cost = spent_on(day)
    return asked < requests and cost < tokens


@explaining()
def spent_on(day: date) -> tuple[int, int]:
    """The requests and the tokens of a day (UTC). One query."""
    return ModelDay.objects.filter(day=day).values_list("requests", "tokens").first() or (0, 0)


def spend(day: date, cost: int, requests: int, tokens: int) -> bool:
    """Take a question's cost from the day's budget before it is asked, so that two at once keep to it; False where it does not fit."""
    with writing():
        row, _ = ModelDay.objects.get_or_create(day=day)
        if row.requests >= requests or row.tokens + cost > tokens:
            return False
        ModelDay.objects.filter(day=day).update(requests=F("requests") + 1, tokens=F("tokens") + cost)
    return True


def settle(day: date, cost: int, spent: int) -> None:
    """Count what a question cost in truth, instead of what was taken for it."""
    with writing():
        ModelDay.objects.filter(day=day).update(tokens=F("tokens") + spent - cost)
