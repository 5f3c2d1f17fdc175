"""An article's page says who says what in it, or why it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from octavo.analysis import Occasion
from tests.site.library.analyses import analysed, person, put
from tests.site.paper.tags import Tags, without_scripts

if TYPE_CHECKING:
    from django.test import Client


def html_of(client: Client, row: Any) -> str:
    return " ".join(client.get(f"/article/{row.pk}/").content.decode().split())


def test_statements_stand_beside_the_text_by_speaker_each_linked_to_its_words(site_client: Client) -> None:
    html = html_of(site_client, analysed(occasion=Occasion("in an interview with Kanal 5", "Kanal 5")))
    assert html.count('class="voice hue-') == 4
    assert '<bdi>Ida Brekke</bdi></a> <bdi class="voice-role">harbour master, Skerry harbour</bdi>' in html
    assert '<a href="#said-1">“The ship will not sail before May,”</a>' in html
    assert '<bdi class="bit">said</bdi><bdi class="bit">in an interview with Kanal 5</bdi>' in html
    assert '<bdi class="bit">denied</bdi>' in html
    assert '<bdi class="voice-name">No source is named</bdi>' in html
    tags = Tags(html).found
    ids = [str(attributes["id"]) for _, attributes in tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    for tag, attributes in tags:
        if tag == "a" and str(attributes.get("href", "")).startswith("#"):
            assert str(attributes["href"])[1:] in ids
    assert html.count("<table") == 1
    assert 'class="speaking"' not in html


def test_the_text_itself_stays(site_client: Client) -> None:
    row = put()
    before = re.search(r'<div class="text" data-say="text">.*?</div>', html_of(site_client, row))
    from tests.site.library.analyses import SAYS, analysis, hold, keep

    hold(row)
    keep((row, analysis(row.text, SAYS)))
    after = re.search(r'<div class="text" data-say="text">.*?</div>', html_of(site_client, row))
    assert before
    assert after
    assert before[0] != after[0]
    assert re.sub(r'</?(a|span)\b[^>]*>', "", before[0]) == re.sub(r'</?(a|span)\b[^>]*>', "", after[0])


def test_each_of_five_speakers_stands_once_in_the_table_and_is_named_above_the_text(site_client: Client) -> None:
    names = ["Ida Brekke", "Jon Fell", "Pia Lund", "Mona Reit", "Olle Brandt"]
    says = [(name, "said", f"that {name} sails", person(name, "captain")) for name in names]
    text = " ".join(f"{name} said that {name} sails." for name in names)
    html = html_of(site_client, analysed("many", text, says=says))
    assert html.count('scope="row">') == 5
    assert html.count('class="voice-role"') == 5
    above, _, below = html.partition('<div class="text" data-say="text">')
    for place, name in enumerate(names, 1):
        assert f'<a class="voice-name" href="#voice-{place}"><bdi>{name}</bdi></a>' in above
        assert below.count(f"<bdi>{name}</bdi>") == 1


def test_a_name_without_end_and_one_of_markup(site_client: Client) -> None:
    long, odd = "Ida " + "Brekke" * 40, "<script>alert(1)</script> & \u202e Co"
    text = f"{long} said that it rains. {odd} said that it snows."
    html = html_of(site_client, analysed("odd", text, says=[
        (long, "said", "that it rains", person(long, "<b>captain</b>")), (odd, "said", "that it snows", person(odd)),
    ]))
    assert "<script" not in without_scripts(html)
    assert "<b>captain" not in html
    assert long not in html.replace(f"{long} said", "")
    assert f"<bdi>{long[:79]}…</bdi>" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in html


@pytest.mark.parametrize(("fields", "words"), [
    ({}, "The article is still to be analysed."),
    ({"language": "de"}, "The article is not in English, and Octavo can tell who says what in English alone."),
])
def test_why_nothing_stands_there(site_client: Client, fields: dict[str, Any], words: str) -> None:
    assert words in html_of(site_client, put("one", "A text.", **fields))


def test_why_nothing_can_be_told(site_client: Client) -> None:
    from octavo.site.library.models import Analysis
    from octavo.site.library.trouble import set_trouble

    row = put()
    set_trouble("/srv/octavo/attribution.onnx is damaged.")
    html = html_of(site_client, row)
    assert "the model that finds it is missing or damaged" in html
    assert "/srv/octavo" not in html
    set_trouble("")
    assert "still to be analysed" in html_of(site_client, row)
    Analysis.objects.update(waiting=None, problem="its text has more than 1,000,000 characters")
    assert "It cannot be told: its text has more than 1,000,000 characters." in html_of(site_client, row)
    assert "No statement was found" in html_of(site_client, analysed("silent", "A text.", says=[]))


def test_of_a_headline_alone_nothing_is_said(site_client: Client) -> None:
    assert "Who said what" not in html_of(site_client, put("bare", ""))


def test_old_statements_stay_while_a_better_model_is_to_look(site_client: Client) -> None:
    from octavo.site.library.models import Analysis

    row = analysed()
    Analysis.objects.update(waiting=row.ranked)
    assert "Ida Brekke</bdi></a>" in html_of(site_client, row)
