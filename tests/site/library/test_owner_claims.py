"""What a person writes about an owner of outlets, bad input too."""

from __future__ import annotations

import pytest

from octavo.grouping.owners import Owner
from octavo.site.library.owner_claims import NAME_MOST, OUTLETS_MOST, WRITTEN_MOST, NotTaken, see_unclaimed, written


def test_domains_may_be_written_as_they_come() -> None:
    domains = "www.post.example, https://news.post.example/today?x=1\npilot.example; PILOT.example."
    owner = written("  Isle  Media ", domains, "The Pilot\n\n the  pilot")
    assert owner == Owner("Isle Media", ("post.example", "pilot.example"), ("the pilot",))


def test_domains_of_other_scripts_are_kept_in_one_form() -> None:
    assert written("Høst", "bücher.example xn--bcher-kva.example نبأ.example", "").domains == ("bücher.example", "نبأ.example")


def test_names_alone_will_do() -> None:
    assert written("قناة الجزر", "", "صوت المرفأ\n島の新聞") == Owner("قناة الجزر", (), ("صوت المرفأ", "島の新聞"))


@pytest.mark.parametrize(("name", "domains", "publishers", "field", "said"), [
    (" \n", "post.example", "", "name", "needs a name"),
    ("\x00\u202e", "post.example", "", "name", ""),
    ("x" * (NAME_MOST + 1), "post.example", "", "name", "at most 200 characters; “xxx"),
    ("Isle", " , ;", " \n ", "domains", "at least one domain"),
    ("Isle", "post", "", "domains", "“post” is no domain"),
    ("Isle", "post pilot harbour.example", "", "domains", "“post” and “pilot” are no domains"),
    ("Isle", "192.168.1.1", "", "domains", "is no domain"),
    ("Isle", "[::1]", "", "domains", "is no domain"),
    ("Isle", "<script>alert(1)</script>", "", "domains", "is no domain"),
    ("Isle", "javascript:alert(1)", "", "domains", "is no domain"),
    ("Isle", "post..example", "", "domains", "is no domain"),
    ("Isle", "-post.example", "", "domains", "is no domain"),
    ("Isle", f"{'x' * 64}.example", "", "domains", "is no domain"),
    ("Isle", " ".join(["no"] * 12), "", "domains", "and 7 more are no domains"),
    ("Isle", "", "y" * (NAME_MOST + 1), "publishers", "at most 200 characters"),
])
def test_what_cannot_be_used_is_said(name: str, domains: str, publishers: str, field: str, said: str) -> None:
    with pytest.raises(NotTaken) as refused:
        written(name, domains, publishers)
    assert refused.value.field == field
    assert said in str(refused.value)
    assert len(str(refused.value)) < 500


def test_ten_thousand_domains_are_refused_by_a_limit_that_is_named() -> None:
    with pytest.raises(NotTaken, match=f"{WRITTEN_MOST:,} are looked at"):
        written("Isle", " ".join(f"paper{number}.example" for number in range(10_000)), "")
    with pytest.raises(NotTaken, match=f"Those are 600 outlets; an owner may have {OUTLETS_MOST}"):
        written("Isle", " ".join(f"paper{number}.example" for number in range(600)), "")


def test_an_outlet_has_one_owner() -> None:
    others = [Owner("Holm", ("post.example", "pilot.example")), Owner("Brekke", (), ("The Beacon",))]
    see_unclaimed(Owner("Isle", ("harbour.example",), ("Harbour",)), others)
    with pytest.raises(NotTaken, match=r"“post.example” is an outlet of “Holm” and “the beacon” is an outlet of “Brekke”") as refused:
        see_unclaimed(Owner("Isle", ("post.example",), ("the beacon",)), others)
    assert refused.value.field == "domains"
    with pytest.raises(NotTaken, match="“THE BEACON” is an outlet of “Brekke”") as refused:
        see_unclaimed(Owner("Isle", (), ("THE BEACON",)), others)
    assert refused.value.field == "publishers"


def test_an_outlet_that_is_called_like_its_owner_is_one_too() -> None:
    with pytest.raises(NotTaken, match="“Stuff” is an outlet of “Stuff”"):
        see_unclaimed(Owner("Isle", (), ("Stuff",)), [Owner("Stuff", (), ("Stuff",))])
