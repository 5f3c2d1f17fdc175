"""Comments that came past what the owner set, or showed what had been taken out of them, until they were tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from octavo.site.readers.comments.cleaning import cleaned, one_line
from octavo.site.readers.comments.judging import Hold, Publish, Refuse, Standing, judge
from octavo.site.readers.comments.markdown import rendered, seen_in
from octavo.site.readers.comments.rules import Rules

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
KNOWN = Standing(published=5)
OPEN = Rules(hold_first=False, blocked_domains="spam.example", refused_words="casino", held_words="free money")


def judged(typed: str, **rules: object) -> object:
    return judge(cleaned(typed), KNOWN, replace(OPEN, **rules), NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", [
    r"https:\//spam.example/x", r"https://spam\.example/x", "[x](https://spam&period;example)",
    "[x](https&colon;//spam.example)", "[x](https://spam%2Eexample/)", "[x](https://sp%61m.example/)", "[x](https://spam。example/)",
    "[x](https://ｓｐａｍ.example/)", "https://spam.example*", "https://www.spam.example.:443/", "[](https://spam.example)",
    "[x]( <https://spam.example/a b> )", "[![x](https://post.example)](https://spam.example)",
])
def test_a_blocked_domain_is_blocked_however_it_is_written(typed: str) -> None:
    assert judged(typed) == Refuse("domain", detail="spam.example"), seen_in(cleaned(typed))


@pytest.mark.parametrize("typed", [r"https:\//a.example", "[x](https&colon;//a.example)", "https://a&#46;example"])
def test_every_link_that_can_be_followed_counts(typed: str) -> None:
    assert judged(f"{typed} " * 6) == Refuse("links", 5)
    assert judge(cleaned(f"{typed} " * 60), Standing(trusted=True), OPEN, NOW) == Refuse("links", 50)


@pytest.mark.parametrize("typed", [
    "cas*i*no", "c**asino**", "cas\u00adino", "ca\u0336sino", "ｃａｓｉｎｏ", "[cas](https://a.example)\n\nCASINO",
])
def test_a_refused_word_is_refused_as_it_is_read(typed: str) -> None:
    assert judged(typed) == Refuse("words", detail="casino")


def test_a_phrase_is_found_across_marks() -> None:
    assert judged("*free* **money**") == Hold("words", "free money")
    assert judged("a free lunch, and money") == Publish()


@pytest.mark.parametrize("typed", [
    "\ufe0f", "\U000e0100\U000e0101", "\u180b", "\u0301", ">", "> > >", "-", "1.", "```\n```", "`` ``", "\U0001d159", "\u2800", "\u3164",
    "- >\n- >",
])
def test_what_shows_nothing_is_no_comment(typed: str) -> None:
    assert judged(typed) == Refuse("empty")


@pytest.mark.parametrize("typed", [
    "&#8238;drowssap", "&#x202E;x", "&ZeroWidthSpace;x", "&shy;x", "a" + "&#x336;" * 300, "&nbsp;", "&lrm;x",
])
def test_what_was_taken_out_does_not_come_back_by_its_number(typed: str) -> None:
    html = rendered(cleaned(typed))
    assert typed.replace("&", "&amp;") in html
    assert seen_in(cleaned(typed)).words == typed


def test_a_link_without_words_has_its_address() -> None:
    for typed in ("[](https://post.example/a)", "[ ](https://post.example/a)"):
        assert "https://post.example/a</a></p>" in rendered(typed)


def test_a_name_that_shows_nothing_is_none() -> None:
    assert one_line("\ufe0f \u0301", 80) == ""


@pytest.mark.parametrize("name", [
    "edıtor", "ed1tor", "ᴇᴅɪᴛᴏʀ", "еditоr", "Editor.", "օwner", "ovvner", "0wn3r", "о w n е r", "rnoderator", "moderat0r", "ⓞⓦⓝⓔⓡ", "𝐨𝐰𝐧𝐞𝐫",
])
def test_a_name_that_reads_as_another_is_known(name: str, site: None) -> None:
    from octavo.site.readers.comments.names import poses

    assert poses(name, ["owner", "moderator", "editor"])
    assert not poses(name, ["Ada", "Own", "Moder Ator Jr"])
