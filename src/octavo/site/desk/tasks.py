"""What the jobs do. A task's path is kept with each job: never move or rename one that may be waiting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django_tasks import task

from octavo.article import Page
from octavo.inputs import given
from octavo.site.desk.jobs.under_way import GivenBack, under_way
from octavo.site.library.archives import Outcome, import_archive
from octavo.site.library.importing import import_file
from octavo.site.library.incoming import incoming


@task()
def import_incoming(file: str, name: str) -> dict[str, Any]:
    """Import the file of that name in the folder for files that come in; errors call it `name`.

    Returns {"words", "added"}: what came of it, for a person, and how many articles are new. Raises GivenBack where it was told to stop,
    OctavoError where nothing can be read.
    """
    found = given(str(incoming() / file), called=name)
    if isinstance(found, Page):
        imported = import_file(found)
        return {"words": str(imported), "added": imported.added}
    under_way.archive = found.identity()
    failed: list[str] = []
    outcome = import_archive(found, _tell, lambda error: failed.append(str(error)), stop=under_way.stop.is_set)
    if not outcome.finished:
        raise GivenBack
    # It may have been finished just before its worker died: that is news for nobody.
    return {"words": "\n".join([str(replace(outcome, before=False)), *failed]), "added": outcome.imported.added}


def _tell(outcome: Outcome) -> None:
    share = f"{outcome.read * 100 // outcome.size} % read: " if outcome.size else ""
    under_way.tell(f"{share}{outcome}", outcome.imported.added)
