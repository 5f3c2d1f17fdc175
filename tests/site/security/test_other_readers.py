"""What has a number in its address, asked for by the wrong reader: by GET and by POST, route by route, in one table.

A route with a number that is not in the table fails the test: whoever makes one says whose its things are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.site.readers.two_readers import People, two_readers
from tests.site.security.tables import Held, changed, digests
from tests.site.walk import SMALL, fill, routes

if TYPE_CHECKING:
    from django.test import Client

HERS = {
    "reading/tags/<int:pk>/rename/": "tag",
    "reading/tags/<int:pk>/remove/": "tag",
    "reading/highlights/<int:pk>/note/": "highlight",
    "reading/highlights/<int:pk>/remove/": "highlight",
    "mutes/<int:pk>/": "rule",
    "mutes/<int:pk>/remove/": "rule",
    "comments/<int:pk>/edit/": "comment",
    "comments/<int:pk>/delete/": "comment",
    "search/saved/<int:pk>/": "search",
    "search/saved/<int:pk>/rename/": "search",
    "search/saved/<int:pk>/remove/": "search",
    "search/saved/<int:pk>/rekey/": "search",
    "settings/signing-in/passkeys/<int:pk>/name/": "passkey",
    "settings/signing-in/sessions/<int:pk>/end/": "session",
}
"""Things of one reader's: for anybody else there are none of that number."""
HERS_OTHERWISE = {
    "search/saved/<int:pk>/put-back/": ("removed-search", 302),
    "settings/signing-in/passkeys/<int:pk>/remove/": ("passkey", 403),
}
"""The same, where whoever asks is told something else: that it cannot be put back any more, and that it takes having signed in just now."""
OWNERS = {
    "story/<int:pk>/merge/", "story/<int:pk>/sort/", "story/<int:pk>/split/", "story/<int:pk>/move/", "story/<int:pk>/undo/",
    "speakers/<int:pk>/rekey/", "speakers/<int:pk>/merge/", "speakers/<int:pk>/unmerge/", "speakers/<int:pk>/split/",
    "speakers/<int:pk>/put-back/", "sources/<int:pk>/settings/", "sources/<int:pk>/credentials/", "sources/<int:pk>/fetch/",
    "sources/<int:pk>/remove/", "settings/readers/invitations/<int:pk>/revoke/", "settings/readers/<int:pk>/out/",
    "settings/readers/<int:pk>/in/", "settings/readers/<int:pk>/erase/", "comments/<int:pk>/approve/", "comments/<int:pk>/remove/",
    "comments/<int:pk>/put-back/", "comments/readers/<int:pk>/silence/", "comments/readers/<int:pk>/unsilence/",
}
"""For the owner, and of comments for moderators: 403 for readers."""
EVERYBODYS = {
    "article/<int:pk>/", "article/<int:pk>/difference/<int:other>/", "article/<int:pk>/translation/", "publisher/<int:pk>/",
    "story/<int:pk>/", "speakers/<int:pk>/", "speakers/<int:pk>/feed/", "speakers/<int:pk>/feed/<str:key>/", "sources/<int:pk>/",
    "reading/source/<int:pk>/", "reading/actions/<int:pk>/", "comments/on/article/<int:pk>/", "comments/on/article/<int:pk>/lines/",
    "comments/on/story/<int:pk>/", "comments/<int:pk>/", "comments/<int:pk>/answer/", "comments/<int:pk>/history/",
    "comments/<int:pk>/report/", "search/saved/<int:pk>/feed/<str:key>/", "images/<int:pk>/<int:width>/",
    "settings/subscriptions/<int:pk>/",
}
"""What the paper shows to all who read it, or to whoever has its key; what a reader does there is their own."""
OPEN = {
    "sign-in/", "sign-in/passkey/", "sign-in/lost/", "sign-in/renew/<uidb36>-<key>/", "sign-up/", "sign-up/<str:key>/", "sign-out/",
    "speakers/<int:pk>/feed/<str:key>/", "search/saved/<int:pk>/feed/<str:key>/",
}
"""What is seen without having signed in: the doors, and feeds for whoever has their key."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Two readers and the owner in a filled library, and the numbers of Ada's things, by kind."""

    people: People
    hers: dict[str, int]


