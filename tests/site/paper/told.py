"""The specimen edition with its stories as its writer tells them (see its edition.json), for the pages that show them."""

from __future__ import annotations

import json
from importlib.resources import files


def tell_specimen() -> None:
    """Place the articles of the specimen edition, which is in the library."""
    from octavo.grouping.owners import Owners, outlet
    from octavo.site.library.models import Article
    from octavo.site.library.placing import Found, put_places
    from octavo.site.library.writing import writing

    rows = {row.url: row for row in Article.objects.edition(specimen=True).select_related("publisher")}
    pages = json.loads((files("octavo.site.library") / "specimen" / "edition.json").read_text("utf-8"))["pages"]
    told = {page["file"]: (rows[page["url"]], page) for page in pages if page["url"] in rows}
    owners, found = Owners(), {}
    for row, page in told.values():
        origin = told[page["copy_of"]][0] if page["copy_of"] else row
        shown, agency = (each.publisher.name if each.publisher else None for each in (row, origin))
        found[row.pk] = Found(
            row.pk, row.seen, row.published, page["story"], b"", origin=origin.pk if origin != row else None, outlet=outlet(row.url, shown),
            voice=owners.voice(origin.url, agency, origin.agency),
        )
    with writing():
        put_places(True, list(found.values()))
