"""Articles with what is found in them, written by hand: who says what stands beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from octavo.analysis import NOBODY, Act, Analysis, Attribution, Entity, Form, Occasion, Speaker, SpeakerKind
from tests.site.library.articles import MORNING, article, page, source

if TYPE_CHECKING:
    from octavo.site.library.models import Article

MODEL = "by hand"

Said = tuple[str, str, str, Speaker]
"""Source, cue and content as they stand in the text, and who it is."""


def person(name: str, role: str | None = None, affiliation: str | None = None, kind: SpeakerKind = "person") -> Speaker:
    return Speaker(name, kind, role, affiliation)


BREKKE = person("Ida Brekke", "harbour master", "Skerry harbour")
LINES = person("Alder Lines", kind="organisation")
OFFICIAL = person("a senior official", kind="unnamed")

TEXT = (
    "“The ship will not sail before May,” harbour master Ida Brekke said. “We looked at the bow twice.”",
    "Alder Lines denied that the crew had been on duty for 15 hours. A senior official warned that another ferry would ground.",
    "It was reported that nobody was hurt.",
)
SAYS: tuple[Said, ...] = (
    ("harbour master Ida Brekke", "said", "“The ship will not sail before May,”", BREKKE),
    ("Alder Lines", "denied", "that the crew had been on duty for 15 hours", LINES),
    ("A senior official", "warned", "that another ferry would ground", OFFICIAL),
    ("", "was reported", "that nobody was hurt", NOBODY),
)
ACTS: dict[str, Act] = {"denied": "deny", "warned": "warn"}


def analysis(text: str, says: Sequence[Said] = SAYS, occasion: Occasion | None = None) -> Analysis:
    """What is found in the text; a sentence ends at ". "."""
    found = []
    for src, cue, content, speaker in says:
        form: Form = "direct" if content.startswith("“") else "indirect"
        spans = [((text.index(part), text.index(part) + len(part)),) if part else () for part in (src, cue, content)]
        found.append(Attribution(spans[0], spans[1], spans[2], speaker, ACTS.get(cue, "say"), cue.startswith("never"), form, occasion, 0.9))
    ends = [place + 1 for place in range(len(text)) if text[place] == "." and text[place + 1 : place + 2] in (" ", "\n", "")]
    sentences = list(zip([0, *ends[:-1]], ends, strict=True)) if ends else []
    trimmed = tuple((start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in sentences)
    return Analysis(trimmed, (Entity(0, 1, "person"),), tuple(sorted(found, key=lambda each: each.cue)))


def put(key: str = "ferry", *texts: str, minutes: int = 0, kind: str = "file", **fields: Any) -> Article:
    """An article of those paragraphs in the library."""
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article

    made = article(key, *(texts or TEXT), **{"language": "en", "published": MORNING + timedelta(minutes=minutes), **fields})
    import_page(page(f"{key} {texts}".encode(), minutes=minutes, url=f"https://post.example/{key}"), [made], source(kind, kind))
    return Article.objects.get(key=key, specimen=kind == "specimen")


def hold(*articles: Article, worker: str = "tests") -> None:
    """Have a worker hold them, as it does while it looks for what is said in them."""
    from octavo.site.library.models import Analysis

    Analysis.objects.filter(pk__in=[each.pk for each in articles]).update(leased_by=worker, leased_until=MORNING)


def keep(*found: tuple[Article, Analysis], worker: str = "tests", model: str = MODEL) -> int:
    """Write down what was found in articles that the worker holds."""
    from octavo.site.library.analysing import Text
    from octavo.site.library.analysing import keep as write

    texts = [(Text(each.pk, each.specimen, each.text, each.published, each.arrived), analysis) for each, analysis in found]
    return write(worker, model, texts)


def analysed(key: str = "ferry", *texts: str, says: Sequence[Said] = SAYS, occasion: Occasion | None = None, **fields: Any) -> Article:
    """An article in the library with what is said in it."""
    row = put(key, *texts, **fields)
    hold(row)
    assert keep((row, analysis(row.text, says, occasion))) == 1
    return row


def speaking(key: str, speaker: Speaker, words: str = "that all is well", published: datetime | None = None, **fields: Any) -> Article:
    """An article in which one speaker says one thing."""
    text = f"{speaker.name} said {words}."
    fields |= {"published": published} if published else {}
    return analysed(key, text, says=[(str(speaker.name), "said", words, speaker)], **fields)