def scene() -> Scene:
    """Ada has one of everything."""
    from allauth.mfa.models import Authenticator
    from allauth.usersessions.models import UserSession
    from django.utils import timezone

    from octavo.site.library.models import Article
    from octavo.site.readers.comments.models import Comment
    from octavo.site.readers.models import Invitation
    from octavo.site.readers.muting.models import ReaderRule
    from octavo.site.readers.reading.models import Highlight, Tag
    from octavo.site.readers.searches.models import SavedSearch

    fill(SMALL)
    people, now = two_readers(), timezone.now()
    for each in (people.ada, people.ben):
        each.browser.get("/settings/yours/")
    ada, article = people.ada.reader, Article.objects.get(pk=1)
    rule = ReaderRule.objects.filter(reader__isnull=False)[0]
    rule.pk, rule.reader = None, ada
    rule.save()
    comment = Comment.objects.filter(article__isnull=False)[0]
    Comment.objects.filter(pk=comment.pk).update(writer=ada)
    Invitation.objects.get_or_create(pk=1, defaults={"made": now, "expires": now, "whom": "Guest"})
    return Scene(people, {
        "tag": Tag.objects.create(reader=ada, name="Ada's", folded="ada's").pk,
        "highlight": Highlight.objects.create(reader=ada, article=article, words=article.text[:20], start=0, at=now).pk,
        "rule": rule.pk,
        "comment": comment.pk,
        "search": SavedSearch.objects.create(reader=ada, name="Ada's", query="tugs", made=now).pk,
        "removed-search": SavedSearch.objects.create(reader=ada, name="Ada's", query="gulls", made=now, removed=now).pk,
        "passkey": Authenticator.objects.create(user=ada, type="webauthn", data={"name": "Ada's"}).pk,
        "session": UserSession.objects.get(user=ada).pk,
        "reader": ada.pk,
    })


def test_every_route_with_a_number_says_whose_it_is(site: None) -> None:
    numbered = {route for route in routes() if "<int:" in route}
    named = [*HERS, *HERS_OTHERWISE, *OWNERS, *EVERYBODYS]
    assert numbered - set(named) == set(), "say in this file whose the things behind a new route are: HERS, OWNERS or EVERYBODYS"
    assert set(named) - numbered == set(), "this file names routes that there are no more"
    assert len(named) == len(set(named)), "a route stands in two tables"


def test_nothing_of_a_readers_is_there_for_another(library: str) -> None:
    made = scene()
    tried = {_at(route, made.hers[kind]): 404 for route, kind in HERS.items()}
    tried |= {_at(route, made.hers[kind]): status for route, (kind, status) in HERS_OTHERWISE.items()}
    before = digests()
    for address, status in tried.items():
        answers = _answers(made.people.ben.browser, address)
        assert status in answers, address
        assert answers <= {status, 404, 405}, address
        assert _meddled(before) == set(), address


def test_each_of_them_is_there_for_whose_it_is(library: str) -> None:
    made = scene()
    for route, kind in sorted(HERS.items(), key=lambda pair: pair[0].endswith(("remove/", "delete/"))):
        address = _at(route, made.hers[kind])
        assert _answers(made.people.ada.browser, address) & {200, 302, 400}, address


def test_what_is_the_owners_is_for_no_reader(library: str) -> None:
    made = scene()
    before = digests()
    for route in sorted(OWNERS):
        kind = "reader" if "readers/<" in route else "comment" if route.startswith("comments/") else ""
        address = _at(route, made.hers.get(kind, 1))
        answers = _answers(made.people.ben.browser, address)
        assert 403 in answers, address
        assert answers <= {403, 405}, address
        assert _meddled(before) == set(), address


def test_whoever_has_not_signed_in_is_led_to_the_sign_in(library: str) -> None:
    made = scene()
    before = digests()
    for route in routes():
        address = _at(re.sub(r"<(?!int:)[^>]+>", "1", route), 1)
        for answer in (made.people.nobody.get(address), made.people.nobody.post(address, FIELDS)):
            if route in OPEN:
                assert answer.status_code in (200, 302, 403, 404, 405), address
            else:
                assert answer.status_code in (302, 403), address
                assert answer.status_code == 403 or answer["Location"].startswith("/sign-in/?next="), address
        assert _meddled(before) <= {"readers_failedsignin"}, address


FIELDS = {
    "name": "Taken", "text": "Taken over by another reader.", "note": "Taken", "value": "taken", "kind": "words", "effect": "mute",
    "reason": "Taken", "words": "taken", "into": "2", "article": "2", "story": "2", "password": "taken", "title": "Taken",
}
"""What is sent: a value for most fields that there are."""


def _at(route: str, pk: int) -> str:
    return "/" + re.sub(r"<int:[^>]+>", str(pk), route)


def _meddled(before: Held) -> set[str]:
    """The tables that changed, but for what is kept of whoever asks: their session."""
    return changed(before) - {"django_session", "usersessions_usersession"}


def _answers(browser: Client, address: str) -> set[int]:
    """What is answered when it is asked for, and when a form is sent to it."""
    return {browser.get(address).status_code, browser.post(address, FIELDS).status_code}
