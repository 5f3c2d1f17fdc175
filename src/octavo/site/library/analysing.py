"""What was found in articles, carried out in the library: statements and their speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from octavo import analysis as found
from octavo.briefing.speaking.joining import Known, Stated, choose, key_of
from octavo.folding import plain
from octavo.site.library.counting import recount
from octavo.site.library.models import Analysis, Speaker, SpeakerChoice, Statement
from octavo.site.library.rows import fitting, storable
from octavo.site.library.unbriefed import expect_briefs_about
from octavo.site.library.writing import explaining, insert, save, writing

ROLES = 40
"""So many roles of a speaker are kept, the latest: articles say one thing in many ways."""
MENTION = 500
"""Characters of a name, a role or an occasion: a source span without end is cut."""

Key = tuple[bool, str, str]
"""Whether it is of the specimen edition, the kind, the folded name: what a speaker is sought by."""
Named = tuple[int, str, str]
"""An article's number, a kind and a folded name: a speaker as one article has it."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as it is to be analysed. `arrived` and `published` have an offset."""

    pk: int
    specimen: bool
    text: str
    published: datetime | None
    arrived: datetime


@explaining()
def keep(worker: str, model: str, results: Sequence[tuple[Text, found.Analysis]]) -> int:
    """Write down what a worker found with that model in the texts that it holds; returns how many of them were still its own.

    A text that changed meanwhile waits again, and what was found in it is left out. A fixed number of statements (where Django splits a
    long INSERT, one for each piece).
    """
    with writing():
        asked = [text.pk for text, _ in results]
        own = {row.pk: row for row in Analysis.objects.filter(pk__in=asked, leased_by=worker, waiting__isnull=False)}
        held = [(text, analysis) for text, analysis in results if text.pk in own]
        before = Statement.objects.filter(article__in=list(own))
        heard = set(before.filter(speaker__isnull=False).order_by().values_list("speaker", flat=True).distinct())
        before.delete()
        speakers = _speakers_of(held)
        insert([
            _statement(text, number, each, speakers.get(_named(text, each.speaker)))
            for text, analysis in held for number, each in enumerate(analysis.attributions, 1)
        ])
        for text, analysis in held:
            _end(own[text.pk], model, analysis)
        save(list(own.values()))
        recount(heard | {speaker.pk for speaker in speakers.values()})
        expect_briefs_about(own)
    return len(held)


def _end(row: Analysis, model: str, analysis: found.Analysis) -> None:
    row.waiting, row.again, row.leased_until, row.leased_by, row.attempts = None, False, None, "", 0
    row.model, row.problem = model, ""
    row.sentences = [list(span) for span in analysis.sentences]
    row.entities = [[each.start, each.end, each.kind] for each in analysis.entities]


def _named(text: Text, speaker: found.Speaker) -> Named:
    return text.pk, speaker.kind, key_of(speaker)


def _speakers_of(held: Iterable[tuple[Text, found.Analysis]]) -> dict[Named, Speaker]:
    """The rows of all speakers that are not their article's alone, new ones written. At most five statements."""
    stated: dict[Named, dict[Stated, None]] = defaultdict(dict)
    names: dict[Named, str] = {}
    specimen: dict[int, bool] = {}
    for text, analysis in held:
        specimen[text.pk] = text.specimen
        for each in analysis.attributions:
            named = _named(text, each.speaker)
            if named[2]:
                stated[named].setdefault(_stated(each.speaker))
                names[named] = max(names.get(named, ""), each.speaker.name or "", key=len)
    if not stated:
        return {}
    chosen = _chosen(stated)
    known = _known({key for _, _, key in stated})
    by_pk = {row.pk: row for rows in known.values() for row in rows}
    joined: dict[Named, Speaker] = {}
    for named, roles in stated.items():
        key = (specimen[named[0]], *named[1:])
        if row := by_pk.get(chosen.get(named, 0)) or _join(key, names[named], list(roles), known):
            joined[named] = row
            _learn(row, roles)
    _write({id(row): row for row in joined.values()}.values())
    return joined


