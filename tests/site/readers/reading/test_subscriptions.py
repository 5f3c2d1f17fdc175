"""What each reader subscribes to."""

from __future__ import annotations

from tests.site.library.articles import source


def test_a_reader_reads_all_sources_until_they_choose(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.models import Subscription
    from octavo.site.readers.reading.preferences import Preferences, set_preferences
    from octavo.site.readers.reading.subscriptions import chosen_sources

    first, second, another = source("feed", "https://a.example/"), source("feed", "https://b.example/"), User.objects.create_user("another")
    Subscription.objects.create(reader=owner(), source=first, chosen=True)
    Subscription.objects.create(reader=owner(), source=second, folder="Sea")
    assert chosen_sources(owner()) is None
    set_preferences(owner(), Preferences(chosen_only=True))
    assert chosen_sources(owner()) == frozenset({first.pk})
    assert chosen_sources(another) is None


def test_asking_twice_costs_no_second_question(site: None) -> None:
    from django.contrib.auth.models import AnonymousUser
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.subscriptions import chosen_sources

    reader = owner()
    with CaptureQueriesContext(connection) as captured:
        assert chosen_sources(reader) is chosen_sources(reader) is chosen_sources(AnonymousUser()) is None
    assert len(captured) == 1
