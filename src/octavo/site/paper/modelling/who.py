"""Whether there is a language model, and who may ask it: it may cost its owner money."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from octavo.errors import OctavoError
from octavo.fetching.model_address import ModelAddress, model_of_environment
from octavo.site.library.paper_settings import settings_of
from octavo.site.paper.owner import is_owner

ROOM = "model"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """What the owner sets: whether other readers may ask the model too."""

    for_readers: bool = False


def model_for(request: HttpRequest) -> ModelAddress | None:
    """The language model that whoever asks may ask; None where there is none, or it is not for them. A query for readers, where one is."""
    at = model_here()
    return at if at and (is_owner(request) or settings_of(ROOM, ModelSettings).for_readers) else None


def model_here() -> ModelAddress | None:
    """The language model that the environment names. One that cannot be used is none: the desk says why when it starts."""
    try:
        return model_of_environment()
    except OctavoError:
        return None
