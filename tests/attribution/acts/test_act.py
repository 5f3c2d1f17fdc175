"""What a cue does, in sentences about the harbour town of Port Alder, which does not exist."""

from __future__ import annotations

import pytest
from hypothesis import given

from octavo.analysis import ACTS, Act, Found
from octavo.attribution.acts.act import act
from tests.attribution.any_found import found_in_text
from tests.attribution.drawn import drawn

SAID: list[tuple[str, Act]] = [
    ("[Ann Roe] <said> {that the ferry was late}.", "say"),
    ("{It was late}, <according to> [the harbour office].", "say"),
    ("[The mayor] <made the case> {that tolls pay for bridges}.", "say"),
    ("[The mayor] <took to Twitter> {to greet the crew}.", "say"),
    ("[Roe] <shot back>: {“Then row yourself.”}", "say"),
    ("[She] <said he believes> {the tide will turn}.", "say"),
    ("[The report] <found> {that the pier leaks}.", "say"),
    ("[Roe] <went on to say> {it rains}.", "say"),
    ("[the claim] <that> {the pier leaks}", "say"),
    ("[Roe] <told> the crew {that the tide had turned}.", "say"),
    ("[Roe] <called> {the vote historic}.", "praise"),
    ("[Roe] <made no secret of> {her plans}.", "say"),
    ("[Roe] <said in a statement warning of storms> {she was safe}.", "warn"),
    ("[He] <denied> {taking the oars}.", "deny"),
    ("[He] <denies> {it}.", "deny"),
    ("[his] <denial> {that he took the oars}", "deny"),
    ("[Roe] <walked back> {her remarks}.", "deny"),
    ("[He] <refused> {to row}.", "deny"),
    ("[The baker] <disputed> {the figure}.", "dispute"),
    ("[The baker] <raised doubts about> {the figure}.", "dispute"),
    ("[The baker] <took issue with> {the figure}.", "dispute"),
    ("[The baker] <dismissed> {the rumour}.", "dispute"),
    ("[Two of nine members] <voted against> {the toll}.", "dispute"),
    ("[Pilots] <warned> {of fog}.", "warn"),
    ("[Pilots] <issued a warning> {of fog}.", "warn"),
    ("[The crew] <threatened> {to stay ashore}.", "warn"),
    ("[The guild] <accused> {the mayor of theft}.", "accuse"),
    ("[The guild's] <accusations> {that the mayor stole}", "accuse"),
    ("{The mayor} <was accused of> {theft}.", "accuse"),
    ("[The mayor] <promised> {a new bridge}.", "promise"),
    ("[The mayor] <has vowed> {to build it}.", "promise"),
    ("[The two towns] <agreed> {to share the ferry}.", "promise"),
    ("[The guild] <called for> {lower tolls}.", "demand"),
    ("[The guild] <called> {for lower tolls}.", "demand"),
    ("[The guild] <asked for> {lower tolls}.", "demand"),
    ("[The guild] <asked> {the mayor to lower the tolls}.", "demand"),
    ("[The mayor] <told> {them to wait}.", "demand"),
    ("[The guild] <insisted on> {lower tolls}.", "demand"),
    ("[The guild] <wants> {lower tolls}.", "demand"),
    ("[The engineer] <proposed> {a second lock}.", "propose"),
    ("[The engineer] <suggested> {digging a second lock}.", "propose"),
    ("[The engineer] <suggested> {the town should dig}.", "propose"),
    ("[The engineer] <suggested> {that the lock was old}.", "say"),
    ("[The engineer] <offered> {some advice to the crew}.", "propose"),
    ("[Sailors] <believe> {the lock is haunted}.", "believe"),
    ("[Sailors] <expressed concern about> {the lock}.", "believe"),
    ("[Sailors] <thought> {the lock was haunted}.", "believe"),
    ("[Sailors] <expect> {a storm}.", "expect"),
    ("[Sailors] <are looking forward to> {spring}.", "expect"),
    ("[Sailors] <hoped> {for wind}.", "expect"),
    ("[Reporters] <asked> {whether the lock would hold}.", "ask"),
    ("[Reporters] <asked> {“Will it hold?”}", "ask"),
    ("[Roe] <was asked about> {the lock}.", "ask"),
    ("[Roe] <wondered> {if the lock would hold}.", "ask"),
    ("[Roe] <questioned> {whether the lock would hold}.", "ask"),
    ("[Roe] <questioned> {the figures}.", "dispute"),
    ("[The guild] <praised> {the pilots}.", "praise"),
    ("[The guild] <threw its support behind> {the pilots}.", "praise"),
    ("[The guild] <is backing> {the pilots}.", "praise"),
    ("[The guild] <criticised> {the pilots}.", "criticise"),
    ("[The guild] <criticized> {the pilots}.", "criticise"),
    ("{The pilots} <came under fire> over the fog.", "criticise"),
    ("[The guild] <lashed out at> {the pilots}.", "criticise"),
    ("[Roe] <called> {him a liar}.", "criticise"),
    ("[Roe] <described> {the toll as a disgrace}.", "criticise"),
    ("[Roe] <described> {the toll as a first step}.", "say"),
    ("[Roe] <seemed to criticise> {the pilots}.", "criticise"),
]

