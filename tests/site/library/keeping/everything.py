"""A library with something of every kind in it, and all of its rows for comparing."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID


def fill() -> None:
    """Articles, versions, stories, statements, a reader with a password, a kept article, settings, times with fractions, odd letters."""
    from django.utils import timezone

    from octavo.site.library.importing import import_page
    from octavo.site.library.keeping_articles import keep
    from octavo.site.library.models import Choice, ModelDay, PaperSetting, SourceDay, SourceSecret, StoryBrief
    from octavo.site.library.writing import writing
    from octavo.site.readers.owner import owner
    from tests.site.library import analyses, placed
    from tests.site.library.articles import MORNING, article, page, source

    analysed = analyses.put()
    analyses.hold(analysed)
    analyses.keep((analysed, analyses.analysis(analysed.text)))
    others = [placed.came(f"barge {number}", minutes=number) for number in range(6)]
    story = placed.tell("new", *others[:3])
    placed.tell("other", *others[3:])
    odd = article("ferry", "Another text, in åpent lende, 渡船, \U0001f6f3, \u202eright to left.")
    import_page(page(b"a newer page", 90), [odd], source())
    polled = source("feed", "https://post.example/feed")
    for number in range(3):
        body = b"<rss>" + b"<item>a long line of a feed</item>" * 200 + str(number).encode()
        import_page(page(body, number, url=polled.address, name=polled.address), [article(f"feed{number}")], polled)
    SourceDay.objects.create(source=polled, day=date(2026, 3, 3), articles=3)
    SourceSecret.objects.create(source=polled, **_secret(SourceSecret))
    with writing():
        keep(analysed.pk, "saved:1")
    PaperSetting.objects.create(pk="room", value={"a": [1, None, True, "x"], "b": 0.5})
    Choice.objects.update_or_create(name="briefing", defaults={"value": {"by": "x", "until": MORNING.isoformat()}})
    ModelDay.objects.create(day=date(2026, 3, 3), requests=2, tokens=2**40)
    StoryBrief.objects.filter(story=story).update(brief={"summary": ["é"]}, made=MORNING.replace(microsecond=123456))
    reader = owner()
    reader.set_unusable_password()
    reader.last_login = timezone.now()
    reader.save()


def _secret(model: Any) -> dict[str, Any]:
    return {field.name: b"\x00\xff bytes" if field.get_internal_type() == "BinaryField" else "sealed"
            for field in model._meta.concrete_fields if not field.primary_key and not field.remote_field and not field.has_default()}


def rows() -> dict[str, list[str]]:
    """Every row of every table, as Django sees it, the same on every database."""
    from django.apps import apps

    return {model._meta.db_table: sorted(_row(each) for each in model._default_manager.values_list())
            for model in apps.get_models(include_auto_created=True)}


def _row(values: tuple[Any, ...]) -> str:
    return json.dumps([_cell(value) for value in values], sort_keys=True)


def _cell(value: Any) -> Any:
    if isinstance(value, memoryview | bytes):
        return bytes(value).hex()
    if isinstance(value, datetime | date | UUID):
        return str(value)
    return value
