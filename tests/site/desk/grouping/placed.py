"""Articles of a few events that never were, and their placing here and now."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.site.library.placed import came

if TYPE_CHECKING:
    from octavo.site.library.models import Article

EVENTS = {
    "ferry": "ferry Marit grounded Skerry harbour Sunday passengers boat Brekke divers bow hole crossing island tugs salvage captain reef",
    "dam": "dam Kellin sluices cracks northern wall reservoir villages evacuated engineers Thale council water concrete flood valley gauge",
    "bank": "bank Alder Savings branches closed deposits crowns customers minister Holt regulators parliament queue withdrawals sale",
}
"""What each is about, word by word."""
PAPERS = ("Harbour Post", "Coast Daily", "Alder Gazette", "The Beacon")


def report(event: str, number: int, minutes: int = 0, kind: str = "file") -> Article:
    """A report on that event, by one paper after the other: its words in another order each time, so that none is another's copy."""
    chance = random.Random(f"{event} {number}")
    words = EVENTS[event].split()
    publisher = PAPERS[number % len(PAPERS)]
    key = f"{event}-{number}-{kind}"
    text = [" ".join(chance.sample(words, 12)) + "." for _ in range(3)]
    headline = " ".join(chance.sample(words, 7))
    url = f"https://{publisher.lower().replace(' ', '')}.example/{key}"
    return came(key, *text, minutes=minutes, kind=kind, headline=f"{headline}: {key}", publisher=publisher, url=url, language="en")


def place_all(worker: str = "tests") -> int:
    """Place all that waits, and look at it once more; returns how many articles those were."""
    from django.utils import timezone

    from octavo.site.desk.grouping.placing import REST, Placing
    from octavo.site.desk.leases import PLACING

    assert PLACING.take(worker, timezone.now())
    placing, done = Placing(worker), 0
    while some := placing.batch(timezone.now()):
        done += some
    while placing.rest(timezone.now() + REST):
        pass
    PLACING.let_go(worker)
    return done