NEGATED: list[tuple[str, Act, bool]] = [
    ("[He] <did not deny> {it}.", "deny", True),
    ("[He] <didn’t deny> {it}.", "deny", True),
    ("[He] <did not rule out> {a second lock}.", "deny", True),
    ("[He] <declined to comment>.", "say", True),
    ("[He] <declined> {to comment}.", "say", True),
    ("[He] <refused to say> {who rowed}.", "say", True),
    ("[He] <refused to endorse> {the pilots}.", "praise", True),
    ("[He] <refused to deny> {it}.", "deny", True),
    ("[He] <never said> {that it rained}.", "say", True),
    ("[He] <failed to mention> {the rain}.", "say", True),
    ("[He] <failed> {to mention the rain}.", "say", True),
    ("[He] <never failed to mention> {the rain}.", "say", False),
    ("[He] <did not refuse to say> {who rowed}.", "say", False),
    ("[He] <would not say> {who rowed}.", "say", True),
    ("[He] <no longer believes> {in fog}.", "believe", True),
    ("[He] <said nothing about> {fog}.", "say", True),
    ("[He] did not <confirm> {the fog}.", "say", True),
    ("Nor did [he] <confirm> {the fog}.", "say", True),
    ("[Nobody] <believes> {in fog}.", "believe", True),
    ("[No pilot] <denied> {the fog}.", "deny", True),
    ("[He] <not only warned> {of fog}.", "warn", False),
    ("[He] <never stopped warning> {of fog}.", "warn", False),
    ("[He] <has no doubt> {that it was fog}.", "believe", False),
    ("[He] <left no doubt> {that it was fog}.", "say", False),
    ("[He] <said> {he had not seen fog}.", "say", False),
    ("[He] <said> {nobody had denied it}.", "say", False),
    ("[She] <made no mention of> {fog}.", "say", True),
]


@pytest.mark.parametrize(("sentence", "wanted"), SAID)
def test_an_act_is_read_from_the_cue(sentence: str, wanted: Act) -> None:
    assert act(*drawn(sentence)) == (wanted, False)


@pytest.mark.parametrize(("sentence", "wanted", "negated"), NEGATED)
def test_a_negation_is_of_the_cue(sentence: str, wanted: Act, negated: bool) -> None:
    assert act(*drawn(sentence)) == (wanted, negated)


def test_an_attribution_without_a_cue_says() -> None:
    assert act(*drawn("[Roe] {It rains.}")) == ("say", False)


@given(found_in_text())
def test_any_spans_in_any_text_have_an_act(given_text: tuple[str, Found]) -> None:
    done, negated = act(*given_text)
    assert done in ACTS
    assert negated in {True, False}
