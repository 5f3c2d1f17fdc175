"""The list of who owns which outlets: what comes with Octavo and one's own on top, on both kinds of library."""

from __future__ import annotations

import pytest

from octavo.grouping.owners import STARTER, Owner


def kinds() -> dict[str, str]:
    from octavo.site.library.owners import listed_owners

    return {each.owner.name: each.kind for each in listed_owners() if each.kind != "starter"}


def voice(url: str, publisher: str | None = None) -> str:
    from octavo.site.library.owners import owners

    return owners().voice(url, publisher)


def test_it_begins_with_what_comes_with_octavo(library: str) -> None:
    from octavo.site.library.owners import listed_owners

    assert sorted(each.owner.name for each in listed_owners()) == sorted(each.name for each in STARTER)
    assert kinds() == {}
    assert voice("https://www.bbc.com/sport/1") == "BBC"


def test_what_is_added_is_one_voice_until_it_is_removed(library: str) -> None:
    from octavo.site.library.owners import add_owner, list_mark, remove_owner

    marks = [list_mark()]
    add_owner(Owner("Isle Media", ("post.example",), ("The Pilot",)))
    assert kinds() == {"Isle Media": "own"}
    assert voice("https://news.post.example/1") == voice("", "the pilot") == "Isle Media"
    marks.append(list_mark())
    remove_owner("isle média")
    assert kinds() == {}
    assert voice("https://news.post.example/1") == "post.example"
    marks.append(list_mark())
    assert len(set(marks)) == 3


def test_what_comes_with_octavo_is_changed_switched_off_and_put_back(library: str) -> None:
    from octavo.site.library.owners import change_owner, put_back_owner, remove_owner

    change_owner("bbc", Owner("Beeb", ("bbc.co.uk", "cbeebies.example")))
    assert kinds() == {"BBC": "changed"}
    assert voice("https://cbeebies.example/1") == "BBC"
    assert voice("https://bbc.com/1") == "bbc.com"
    remove_owner("BBC")
    assert kinds() == {"BBC": "off"}
    assert voice("https://bbc.co.uk/1") == "bbc.co.uk"
    change_owner("BBC", Owner("BBC", ("bbc.com", "bbc.co.uk")))
    assert kinds() == {"BBC": "changed"}
    put_back_owner("BBC")
    assert kinds() == {}
    assert voice("https://bbc.co.uk/1") == "BBC"


def test_two_owners_cannot_have_one_outlet(library: str) -> None:
    from octavo.site.library.owner_claims import NotTaken
    from octavo.site.library.owners import add_owner, change_owner, list_mark, put_back_owner, remove_owner

    add_owner(Owner("Isle Media", ("post.example",)))
    mark = list_mark()
    with pytest.raises(NotTaken, match=r"“bbc.com” is an outlet of “BBC”"):
        add_owner(Owner("Beeb", ("beeb.example", "bbc.com")))
    with pytest.raises(NotTaken, match=r"“post.example” is an outlet of “Isle Media”"):
        change_owner("BBC", Owner("BBC", ("bbc.com", "post.example")))
    assert (kinds(), list_mark()) == ({"Isle Media": "own"}, mark)
    remove_owner("BBC")
    add_owner(Owner("Beeb", ("bbc.com",)))
    with pytest.raises(NotTaken, match=r"“bbc.com” is an outlet of “Beeb”"):
        put_back_owner("BBC")
    assert voice("https://bbc.com/1") == "Beeb"


def test_an_entry_that_is_there_is_not_added_again(library: str) -> None:
    from octavo.site.library.owner_claims import NotTaken
    from octavo.site.library.owners import add_owner, change_owner, put_back_owner, remove_owner

    with pytest.raises(NotTaken, match="“BBC” is on the list already"):
        add_owner(Owner("bbc", ("beeb.example",)))
    add_owner(Owner("Isle Media", ("post.example",)))
    add_owner(Owner("Holm", ("holm.example",)))
    with pytest.raises(NotTaken, match="Another entry is called “ISLE MEDIA”"):
        change_owner("Holm", Owner("ISLE MEDIA", ("holm.example",)))
    change_owner("holm", Owner("HOLM", ("holm.example",)))
    assert kinds() == {"Isle Media": "own", "HOLM": "own"}
    with pytest.raises(NotTaken, match="does not come with Octavo"):
        put_back_owner("Holm")
    for refused in (remove_owner, put_back_owner):
        with pytest.raises(NotTaken, match="“Nobody” is not on the list"):
            refused("Nobody")


def test_a_list_without_end_is_refused(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import owners
    from octavo.site.library.owner_claims import NotTaken

    monkeypatch.setattr(owners, "OWNERS_MOST", 2)
    for number in range(2):
        owners.add_owner(Owner(f"Isle {number}", (f"post{number}.example",)))
    with pytest.raises(NotTaken, match="has 2 entries of your own"):
        owners.add_owner(Owner("Isle 2", ("post2.example",)))
    monkeypatch.setattr(owners, "ALL_OUTLETS_MOST", 3)
    with pytest.raises(NotTaken, match="would have 4 outlets, and can have 3 together"):
        owners.change_owner("Isle 0", Owner("Isle 0", ("post0.example", "pilot.example", "harbour.example")))
    assert kinds() == {"Isle 0": "own", "Isle 1": "own"}


def test_what_a_newer_octavo_brings_is_behind_ones_own(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import owners

    owners.add_owner(Owner("Isle Media", ("post.example",)))
    owners.remove_owner("BBC")
    monkeypatch.setattr(owners, "STARTER", (Owner("Zeta", ("post.example", "zeta.example")),))
    assert kinds() == {"Isle Media": "own"}
    assert [voice(f"https://{name}.example/") for name in ("post", "zeta")] == ["Isle Media", "Zeta"]
