"""How somebody reads."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import ReadingSettings


@dataclass(frozen=True, slots=True)
class Preferences:
    """`each_copy`: each copy of a text is read for itself. `keys`: the keys work. `chosen_only`: only the chosen sources are read."""

    each_copy: bool = False
    keys: bool = True
    chosen_only: bool = False


_KEPT = "_reading_preferences"


@explaining()
def preferences(reader: Any) -> Preferences:
    """How that reader reads: one query, made once for each reader that was taken from the library; none for whoever has not signed in."""
    if not getattr(reader, "pk", None):
        return Preferences()
    kept: Preferences | None = getattr(reader, _KEPT, None)
    if kept is None:
        row = ReadingSettings.objects.filter(pk=reader.pk).values_list("each_copy", "keys", "chosen_only").first()
        kept = Preferences(*row) if row else Preferences()
        setattr(reader, _KEPT, kept)
    return kept


def set_preferences(reader: User, wanted: Preferences) -> None:
    """Keep how that reader reads. Raises LibraryError where the library cannot be written."""
    with writing():
        put_preferences(reader, wanted)


def put_preferences(reader: User, wanted: Preferences) -> None:
    """The same while `writing` already."""
    ReadingSettings.objects.update_or_create(reader=reader, defaults=asdict(wanted))
    setattr(reader, _KEPT, wanted)
