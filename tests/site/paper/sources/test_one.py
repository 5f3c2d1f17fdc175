"""The page of one source, and what its owner does there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.paper.sources.made import brought, made, put_article
from tests.site.paper.tags import Tags

if TYPE_CHECKING:
    from django.test import Client

    from octavo.site.library.models import Source

SECRETS = ("wrenna-user", "p4ss wörd", "X-Feed-Key", "k3y-of-the-feed")


def secret(source: Source) -> None:
    from octavo.site.library.models import SourceSecret

    SourceSecret.objects.create(source=source, user=SECRETS[0], password=SECRETS[1], headers={SECRETS[2]: SECRETS[3]})


def settings(source: Source, **fields: Any) -> dict[str, Any]:
    """What the browser sends of a source's form when these fields of it were changed."""
    shown = {"title": source.title, "folder": source.folder, "full_text": source.full_text, "address": source.address}
    before = {f"initial-{name}": value for name, value in (shown | {"muted": source.muted}).items()}
    return before | shown | fields


def again(source: Source) -> Source:
    from octavo.site.library.models import Source

    return Source.objects.get(pk=source.pk)


def test_it_says_how_many_of_its_entries_are_read(site_client: Client) -> None:
    from octavo.site.desk.reading.child import ENTRIES_MOST

    said = f"its newest {ENTRIES_MOST:,} are read"
    assert f"It has 60,000 entries; {said}." in site_client.get(f"/sources/{made(hints={'entries': 60_000}).pk}/").content.decode()
    assert said not in site_client.get(f"/sources/{made(address='https://short.example/feed').pk}/").content.decode()


def test_it_says_how_it_goes(site_client: Client) -> None:
    from django.utils import timezone

    now = timezone.now()
    source = made(
        title="The Pilot", folder="Far Isles", home="https://www.pilot.example/", interval=2400,
        fetched=now - timedelta(minutes=20, seconds=5),
        failures=4, failing_since=now - timedelta(hours=3), problem="the host does not answer. Look whether it is still there.",
        answered=now - timedelta(hours=4), moved_to="https://new.example/feed",
    )
    brought(source, 3, 4)
    put_article(source, "ferry", headline="The ferry is <b>back</b>")
    html = site_client.get(f"/sources/{source.pk}/").content.decode()
    for said in (
        "The Pilot", "Far Isles", "20 minutes ago", "every 40 minutes", "in 20 minutes", "7 in 30 days, 7 in all", "4 times in a row",
        "the host does not answer. Look whether it is still there", "https://new.example/feed", "The ferry is &lt;b&gt;back&lt;/b&gt;",
        'href="https://www.pilot.example/"', "Credentials: not set", "?folder=Far%20Isles",
    ):
        assert said in html, said


def test_a_fixed_number_of_queries(site_client: Client) -> None:
    from octavo.site.library.models import WantedPage
    from tests.site.paper.sources.test_listing import queries

    counted = set()
    for many in (1, 40):
        source = made(many)
        for number in range(many):
            put_article(source, f"a{many}-{number}")
            WantedPage.objects.create(source=source, url=f"https://x.example/{number}", found=source.added, state="failed", reason="gone")
        site_client.get(f"/sources/{source.pk}/")
        counted.add(queries(site_client, f"/sources/{source.pk}/"))
    assert counted == {15}


def test_pages_that_failed_are_counted_and_the_newest_named(site_client: Client) -> None:
    from octavo.site.library.models import WantedPage

    source = made()
    states = ["read"] * 5 + ["waiting"] * 2 + ["seen"] + ["failed"] * 9 + ["partial"]
    for number, state in enumerate(states):
        WantedPage.objects.create(
            source=source, url=f"https://x.example/{number}", found=source.added + timedelta(hours=number), state=state, reason="paywall",
            title="" if number % 2 else f"Title {number}",
        )
    late = source.added + timedelta(days=2)
    WantedPage.objects.create(source=source, url="javascript:alert(1)", title="Click", found=late, state="failed")
    html = site_client.get(f"/sources/{source.pk}/").content.decode()
    for said in ("5</strong> read", "2</strong> waiting", "1</strong> only in part", "10</strong> failed"):
        assert f"<strong>{said}" in html, said
    assert "asks for a subscription" in html
    assert "https://x.example/17" in html
    assert "https://x.example/8" not in html
    links = [attributes.get("href") or "" for tag, attributes in Tags(html).found if tag == "a"]
    assert "https://x.example/17" in links
    assert not [link for link in links if "javascript" in link]


def test_a_hostile_home_is_no_link(site_client: Client) -> None:
    hostile: dict[str, Any] = {"home": "javascript:alert(document.cookie)", "title": "<svg onload=alert(1)>", "moved_to": "javascript:1"}
    source = made(failures=1, problem="</p><script>", **hostile)
    html = site_client.get(f"/sources/{source.pk}/").content.decode()
    assert not [1 for _, attributes in Tags(html).found if "javascript" in str(attributes.get("href"))]
    assert "<svg onload" not in html
    assert "<script>" not in html


