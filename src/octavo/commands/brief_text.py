"""A brief for a person, as `octavo brief --text` prints it: each line, and under it the papers that have it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from octavo.article import Article
from octavo.briefs import Brief, Citation, Claim, Difference, SpeakerLines, Spoken
from octavo.commands.statement_text import INDENT, VERBS
from octavo.terminal import measure, one_line
from octavo.words import count

PAPERS = 5
"""Papers that are named under a line."""


def brief_text(brief: Brief, articles: Iterable[Article]) -> str:
    """The parts that are there under their headings; the note where there is no summary. Papers are named by their publishers, or ids."""
    papers = {article.id: one_line(article.publisher or article.id) for article in articles}
    blocks = [brief.note] if brief.note else []
    blocks += _part("In short", (_told(each.text, _reports(each), each.citations, papers) for each in brief.summary))
    blocks += _part("Who said what", (_spoken(each, said, papers) for each in brief.speakers for said in each.statements))
    blocks += _part("Where they differ", (_differing(each, papers) for each in brief.differences))
    blocks += _part("New", (_told(each.text, "", each.citations, papers) for each in brief.new))
    blocks += _part("In order of time", (_told(f"{each.date}  {each.text}", "", each.citations, papers) for each in brief.timeline))
    return "\n\n".join(blocks)


def _part(head: str, lines: Iterable[str]) -> list[str]:
    told = list(lines)
    return [head.upper(), *told] if told else []


def _spoken(speaker: SpeakerLines, said: Spoken, papers: Mapping[str, str]) -> str:
    who = f"{speaker.name} ({speaker.role})" if speaker.role else speaker.name
    done = f"does not {said.act}" if said.negated else VERBS[said.act]
    return _told(f"{who} {done}: {said.text}", "", said.citations, papers)


def _differing(difference: Difference, papers: Mapping[str, str]) -> str:
    sides = (_told(f"{', '.join(side.speakers)}: {side.text}", "", side.citations, papers, INDENT) for side in difference.sides)
    return "\n".join((_told(difference.question, "", (), papers), *sides))


def _told(text: str, more: str, citations: Iterable[Citation], papers: Mapping[str, str], indent: str = "") -> str:
    """A line, wrapped, and under it its papers."""
    under = " · ".join(part for part in (_named(citations, papers), more) if part)
    return "\n".join(_wrapped(text, indent) + (_wrapped(f"– {under}", indent + INDENT) if under else []))


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(one_line(text), measure(), initial_indent=indent, subsequent_indent=indent)


def _named(citations: Iterable[Citation], papers: Mapping[str, str]) -> str:
    names = list(dict.fromkeys(papers.get(each.id, each.id) for each in citations))
    more = [count(len(names) - PAPERS, "other")] if len(names) > PAPERS else []
    return ", ".join(names[:PAPERS] + more)


def _reports(claim: Claim) -> str:
    only = claim.independent_reports == 1 and len(claim.citations) == 1
    return "in one report only" if only else count(claim.independent_reports, "independent report")
