"""Octavo's own files: whether each is what was installed, and whether what they hold works: it is given sentences and headlines."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, PackagePath, files

from octavo.article import Article
from octavo.errors import OctavoError
from octavo.site.doctor.finding import Finding, act, fine

_DO = "Install Octavo again, from its sources got anew, as docs/running.md says for the first time."
_SENTENCE = "“The ferry will not sail before April,” harbour master Ida Brekke said on Tuesday."
_HEADLINES = ("Ferry Marit runs aground off Skerry", "Ferry Marit aground at Skerry", "Grain prices rise for a third week")
_NAMED = 3


def installed() -> list[PackagePath]:
    """The files that came with Octavo, as the installer noted them; none that it was not told of."""
    try:
        return files("octavo") or []
    except PackageNotFoundError:
        return []


def look_at_installation(noted: list[PackagePath]) -> Iterator[Finding]:
    """Whether the files that the installer noted are those that it put there."""
    if spoilt := [str(each.locate()) for each in noted if each.hash and not _whole(each)]:
        more = f" and {len(spoilt) - _NAMED} more" if len(spoilt) > _NAMED else ""
        yield act("installation", f"Files of Octavo are damaged or missing: {', '.join(spoilt[:_NAMED])}{more}.", _DO)


def look_at_models() -> Iterator[Finding]:
    """Whether what finds who said what, and what tells stories apart, is whole and works."""
    import octavo
    from octavo.language.model import AGAIN

    try:
        found = octavo.attributions(_SENTENCE)
    except OctavoError as error:
        yield act("models", f"Nothing can be analysed: {str(error).removesuffix(AGAIN).strip()}", _DO)
        return
    if not found:
        yield act("models", "The model finds no statement in a plain one.", f"{_DO} onnxruntime comes with it.")
        return
    yield fine("models", "The model that finds who said what is there, and works.")
    try:
        first, second, other = (place.story for place in octavo.group([Article(headline, headline, ()) for headline in _HEADLINES]))
    except (OSError, ValueError, IndexError) as error:
        yield act("models", f"No article can be put in a story: {error}", _DO)
        return
    if first != second or first == other:
        yield act("models", "Of three plain headlines those that belong together are not told.", _DO)


def look_at_language_model() -> Iterator[Finding]:
    """Whether what the environment says of the owner's language model can be used; it is not asked."""
    from octavo.fetching.model_address import model_of_environment

    try:
        model_of_environment()
    except OctavoError as error:
        yield act("settings", f"No brief is rewritten: {error}", "Then start the paper again.")


def _whole(path: PackagePath) -> bool:
    told = path.hash
    if not told or told.mode != "sha256":
        return True
    try:
        with open(path.locate(), "rb") as file:  # noqa: PTH123 - locate() may be no Path
            return sha256(file.read()).digest() == urlsafe_b64decode(f"{told.value}==")
    except OSError:
        return False
