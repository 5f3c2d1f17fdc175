"""SQLite and PostgreSQL find the same in the same library: the specimen edition, and generated texts."""

from __future__ import annotations

import random
from datetime import timedelta

from octavo.site.library.searching.asked import asked
from tests.conftest import KINDS, Libraries, empty
from tests.site.library.articles import MORNING
from tests.site.library.placed import came

NOW = MORNING + timedelta(days=3)
SPECIMEN = (
    "ferry", "ferry harbour", "ferries -harbour", '"Alder sandbank"', "tug OR storm", "in:headline ferry", "agency:northwire ferry",
    'publisher:"harbour post"', "publisher:pilot", "in:sport", "after:2026-03-03", "ferry before:2026-03-03", "person:dahl", "marit's",
    'person:"Ines Dahl" ferry', "crew duty hours", "zzyzx", "has:copies ferry", "after:yesterday -ferry", "the coast guard", "15 hours",
)
"""Words in which Porter's stems and PostgreSQL's "english" agree, as they do for most: see docs/decisions/search.md."""
WORDS = ("ferry", "harbour", "tug", "storm", "Østre", "café", "dam", "crew", "otter", "naïve", "Straße", "42", "sails", "sailing", "pulled")


def found(query: str, specimen: bool, order: str) -> list[tuple[str, ...]]:
    """The keys of what is found, story by story, and how many there are."""
    from octavo.site.library.models import Article
    from octavo.site.library.searching.finding import find

    named = dict(Article.objects.values_list("pk", "key"))
    made = find(asked(query, NOW), specimen, order)  # type: ignore[arg-type]
    assert made.total == sum(len(story) for story in made.stories)
    return [tuple(named[hit.article] for hit in story) for story in made.stories]


def test_the_specimen_edition(libraries: Libraries) -> None:
    told = []
    for kind in KINDS:
        libraries.use(kind)
        empty()
        from octavo.site.library.specimens import load_specimen

        load_specimen()
        told.append({(query, order): found(query, True, order) for query in SPECIMEN for order in ("best", "newest")})
    for each, first in told[0].items():
        assert first == told[1][each], each
    assert sum(bool(some) for some in told[0].values()) > len(SPECIMEN)


def test_generated_texts(libraries: Libraries) -> None:
    chance = random.Random(8)
    texts = [(" ".join(chance.choices(WORDS, k=5)), "Today " + " ".join(chance.choices(WORDS, k=30)) + ".") for _ in range(60)]
    queries = [
        " ".join((chance.choice(WORDS), chance.choice(("", "-", "OR ")) + chance.choice(WORDS), chance.choice(("", "in:headline"))))
        for _ in range(60)
    ] + [f'"{chance.choice(WORDS)} {chance.choice(WORDS)}"' for _ in range(30)]
    told = []
    for kind in KINDS:
        libraries.use(kind)
        empty()
        for number, (headline, text) in enumerate(texts):
            came(f"n{number}", text, headline=headline, minutes=number, publisher=f"Paper {number % 7}")
        told.append({query: found(query, False, "best") for query in queries})
    for each, first in told[0].items():
        assert first == told[1][each], each
    assert sum(bool(some) for some in told[0].values()) > 60
