"""A brief as JSON, as `octavo brief` prints it and the library keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from octavo.briefs import Brief, Citation, Claim, Dated, Difference, Line, Side, SpeakerLines, Spoken


def brief_json(brief: Brief) -> dict[str, Any]:
    """The contract's object: `summary`, `speakers`, `differences`, `timeline`, `new`, and `note`."""
    return asdict(brief)


def brief_of(record: dict[str, Any]) -> Brief:
    """What `brief_json` made, as a brief again. Raises KeyError or TypeError where it is something else."""
    return Brief(
        summary=tuple(claim_of(each) for each in record["summary"]),
        speakers=tuple(
            SpeakerLines(each["name"], each["kind"], each["role"], tuple(_spoken(said) for said in each["statements"]))
            for each in record["speakers"]
        ),
        differences=tuple(
            Difference(each["kind"], each["question"], tuple(_side(side) for side in each["sides"])) for each in record["differences"]
        ),
        timeline=tuple(Dated(each["date"], each["text"], _citations(each["citations"])) for each in record["timeline"]),
        new=tuple(Line(each["text"], _citations(each["citations"])) for each in record["new"]),
        note=record["note"],
    )


def _citations(records: Iterable[dict[str, Any]]) -> tuple[Citation, ...]:
    return tuple(Citation(each["id"], each["start"], each["end"]) for each in records)


def claim_of(each: dict[str, Any]) -> Claim:
    """One line of the summary's records, as a claim again. Raises as `brief_of` does."""
    return Claim(each["text"], _citations(each["citations"]), each["independent_reports"])


def _spoken(each: dict[str, Any]) -> Spoken:
    return Spoken(each["act"], each["negated"], each["form"], each["text"], _citations(each["citations"]))


def _side(each: dict[str, Any]) -> Side:
    return Side(tuple(each["speakers"]), each["text"], _citations(each["citations"]))
