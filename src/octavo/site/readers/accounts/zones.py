"""Time zones, as a reader chooses one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

MACHINE = "UTC"
"""What stands for the clock of the machine that the paper is on, see `octavo.site.paper.shelf.now_for`."""

_REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def zones() -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Every place that the IANA database knows, by region: [("Europe", [("Europe/Berlin", "Berlin"), ...]), ...]."""
    names = sorted(name for name in available_timezones() if name.partition("/")[0] in _REGIONS)
    return [
        (region, [(name, name.partition("/")[2].replace("_", " ").replace("/", " · ")) for name in of_region])
        for region, of_region in groupby(names, lambda name: name.partition("/")[0])
    ]


def known(name: str) -> bool:
    """Whether a page can be set by that zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
