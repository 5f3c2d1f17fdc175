"""What the owner sets for the whole paper, by room: a frozen dataclass of plain values, each with its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar

from octavo.site.library.models import PaperSetting
from octavo.site.library.writing import explaining, writing

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Settings = TypeVar("Settings", bound="DataclassInstance")


@explaining()
def settings_of(room: str, kind: type[Settings]) -> Settings:
    """The settings of a room; what was never set, or is of another type than its default, has its default. One query."""
    return settings_from(PaperSetting.objects.filter(pk=room).values_list("value", flat=True).first() or {}, kind)


def settings_from(kept: Mapping[str, Any], kind: type[Settings]) -> Settings:
    """The settings that such a row's value stands for."""
    usual = asdict(kind())
    known = {each.name for each in fields(kind)}
    return kind(**{name: value for name, value in kept.items() if name in known and type(value) is type(usual[name])})


def set_settings(room: str, settings: DataclassInstance) -> None:
    """Keep the settings of a room. Raises LibraryError where the library cannot be written."""
    with writing():
        PaperSetting.objects.update_or_create(pk=room, defaults={"value": asdict(settings)})
