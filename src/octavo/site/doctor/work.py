"""Sources that do not answer, and work that nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q

from octavo.site.desk.jobs.reaper import RUNNING, reap
from octavo.site.desk.leases import MOST
from octavo.site.desk.models import JobLease
from octavo.site.doctor.finding import Finding, act, fine, look
from octavo.site.library.models import Analysis, Source, WantedPage
from octavo.site.library.trouble import trouble
from octavo.site.library.writing import writing
from octavo.words import count

NAMED = 10
"""Sources that are named, the others are counted."""
PATIENCE = timedelta(hours=1)
"""How long something may be due before nobody seems to be at it."""
FAILING = timedelta(days=3)
NEW = timedelta(days=1)
"""How long a source may be there without an answer."""


def look_at_work(now: datetime, mend: bool = False) -> Iterator[Finding]:
    """What is wrong with sources and with queues. `mend`: leases that nobody holds any more are taken back."""
    yield from _sources(now)
    yield from _queues(now)
    yield from _leases(now, mend)
    if said := trouble():
        yield act("models", f"No article is analysed: {said}", "Mend that, then run octavo analyse.")
    if given_up := Analysis.objects.exclude(problem="").count():
        yield look("models", f"{count(given_up, 'article')} could not be analysed; their pages say why.", "Nothing, unless these are many.")


def _sources(now: datetime) -> Iterator[Finding]:
    asked = Source.objects.exclude(kind__in=[Source.Kind.FILE, Source.Kind.SPECIMEN]).filter(muted=False)
    old = Q(added__lt=now - NEW)
    failing = asked.filter(Q(failing_since__lt=now - FAILING) | old & Q(answered__isnull=True, failing_since__isnull=False))
    for source in failing.order_by("failing_since")[:NAMED]:
        yield look(
            "sources", f"{source.title or source.address} {_how(source)} since {source.failing_since:%-d %B %Y}: {source.problem}",
            "Its page says what to do: the page of sources leads to it.")
    if (more := failing.count() - NAMED) > 0:
        yield look("sources", f"{count(more, 'more source')} fail as long.", "Look at them on the page of sources.")
    if silent := asked.filter(answered__isnull=True, failing_since__isnull=True).filter(old).count():
        yield look("sources", f"{count(silent, 'source')} never answered.", "Run octavo fetch, and see what it says of them.")
    yield fine("sources", f"{count(asked.count(), 'source')} that are asked by themselves.")


def _how(source: Source) -> str:
    return "fails" if source.answered else "never answered, and fails"


def _queues(now: datetime) -> Iterator[Finding]:
    late, free = now - PATIENCE, Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    waits = {
        "source": Source.objects.filter(free, due_at__lt=late, muted=False).count(),
        "page of an article": WantedPage.objects.filter(free, due_at__lt=late).count(),
        "file or list that was given": JobLease.objects.filter(job__status="READY", job__enqueued_at__lt=late).count(),
    }
    for what, number in waits.items():
        if number:
            counted = count(number, what) if what == "source" else f"{number:,} × {what}"
            yield look("work", f"Due for over an hour, and nobody is at it: {counted}.", "See that octavo serve or octavo worker runs.")


def _leases(now: datetime, mend: bool) -> Iterator[Finding]:
    """A lease that is longer than any was given while the clock was ahead: nobody would touch the row until then."""
    ahead = {"leased_until__gt": now + MOST}
    held = sum(model._default_manager.filter(**ahead).count() for model in (Source, WantedPage, Analysis, JobLease))
    dead = JobLease.objects.filter(job__status=RUNNING, leased_until__lt=now).count()
    if not held and not dead:
        return
    if not mend:
        what = f"{count(held + dead, 'lease')} of work that nobody does any more."
        yield look("work", what, "Run octavo doctor --mend: it takes them back.")
        return
    with writing():
        for model in (Source, WantedPage, Analysis, JobLease):
            model._default_manager.filter(**ahead).update(leased_until=now - timedelta(seconds=1))
    reap(now)
    yield fine("work", f"{count(held + dead, 'lease')} of work that nobody did any more are taken back.")
