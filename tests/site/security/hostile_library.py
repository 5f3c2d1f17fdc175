"""A library in which everything that comes from outside is hostile at once: what publishers write, what readers write, what the owner does.

    fill_hostile()

It goes past everything that cleans what comes in: rows are written as they are, so pages stand alone. Each value begins with the name of
its field, so that a test can tell which were shown.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.site.readers.comments.hostile import CORPUS
from tests.site.security.markup import MARK
from tests.site.walk import SMALL, fill

FIELDS = {
    "library.Source": ("title", "folder", "problem", "note"),
    "library.Publisher": ("name",),
    "library.FetchedPage": ("name",),
    "library.Article": ("headline", "kicker", "dateline_place", "dateline_agency", "byline", "agency", "section", "text"),
    "library.ArticleVersion": ("headline", "kicker", "dateline_place", "byline", "text"),
    "library.Place": ("outlet",),
    "library.StoryBrief": ("problem", "brief", "first"),
    "library.Speaker": ("name", "roles"),
    "library.Statement": ("name", "role", "affiliation", "occasion", "outlet", "addressee", "words"),
    "library.Analysis": ("problem",),
    "library.OutletOwner": ("name", "domains", "publishers"),
    "readers.User": ("username", "first_name", "email"),
    "readers.Invitation": ("whom",),
    "muting.ReaderRule": ("value",),
    "reading.Subscription": ("title", "folder"),
    "reading.Tag": ("name",),
    "reading.Highlight": ("words", "note", "before"),
    "comments.Comment": ("text", "quote", "why"),
    "comments.EarlierText": ("text",),
    "comments.Report": ("reason",),
    "comments.Commenter": ("why",),
    "searches.SavedSearch": ("name", "query"),
    "mfa.Authenticator": ("data",),
    "usersessions.UserSession": ("user_agent",),
}
"""What people and publishers write, by the table that holds it."""
LINKS = {
    "library.Source": ("home", "moved_to"),
    "library.Article": ("url",),
    "library.FetchedPage": ("url",),
}
"""What is an address there."""
ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example/", "/\\evil.example/", "blob:https://a.example/1",
    f"https://a.example/\"><{MARK} {MARK}=1>", f"https://a.example/' {MARK}='1", "https://a.example/<script>alert(1)</script>", "file:///x",
    "https://user@a.example/", "https://a.example\n/", "https:evil.example", "feed:javascript:alert(1)", "view-source:https://a.example/",
)
DECIDED = {"id", "act", "form", "kind", "date", "type"}
"""Keys whose values the paper's own code gives."""
_numbers = count()


def fill_hostile() -> None:
    """Fill the empty library, and write over everything."""
    fill(SMALL)
    more()
    for name, fields in FIELDS.items():
        _spoil(name, fields)
    for name, fields in LINKS.items():
        _lead_astray(name, fields)
    _articles()
    from octavo.site.library.models import Source

    # The page of a folder is walked by this name, and one of what lies in none.
    Source.objects.filter(pk=2).update(folder="Folder")
    Source.objects.filter(pk=3).update(folder="")


def more() -> None:
    """Rows of what the filled library has none."""
    from allauth.mfa.models import Authenticator
    from allauth.usersessions.models import UserSession
    from django.utils import timezone

    from octavo.site.library.models import Article, ArticleVersion, OutletOwner, Source
    from octavo.site.readers.comments.models import Comment, EarlierText, Report
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.models import Subscription

    me, now, other = owner(), timezone.now(), User.objects.exclude(is_superuser=True)[0]
    Article.objects.update(byline=["x"])
    ArticleVersion.objects.bulk_create(
        [ArticleVersion(article=each, headline="x", text=each.text, paragraphs=each.paragraphs, byline=["x"], replaced=now)
         for each in Article.objects.all()]
    )
    OutletOwner.objects.create(name="x", domains=["x.example"], publishers=["x"])
    Subscription.objects.create(reader=me, source=Source.objects.all()[0], title="x", folder="x")
    Authenticator.objects.create(user=me, type="webauthn", data={"name": "x"})
    UserSession.objects.create(user=me, session_key="x", ip="192.0.2.1", user_agent="x")
    first, second = Comment.objects.order_by("pk")[:2]
    Comment.objects.filter(pk=first.pk).update(edits=1, edited=now)
    EarlierText.objects.create(comment=first, text="x", until=now)
    Report.objects.create(comment=second, reader=other, reason="x", made=now)
    Comment.objects.update(renderer=0)


def _spoil(name: str, fields: tuple[str, ...]) -> None:
    from django.apps import apps

    model = apps.get_model(name)
    for row in model._default_manager.all():
        for field in fields:
            old, longest = getattr(row, field), model._meta.get_field(field).max_length
            if field in ("problem", "why") and row.pk % 3:
                continue
            setattr(row, field, _spoiled(old, f"{model.__name__}.{field}", longest))
        row.save()


def _spoiled(old: Any, field: str, longest: int | None = None) -> Any:
    if isinstance(old, str):
        said = f"{field} {next(_numbers)} \"'><{MARK} {MARK}=1>{CORPUS[next(_numbers) % len(CORPUS)]}"
        # Where texts are, offsets point into them: it stays as long.
        return (said + old[len(said) :])[:longest]
    if isinstance(old, list):
        return [_spoiled(each, field) for each in old]
    if isinstance(old, dict):
        return {key: value if key in DECIDED else _spoiled(value, field) for key, value in old.items()}
    return old


def _lead_astray(name: str, fields: tuple[str, ...]) -> None:
    from django.apps import apps

    for at, row in enumerate(apps.get_model(name)._default_manager.order_by("pk")):
        for field in fields:
            # An address is there once.
            setattr(row, field, ADDRESSES[at % len(ADDRESSES)] + ("" if at < len(ADDRESSES) else f"?{at}"))
        row.save()


def _articles() -> None:
    from octavo.site.library.models import Article

    for at, article in enumerate(Article.objects.order_by("pk")):
        article.language = ("en", f'"><{MARK}>', "' x=1 ", "ar")[at % 4]
        article.credits = [{"role": "editing"} | {key: _spoiled("", f"Article.credits.{key}") for key in ("name", "place")}]
        words = {key: _spoiled("", f"Article.image.{key}") for key in ("alt", "caption", "credit")}
        article.image = {"url": ("https://a.example/1.png", *ADDRESSES)[at % (1 + len(ADDRESSES))], **words}
        article.save()
