"""The JSON Lines contract of the commands: one article a line, as `octavo read --json` prints it, or as much of it as a command needs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, get_args

from octavo.article import PARAGRAPH_BREAK, Article, Credit, CreditRole, Dateline, Image, Paragraph, ParagraphKind
from octavo.errors import InputError

_ADVICE = "Each article is a JSON object as `octavo read --json` prints it"
_KINDS: dict[str | None, ParagraphKind] = {kind: kind for kind in get_args(ParagraphKind)}
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_ROLES: dict[str | None, CreditRole] = {role: role for role in get_args(CreditRole)}


def article_json(article: Article) -> dict[str, Any]:
    """The article as `octavo read --json` shows it: times in ISO 8601 with offset, what is not known null."""
    return {
        "id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "agency": article.agency,
        "kicker": article.kicker,
        "headline": article.headline,
        "dateline": asdict(article.dateline) if article.dateline else None,
        "byline": list(article.byline),
        "credits": [asdict(credit) for credit in article.credits],
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "section": article.section,
        "image": asdict(article.image) if article.image else None,
        "paragraphs": [asdict(paragraph) for paragraph in article.paragraphs],
        "text": article.text,
    }


def line(record: dict[str, Any]) -> str:
    """One record as one line of JSON, in the letters it came in."""
    return json.dumps(record, ensure_ascii=False)


def article_of(record: object, name: str = "the record") -> Article:
    """A record as `octavo read --json` prints it -> the article. `name` is what errors call it ("line 7").

    Only a headline is needed (`title` is taken for it where there is none); keys that are not known are ignored. `id` is "" where the
    record has none. Where `text` and the paragraphs differ `text` decides, since offsets point into it: `article.text` is the record's, to
    the letter. A time without an offset is taken as UTC; second 0 of 1970 is none: programs write it for no time. Raises InputError that
    says which key holds what it should not.
    """
    if not isinstance(record, dict):
        raise InputError(name, "it is no JSON object", _ADVICE)
    fields = _Fields(record, name)
    headline = fields.text("headline") or fields.text("title")
    if not headline:
        raise InputError(name, "it has no `headline` and no `title`", _ADVICE)
    return Article(
        id=fields.identity(),
        headline=headline,
        paragraphs=fields.paragraphs(),
        url=fields.text("url"),
        publisher=fields.text("publisher"),
        agency=fields.text("agency"),
        kicker=fields.text("kicker"),
        dateline=fields.dateline(),
        byline=fields.byline(),
        credits=fields.credits(),
        published=fields.moment("published"),
        modified=fields.moment("modified"),
        language=fields.text("language"),
        section=fields.text("section"),
        image=fields.image(),
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A text to look for attributions in. `id` is what came; `published` the day on which it came out, where that is known."""

    id: str | int | None
    text: str
    published: date | None = None


def text_of(record: object, name: str, noted: Callable[[InputError], object]) -> Text:
    """`{"id", "text", "published"?}` -> the text, to the letter. `name` is what errors call it; keys that are not known are ignored.

    `id` may be a whole number, and is None where there is none. `published` is an ISO 8601 time or day, and the day is that of its own
    offset; one that is neither is given to `noted`, and the text has no day. Raises InputError that says which other key holds what it
    should not.
    """
    if not isinstance(record, dict):
        raise InputError(name, "it is no JSON object", _ADVICE)
    fields = _Fields(record, name)
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(name, "`text` is not a text" if "text" in record else "it has no `text`", _ADVICE)
    fields.identity()  # may raise: what came is what is answered with, so that lines can be put together again by it
    try:
        published = fields.moment("published")
    except InputError as error:
        published = None
        noted(InputError(name, error.problem, "Its text is read without the day on which it came out"))
    return Text(record.get("id"), text, published.date() if published else None)


