"""What a page says of papers that count once because one owner has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from octavo.grouping.owners import Owner
from tests.site.library.placed import came, tell
from tests.site.paper.sources.test_listing import queries
from tests.site.paper.stories.made import made, said

if TYPE_CHECKING:
    from django.test import Client

OWNED = "<bdi>The Post</bdi>, <bdi>The Pilot</bdi>, which <bdi>Isle &amp; Sons</bdi> owns."


def owned(voice: str = "Isle & Sons", **fields: Any) -> int:
    """A story that two papers of one owner tell, and another one; returns its number."""
    first, second = "The ferry Marit was towed off the sandbank on Tuesday.", "Divers found a hole in the bow of the ferry."
    post = came("post", first, publisher="The Post", url="https://post.example/1", **fields)
    pilot = came("pilot", second, publisher="The Pilot", url="https://pilot.example/1", minutes=5, **fields)
    beacon = came("beacon", "Tugs stood by all night.", publisher="The Beacon", url="https://beacon.example/1", minutes=9)
    story = tell("marit", post, voice=voice, outlet="post.example")
    tell(story, pilot, voice=voice, outlet="pilot.example")
    tell(story, beacon, voice="beacon.example", outlet="beacon.example")
    return story


def test_papers_of_one_owner_are_named_and_lead_to_the_list(site_client: Client) -> None:
    from octavo.site.library.owners import add_owner

    add_owner(Owner("Isle & Sons", ("post.example", "pilot.example")))
    story = owned()
    html = said(site_client, f"/story/{story}/")
    assert f"Counted once: {OWNED}" in html
    assert "2 independent reports" in html
    why = html.split(OWNED, 1)[1].split('href="', 1)[1].split('"')[0]
    assert why == "/sources/owners/?q=Isle%20%26%20Sons"
    assert said(site_client, why).count("owner-line") == 1


def test_nothing_is_said_where_no_owner_has_them(site_client: Client) -> None:
    assert "Counted once" not in said(site_client, f"/story/{owned()}/")


def test_nothing_is_said_of_what_an_agency_wrote(site_client: Client) -> None:
    from octavo.site.library.owners import add_owner

    add_owner(Owner("Wire", ("wire.example",), ("Northwire",)))
    assert "Counted once" not in said(site_client, f"/story/{owned('Wire', agency='Northwire')}/")


def test_a_story_without_such_papers_costs_no_query(site_client: Client) -> None:
    from octavo.site.library.owners import add_owner

    path = f"/story/{made().story}/"
    site_client.get(path)
    before = queries(site_client, path)
    add_owner(Owner("Isle & Sons", ("post.example", "pilot.example")))
    assert queries(site_client, path) == before
    path = f"/story/{owned()}/"
    site_client.get(path)
    assert "Counted once" in said(site_client, path)


def test_many_papers_of_an_owner_are_counted_not_named(site_client: Client) -> None:
    from octavo.site.library.owners import add_owner

    add_owner(Owner("Isle & Sons", ("post.example", "pilot.example")))
    story = owned()
    for number in range(30):
        more = came(f"more{number}", f"Text {number}.", publisher=f"Paper {number}", minutes=20)
        tell(story, more, voice="Isle & Sons", outlet=f"p{number}")
    assert "<bdi>Paper 5</bdi> and 24 more, which <bdi>Isle &amp; Sons</bdi> owns." in said(site_client, f"/story/{story}/")
