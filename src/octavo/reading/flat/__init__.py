"""Reads flattened pages: saved page text, as "copy all" or a text extractor leaves it, with navigation, buttons and glued articles.

The page is cut where heads of further articles stand (`flat_heads`); the body in each piece is found by a trained model
(`flat_model`); furniture inside a body is taken out by its words (`furniture`); then the headline is looked for above the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from octavo.article import Page
from octavo.reading.draft import Draft
from octavo.reading.flat.body import Body, body_under, is_text, main_body, names_agency, share_of_text
from octavo.reading.flat.features import features
from octavo.reading.flat.headline import find_headline, kicker_above, name_above, name_behind
from octavo.reading.flat.heads import BODY_WORDS, Head, can_begin_body, find_heads, is_byline, time_in, with_undated
from octavo.reading.flat.lines import Line, split_lines
from octavo.reading.flat.model import Model, best_run, trained
from octavo.reading.furniture import announces_others, opens_comments
from octavo.reading.parts.agencies import known
from octavo.reading.parts.words import ends_sentence, words_of

ABOVE_WORDS = 40
"""Text of so many words, at least, above a head makes the head that of another article than the main one."""
NAMED_ABOVE_WORDS = 10
"""The same where a heading ("Related Articles") or a repeated name says that another article begins."""
RAIL_WORDS = 100
"""The same above the run that the model likes best, where neither speaks for it."""
ABOVE_SHARE = 0.7
"""What lies above the first head is an article, and not a rail of teasers, if so much of its words stands in sentences."""
CLEAN_SHARE, CLEAN_PARAGRAPHS = 0.95, 2
"""With so much of them in sentences, two paragraphs are one too, though fewer than `RAIL_WORDS`."""
OTHER_WORDS = 40
"""Another article has at least so many words; one sentence is enough where a heading or a repeated name announces it."""
TEASER_WORDS = 100
"""A teaser, one paragraph under a headline, has fewer words."""
LEAST_WORDS = 10
"""A main article has at least so many words."""
TRIES = 5
"""So many heads above the best run are tried for the end of the main article."""
OWN_HEAD = 8
"""A head whose body begins at most so many lines above the body that the model found is its head."""
NEAR = 4
"""So many lines above a body without a headline are looked at for its time and byline."""


def read_flat(text: str, page: Page, model: Model | None = None) -> list[Draft]:
    """The articles in the text of a page, the main one first; none where it holds only furniture.

    `page.fetched` is what ages count from. `model` is the one that the package holds unless given. Linear in the length of `text`.
    """
    lines = split_lines(text)
    if not lines:
        return []
    heads = find_heads(lines, page.fetched)
    main, cut = _main(lines, heads, model or trained())
    if main.words < LEAST_WORDS:
        return []
    own = next((head for head in reversed(heads) if head.body <= main.start + 2 and head.start < cut), None)
    above = lines[:cut]
    own = own if own and main.start - own.body <= OWN_HEAD else None
    headline = own.headline if own and own.twice else find_headline(above, main)
    if own and not _names_publisher(lines, own, headline):
        own = replace(own, publisher=None)
    drafts = [replace(_draft(above, main, own, headline, page), url=page.url)]
    others = with_undated(lines, [head for head in heads if head.start >= cut and head.sure], main.end, page.fetched)
    ends = [*(head.start for head in others[1:]), len(lines)][: len(others)]
    announced = next((at for at in range(main.end, len(lines)) if _announces(lines[at])), len(lines))
    for head, end in zip(others, ends, strict=True):
        body = body_under(lines, head, end)
        if _is_article(head, body, head.twice or head.start > announced):
            drafts.append(_draft(lines, body, head, head.headline, page))
    return drafts


def _names_publisher(lines: Sequence[Line], head: Head, headline: int | None) -> bool:
    """Whether what a head above the main body has for the publisher's name is one: a name below the headline is rather that of the author,
    and a word alone above the age rather that of a section.
    """
    if head.twice or not head.publisher or headline is None:
        return head.twice
    name = head.publisher
    above = headline > head.start and (" " in name or known(name) is not None)
    return name != lines[headline].text and (above or name.startswith("The "))


def _is_article(head: Head, body: Body, announced: bool) -> bool:
    """Whether what stands under another head is an article, and not the teaser of one, which has its headline above its date."""
    paragraphs = sum(words_of(paragraph.text) > BODY_WORDS for paragraph in body.paragraphs)
    if head.published and head.headline == head.start and paragraphs < 2:
        return body.words >= TEASER_WORDS
    return any(ends_sentence(paragraph.text) for paragraph in body.paragraphs) if announced else body.words >= OTHER_WORDS


def _announces(line: Line) -> bool:
    return line.furniture == "tail" and announces_others(line.text)


def _main(lines: Sequence[Line], heads: Sequence[Head], model: Model) -> tuple[Body, int]:
    """The body of the main article, and the line where the head of the first other article begins."""
    start, end = best_run(features(lines), model)
    sure = [head for head in heads if head.sure]
    for at, least in _ends_above(lines, sure, start)[:TRIES]:
        above = lines[:at]
        body = main_body(above, best_run(features(above), model))
        if any(map(_announces, above[body.end :])):
            least = NAMED_ABOVE_WORDS
        if _is_main(above[body.start : body.end], least):
            return body, at
    for head in sure:
        if head.start <= start:
            continue
        inside = lines[start : min(end, head.start)]
        least = NAMED_ABOVE_WORDS if head.twice or any(map(_announces, inside)) else RAIL_WORDS
        if head.start >= end or _is_main(inside, least):
            above = lines[: head.start]
            return main_body(above, (start, end) if end <= head.start else best_run(features(above), model)), head.start
        if head.start < end:  # what the run has above this head is a rail of teasers
            start, end = head.body, max(end, head.body + 1)
    return main_body(lines, (start, end)), len(lines)


def _is_main(inside: Sequence[Line], least: int) -> bool:
    """Whether lines above the head of another article are the main one: at least so many words in sentences; fewer if clean."""
    text = [line for line in inside if is_text(line)]
    share = share_of_text(inside)
    if share < ABOVE_SHARE:
        return False
    clean = least == RAIL_WORDS and share >= CLEAN_SHARE and sum(can_begin_body(line) for line in text) >= CLEAN_PARAGRAPHS
    return clean or sum(line.words for line in text) >= least


def _ends_above(lines: Sequence[Line], heads: Sequence[Head], start: int) -> list[tuple[int, int]]:
    """Where, above line `start`, the main article may be over, at heads of others and at comments, and how many words it has then."""
    comments = [(at, ABOVE_WORDS) for at in range(1, start) if lines[at].furniture == "tail" and opens_comments(lines[at].text)]
    others = [(head.start, NAMED_ABOVE_WORDS if head.twice else RAIL_WORDS) for head in heads if 0 < head.start <= start]
    return sorted([*comments, *others])


def _draft(lines: Sequence[Line], body: Body, head: Head | None, headline: int | None, page: Page) -> Draft:
    above = lines[max(0, body.start - NEAR) if headline is None else headline : body.start]
    times = [told[0] for line in above if (told := time_in(line.text, page.fetched))]
    bylines = [line.text for line in above if is_byline(line.text)]
    beside = [] if headline is None else [*above[1:], *lines[max(0, headline - 1) : headline]]
    agencies = [line.text for line in beside if line.raw[0] != "©" and names_agency(line)]
    publisher = head.publisher if head else None
    if headline is not None and not publisher:
        publisher = name_behind(lines, headline) or name_above(lines, headline, page.fetched)
    return Draft(
        headline="" if headline is None else lines[headline].text,
        paragraphs=body.paragraphs,
        publisher=publisher,
        byline=(*(head.byline if head and head.byline else bylines[:1]), *agencies[:1]),
        published=head.published if head and head.published else times[0] if times else None,
        kicker=None if headline is None else kicker_above(lines, headline),
    )
