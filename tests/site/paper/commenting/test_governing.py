"""The owner's rules, on their page."""

from __future__ import annotations

from tests.site.paper.commenting.scene import say, scene, seen

FORM = {
    "mode": "on", "hold_first": "on", "per_minute": "2", "per_day": "9", "links": "3", "links_new": "0", "known_after": "2",
    "held_words": " casino \n\ncasino\nFree  money\n", "refused_words": "", "blocked_domains": "spam.example",
}


def test_the_rules_are_set_and_hold(library: str) -> None:
    from octavo.site.readers.comments.standing import rules_of_paper

    play = scene()
    answer = play.people.owner.browser.post("/settings/comments/", FORM)
    assert answer["Location"] == "/settings/comments/?said=saved"
    page = seen(play.people.owner, answer["Location"])
    assert "It is saved." in page
    assert "casino Free money</textarea>" in page
    rules = rules_of_paper()
    assert (rules.mode, rules.hold_first, rules.per_minute, rules.links_new) == ("on", True, 2, 0)
    assert rules.held_words == "casino\nFree money"
    assert say(play.people.ada, play.article, "Hello").state == "held"
    refused = play.people.ada.browser.post(play.article, {"text": "https://a.example"})
    assert "cannot have any here yet" in refused.content.decode()


def test_what_cannot_be_is_said_beside_its_field_and_kept_in_the_form(library: str) -> None:
    from octavo.site.readers.comments.standing import rules_of_paper

    play = scene()
    before = rules_of_paper()
    wrong = {"per_minute": "0", "mode": "never", "held_words": "x\n" * 3 + "y" * 30_000}
    answer = play.people.owner.browser.post("/settings/comments/", FORM | wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.count('role="alert"') == 4
    assert "spam.example</textarea>" in page
    assert rules_of_paper() == before


def test_readers_see_the_way_to_their_own_and_no_rules(library: str) -> None:
    play = scene()
    page = seen(play.people.ada, "/settings/comments/")
    assert 'href="/comments/mine/"' in page
    assert "held_words" not in page
