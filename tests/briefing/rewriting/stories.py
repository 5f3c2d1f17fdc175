"""A made-up story as reports and a plain brief, into which a text of one's choice can be put."""

from __future__ import annotations

from datetime import UTC, datetime

from octavo.analysis import Analysis, Attribution, Span, Speaker
from octavo.article import Article, Paragraph
from octavo.briefing.reports import Report
from octavo.briefs import Brief, Citation, Claim, Difference, Side
from octavo.language.sentences import sentences

SANK = "The ferry Marit sank off Port Alder on Tuesday night after striking a reef, killing three of the 48 people on board."
HURT = "Twelve passengers were taken to hospital with injuries, and five of them remained there on Wednesday."
WARNED = "Mayor Ada Holt said the town had warned Alder Lines in May that the ferry's radar was faulty."
DENIED = "Jon Fell, the chief executive of Alder Lines, denied that the company had ignored the warning."
INQUIRY = "The Maritime Board will open an inquiry on Monday and may suspend the line's licence."
FIRE = "Four firefighters were hurt in a fire at Reef Hall that destroyed the town's archive on Saturday."


def report(identity: str, *paragraphs: str, headline: str = "Ferry sinks", byline: tuple[str, ...] = (), language: str = "en") -> Report:
    """An article of those paragraphs, in which Holt says and Fell denies what they do."""
    article = Article(
        identity, headline, tuple(Paragraph("text", each) for each in paragraphs), byline=byline, language=language,
        published=datetime(2026, 3, 4, 8, tzinfo=UTC),
    )
    text = article.text
    said = [
        attribution(text, source, cue, text_of, Speaker(name, "person", role))
        for source, cue, text_of, name, role in (
            ("Mayor Ada Holt", "said", "the town had warned Alder Lines in May that the ferry's radar was faulty", "Ada Holt", "Mayor"),
            ("Jon Fell, the chief executive of Alder Lines", "denied", "that the company had ignored the warning", "Jon Fell", None),
        )
        if text_of in text
    ]
    return Report(article, Analysis(sentences(text, "en"), (), tuple(said)), identity, identity)


def attribution(text: str, source: str, cue: str, content: str, speaker: Speaker) -> Attribution:
    at = text.index(content)
    return Attribution(
        (span(text, source),), (span(text, cue),), ((at, at + len(content)),), speaker, "deny" if cue == "denied" else "say", False,
        "indirect", None, 1.0,
    )


def span(text: str, of: str) -> Span:
    return text.index(of), text.index(of) + len(of)


def cited(of: str, *reports: Report) -> tuple[Citation, ...]:
    """Where a sentence stands, in each report that has it."""
    return tuple(each.cite(span(each.text, of)) for each in reports if of in each.text)


def story(
    injected: str = "", headline: str = "Ferry sinks", byline: tuple[str, ...] = (), inline: bool = False,
) -> tuple[Brief, list[Report]]:
    """The brief of a story of two reports, whose summary has what is injected too, as if it had been chosen."""
    first = report("1", SANK, HURT, f"{WARNED} {injected}" if inline else WARNED, DENIED, *([] if inline or not injected else [injected]),
                   headline=headline, byline=byline)  # fmt: skip
    second = report("2", SANK, INQUIRY, FIRE)
    reports = [first, second]
    lines = [SANK, HURT, WARNED, INQUIRY, FIRE]
    summary = [Claim(line, cited(line, *reports), len(cited(line, *reports))) for line in lines]
    if injected:
        # As the library would cite a sentence; a text of several is cited whole.
        summary.insert(1, Claim(injected, cited(injected, first), 1))
    sides = tuple(Side((name,), line, cited(line, *reports)) for name, line in (("Ada Holt", WARNED), ("Jon Fell", DENIED)))
    return Brief(tuple(summary), differences=(Difference("denial", "the warning", sides),)), reports