def record_of(text: str | bytes, name: str = "the record") -> object:
    """The JSON value of one line. Raises InputError where it is none."""
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError(name, "it is nested too deeply", _ADVICE) from None
    except UnicodeDecodeError as error:
        raise InputError(name, "it is no JSON (not UTF-8)", _ADVICE) from error
    except json.JSONDecodeError as error:
        # The message alone: the error's text repeats positions in a line that nobody sees.
        raise InputError(name, f"it is no JSON ({error.msg})", _ADVICE) from error
    except ValueError as error:
        # JSON sets no limit to a number, but Python does, since it takes quadratic time to read one.
        raise InputError(name, f"it holds a number of more than {sys.get_int_max_str_digits():,} digits", _ADVICE) from error


class _Fields:
    """The values of a record, each of the type that the contract gives its key. What is null or absent is None or empty."""

    def __init__(self, record: dict[str, Any], name: str) -> None:
        self._record, self._name = record, name

    def _wrong(self, key: str, wanted: str) -> InputError:
        return InputError(self._name, f"`{key}` is not {wanted}", _ADVICE)

    def _inner(self, key: str, value: object) -> _Fields:
        if not isinstance(value, dict):
            raise self._wrong(key, "an object")
        return _Fields(value, f"{self._name}: {key}")

    def _list(self, key: str, of: str) -> list[Any]:
        value = self._record.get(key)
        if not isinstance(value, list | None):
            raise self._wrong(key, f"a list of {of}")
        return value or []

    def text(self, key: str) -> str | None:
        value = self._record.get(key)
        if not isinstance(value, str | None):
            raise self._wrong(key, "a text")
        return value or None

    def identity(self) -> str:
        value = self._record.get("id")
        if isinstance(value, bool) or not isinstance(value, str | int | None):
            raise self._wrong("id", "a text")
        return "" if value is None else str(value)

    def moment(self, key: str) -> datetime | None:
        value = self._record.get(key)
        try:
            when = datetime.fromisoformat(value) if value not in (None, "") else None
        except (TypeError, ValueError):
            raise self._wrong(key, "a time such as 2026-03-03T07:30:00+01:00") from None
        told = when.replace(tzinfo=UTC) if when and not when.tzinfo else when
        return None if told == _NO_TIME else told

    def paragraphs(self) -> tuple[Paragraph, ...]:
        found = tuple(map(self._paragraph, self._list("paragraphs", "{kind, text}")))
        text = self.text("text") or ""
        if not text or PARAGRAPH_BREAK.join(paragraph.text for paragraph in found) == text:
            return found
        return tuple(Paragraph("text", part) for part in text.split(PARAGRAPH_BREAK))

    def _paragraph(self, value: object) -> Paragraph:
        if isinstance(value, str):
            return Paragraph("text", value)
        inner = self._inner("paragraphs", value)
        return Paragraph(_KINDS.get(inner.text("kind"), "text"), inner.text("text") or "")

    def dateline(self) -> Dateline | None:
        value = self._record.get("dateline")
        inner = None if value is None else self._inner("dateline", value)
        return Dateline(inner.text("place") or "", inner.text("agency")) if inner else None

    def byline(self) -> tuple[str, ...]:
        value = self._record.get("byline")
        names = [value] if isinstance(value, str) else self._list("byline", "names")
        if not all(isinstance(name, str) for name in names):
            raise self._wrong("byline", "a list of names")
        return tuple(names)

    def credits(self) -> tuple[Credit, ...]:
        return tuple(map(self._credit, self._list("credits", "{role, name, place}")))

    def _credit(self, value: object) -> Credit:
        inner = self._inner("credits", value)
        role, name = _ROLES.get(inner.text("role")), inner.text("name")
        if not role or not name:
            roles = ", ".join(get_args(CreditRole))
            raise self._wrong("credits", f"a list of {{role, name, place}} with a name and a role of {roles}")
        return Credit(role, name, inner.text("place"))

    def image(self) -> Image | None:
        value = self._record.get("image")
        inner = None if value is None else self._inner("image", value)
        url = inner.text("url") if inner else None
        return Image(url, *(inner.text(key) or "" for key in ("alt", "caption", "credit"))) if inner and url else None
