"""Puts invented sources into the empty library that OCTAVO_DATA names, for the pictures of the tour."""

from __future__ import annotations

from datetime import datetime, timedelta

from octavo.site.library.opening import open_library

SOURCES = (
    # title, folder, kind, minutes since it was asked, minutes between two requests, articles a day
    ("The Harbour Post", "Islands", "feed", 12, 20, 31),
    ("Alder Gazette", "Islands", "feed", 4, 40, 12),
    ("Island Herald", "Islands", "feed", 35, 60, 5),
    ("Skerry Today", "Islands", "page", 50, 120, 2),
    ("صوت المرفأ", "Islands", "feed", 20, 60, 7),
    ("Northwire", "Agencies", "feed", 2, 15, 64),
    ("Coast News Agency", "Agencies", "sitemap", 8, 20, 41),
    ("Field Notes", "Science", "feed", 300, 720, 1),
    ("Tide & Seabed: a journal of shallow waters", "Science", "feed", 90, 1440, 1),
    ("Reef United", "Sport", "feed", 25, 60, 4),
    ("The Pilot", "", "feed", 31, 40, 9),
)


HEADLINES = (
    "Ferry Marit sails again after a winter in dock", "Harbour fees to rise by a tenth in May", "Two new lights for the Alder channel",
    "Who pays for the causeway? Four answers", "School boat late for the ninth day",
)


def main() -> None:
    """Write them all: one fails, one is muted."""
    open_library()
    from django.utils import timezone

    now = timezone.now()
    for number, source in enumerate(SOURCES):
        _put(number, source, now)
    _print(now)


def _put(number: int, said: tuple[str, str, str, int, int, int], now: datetime) -> None:
    from octavo.site.library.models import Source, SourceDay

    title, folder, kind, ago, every, daily = said
    asked, failing = now - timedelta(minutes=ago), title == "Island Herald"
    source = Source.objects.create(
        title=title, folder=folder, kind=kind, address=f"https://paper{number}.example/feed", home=f"https://paper{number}.example/",
        added=now - timedelta(days=70), fetched=asked, answered=asked, changed=asked, interval=every * 60, muted=title == "Reef United",
        due_at=now + timedelta(minutes=every - ago % every, seconds=30), failures=5 * failing,
        failing_since=now - timedelta(days=2) if failing else None, reason="no-connection" if failing else "",
        problem="the host does not answer" if failing else "",
    )
    days = ((now - timedelta(days=back)).date() for back in range(3 * failing, 70))
    # Fewer at the end of a week, and never the same twice in a row: as papers have it.
    counts = ((day, daily * (3 + (day.toordinal() * 7 + number) % 4 - 2 * (day.weekday() > 4)) // 5) for day in days)
    SourceDay.objects.bulk_create(SourceDay(source=source, day=day, articles=articles) for day, articles in counts if articles)


def _print(now: datetime) -> None:
    """The newest articles of the first source."""
    from octavo import Article, Page, Paragraph
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Source

    source = Source.objects.order_by("pk")[0]
    for number, headline in enumerate(HEADLINES):
        when, url = now - timedelta(minutes=12 + 47 * number), f"{source.home}{number}"
        text = Paragraph("text", f"{headline}, the harbour master said on the quay. It was heard in every house of the island.")
        article = Article(url, headline, (text,), url=url, publisher=source.title, published=when, language="en")
        import_page(Page(headline.encode(), when, url), [article], source)


if __name__ == "__main__":
    main()
