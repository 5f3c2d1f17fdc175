from __future__ import annotations

import pytest


@pytest.mark.parametrize("specimen", [False, True])
def test_the_newest_of_an_edition_lie_in_their_order_in_an_index(library: str, specimen: bool) -> None:
    from django.db import connection

    from octavo.site.library.models import Article
    from octavo.site.paper import shelf

    with connection.cursor() as cursor:
        if library == "postgresql":
            # The table is empty, and looked through at once. What is asked is whether an unsorted way exists at all.
            cursor.execute("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off")
        try:
            asked = [
                Article.objects.edition(specimen).order_by("-ranked", "-pk").values_list("headline")[: shelf.NEWEST],
                Article.objects.edition(specimen).values_list("pk")[:1],
            ]
            plans = [each.explain() for each in asked]
        finally:
            if library == "postgresql":
                cursor.execute("RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_sort")
    assert "edition_order" in plans[0], plans[0]
    assert "Sort" not in plans[0], plans[0]
    assert "TEMP B-TREE" not in plans[0], plans[0]
    assert "edition_order" in plans[1], plans[1]
