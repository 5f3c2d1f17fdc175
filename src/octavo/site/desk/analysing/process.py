"""Analyses what waits, in a process of its own: `python -m octavo.site.desk.analysing.process WORKER SECONDS`, started by `.running`.

The model is loaded here and nowhere else of the paper. The process gives way to all others (nice), says on standard output how many
articles each batch had, a number a line, and ends when nothing has waited for that many seconds, or behind the batch it is at: when its
standard input ends, and when another model is shipped by then, which the next process loads.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from octavo import analysis as found
from octavo.errors import InputError
from octavo.site.desk.workers import at_work, keep_renewed, stop_at_end_of_input

if TYPE_CHECKING:
    from octavo.attribution.spans.finder import Finder
    from octavo.site.library.analysing import Text

LOOK = 2.0
"""Seconds between two looks at a queue that was empty."""
RENEW = 20.0

NO_MODEL = 3
"""Exit status: the model cannot be used. 0: nothing waits, or it was told to stop."""


def main(worker: str, idle: float) -> int:
    """Analyse until nothing has waited for `idle` seconds; returns the exit status, see also `octavo.site.desk.workers.at_work`."""
    return at_work(lambda: _work(worker, idle))


def _work(worker: str, idle: float) -> int:
    from django.utils import timezone

    from octavo.attribution.spans.finder import Finder
    from octavo.language.model import ModelError
    from octavo.site.desk.analysing import claiming
    from octavo.site.desk.analysing.shipped import shipped_version
    from octavo.site.library.analysing import keep
    from octavo.site.library.trouble import set_trouble

    stop = threading.Event()
    stop_at_end_of_input(stop)
    shipped = shipped_version()
    try:
        finder = Finder()
    except ModelError as error:
        set_trouble(str(error))
        return NO_MODEL
    set_trouble("")
    claiming.expect_all_of_other_models(finder.version)
    keep_renewed(lambda: claiming.renew(worker, timezone.now()), RENEW, stop)
    last = time.monotonic()
    while not stop.is_set() and shipped_version() in ("", shipped):
        texts = claiming.claim(worker, timezone.now(), finder.version)
        if texts:
            results = list(_analysed(finder, texts))
            keep(worker, finder.version, [(text, each) for text, each in results if isinstance(each, found.Analysis)])
            claiming.give_up(worker, finder.version, [(text.pk, each) for text, each in results if isinstance(each, str)])
            _tell(len(texts))
            last = time.monotonic()
        elif time.monotonic() - last >= idle:
            break
        else:
            stop.wait(LOOK)
    return 0


def _analysed(finder: Finder, texts: Sequence[Text]) -> Iterator[tuple[Text, found.Analysis | str]]:
    """The analysis of each text, or why there is none: one that Octavo stumbles over is no other's problem."""
    from octavo.pipeline import analyse

    try:
        days = [text.published.date() if text.published else None for text in texts]
        yield from zip(texts, analyse([text.text for text in texts], days, finder), strict=True)
    except Exception as error:  # noqa: BLE001 - whatever a text does to what reads it is that text's problem
        if len(texts) > 1:
            for text in texts:
                yield from _analysed(finder, [text])
        else:
            yield texts[0], error.problem if isinstance(error, InputError) else f"Octavo stumbled over it ({type(error).__name__})"


def _tell(many: int) -> None:
    # The descriptor itself: what a buffer holds would break the end of the process too. Where the desk above was killed nobody hears it,
    # and the standard input has ended.
    with suppress(BrokenPipeError):
        os.write(1, b"%d\n" % many)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