def test_settings_are_saved(site_client: Client) -> None:
    source = made(etag="kept")
    decided = settings(source, title="The <i>Pilot", folder="Isles", full_text="never", muted="on")
    response = site_client.post(f"/sources/{source.pk}/settings/", decided)
    assert response["Location"] == f"/sources/{source.pk}/?done=saved"
    assert "It is saved." in site_client.get(response["Location"]).content.decode()
    saved = again(source)
    assert (saved.title, saved.folder, saved.full_text, saved.muted, saved.etag) == ("The <i>Pilot", "Isles", "never", True, "kept")
    assert saved.due_at == source.due_at
    site_client.post(f"/sources/{source.pk}/settings/", settings(saved))
    heard = again(source)
    assert not heard.muted
    assert heard.due_at
    assert source.due_at
    assert heard.due_at < source.due_at


def test_another_address_begins_anew_and_takes_no_credentials_to_another_host(site_client: Client) -> None:
    old: dict[str, Any] = {"etag": "old", "digest": "old", "failures": 3, "problem": "no", "reason": "gone", "moved_to": "https://x.example/"}
    source = made(**old, hints={"ttl": 3600}, due_at=None)
    secret(source)
    response = site_client.post(f"/sources/{source.pk}/settings/", settings(source, address="https://paper0.example/other"))
    assert response["Location"].endswith("?done=saved")
    moved = again(source)
    assert (moved.address, moved.host) == ("https://paper0.example/other", "paper0.example")
    assert [getattr(moved, name) for name in old] == ["", "", 0, "", "", ""]
    assert "ttl" not in moved.hints
    assert moved.due_at
    assert hasattr(moved, "secret")
    for other in ("http://paper0.example/other", "https://paper0.example:8443/other", "https://evil.example/other"):
        if not hasattr(again(source), "secret"):
            secret(source)
        response = site_client.post(f"/sources/{source.pk}/settings/", settings(source, address=other))
        assert response["Location"].endswith("?done=moved"), other
        assert not hasattr(again(source), "secret")


def test_the_form_sends_what_it_showed(site_client: Client) -> None:
    source = made(title='The "Pilot"', muted=True)
    fields = [attributes for tag, attributes in Tags(site_client.get(f"/sources/{source.pk}/").content.decode()).found if tag == "input"]
    hidden = {str(each["name"]): each.get("value") for each in fields if str(each.get("name")).startswith("initial-")}
    assert hidden == {
        "initial-title": 'The "Pilot"', "initial-folder": None, "initial-full_text": "short", "initial-address": source.address,
        "initial-muted": "True",
    }


def test_a_page_that_was_opened_before_a_move_does_not_undo_it(library: str, override_loopback: Client) -> None:
    from octavo.site.library.models import Source

    source = made(etag="kept")
    secret(source)
    opened = settings(source, title="The Pilot")
    Source.objects.update(address="https://moved.example/feed", host="moved.example", folder="Isles", muted=True)
    response = override_loopback.post(f"/sources/{source.pk}/settings/", opened)
    assert response["Location"].endswith("?done=saved")
    saved = again(source)
    assert (saved.title, saved.address, saved.host, saved.etag) == ("The Pilot", "https://moved.example/feed", "moved.example", "kept")
    assert (saved.folder, saved.muted) == ("Isles", True)
    assert hasattr(saved, "secret")


def test_a_stale_page_that_is_mended_once_still_says_what_it_showed(site_client: Client) -> None:
    source = made()
    html = site_client.post(f"/sources/{source.pk}/settings/", settings(source, title="x" * 501)).content.decode()
    assert f'name="initial-address" value="{source.address}"' in html


@pytest.mark.parametrize(("field", "value"), [
    ("address", "javascript:alert(1)"), ("address", "file:///etc/passwd"), ("address", "https://user:hunter2@paper.example/"),
    ("address", ""), ("address", "https://paper.example/\x00"), ("address", "https://x.example/" + "a" * 3000),
    ("title", "x" * 501), ("title", "a\x00b"), ("folder", "x" * 201), ("full_text", "sometimes"),
])
def test_what_cannot_be_saved_changes_nothing_and_says_why(site_client: Client, field: str, value: str) -> None:
    source = made()
    response = site_client.post(f"/sources/{source.pk}/settings/", settings(source, **{"title": "New", field: value}))
    assert response.status_code == 400
    html = response.content.decode()
    assert 'class="mistake"' in html
    assert again(source).title == source.title
    if field != "title":
        assert 'value="New"' in html


