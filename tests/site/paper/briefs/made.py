"""A story with a brief made by hand: a wire's text in two papers and what another reports, each line at its place in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from octavo.briefing.brief_json import brief_json
from octavo.briefing.novelty import Fresh, fresh_json
from octavo.briefs import Brief, Citation, Claim, Dated, Difference, Line, Side, SpeakerLines, Spoken
from tests.site.library.analyses import analysed, person
from tests.site.library.placed import tell

if TYPE_CHECKING:
    from octavo.site.library.models import Article

OFF = "The ferry Marit was towed off the Alder sandbank on Tuesday."
LIGHTS = "Ida Brekke denied that the channel lights had been out."
HOME = "The Marit came off the bank on Tuesday."
DARK = "“It was black out there,” passenger Olle Brandt said."
COUNT = "She had 38 people on board."
BREKKE, BRANDT = person("Ida Brekke", "harbour master"), person("Olle Brandt", "passenger")


@dataclass(frozen=True)
class Made:
    """The articles and the story."""

    wire: Article
    copy: Article
    own: Article
    story: int


def made(**fields: Any) -> Made:
    """Put the articles in."""
    says = [("Ida Brekke", "denied", "that the channel lights had been out", BREKKE)]
    wire = analysed("wire", OFF, LIGHTS, says=says, publisher="Northwire", headline="Ferry Marit off the sandbank", **fields)
    copy = analysed("copy", OFF, LIGHTS, says=says, publisher="Coast Daily", agency="Northwire", minutes=20, headline="Afloat")
    own = analysed(
        "own", f"{HOME} {COUNT}", DARK, says=[("passenger Olle Brandt", "said", "“It was black out there,”", BRANDT)],
        publisher="The Pilot", headline="Marit comes home", minutes=60,
    )
    story = tell("marit", wire, voice="northwire", outlet="northwire")
    tell(story, copy, origin=wire.pk, outlet="coast daily")
    tell(story, own, voice="the pilot", outlet="the pilot")
    return Made(wire, copy, own, story)


def cite(article: Article, words: str) -> Citation:
    """Where these words stand in it."""
    start = article.text.index(words)
    return Citation(str(article.pk), start, start + len(words))


def a_brief(told: Made) -> Brief:
    """One with each of its parts."""
    lights, dark = "that the channel lights had been out", "“It was black out there,”"
    return Brief(
        summary=(
            Claim(OFF, (cite(told.wire, OFF), cite(told.own, HOME)), 2),
            Claim(COUNT, (cite(told.own, COUNT),), 1),
        ),
        speakers=(
            SpeakerLines("Ida Brekke", "person", "harbour master", (
                Spoken("deny", False, "indirect", lights, (cite(told.wire, lights), cite(told.copy, lights))),
            )),
            SpeakerLines("Olle Brandt", "person", "passenger", (Spoken("say", False, "direct", dark, (cite(told.own, dark),)),)),
        ),
        differences=(
            Difference("denial", "the channel lights", (
                Side(("Ida Brekke",), LIGHTS, (cite(told.wire, LIGHTS),)), Side(("Olle Brandt",), DARK, (cite(told.own, DARK),)),
            )),
        ),
        timeline=(Dated("2026-03-03", OFF, (cite(told.wire, OFF),)),),
        new=(Line(COUNT, (cite(told.own, COUNT),)),),
    )


def put_brief(story: int, brief: Brief | None, fresh: Sequence[tuple[datetime, Article, str]] = ()) -> None:
    """Write down a story's brief, and what its articles added: when each came, and the sentence."""
    from octavo.site.library.briefs import text_mark
    from octavo.site.library.models import Article, StoryBrief

    record = brief_json(brief) if brief else None
    first = record["summary"][0] if record and record["summary"] else None
    lines = fresh_json(Fresh(came, Line(words, (cite(article, words),))) for came, article, words in fresh)
    added = [{"came": came.isoformat(), **line} for (came, _, _), line in zip(fresh, lines, strict=True)]
    texts = {str(pk): text_mark(text) for pk, text in Article.objects.filter(place__story=story).values_list("pk", "text")}
    told = {"brief": record, "first": first, "texts": texts, "fresh": added, "waiting": None}
    StoryBrief.objects.update_or_create(story_id=story, defaults=told)