def _chosen(stated: Iterable[Named]) -> dict[Named, int]:
    """The numbers of those about whom the owner has decided; the last word holds."""
    rows = SpeakerChoice.objects.filter(article__in={article for article, _, _ in stated}).order_by("pk")
    return {(row.article_id, row.kind, row.key): row.speaker_id for row in rows}


def _known(keys: Iterable[str]) -> dict[Key, list[Speaker]]:
    """The rows of each name, the first first."""
    rows: dict[Key, list[Speaker]] = defaultdict(list)
    for row in Speaker.objects.filter(key__in=list(keys)).order_by("apart"):
        rows[row.specimen, row.kind, row.key].append(row)
    return rows


def _join(key: Key, name: str, roles: Sequence[Stated], known: dict[Key, list[Speaker]]) -> Speaker | None:
    """The row of the speaker, a new one, not yet saved, among them; None for one that stays with its article."""
    rows = known[key]
    # Those that the owner merged are one.
    together: dict[int, list[Speaker]] = defaultdict(list)
    for place, row in enumerate(rows):
        together[(row.merged_into_id or row.pk) if row.pk else -1 - place].append(row)
    choice = _chosen_of(together, roles)
    if isinstance(choice, int):
        # A statement is kept with the one of them whose it would be if they were not, so that they can be taken apart.
        own = _chosen_of({place: [row] for place, row in enumerate(together[choice])}, roles)
        return together[choice][own if isinstance(own, int) else 0]
    if choice is None:
        return None
    specimen, kind, folded = key
    apart = max((each.apart for each in rows), default=-1) + 1
    row = Speaker(specimen=specimen, kind=kind, key=folded, apart=apart, name=fitting(name, Speaker, "name"))
    rows.append(row)
    return row


def _chosen_of(bearing: Mapping[int, Sequence[Speaker]], roles: Sequence[Stated]) -> int | Literal["new"] | None:
    """Whom of those who bear a name an article means that states those roles; the rows of each are one."""
    return choose(roles, [
        Known(number, sum(row.statements for row in some), tuple((role, place) for row in some for role, place in row.roles))
        for number, some in bearing.items()
    ])


def _learn(row: Speaker, roles: Mapping[Stated, None]) -> None:
    """Add roles to what is known of it, the latest last."""
    new = [list(role) for role in roles if any(role)]
    row.roles = ([role for role in row.roles if role not in new] + new)[-ROLES:]


def _write(rows: Iterable[Speaker]) -> None:
    rows = list(rows)
    new, old = [row for row in rows if row.pk is None], [row for row in rows if row.pk is not None]
    Speaker.objects.bulk_create(new)
    save(old)


def _statement(text: Text, number: int, each: found.Attribution, speaker: Speaker | None) -> Statement:
    occasion = each.occasion or found.Occasion("")
    of_article = (text.published or text.arrived).astimezone(UTC).date()
    words = " … ".join(" ".join(text.text[start:end].split()) for start, end in each.content)
    return Statement(
        article_id=text.pk, number=number,
        source=_spans(each.source), cue=_spans(each.cue), content=_spans(each.content),
        words=words, sought=plain(words),
        act=each.act, negated=each.negated, form=each.form, confidence=each.confidence,
        occasion=_cut(occasion.text), outlet=_cut(occasion.outlet), addressee=_cut(occasion.addressee), occasion_date=occasion.date,
        said_on=occasion.date or of_article,
        name=_cut(each.speaker.name), kind=each.speaker.kind, role=_cut(each.speaker.role), affiliation=_cut(each.speaker.affiliation),
        speaker_id=speaker.pk if speaker else None,
    )


def _stated(speaker: found.Speaker) -> Stated:
    return _cut(speaker.role), _cut(speaker.affiliation)


def _spans(spans: Iterable[found.Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _cut(text: str | None) -> str:
    kept = storable(" ".join((text or "").split()))
    return kept if len(kept) <= MENTION else kept[: MENTION - 1].rstrip() + "…"
