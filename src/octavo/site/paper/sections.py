"""Which section of the paper an article belongs to, told from what its publisher calls it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation.trans_null import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the paper: its name in an address, and on the page."""

    slug: str
    name: str

    @property
    def said(self) -> str:
        """Its name in the language of the page; one that papers made up stands as it is."""
        return gettext(self.name) if self in USUAL else self.name


_NAMES = (
    _("World"), _("Politics"), _("Business"), _("Science"), _("Technology"), _("Health"), _("Climate"), _("Culture"), _("Sport"),
    _("Opinion"),
)
SECTIONS = tuple(Section(name.lower(), name) for name in _NAMES)
"""In the order in which the paper prints them."""

MORE = Section("more", _("More news"))
"""For whatever names no section, or one that a single paper uses."""

USUAL = frozenset((*SECTIONS, MORE))
"""Those whose names are the paper's own words."""

PAPERS = 2
"""A section that is not known here ("Islands") is printed when this many papers use it."""

_NO_SECTION = frozenset((
    "more", "news", "home", "homepage", "front page", "top stories", "latest", "latest news", "article", "articles", "all", "general",
))

_OTHER_WORDS = {
    "World": "international global foreign europe asia africa americas middle-east abroad nations monde ausland welt mundo",
    "Politics": "political election elections government parliament policy politique politik politica política",
    "Business": "economy economic economics finance financial markets market money companies industry trade shipping wirtschaft "
                "économie economía",
    "Science": "space nature research wissen wissenschaft sciences ciencia",
    "Technology": "tech digital internet computing ai gadgets cyber technik tecnología",
    "Health": "medicine medical wellbeing wellness gesundheit santé salud",
    "Climate": "environment environmental weather energy sustainability umwelt klima",
    "Culture": "arts art entertainment books film films movies music theatre theater television tv lifestyle life style "
               "feuilleton kultur cultura",
    "Sport": "sports football soccer cricket tennis rugby cycling golf athletics olympics deportes",
    "Opinion": "comment commentary editorial editorials columns columnists letters meinung",
}
_BY_WORD = {section.slug: section for section in SECTIONS} | {
    word: section for section in SECTIONS for word in _OTHER_WORDS[section.name].split()
}
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def sections_of(named: Iterable[tuple[str, str]]) -> dict[str, Section]:
    """(publisher, its name for a section) of an edition's articles -> the section that each name stands for.

    "World news / Europe" and "uk/sport/football" stand for one that is known here; another name is a section of its own where
    several papers use it ("Islands"), else `MORE`.
    """
    pairs = list(named)
    users: dict[str, set[str]] = defaultdict(set)
    names = {name: name.strip()[:200] for _, name in sorted(set(pairs))}
    for publisher, name in pairs:
        users[_slug(names[name])].add(publisher)
    return {name: _known(short) or _own(short, len(users[_slug(short)])) for name, short in names.items()}


def in_order(sections: Iterable[Section]) -> list[Section]:
    """The order in which the paper prints them: what only these papers have, the usual ones, the rest."""
    usual = {section: place for place, section in enumerate((*SECTIONS, MORE))}
    return sorted(set(sections), key=lambda section: (usual.get(section, -1), section.slug))


def in_columns(sizes: Sequence[int], columns: int) -> list[list[int]]:
    """Sizes of things in order -> the places of those that stand in each column, so that the columns end about level.

    The longest first, each into the shortest column (Graham 1969); inside a column, and among columns, the order is kept.
    """
    filled: list[list[int]] = [[] for _ in range(columns)]
    for place in sorted(range(len(sizes)), key=lambda place: -sizes[place]):
        min(filled, key=lambda column: sum(sizes[held] for held in column)).append(place)
    return sorted(sorted(column) for column in filled if column)


def _known(name: str) -> Section | None:
    words = _WORDS.findall(name.lower())
    return next((_BY_WORD[word] for word in words if word in _BY_WORD), None)


def _own(name: str, papers: int) -> Section:
    if papers < PAPERS or len(name) > 24 or name.lower() in _NO_SECTION or not _slug(name):
        return MORE
    return Section(_slug(name), name[0].upper() + name[1:])


def _slug(name: str) -> str:
    return "-".join(_WORDS.findall(name.lower()))
