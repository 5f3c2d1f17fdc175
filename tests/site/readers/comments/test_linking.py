from __future__ import annotations

import pytest

from octavo.site.readers.comments.linking import blocked, hosts, links


@pytest.mark.parametrize(("text", "number"), [
    ("nothing. At all, e.g. here: 3.5 km/h", 0),
    ("https://post.example/a and HTTP://b.example", 2),
    ("[words](https://post.example) <https://b.example>", 2),
    ("[words](javascript:alert(1)) [more](//post.example)", 2),
    ("www.post.example and pills.com/buy, cheap.shop", 3),
    ("ftp://files.example/x", 1),
    ("write to ada@post.example", 0),
    ("a.example " * 500, 500),
])
def test_every_way_of_writing_an_address_counts(text: str, number: int) -> None:
    assert len(links(text)) == number, links(text)


def test_a_blocked_domain_is_found_with_its_parts_and_no_other() -> None:
    found = links("see news.post.example/a or https://WWW.Other.example:8080/x and notpost.example")
    assert hosts(found) == {"news.post.example", "www.other.example", "notpost.example"}
    assert blocked(found, ["POST.example"]) == "post.example"
    assert blocked(found, ["*.other.example"]) == "other.example"
    assert blocked(found, ["st.example", "", "example.com"]) == ""
