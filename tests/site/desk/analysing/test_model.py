"""The shipped model at work: an article that comes in has its statements and their speakers a moment later."""

from __future__ import annotations

from tests.site.library.analyses import put

TEXT = (
    "The ferry Marit ran aground on the Alder sandbank late on Sunday with 42 people on board, the coast guard said.",
    "“The sea was calm and the channel is well marked,” coast guard officer Ines Dahl said on Monday. “We do not know yet what happened.”",
    "Jon Fell, the director of Alder Lines, denied that the crew had been on duty for 15 hours.",
)


def test_what_is_said_in_an_article_is_found_and_its_speakers_are_known(library: str) -> None:
    from django.db import connection

    from octavo.site.desk.analysing.running import analyse_all
    from octavo.site.library.models import Analysis, Speaker, Statement
    from octavo.site.library.trouble import trouble

    put("ferry", *TEXT)
    put("later", *TEXT, minutes=60, publisher="The Pilot")
    connection.close()
    analyse_all(lambda *_: None)
    assert trouble() == ""
    assert not Analysis.objects.filter(waiting__isnull=False).exists()
    assert {"ines dahl", "jon fell"} <= set(Speaker.objects.filter(total__gte=2).values_list("key", flat=True))
    said = Statement.objects.filter(article__key="ferry", speaker__key="ines dahl")
    (calm,) = (each for each in said if each.words.startswith("“The sea was calm and the channel is well marked"))
    assert (calm.act, calm.negated) == ("say", False)
