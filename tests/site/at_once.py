"""Two who do something at the same time, each in a thread with a connection of its own; the database puts them in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

Made = TypeVar("Made")


def at_once(*do: Callable[[], Made]) -> list[Made]:
    """All of them at the same time; what each came to, in order."""
    with ThreadPoolExecutor(len(do)) as threads:
        return [each.result() for each in [threads.submit(_alone, each) for each in do]]


def overtaken(deed: Callable[[], object], *do: Callable[[], Made]) -> list[Made]:
    """Each of `do` begins, looks at what there is, and comes as far as where it would write; then `deed` is done, and they go on."""
    from octavo.site.library.writing import writing

    with ThreadPoolExecutor(len(do)) as threads:
        with writing():
            begun = [(arrived := Event(), threads.submit(_alone, each, arrived)) for each in do]
            for arrived, future in begun:
                while not arrived.wait(0.01) and not future.done():
                    pass
            deed()
        return [future.result() for _, future in begun]


def sending(browser: Client, path: str, **fields: Any) -> Callable[[], Any]:
    """Sending a form, from another window of that browser."""
    one = window(browser)
    return lambda: one.post(path, fields)


def window(browser: Client) -> Client:
    """The same browser once more, for a thread of its own; an error of the paper's own is a page, as it is for readers."""
    from django.test import Client

    defaults: Any = browser.defaults
    made = Client(raise_request_exception=False, **defaults)
    made.cookies = browser.cookies
    if "seen" not in made.session:
        # That a session is in use is written once an hour: what waits to write is then the page itself.
        made.get("/settings/account/")
    return made


def _alone(do: Callable[[], Made], arrived: Event | None = None) -> Made:
    from django.db import connection

    def look(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if arrived and (sql.startswith("BEGIN") or "pg_advisory_xact_lock" in sql):
            arrived.set()
        return execute(sql, *more)

    try:
        with connection.execute_wrapper(look):
            return do()
    finally:
        connection.close()
