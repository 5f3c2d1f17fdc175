"""The pages of who owns what: the list, adding, changing, removing; bad input; and who may do it."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest

from octavo.grouping.owners import STARTER, Owner
from tests.site.paper.sources.test_listing import queries
from tests.site.paper.stories.made import said

if TYPE_CHECKING:
    from django.test import Client

LIST = "/sources/owners/"
POSTS = ("add/", "change/", "remove/", "put-back/")
ODD = ("<script>alert(1)</script>", "صوت المرفأ " * 18, "W" * 200, "\u202eislands", "島の新聞")


def kinds() -> dict[str, str]:
    from octavo.site.library.owners import listed_owners

    return {each.owner.name: each.kind for each in listed_owners() if each.kind != "starter"}


def give(client: Client, path: str, **fields: str) -> tuple[int, str]:
    """What comes of a form: the status, and the page that it ends on."""
    answer = client.post(LIST + path, fields, follow=True)
    status = answer.redirect_chain[0][1] if answer.redirect_chain else answer.status_code
    return status, " ".join(unescape(answer.content.decode()).split())


def test_the_list_says_what_comes_with_octavo_and_what_it_does(site_client: Client) -> None:
    html = said(site_client, LIST)
    assert "The outlets of one owner count as one report" in html
    assert html.count('class="line owner-line') == len(STARTER)
    assert "<bdi>bbc.co.uk</bdi>" in html
    assert ">Yours<" not in html
    assert f'href="{LIST}"' in said(site_client, "/sources/")


def test_an_entry_of_ones_own_from_adding_to_removing(site_client: Client) -> None:
    fields = {"name": "Isle Media", "domains": "https://www.post.example/\npilot.example", "publishers": "The Pilot"}
    status, html = give(site_client, "add/", **fields)
    assert status == 302
    assert "It is on the list" in html
    assert html.index(">Yours<") < html.index("<bdi>Isle Media</bdi>") < html.index("They come with Octavo")
    form = said(site_client, f"{LIST}change/?entry=Isle+Media")
    assert "These outlets count as one report." in form
    assert "post.example pilot.example</textarea>" in form
    status, html = give(site_client, "change/", entry="isle media", name="Holm", domains="post.example", publishers="")
    assert (status, kinds()) == (302, {"Holm": "own"})
    assert "Remove <bdi>Holm</bdi>?" in said(site_client, f"{LIST}remove/?entry=Holm")
    assert kinds() == {"Holm": "own"}
    status, html = give(site_client, "remove/", entry="Holm")
    assert (status, kinds()) == (302, {})
    assert "papers of their own now" in html


def test_one_that_comes_with_octavo_is_changed_switched_off_and_put_back(site_client: Client) -> None:
    form = said(site_client, f"{LIST}change/?entry=BBC")
    assert 'name="name"' not in form
    give(site_client, "change/", entry="BBC", name="Beeb", domains="bbc.com", publishers="")
    assert kinds() == {"BBC": "changed"}
    assert "Comes with Octavo, changed here" in said(site_client, LIST)
    assert "What you wrote about it is gone" in said(site_client, f"{LIST}put-back/?entry=BBC")
    give(site_client, "remove/", entry="BBC")
    assert kinds() == {"BBC": "off"}
    html = said(site_client, LIST)
    assert "<strong>Switched off</strong>" in html
    assert site_client.get(f"{LIST}remove/?entry=BBC").status_code == 404
    give(site_client, "put-back/", entry="BBC")
    assert kinds() == {}
    assert site_client.get(f"{LIST}put-back/?entry=BBC").status_code == 404


def test_what_cannot_be_so_is_said_where_it_was_written(site_client: Client) -> None:
    from octavo.site.library.owners import add_owner, remove_owner

    for fields, why in (
        ({"name": "Isle"}, "It needs at least one domain"),
        ({"domains": "post.example"}, "It needs a name."),
        ({"name": "Isle", "domains": "post"}, "“post” is no domain"),
        ({"name": "Isle", "domains": "beeb.example bbc.com"}, "“bbc.com” is an outlet of “BBC”. An outlet has one owner"),
        ({"name": "Isle", "publishers": "Fox News"}, "“Fox News” is an outlet of “Fox”"),
        ({"name": "bbc", "domains": "post.example"}, "“BBC” is on the list already"),
        ({"name": "Isle", "domains": "\x00"}, "Null characters"),
    ):
        status, html = give(site_client, "add/", **fields)
        assert status == 400, fields
        assert why in html
        assert 'aria-invalid="true"' in html
    status, html = give(site_client, "change/", entry="BBC", domains="foxnews.com")
    assert (status, kinds()) == (400, {})
    assert "“foxnews.com” is an outlet of “Fox”" in html
    remove_owner("BBC")
    add_owner(Owner("Beeb", ("bbc.com",)))
    status, html = give(site_client, "put-back/", entry="BBC")
    assert (status, kinds()) == (400, {"BBC": "off", "Beeb": "own"})
    assert "It cannot be put back.</strong> “bbc.com” is an outlet of “Beeb”" in html


def test_ten_thousand_domains_are_refused(site_client: Client) -> None:
    status, html = give(site_client, "add/", name="Isle", domains="\n".join(f"paper{number}.example" for number in range(10_000)))
    assert (status, kinds()) == (400, {})
    assert "50,000 are looked at" in html
    assert len(html) < 250_000
    status, html = give(site_client, "add/", name="Isle", domains="\n".join(f"p{number}.example" for number in range(501)))
    assert "Those are 501 outlets; an owner may have 500." in html
    assert site_client.post(f"{LIST}add/", {"domains": "x" * 3 * 2**20}).status_code == 400


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_names(site_client: Client, name: str) -> None:
    status, _ = give(site_client, "add/", name=name, domains="post.example", publishers=name)
    assert status == 302
    assert "<script>alert" not in site_client.get(LIST).content.decode()
    (kept,) = kinds()
    assert site_client.get(f"{LIST}change/", {"entry": kept}).status_code == 200
    assert site_client.get(LIST, {"q": kept}).content.decode().count("owner-line") == 1
    assert give(site_client, "remove/", entry=kept)[0] == 302
    assert kinds() == {}


def test_what_is_not_there(site_client: Client) -> None:
    for path in ("change/", "remove/", "put-back/"):
        for name in ("Nobody", "\x00", "x" * 5000, ""):
            assert site_client.get(LIST + path, {"entry": name}).status_code == 404
    assert "Nothing on the list is called “<bdi>nobody</bdi>”" in said(site_client, f"{LIST}?q=nobody")
    assert "<bdi>BBC</bdi>" in said(site_client, f"{LIST}?q=bbc.CO")
    assert site_client.get(f"{LIST}?q=%00&page=99").status_code == 200


def test_a_fixed_number_of_queries_however_many_owners(site_client: Client) -> None:
    from octavo.site.library.models import OutletOwner

    taken = []
    for numbers in (range(1), range(1, 300)):
        rows = [OutletOwner(name=f"Isle {n}", domains=[f"p{n}-{k}.example" for k in range(20)]) for n in numbers]
        OutletOwner.objects.bulk_create(rows)
        site_client.get(LIST)
        taken.append((queries(site_client, LIST), queries(site_client, f"{LIST}change/?entry=Isle+0")))
    assert taken[0] == taken[1]
    # The list itself, whether stories are counted by it (and whether there are any); the entry.
    assert taken[0] == tuple(queries(site_client, f"{LIST}add/") + more for more in (3, 1))
    assert said(site_client, LIST).count('class="line owner-line') == 100


def test_the_page_says_when_stories_are_still_counted(site_client: Client) -> None:
    from octavo.site.library.owners import add_owner
    from tests.site.library.test_voices import count_all, some

    some()
    count_all()
    assert "are counted by this list" not in said(site_client, LIST)
    add_owner(Owner("Isle", ("post.example",)))
    assert "Stories are counted by this list soon" in said(site_client, LIST)
    count_all()
    assert "are counted by this list" not in said(site_client, LIST)


def test_another_reader_sees_the_list_and_changes_nothing(reader: Client) -> None:
    html = reader.get(LIST).content.decode()
    assert "<bdi>BBC</bdi>" in html
    assert "add/" not in html.split("<main", 1)[1].split("</main>")[0]
    for path in POSTS:
        assert reader.get(LIST + path, {"entry": "BBC"}).status_code == 403
        assert reader.post(LIST + path, {"entry": "BBC", "name": "Isle", "domains": "post.example"}).status_code == 403
    assert kinds() == {}


@pytest.mark.parametrize("path", POSTS)
def test_a_form_of_another_site_changes_nothing(site_client: Client, path: str) -> None:
    from django.test import Client

    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    client.get(f"{LIST}add/")
    fields = {"entry": "BBC", "name": "Isle", "domains": "post.example"}
    assert client.post(LIST + path, fields, headers={"origin": "https://evil.example"}).status_code == 403
    assert client.post(LIST + path, fields | {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert kinds() == {}


@pytest.mark.parametrize("path", POSTS)
def test_nothing_changes_by_looking(site_client: Client, path: str) -> None:
    for method in (site_client.get, site_client.head, site_client.put, site_client.delete, site_client.patch):
        assert method(f"{LIST}{path}?entry=BBC").status_code in (200, 404, 405)
    assert kinds() == {}
