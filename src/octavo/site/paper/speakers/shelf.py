"""What the pages of speakers take from the library: a fixed number of queries, plain rows out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, IntegerField, Max, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Substr

from octavo.briefing.speaking.joining import sought
from octavo.folding import plain
from octavo.site.library.models import Speaker, Statement
from octavo.site.paper.speakers.timeline import Row
from octavo.site.paper.speakers.wishes import Wish
from octavo.site.paper.voices import distinct, role_words

if TYPE_CHECKING:
    from django.db.models import QuerySet

OPENING = 200
"""So much of an article's text stands in for a headline."""
AROUND = 400
"""So much of an article's text stands behind where a cue begins."""
STATED = 60
"""So many forms of roles are looked at, the commonest."""
ROLES = 4
PUBLISHERS = 100
DAYS = 5_000
"""So many statements are counted for the picture of what was said when, the latest."""
COUNTED = 1_000
"""So many statements are looked at for acts, publishers and roles, the latest: counting all that one says whom everybody quotes takes
seconds."""
LIKE = 20
"""So many speakers are offered for merging."""

_ROW = (
    "said_on", "article_id", "number", "act", "negated", "name", "cue", "around", "words", "occasion", "article__headline", "opening",
    "article__language", "article__ranked", "paper", "article__agency", "article__place__story", "article__place__story__size",
    "article__place__story__lead__headline",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of all that a speaker has said: how many statements, in how many articles, the first and the last day; the acts
    and the publishers with how many each has among the latest COUNTED, and the roles that articles state there, the commonest first."""

    statements: int
    articles: int
    first: date | None
    last: date | None
    acts: tuple[tuple[str, int], ...]
    publishers: tuple[tuple[int, str, int], ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Last:
    """What somebody said last: the day, the paper or agency ("" for neither), the words."""

    day: date
    paper: str
    words: str


SOUGHT = 12
"""Words of a name that are looked for: each is one join more, of which SQLite allows 64."""


def heard(specimen: bool, words: str = "") -> QuerySet[Speaker]:
    """The speakers of an edition who have said something, those with most first; the first SOUGHT of `words` are in their names."""
    found = Speaker.objects.filter(specimen__in=[specimen], merged_into=None, total__gt=0)
    for word in [*dict.fromkeys(sought(words))][:SOUGHT]:
        found = found.filter(Q(key__contains=word) | Q(merged__key__contains=word))
    return (found.distinct() if words else found).order_by("-total", "key", "pk")


def bearing(speaker: Speaker) -> list[Speaker]:
    """The speaker, and those that are merged into it. One query."""
    return [speaker, *Speaker.objects.filter(merged_into=speaker).select_related("merged_with").order_by("key", "apart")]


def statements(of: Sequence[Speaker], wish: Wish = Wish()) -> QuerySet[Statement]:  # noqa: B008 - frozen
    """What they have said, the latest day first, an article's in the order of its text."""
    found = Statement.objects.filter(speaker__in=[row.pk for row in of])
    asked: dict[str, Any] = {
        "act": wish.act, "article__publisher": wish.publisher, "said_on__gte": wish.first, "said_on__lte": wish.last,
    }
    found = found.filter(**{name: value for name, value in asked.items() if value})
    for word in plain(wish.words).split():
        found = found.filter(sought__contains=word)
    return found.order_by("-said_on", "-article", "number")


def rows(found: QuerySet[Statement], start: int, end: int) -> list[Row]:
    """Some of them as the timeline needs them. One query."""
    paper = Coalesce("article__publisher__name", Value(""))
    cue = Cast(F("cue__0__0"), IntegerField())
    around = Coalesce(Substr("article__text", cue + 1, AROUND), Value(""))
    told = found.annotate(opening=Substr("article__text", 1, OPENING), around=around, paper=paper).values_list(*_ROW)
    return [Row(*each) for each in told[start:end]]


def ordinals(articles: Collection[int]) -> dict[tuple[int, int], int]:
    """(Article, number) of each of their statements -> how many before it have the same words, whoever says them. One query."""
    seen: Counter[tuple[int, str]] = Counter()
    found: dict[tuple[int, int], int] = {}
    said = Statement.objects.filter(article__in=articles).order_by("number")
    for article, number, words in said.values_list("article", "number", "words"):
        found[article, number] = seen[article, words]
        seen[article, words] += 1
    return found


def facts(of: Sequence[Speaker]) -> Facts:
    """Four queries."""
    said = statements(of).order_by()
    sums = said.aggregate(all=Count("pk"), articles=Count("article", distinct=True), first=Min("said_on"), last=Max("said_on"))
    latest = Statement.objects.filter(pk__in=statements(of).values("pk")[:COUNTED]).order_by()
    acts = latest.values_list("act").annotate(n=Count("pk")).order_by("-n", "act")
    publishers = latest.filter(article__publisher__isnull=False).values_list("article__publisher", "article__publisher__name")
    roles = latest.exclude(role="", affiliation="").values_list("role", "affiliation").annotate(n=Count("article", distinct=True))
    return Facts(
        statements=sums["all"], articles=sums["articles"], first=sums["first"], last=sums["last"], acts=tuple(acts),
        publishers=tuple(publishers.annotate(n=Count("pk")).order_by("-n", "article__publisher__name")[:PUBLISHERS]),
        roles=tuple(distinct((role_words(role, place) for role, place, _ in roles.order_by("-n", "role", "affiliation")[:STATED]), ROLES)),
    )


def said_on_days(of: Sequence[Speaker]) -> list[tuple[date, str, bool, int]]:
    """(Day, act, whether it is negated, how many), the latest first, of DAYS statements at most. One query."""
    found = Statement.objects.filter(pk__in=statements(of).values("pk")[:DAYS]).order_by().values_list("said_on", "act", "negated")
    return list(found.annotate(n=Count("pk")).order_by("-said_on", "act", "negated"))


def articles_of(of: Sequence[Speaker], most: int) -> list[dict[str, Any]]:
    """The newest articles in which they speak: {article, headline, publisher, ranked, role, words}, one each. One query."""
    told = statements(of).annotate(opening=Substr("article__text", 1, OPENING)).values(
        "article_id", "article__headline", "opening", "article__publisher__name", "article__ranked", "role", "affiliation", "words",
    )
    found: dict[int, dict[str, Any]] = {}
    for each in told[: most * 4]:
        kept = found.setdefault(each["article_id"], each | {"stated": ""})
        kept["stated"] = kept["stated"] or role_words(each["role"], each["affiliation"])
    return list(found.values())[:most]


def last_said(speakers: Sequence[Speaker]) -> dict[int, Last]:
    """What each of them said last, by number; two of one name are told apart by that. Two queries."""
    own = Statement.objects.filter(speaker=OuterRef("pk")).order_by("-said_on", "-article", "number").values("pk")[:1]
    last = dict(Speaker.objects.filter(pk__in=[row.pk for row in speakers]).annotate(last=Subquery(own)).values_list("last", "pk"))
    said = Statement.objects.filter(pk__in=[pk for pk in last if pk])
    told = said.values_list("pk", "said_on", "article__publisher__name", "article__agency", "words")
    return {last[pk]: Last(day, publisher or agency, words) for pk, day, publisher, agency, words in told}


def like(speaker: Speaker, words: str) -> list[Speaker]:
    """Speakers whom the owner may mean to be the same: with those words in the name, or else the last word of it. One query."""
    return list(heard(speaker.specimen, words or speaker.key.split()[-1]).exclude(pk=speaker.pk)[:LIKE])