def test_the_address_of_another_source_is_taken(site_client: Client) -> None:
    source, other = made(1), made(2, title="Other <Post>")
    response = site_client.post(f"/sources/{source.pk}/settings/", settings(source, address=other.address))
    assert response.status_code == 400
    assert "Another source has that address: Other &lt;Post&gt;." in response.content.decode()
    for form in ("http://paper2.example/feed", "https://www.paper2.example/feed/"):
        assert site_client.post(f"/sources/{source.pk}/settings/", settings(source, address=form)).status_code == 400
    own = site_client.post(f"/sources/{source.pk}/settings/", settings(source, address="http://www.paper1.example/feed/"))
    assert own["Location"].endswith("?done=saved")


def test_the_address_of_a_source_that_was_removed_is_to_be_added_again(site_client: Client) -> None:
    source, gone = made(1), made(2, title="Other Post", kind="file", muted=True)
    response = site_client.post(f"/sources/{source.pk}/settings/", settings(source, address=gone.address))
    assert response.status_code == 400
    assert "Other Post, which you removed, had that address" in response.content.decode()


def test_credentials_are_kept_replaced_removed_and_never_shown(site_client: Client) -> None:
    from octavo.site.library.models import SourceSecret

    source = made()
    path = f"/sources/{source.pk}/credentials/"
    given = dict(zip(("user", "password", "header", "value"), SECRETS, strict=True))
    response = site_client.post(path, given)
    assert response["Location"] == f"/sources/{source.pk}/?done=credentials"
    kept = SourceSecret.objects.get()
    assert (kept.user, kept.password, kept.headers) == (SECRETS[0], SECRETS[1], {SECRETS[2]: SECRETS[3]})
    pages = (f"/sources/{source.pk}/", response["Location"], "/sources/", "/sources/add/", f"/sources/{source.pk}/remove/")
    for page in pages:
        html = site_client.get(page).content.decode()
        assert not [each for each in SECRETS if each in html], page
    assert "Credentials: set" in site_client.get(f"/sources/{source.pk}/").content.decode()
    site_client.post(path, {"user": "other", "password": "another"})
    assert SourceSecret.objects.values_list("user", "password", "headers").get() == ("other", "another", {})
    assert site_client.post(path, {"remove": "1"})["Location"].endswith("done=bare")
    assert not SourceSecret.objects.exists()


@pytest.mark.parametrize("given", [
    {}, {"password": "hunter2"}, {"header": "X-Key"}, {"value": "hunter2"}, {"header": "X Key", "value": "hunter2"},
    {"header": "Host", "value": "hunter2"}, {"header": "X-Key", "value": "hunter2\r\nX: y"}, {"header": "X-Key\r\nX", "value": "hunter2"},
    {"user": "u\x00", "password": "hunter2"}, {"user": "x" * 301, "password": "hunter2"}, {"user": "u", "password": "hunter2" * 100},
])
def test_credentials_that_will_not_do_are_refused_and_not_repeated(site_client: Client, given: dict[str, str]) -> None:
    from octavo.site.library.models import SourceSecret

    source = made()
    response = site_client.post(f"/sources/{source.pk}/credentials/", given)
    assert response.status_code == 400
    html = response.content.decode()
    assert 'class="mistake"' in html
    assert "hunter2" not in html
    assert not SourceSecret.objects.exists()


def test_fetch_now_puts_it_into_the_queue(site_client: Client) -> None:
    source, silent = made(1), made(2, muted=True)
    response = site_client.post(f"/sources/{source.pk}/fetch/")
    assert "It is in the queue" in site_client.get(response["Location"]).content.decode()
    due = again(source).due_at
    assert due
    assert source.due_at
    assert due < source.due_at - timedelta(minutes=15)
    site_client.post(f"/sources/{silent.pk}/fetch/")
    assert again(silent).due_at == silent.due_at


def test_a_file_is_not_fetched_and_has_no_address(site_client: Client) -> None:
    from tests.site.library.articles import source as files

    source = files()
    html = site_client.get(f"/sources/{source.pk}/").content.decode()
    assert "Fetch now" not in html
    assert "Credentials" not in html
    for action in ("fetch", "credentials"):
        assert site_client.post(f"/sources/{source.pk}/{action}/", {"user": "x"}).status_code == 404
    given = {"title": "My files", "folder": "", "address": "https://evil.example/", "muted": "on"}
    site_client.post(f"/sources/{source.pk}/settings/", given)
    assert (again(source).title, again(source).address, again(source).muted) == ("My files", "files", False)


def test_settings_on_both_databases(library: str, override_loopback: Client) -> None:
    source = made()
    secret(source)
    response = override_loopback.post(f"/sources/{source.pk}/settings/", settings(source, address="https://other.example/f", title="T"))
    assert response["Location"].endswith("?done=moved")
    assert override_loopback.get("/sources/").status_code == 200
    assert override_loopback.get(f"/sources/{source.pk}/").status_code == 200
