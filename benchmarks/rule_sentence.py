"""One sentence by rules: which words are cues, and the source and content of each. See `benchmarks.rule_quotes`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from benchmarks.rule_phrases import QUOTE_ENDS, Phrases
from benchmarks.rule_words import (
    ADVERBS,
    COORDINATED,
    DAYS,
    DETERMINERS,
    ENDING,
    EVIDENCE,
    FEELINGS,
    FOUND,
    HELPING,
    INSIDE,
    NEEDS_PARTICLE,
    NEVER_ALONE,
    NOUN_PARTICLES,
    NOUNS,
    NOUNS_OF,
    PARTICLES,
    PASSIVE,
    POSSESSIVE,
    PRONOUNS,
    REPORTING,
    SAYING,
    SEEMING,
    STANDING_ALONE,
    TELLING,
    THINKING,
    TREATING,
)
from octavo.analysis import Found, Span

_EDGE = " \t\n\xa0,.;:–—-"
_BEING = {"is", "are", "was", "were", "be", "been", "being"}
_ASIDE = {"on", "in", "at", "during", "of", "about", "to", "after", "last", "this", "earlier"}
"""When, where or to whom something was said begins so."""
_SHORT_CLAUSE = 25
"""Characters: what is no longer may be no clause but an opening, such as "In March," or "For years,"."""
_LONGEST_ASIDE = 18
_GOING_ON = re.compile(r"[,—–]\s?(?!(?:who|which|but|and|as|while|\w+ing|when|after|in|during|an?|the|his|her)\b)[a-z]")
_ADDING = {"according", "adding", "saying", "noting", "citing", "calling"}
_CLAUSE = {"and", "but", "while", "though", "although", "as", "which", "when", "where", "who", "because", "even", "yet"}


class Sentence(Phrases):
    """One sentence: its cues, and what belongs to each."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[Span]) -> None:
        super().__init__(text, start, end, marks)
        self._taken = start
        self._spans: list[Span] = []
        self._subjects: list[Span] = []

    def found(self) -> list[Found]:
        """The attributions whose cue stands in this sentence. "According to" and verbs of saying choose first."""
        made: list[Found] = []
        for chosen in ({"according"}, REPORTING, None):
            self._taken = self.start
            for index, token in enumerate(self.tokens):
                if token.quoted or (chosen is not None and token.low not in chosen):
                    continue
                if token.capital and index and token.low != "according":
                    continue
                if any(begin <= token.start < stop for begin, stop in self._spans):
                    continue
                attribution = self._according(index) if token.low == "according" else self._reported(index)
                if attribution and attribution.content and not self._meets(attribution):
                    made.append(attribution)
                    self._spans += [*attribution.source, *attribution.cue, *attribution.content]
                    self._taken = max(self._taken, *(span[1] for span in (*attribution.cue, *attribution.content)))
                    self._subjects += [source for source in attribution.source if token.low != "according"]
        return sorted(made, key=lambda each: each.cue)

    def _meets(self, attribution: Found) -> bool:
        """Whether it wants words that another has; a source may be named by two cues."""
        wanted = (*attribution.cue, *attribution.content)
        return any(begin < end and start < stop for start, end in wanted for begin, stop in self._spans)

    def _subject(self, before: int) -> Span | None:
        """Whom the sentence is about at that place: the source of the last cue before it, or the phrase that it begins with."""
        known = [source for source in self._subjects if source[1] <= before]
        return max(known) if known else self.phrase_after(0)

    def _according(self, index: int) -> Found | None:
        if self.low(index + 1) != "to":
            return None
        source = self.phrase_after(index + 2)
        if source is None:
            return None
        cue = (self.tokens[index].start, self.tokens[index + 1].end)
        before = self._clause_before(cue[0])
        content = before or self._stripped(source[1], self.end)
        return Found((source,), (cue,), (content,) if content else ())

    def _reported(self, index: int) -> Found | None:
        word, behind = self.low(index), self.low(index + 1)
        if (word in NOUNS and behind == "that") or (word in NOUNS_OF and behind in NOUN_PARTICLES):
            return self._owned(index)
        first = index
        while first and self.low(first - 1) in HELPING | ADVERBS and not self.tokens[first - 1].quoted:
            first -= 1
        helping = {self.low(place) for place in range(first, index)}
        if word in FEELINGS and helping & _BEING and behind in {"of", "about", "to", "that"}:
            source = self.phrase_before(first - 1)
            last = index + (behind in {"of", "about"})
            return self._made((source,), first, last, self._pieces_after(last, simple=True)) if source else None
        if helping & _BEING and not word.endswith("ing") and not helping & {"has", "have", "had"} - {"been"}:
            return self._passive(first, index) if word in PASSIVE else None
        if word in SEEMING:
            return self._passive(first, index) if "to" not in helping and behind in {"to", "like", "that"} else None
        if not (word in SAYING or word in THINKING or word in TREATING or word in FOUND):
            return None
        if "to" in helping or self.low(first - 1) in (DETERMINERS | {"of", "for"}) - PRONOUNS - STANDING_ALONE:
            return None
        last = index + (behind in PARTICLES.get(word, ()) and (word not in SAYING or self.low(index + 2) != "that"))
        if word in NEEDS_PARTICLE and last == index:
            return None
        if word.endswith("ing") and not helping:
            return self._participle(first, last)
        if word == "asked" and self.low(first - 1) in {"", "when"} and not helping:
            return self._made((), first, last, self._pieces_after(last, simple=True))
        source = self.phrase_before(first - 1)
        if source is None and self.low(first - 1) in {"and", "but", "then"}:
            source = self._subject(self.tokens[first].start)
        if word in FOUND and behind != "that" and not (source and EVIDENCE & set(self.text[slice(*source)].lower().split())):
            return None
        if source is None and word in SAYING and word not in NEVER_ALONE and not helping:
            return self._inverted(index)
        if source is None or (word in NEVER_ALONE and not helping - ADVERBS and not self._is_subject(first - 1)):
            return None
        content = self._pieces_around(source[0], index) if word in SAYING and last == index else self._pieces_after(last)
        return self._made((source,), first, last, content)

    def _owned(self, index: int) -> Found | None:
        """"Her criticism of …", "the mayor's promise that …"."""
        owner = self.tokens[index - 1] if index else None
        if owner is None or owner.low not in POSSESSIVE | {"'s", "'"}:
            return None
        place = index - 1 if owner.low in POSSESSIVE else index - 2
        source = (owner.start, owner.end) if owner.low in POSSESSIVE else self.phrase_before(place)
        last = index + (self.low(index + 1) not in {"that", "to"})
        return self._made((source,), index, last, self._pieces_after(last, simple=True)) if source else None

    def _passive(self, first: int, index: int) -> Found | None:
        """"X was accused of …": what is said begins with its subject; who says it stands behind "by", if anywhere."""
        subject = self.phrase_before(first - 1)
        behind = self._pieces_after(index + (self.low(index + 1) in {"of", "as", "for"} and self.low(index) not in SEEMING))
        if subject is None or not behind:
            return None
        return self._made((), first, index + (self.low(index + 1) in {"of", "as", "for"}), (subject, *behind))

    def _is_subject(self, index: int) -> bool:
        return self.low(index) in PRONOUNS or self.name_at(index) or (self.low(index).endswith("s") and self.low(index) != "'s")

    def _made(self, source: tuple[Span, ...], first: int, last: int, content: tuple[Span, ...]) -> Found:
        return Found(source, ((self.tokens[first].start, self.tokens[last].end),), content)

    def _participle(self, first: int, index: int) -> Found | None:
        """"…, adding that …": by whom the sentence is about."""
        before = self.low(first - 1)
        if before not in {",", *QUOTE_ENDS} and (not before or before in ENDING | INSIDE | DETERMINERS):
            return None
        source = self._subject(self.tokens[first].start)
        if source is None or source[1] > self.tokens[first].start:
            return None
        return self._made((source,), first, index, self._pieces_after(index))

    def _inverted(self, index: int) -> Found | None:
        """"…," said Ines Dahl."""
        if self.low(index - 1) not in {",", "?", "!", "—", *QUOTE_ENDS}:
            return None
        source = self.phrase_after(index + 1)
        before = self._clause_before(self.tokens[index].start)
        if source is None or before is None:
            return None
        return self._made((source,), index, index, (before, *self._resumed(source[1])))

    def _clause_before(self, end: int) -> Span | None:
        """The clause, or the quotations, that end before that place."""
        trimmed = self.text[self.start : end].rstrip(" \xa0,–—-")
        stop = self.start + len(trimmed)
        quotation = next((mark for mark in self.marks if mark[1] == stop), None)
        if quotation is None:
            return self._stripped(max(self.start, self._taken), stop)
        lead = self.text[max(self.start, self._taken) : quotation[0]].rstrip()
        if not lead.strip(_EDGE) or lead.endswith(":"):
            return quotation
        return self._stripped(max(self.start, self._taken), stop)

    def _pieces_around(self, source: int, index: int) -> tuple[Span, ...]:
        """The content of a verb of saying: before its source where that follows a comma or a quotation, otherwise behind it."""
        before = None
        if self.text[max(0, source - 9) : source].rstrip()[-1:] in {",", "—", *QUOTE_ENDS}:
            before = self._clause_before(source)
        place = index + 1
        if self.low(index) in TELLING and (name := self.phrase_after(place)):
            place = bisect_right([token.start for token in self.tokens], name[1])
        rest = self.tokens[place:]
        if before and (self.ends(before[1]) or " " in self.text[slice(*before)]):
            resumed = self._resumed(self.tokens[place - 1].end)
            alone = not rest or (not rest[0].low[0].isalnum() and not rest[0].quoted) or self._only_when(place)
            quoted = self.ends(before[1])
            if alone and (quoted or resumed or not rest or len(rest) == 1 or before[1] - before[0] > _SHORT_CLAUSE):
                return (before, *resumed)
            if quoted and rest[0].low != "that" and any(mark[0] == before[0] for mark in self.marks):
                return (before, *resumed)
        return self._pieces_after(index)

    def _only_when(self, place: int) -> bool:
        """Whether what follows says when, where or to whom alone."""
        rest = self.tokens[place:]
        aside = self.low(place) in DAYS | _ASIDE
        return aside and len(rest) < _LONGEST_ASIDE and not any(token.quoted or token.low == "that" for token in rest)

    def _resumed(self, place: int) -> tuple[Span, ...]:
        """The quotation or clause that goes on behind the speaker."""
        quotation = next((mark for mark in self.marks if mark[0] >= place), None)
        if quotation and quotation[0] < self.end and len(self.text[place : quotation[0]]) < 60:
            return (self._to_the_end(quotation[0]),)
        if _GOING_ON.match(self.text, place, self.end):
            span = self._stripped(place, self.end)
            return (span,) if span else ()
        return ()

    def _pieces_after(self, index: int, simple: bool = False) -> tuple[Span, ...]:
        place = self._content_start(index)
        if place is None:
            return ()
        span = self._to_the_end(place, simple or self.low(index) not in SAYING)
        return (span,) if span[1] > span[0] else ()

    def _content_start(self, index: int) -> int | None:
        """Behind the cue, whom it was said to, and when."""
        word, place = self.low(index), index + 1
        limit = place + _LONGEST_ASIDE
        if place >= len(self.tokens):
            return None
        skipping = word in TELLING and self.low(place) != "that"
        low = self.low(place)
        if word in SAYING and (skipping or low in DAYS | _ASIDE):
            for later in range(place, min(limit, len(self.tokens))):
                token = self.tokens[later]
                if token.low == "that" or token.quoted or token.low == ":":
                    return self.tokens[later + (token.low == ":")].start if later + 1 < len(self.tokens) else None
            if skipping:
                name = self.phrase_after(place)
                place = bisect_right([token.start for token in self.tokens], name[1]) if name else place
        while self.low(place) in {",", ":"} | DAYS | ADVERBS:
            place += 1
        return self.tokens[place].start if place < len(self.tokens) else None

    def _to_the_end(self, place: int, simple: bool = False) -> Span:
        """From there to where the clause ends: another cue's clause, the sentence, or the quotation that it ends in."""
        end = self.end
        for at, token in enumerate(self.tokens):
            if token.start > place and not token.quoted and self._parts(at, simple):
                end = token.start
                break
        for begin, stop in self.marks:
            if begin < end < stop:
                end = stop
        return self._stripped(place, end) or (place, place)

    def _parts(self, at: int, simple: bool) -> bool:
        """Whether the clause of one cue ends there and another's begins; `simple`: what is said is no clause of its own."""
        sign, following = self.low(at), self.low(at + 1)
        if sign in {"and", "but"}:
            return following in COORDINATED
        if sign not in {",", ";", "—"}:
            return False
        if following in _ADDING or (simple and (following in _CLAUSE or following.endswith("ing"))):
            return True
        near = self.tokens[at + 2 : at + 7]
        return following not in {"that", "which", "who"} and any(token.low in REPORTING and not token.quoted for token in near)

    def _stripped(self, start: int, end: int) -> Span | None:
        """Without white space and loose punctuation at its edges; a quotation keeps its marks."""
        piece = self.text[start:end]
        left = len(piece) - len(piece.lstrip(_EDGE))
        right = len(piece.rstrip(_EDGE))
        return (start + left, start + right) if right > left else None
