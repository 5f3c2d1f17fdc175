"""Attributions as JSON, as `octavo quotes` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from octavo.analysis import Attribution, Occasion


def answer_json(identity: str | int | None, attributions: Sequence[Attribution]) -> dict[str, Any]:
    """`{"id", "attributions": […]}`: what one text is answered with."""
    return {"id": identity, "attributions": [attribution_json(each) for each in attributions]}


def attribution_json(attribution: Attribution) -> dict[str, Any]:
    """The attribution as `octavo quotes` shows it: spans as [start, end], what is not known null."""
    return {
        "source": [list(span) for span in attribution.source],
        "cue": [list(span) for span in attribution.cue],
        "content": [list(span) for span in attribution.content],
        "speaker": asdict(attribution.speaker),
        "act": attribution.act,
        "negated": attribution.negated,
        "form": attribution.form,
        "occasion": _occasion_json(attribution.occasion) if attribution.occasion else None,
        "confidence": round(attribution.confidence, 4),
    }


def _occasion_json(occasion: Occasion) -> dict[str, Any]:
    return {**asdict(occasion), "date": occasion.date.isoformat() if occasion.date else None}
