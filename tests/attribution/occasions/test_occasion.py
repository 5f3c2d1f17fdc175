"""Where, to whom, through whom and when, in sentences about the harbour town of Port Alder, which does not exist."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.analysis import Entity, Found, Occasion
from octavo.attribution.occasions.occasion import occasion
from octavo.attribution.spans.quoting import as_quoted
from octavo.language.sentences import sentences
from tests.attribution.any_found import found_in_text
from tests.attribution.drawn import drawn

WEDNESDAY = date(2026, 7, 8)
MONDAY, TUESDAY, FRIDAY, SUNDAY = date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 3), date(2026, 7, 5)

OCCASIONS: list[tuple[str, Occasion | None]] = [
    ('{"It rains,"} [Roe] <said> in a sideline interview with Politico.', Occasion("in a sideline interview with Politico", "Politico")),
    ("[Roe] <told> Reuters {that it rains}.", Occasion("told Reuters", "Reuters")),
    (
        "[Roe] <told> The Alder Herald on Monday {that it rains}.",
        Occasion("told The Alder Herald on Monday", "The Alder Herald", None, MONDAY),
    ),
    (
        "[Roe] <told> reporters in a Tuesday briefing {that it rains}.",
        Occasion("told reporters in a Tuesday briefing", None, "reporters", TUESDAY),
    ),
    (
        "[Roe] <said> in an interview with CNN's Ada Holt {that it rains}.",
        Occasion("in an interview with CNN's Ada Holt", "CNN", "Ada Holt"),
    ),
    ("[Roe] <told> Ada Holt of Norrland News {that it rains}.", Occasion("told Ada Holt of Norrland News", "Norrland News", "Ada Holt")),
    ("[Roe] <told> the news agency Norrland {that it rains}.", Occasion("told the news agency Norrland", "Norrland")),
    ("In a Bloomberg interview [Roe] <said> {that it rains}.", Occasion("In a Bloomberg interview", "Bloomberg")),
    ("[Roe] <wrote> in a letter to Congress {that it rains}.", Occasion("in a letter to Congress", None, "Congress")),
    (
        "[Roe] <sent a letter to the harbour guild demanding> {rain}.",
        Occasion("sent a letter to the harbour guild", None, "the harbour guild"),
    ),
    ("[Roe] <sent> Mr. Ferris a letter {about rain}.", Occasion("sent Mr. Ferris a letter", None, "Mr. Ferris")),
    ("[Roe] <shouted> to the crowd {that it rained}.", Occasion("to the crowd", None, "the crowd")),
    ("[Roe] <told> her supporters {that it rained}.", Occasion("told her supporters", None, "her supporters")),
    ("[Roe] <said> at a rally in Ohio {that it rains}.", Occasion("at a rally in Ohio")),
    (
        "At a rally in Port Alder on July 4, [Roe] <said> {it rained}.",
        Occasion("At a rally in Port Alder on July 4", date=date(2026, 7, 4)),
    ),
    ("At Monday’s debate, [Roe] <said> {it rained}.", Occasion("At Monday’s debate", date=MONDAY)),
    ("[Roe], at a later press gaggle, <said> {it rained}.", Occasion("at a later press gaggle")),
    ("[Roe] <said> on Twitter {that it rains}.", Occasion("on Twitter")),
    ("[Roe] <took to Twitter> {to greet the crew}.", Occasion("took to Twitter")),
    ("[Roe] <said in a statement> {that it rains}.", Occasion("in a statement")),
    ("[Roe] <issued a statement saying> {it rains}.", Occasion("issued a statement")),
    ("[Roe] <said> during a press conference {that it rains}.", Occasion("during a press conference")),
    ("[Roe] <attacked> {the pilots} in early-morning tweets.", Occasion("in early-morning tweets")),
    ("[Roe] <criticised> {the pilots} during a rally Friday in Port Alder.", Occasion("during a rally Friday in Port Alder", date=FRIDAY)),
    ("[Roe] said in a statement that it rained, <adding> {that it poured}.", Occasion("in a statement")),
    ("[Roe] scolded them in an email to members, <accusing> {them of sloth}.", Occasion("in an email to members", None, "members")),
    ("Speaking to reporters in Geneva, [Roe] <said> {it rained}.", Occasion("Speaking to reporters in Geneva", None, "reporters")),
    ("[Roe] <said> in a long, rambling speech {that it rained}.", Occasion("in a long, rambling speech")),
    ("[Roe] <said> on ABC’s “This Week” {that it rained}.", Occasion("on ABC’s “This Week”", "ABC")),
    ("[Roe] <said> by phone {that it rained}.", Occasion("by phone")),
    ("[Roe] <warned> in Everett, Wash., recently {that it rained}.", Occasion("in Everett, Wash.")),
    ("Anadolu Ajansi <quoted> [Roe] <as saying> {it rains}.", Occasion("Anadolu Ajansi quoted Roe as saying", "Anadolu Ajansi")),
    ("[Anadolu Ajansi] <quoted> {Roe as saying it rains}.", Occasion("Anadolu Ajansi quoted Roe as saying", "Anadolu Ajansi")),
    ("[Anadolu Ajansi] <quoted> Roe as saying: {“It rains.”}", Occasion("Anadolu Ajansi quoted Roe as saying", "Anadolu Ajansi")),
    ("[Le Quai] <quoted> Roe <as saying> {it rains}.", Occasion("Le Quai quoted Roe as saying", "Le Quai")),
    (
        "{“It rains,”} [the Alder Post] <quoted> {Mr. Roe, the harbour master, as saying}.",
        Occasion("Alder Post quoted Mr. Roe, the harbour master, as saying", "Alder Post"),
    ),
    ("[She] <quoted> {Roe as saying it rains}.", None),
    ("{“It rains,”} [she] <said>, Anadolu reported.", Occasion("Anadolu reported", "Anadolu")),
    ("{“It rains,”} [she] <said>, Le Quai reported on Monday.", Occasion("Le Quai reported", "Le Quai")),
    ("{“It rains,”} [she] <said>, and Reuters reported that it snowed.", None),
    (
        "{“It rains,”} [she] <told> lawmakers, The Alder Post reported.",
        Occasion("told lawmakers, The Alder Post reported", "The Alder Post", "lawmakers"),
    ),
    ("[Roe] <was quoted> by the BBC <as saying> {it rains}.", Occasion("quoted by the BBC", "BBC")),
    ("Reuters reported that [Roe] <said> {it rains}.", Occasion("Reuters reported that", "Reuters")),
    ("{It rains}, [Roe] <said>, according to Reuters.", Occasion("according to Reuters", "Reuters")),
    ("[Roe] <was quoted as saying> {it rains} by state news agency Norrland.", Occasion("by state news agency Norrland", "Norrland")),
    (
        "{It rains}, the Norrland news agency <quoted> [Roe] <as saying>.",
        Occasion("Norrland news agency quoted Roe as saying", "Norrland news agency"),
    ),
    ("[Roe] <wrote> in The Alder Herald {that it rains}.", Occasion("in The Alder Herald", "The Alder Herald")),
    ("[Roe] <groused> to a crowd in Norrland {about rain}.", Occasion("to a crowd in Norrland", None, "a crowd")),
    ("[Roe] <recited> {a psalm} from the Bible.", None),
    ("[Roe] <told> state television {it rains}.", Occasion("told state television", "state television")),
    ("[Roe] <told> the AFP news agency {it rains}.", Occasion("told the AFP news agency", "AFP")),
    ("[Roe] <told> BBC Breakfast {it rains}.", Occasion("told BBC Breakfast", "BBC Breakfast")),
    ("[Roe] <told> Sky News' Kay Holt {it rains}.", Occasion("told Sky News' Kay Holt", "Sky News", "Kay Holt")),
    ("[Roe] <told> CNN’s “Dawn Chorus” on Sunday {it rains}.", Occasion("told CNN’s “Dawn Chorus” on Sunday", "CNN", None, SUNDAY)),
    (
        "[Roe] <warned> the annual guild summit on Tuesday, {the lock will break}.",
        Occasion("warned the annual guild summit on Tuesday", None, "the annual guild summit", TUESDAY),
    ),
    ("[Roe] <said> at a press conference with Holt in Berlin {it rains}.", Occasion("at a press conference with Holt in Berlin")),
    ("[Roe] <testified> before the Senate on May 3 {so}.", Occasion("before the Senate on May 3", None, "the Senate", date(2026, 5, 3))),
    ("[Roe] <said> in a 40-page ruling {that it rained}.", Occasion("in a 40-page ruling")),
    ("{It rains}, [Roe] <said> Monday.", Occasion("Monday", date=MONDAY)),
    ("{It rains}, [Roe] <said> on Wednesday.", Occasion("on Wednesday", date=WEDNESDAY)),
    ("{It rains}, [Roe] <said> last Wednesday.", Occasion("last Wednesday", date=date(2026, 7, 1))),
    ("{It rains}, [Roe] <said> on Thursday.", Occasion("on Thursday", date=date(2026, 7, 2))),
    ("{It rains}, [Roe] <said> on Sept. 27.", Occasion("on Sept. 27", date=date(2025, 9, 27))),
    ("{It rains}, [Roe] <said> on June 3, 2019.", Occasion("on June 3, 2019", date=date(2019, 6, 3))),
    ("{It rains}, [Roe] <said> on 3 June.", Occasion("on 3 June", date=date(2026, 6, 3))),
    ("{It rains}, [Roe] <said> on Feb. 30.", Occasion("on Feb. 30")),
    ("{It rains}, [Roe] <said> yesterday.", Occasion("yesterday", date=TUESDAY)),
    ("{It rains}, [Roe] <said> last night.", Occasion("last night", date=TUESDAY)),
    ("{It rains}, [Roe] <said> two days ago.", Occasion("two days ago", date=MONDAY)),
    ("{It rains}, [Roe] <said> last week.", Occasion("last week")),
    ("{It rains}, [Roe] <said> several weeks ago.", Occasion("several weeks ago")),
    ("{It rains}, [Roe] <said> in July.", Occasion("in July")),
    ("{It rains}, [Roe] <said> in the summer of 2015.", Occasion("in the summer of 2015")),
    ("On Sunday, [Roe] <told> a crowd in Port Alder {it rained}.", Occasion("told a crowd in Port Alder", None, "a crowd", SUNDAY)),
    ("On Monday, after the vote, [Roe] <said> {it rained}.", Occasion("On Monday, after the vote", date=MONDAY)),
    ("[Roe] <said> {the bill will pass on Tuesday}.", None),
    ("[Roe] <said> {she told reporters in a briefing on Monday}.", None),
    ("{“We met at a rally in Ohio on Monday,”} [Roe] <said>.", None),
    ("<According to> [The Alder Times], {it rains}.", None),
    ("[Roe] <told> me {that it rains}.", None),
    ("[Roe] <said> at least {it rains}.", None),
    ("[Roe] <said>, in response, {that it rains}.", None),
    ("The crew was talking Friday in Port Alder, hours after [Roe] <scolded> {them}.", None),
    ("On Monday he sailed to Port Alder, where [Roe] <said> {it rained}.", None),
]


def _told(sentence: str, published: date | None = WEDNESDAY, entities: tuple[Entity, ...] = ()) -> Occasion | None:
    text, found = drawn(sentence)
    return occasion(text, as_quoted(text, found), sentences(text), entities, published)


@pytest.mark.parametrize(("sentence", "wanted"), OCCASIONS)
def test_an_occasion_is_the_words_of_its_sentence(sentence: str, wanted: Occasion | None) -> None:
    assert _told(sentence) == wanted


def test_a_day_is_known_only_where_the_article_has_one() -> None:
    assert _told("{It rains}, [Roe] <said> on June 3, 2019, in a statement.", published=None) == Occasion("on June 3, 2019, in a statement")


def test_an_interview_with_a_person_has_no_outlet() -> None:
    sentence = "[Roe] <said> in an interview with Holt {that it rains}."
    place = drawn(sentence)[0].index("Holt")
    assert _told(sentence, entities=(Entity(place, place + 4, "person"),)) == Occasion("in an interview with Holt", None, "Holt")


def test_another_sentence_has_no_say() -> None:
    assert _told("They met at a rally on Monday. [Roe] <said> {it rained}. She spoke on Tuesday.") is None


def test_a_cue_without_a_word_has_no_occasion() -> None:
    assert _told("In a statement, [Roe]< >{said it rained}.") is None


def test_an_attribution_without_a_cue_has_no_occasion() -> None:
    assert _told("In a statement on Monday, [Roe]: {“It rains.”}") is None


@given(found_in_text(), st.one_of(st.none(), st.dates()))
def test_any_spans_in_any_text_give_words_of_the_text_or_nothing(given_text: tuple[str, Found], published: date | None) -> None:
    text, found = given_text
    told = occasion(text, as_quoted(text, found), sentences(text), (), published)
    if told is not None:
        assert told.text
        assert told.text in text
        assert told.outlet is None or (told.outlet and told.outlet in text)
        assert told.addressee is None or (told.addressee and told.addressee in text)
        assert told.date is None or published is not None
