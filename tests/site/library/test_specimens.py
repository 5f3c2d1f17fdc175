from __future__ import annotations

from octavo.grouping.copies.placing import Carrier
from octavo.grouping.copies.settling import settle
from tests.site.library.articles import article, page, source, whole_library


def test_the_specimen_edition_goes_the_way_of_all_pages(site: None) -> None:
    from octavo.site.library.importing import Imported
    from octavo.site.library.models import Article, Source
    from octavo.site.library.specimens import edition_time, load_specimen

    loaded = load_specimen()
    assert loaded.added >= 30
    assert (loaded.kept, Article.objects.filter(specimen=True).count()) == (0, loaded.added)
    assert Source.objects.get().kind == Source.Kind.SPECIMEN
    assert Article.objects.latest("ranked").ranked <= edition_time()
    before = whole_library()
    assert load_specimen() == Imported(kept=loaded.added)
    assert whole_library() == before


def test_it_steps_aside_for_the_readers_own_and_comes_back_when_asked(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.specimens import bring_back, put_away, specimen_shown

    assert specimen_shown()
    import_page(page(), [article()], source("specimen", "specimen"))
    assert specimen_shown()
    import_page(page(), [article()], source())
    assert not specimen_shown()
    bring_back()
    bring_back()
    assert specimen_shown()
    put_away()
    assert not specimen_shown()


def test_copies_in_the_specimen_edition_are_found(site: None) -> None:
    """Held to what its writer says is a copy of what: no two texts of different origin are ever joined."""
    from octavo.site.library import specimens
    from octavo.site.library.models import Article

    specimens.load_specimen()
    # The page that joins two texts belongs to either.
    entries = [entry for entry in specimens._edition()["pages"] if "joined" not in entry["file"]]
    first = {entry["url"]: entry["file"] for entry in reversed(entries)}
    origin = {entry["file"]: entry["copy_of"] or first[entry["url"]] for entry in entries}
    rows = Article.objects.filter(specimen=True, position=0).order_by("ranked").values_list("page__name", "text")
    groups = settle([Carrier(name.removeprefix("specimen/pages/"), "", text) for name, text in rows])
    joined = {(group.origin, name) for group in groups for name in group.others if {name, group.origin} <= origin.keys()}
    assert {pair for pair in joined if origin[pair[0]] != origin[pair[1]]} == set()
    assert len(joined) >= 0.8 * sum(entry["copy_of"] is not None for entry in entries)


def test_reading_it_again_with_the_same_reading_changes_nothing(site: None) -> None:
    from octavo.site.library.rereading import reread
    from octavo.site.library.specimens import load_specimen

    load_specimen()
    before = whole_library()
    outcome = reread(lambda done, total: None, print)
    assert (outcome.changed, outcome.failed) == (0, 0)
    assert whole_library() == before
