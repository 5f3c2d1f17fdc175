"""Lets invented readers use the specimen edition in the library that OCTAVO_DATA names, for the pictures of the tour.

They comment, save, tag, mark words, mute, follow and keep a search. `--locked`: besides, the owner has a password, so that whoever comes
must sign in.
"""

from __future__ import annotations

import sys
from datetime import timedelta

from octavo.site.library.opening import open_library

PASSWORD = "four quiet tugs at dawn"


def live_in() -> None:
    """As said above."""
    from django.utils import timezone

    from octavo.site.library.models import Article, Story
    from octavo.site.library.paper_settings import set_settings
    from octavo.site.readers.accounts.invitations import invite
    from octavo.site.readers.comments import moderating
    from octavo.site.readers.comments.models import Comment
    from octavo.site.readers.comments.posting import On, Quoted, post
    from octavo.site.readers.comments.rules import ROOM, Rules
    from octavo.site.readers.models import User
    from octavo.site.readers.muting.keeping import put
    from octavo.site.readers.muting.wishing import wish
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.highlights import highlight
    from octavo.site.readers.reading.saving import save, tag
    from octavo.site.readers.searches.keeping import keep

    now, me = timezone.now(), owner()
    story = Story.objects.order_by("-size", "pk")[0]
    told = list(Article.objects.filter(place__story=story).order_by("pk")[:3])
    first = told[0]
    ada, ben = (User.objects.create_user(name, first_name=called) for name, called in (("ada", "Ada Lind"), ("ben", "Ben Aas")))
    rules = Rules(hold_first=False)
    set_settings(ROOM, rules)
    words = "neither of them seriously"
    quoted = Quoted(words, first.text.index(words)) if words in first.text else Quoted()
    opened = post(ada, On(article=first.pk), "The ambulance service says *three* by now. Does anybody know who counted?", quoted, rules,
                  now - timedelta(hours=3))
    assert isinstance(opened, Comment)
    post(ben, On(article=first.pk, parent=opened), "The desk of the harbour does, at the gangway. It has said so before.", Quoted(), rules,
         now - timedelta(hours=2))
    post(ada, On(story=story.pk), "Was I the only one who saw all five lights that night?", Quoted(), rules, now - timedelta(hours=1))
    post(ben, On(story=story.pk), "See https://tickets.example for cheap crossings.", Quoted(), Rules(), now - timedelta(minutes=20))
    moderating.report(ada, opened.pk, "It should say where the number is from.", now)
    save(me, [each.pk for each in told], now)
    tag(me, first.pk, ["Marit", "for Sunday"], now)
    highlight(me, first.pk, first.text.split(". ")[0][-60:], "Compare with what the harbour master says.", now)
    put(me, [
        wish("mute", "words", "herring", places=("headline", "text")), wish("mute", "section", "Sport"),
        wish("follow", "words", "quarry", places=("headline", "text")),
    ], now)
    keep(me, "said:Brandt lights", "Brandt on the lights", "best", now)
    invite("Ines", now)
    if "--locked" in sys.argv:
        me.set_password(PASSWORD)
        me.save()


if __name__ == "__main__":
    open_library()
    live_in()
