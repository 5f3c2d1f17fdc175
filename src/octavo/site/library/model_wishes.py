"""What readers ask of the owner's language model, in the library: it waits, and what came of it is found again by what was asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from octavo.briefing.brief_json import claim_of
from octavo.briefs import Claim
from octavo.errors import OctavoError
from octavo.messages import message as _
from octavo.site.library.models import Article, ModelWish
from octavo.site.library.writing import explaining, writing

KEPT = timedelta(days=30)
"""How long what came of a wish is kept."""
MOST_WAITING = 20
"""Wishes that wait at once."""


class TooManyWishes(OctavoError):
    """So much is asked of the language model already that nothing is taken on for now."""


@dataclass(frozen=True, slots=True)
class Translation:
    """An article that is to be told in another language ("English"). What comes of it: its headline and its paragraphs."""

    article: int
    language: str

    @property
    def given(self) -> dict[str, Any]:
        """What is kept of the wish."""
        return {"language": self.language}


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that is to be answered from the sentences that were found for it. What comes of it: claims."""

    question: str
    claims: tuple[Claim, ...]

    @property
    def given(self) -> dict[str, Any]:
        """What is kept of the wish."""
        return {"question": self.question, "claims": [asdict(claim) for claim in self.claims]}


@dataclass(frozen=True, slots=True)
class Came:
    """How a wish stands: it waits, or it came to paragraphs or claims, of which some were `dropped`, or to a `problem`."""

    waits: bool
    asked: datetime
    model: str
    paragraphs: tuple[str, ...]
    claims: tuple[Claim, ...]
    dropped: int
    problem: str


def digest_of_translation(article: Article, language: str) -> str:
    """What the wish is found by: with another text of the article it is another."""
    return _digest("translation", article.pk, article.headline, article.text, article.paragraphs, language)


def digest_of_answer(answer: Answer) -> str:
    """What the wish is found by: with other sentences found it is another."""
    return _digest("answer", answer.given)


@explaining()
def came_of(digest: str) -> Came | None:
    """How the wish of that digest stands; None where nobody has it. One query."""
    row = ModelWish.objects.filter(pk=digest).first()
    if row is None:
        return None
    answers = row.kind == ModelWish.Kind.ANSWER
    return Came(
        row.made is None, row.asked, row.model, () if answers else tuple(row.result), _claims(row.result) if answers else (),
        row.dropped, row.problem,
    )


def wish(digest: str, wanted: Translation | Answer, now: datetime) -> None:
    """Have it waiting; what waits or came already stays as it is, and what came to nothing is asked again. Raises TooManyWishes."""
    article = wanted.article if isinstance(wanted, Translation) else None
    kind = ModelWish.Kind.ANSWER if article is None else ModelWish.Kind.TRANSLATION
    with writing():
        ModelWish.objects.filter(asked__lt=now - KEPT).delete()
        ModelWish.objects.filter(pk=digest).exclude(problem="").delete()
        if ModelWish.objects.filter(pk=digest).exists():
            return
        if ModelWish.objects.filter(made__isnull=True).count() >= MOST_WAITING:
            raise TooManyWishes(_("the language model has much to do already. Ask again in some minutes."))
        ModelWish.objects.create(digest=digest, kind=kind, article_id=article, wish=wanted.given, asked=now)


@explaining()
def next_wish() -> tuple[str, Translation | Answer] | None:
    """The wish that has waited longest, and its digest. One query."""
    row = ModelWish.objects.filter(made__isnull=True).order_by("asked", "pk").first()
    if row is None:
        return None
    if row.article_id is not None:
        return row.digest, Translation(row.article_id, row.wish["language"])
    return row.digest, Answer(row.wish["question"], _claims(row.wish["claims"]))


def grant(
    digest: str, model: str, now: datetime, result: Iterable[str | Claim] = (), dropped: int = 0, problem: str = "",
) -> None:
    """Write down what came of a wish, inside the caller's `writing()`."""
    told = [each if isinstance(each, str) else asdict(each) for each in result]
    ModelWish.objects.filter(pk=digest).update(made=now, model=model, result=told, dropped=dropped, problem=problem)


def _claims(records: Iterable[dict[str, Any]]) -> tuple[Claim, ...]:
    return tuple(map(claim_of, records))


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
