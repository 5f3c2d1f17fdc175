"""What a reader does with an article or a story: save it, tag it, mark it as read or unread, mark words in it; and where they left it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.site.library.models import Article, Place, Source
from octavo.site.library.specimens import specimen_shown
from octavo.site.messages import error_in_words
from octavo.site.numbers import number_of
from octavo.site.paper.entry import Entry
from octavo.site.paper.press import front_for
from octavo.site.paper.reading.frame import back, reading_page
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.shelf import rows_of_story
from octavo.site.readers.reading import all_read, marking, places, saving
from octavo.site.readers.reading.highlights import highlight, highlights_in
from octavo.site.readers.reading.subscriptions import chosen_sources
from octavo.site.readers.refusing import Refused

OF_A_STORY = 500
"""Articles of a story that are marked at once, the newest, as many as its page shows."""


def article_acts(request: HttpRequest, shown: Article, blocks: int = 0) -> dict[str, Any]:
    """What the page of an article needs for the forms of this room: at most four queries, none for whoever has not signed in."""
    if not request.user.is_authenticated:
        return {}
    left = places.left_at(reader_of(request), shown.pk) if len(shown.text) >= places.LONG else 0
    return {
        "acting": {
            "article": shown.pk, "saved": bool(saving.saved_among(reader_of(request), [shown.pk])), "place": request.path,
            "tags": saving.tags_on(reader_of(request), shown.pk), "marked": highlights_in(reader_of(request), shown.pk, shown.text),
            "long": len(shown.text) >= places.LONG, "left": left if 1 < left <= blocks else 0,
        },
    }


def story_acts(request: HttpRequest, story: int, entry: Entry) -> dict[str, Any]:
    """What the page of a story needs: what is saved is the article whose headline it has. At most two queries."""
    if not request.user.is_authenticated:
        return {}
    face = entry.row.pk
    return {
        "acting": {
            "article": face, "saved": bool(saving.saved_among(reader_of(request), [face])), "place": request.path, "story": story,
            "tags": saving.tags_on(reader_of(request), face),
        },
    }


@require_safe
def actions(request: HttpRequest, pk: int) -> HttpResponse:
    """The forms for one article, on a page of their own: what a list's line leads to, and what the script of the keys fetches."""
    shown = found(pk)
    context = article_acts(request, shown)
    context["acting"]["place"] = reverse("article", args=[pk])
    context["acting"]["read"] = bool(marking.read_among(reader_of(request), [pk]))
    return reading_page(request, "actions_page.html", {"article": shown, **context})


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save an article for later, or no more."""
    shown = found(number_of(request.POST.get("article", "")))
    if request.POST.get("save") == "0":
        saving.unsave(reader_of(request), [shown.pk])
        return back(request, "unsaved")
    saving.save(reader_of(request), [shown.pk], timezone.now())
    return back(request, "saved")


@require_POST
def mark(request: HttpRequest) -> HttpResponse:
    """Mark an article, or all of a story, as read or unread."""
    read = request.POST.get("read") != "0"
    story = number_of(request.POST.get("story", ""))
    articles = _reports_of(story) if story else [found(number_of(request.POST.get("article", ""))).pk]
    marking.mark(reader_of(request), articles, read)
    return back(request, "read" if read else "unread")


@require_POST
def tag(request: HttpRequest) -> HttpResponse:
    """Give an article the tags that were written, parted by commas."""
    shown = found(number_of(request.POST.get("article", "")))
    written = request.POST.get("tags", "")
    try:
        names = [saving.name_of_tag(name) for name in written[:50_000].split(",") if name.strip()]
        saving.tag(reader_of(request), shown.pk, names, timezone.now())
    except Refused as error:
        return _again(request, shown, {"tags_wrong": error_in_words(error), "tags_written": written[:2_000]})
    return back(request, "tagged")


@require_POST
def mark_words(request: HttpRequest) -> HttpResponse:
    """Mark words of an article."""
    shown = found(number_of(request.POST.get("article", "")))
    words, note = request.POST.get("words", ""), request.POST.get("note", "")
    try:
        highlight(reader_of(request), shown.pk, words, note, timezone.now(), number_of(request.POST.get("start", "")))
    except Refused as error:
        return _again(request, shown, {"words_wrong": error_in_words(error), "words_written": words[:2_000], "note_written": note[:5_000]})
    return back(request, "marked", to=f"{reverse('article', args=[shown.pk])}#marked-words")


@require_POST
def left(request: HttpRequest) -> HttpResponse:
    """Keep where the reader left a long article: what its page's script sends."""
    article, block = (number_of(request.POST.get(name, "")) for name in ("article", "block"))
    places.leave(reader_of(request), article, min(block, 1 << 20), timezone.now())
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
def all_as_read(request: HttpRequest) -> HttpResponse:
    """Mark much as read at once: a story, a section, sources, or everything, up to the newest article that the page knew of.

    The front page and a section lead here and are asked: with a form they would be other pages each time.
    """
    if request.method != "POST":
        return _ask(request, request.GET.get("section", ""), number_of(request.GET.get("through", "")))
    now, through = timezone.now(), number_of(request.POST.get("through", ""))
    story, section = number_of(request.POST.get("story", "")), request.POST.get("section", "")
    if story:
        deed = all_read.read_articles(reader_of(request), _reports_of(story), now)
    elif section:
        deed = all_read.read_articles(reader_of(request), [pk for pk in _in_section(request, section) if pk <= through], now)
    elif "source" in request.POST:
        sources = {number_of(said) for said in request.POST.getlist("source")[:5_000]}
        deed = all_read.read_through(reader_of(request), through, now, _there(sources))
    else:
        chosen = chosen_sources(reader_of(request))
        deed = all_read.read_through(reader_of(request), through, now, chosen)
    return back(request, "all-read", deed)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Undo a deed."""
    return back(request, "undone" if all_read.undo(reader_of(request), number_of(request.POST.get("deed", ""))) else "not-undone")


def found(pk: int) -> Article:
    """The article of that number; raises Http404."""
    shown = Article.objects.select_related("publisher").filter(pk=pk).first()
    if shown is None:
        raise Http404
    return shown


def _again(request: HttpRequest, shown: Article, context: dict[str, Any]) -> HttpResponse:
    acts = article_acts(request, shown)
    acts["acting"]["place"] = reverse("article", args=[shown.pk])
    return reading_page(request, "actions_page.html", {"article": shown, **acts, **context}, status=400)


def _ask(request: HttpRequest, slug: str, through: int) -> HttpResponse:
    filed = front_for(request, specimen_shown()).edition.filed
    name = next((section.said for section, _ in filed if section.slug == slug), "")
    if slug and not name:
        raise Http404
    return reading_page(request, "confirm_all.html", {
        "slug": slug, "name": name, "through": through, "next": reverse("section", args=[slug]) if slug else reverse("front"),
    })


def _reports_of(story: int) -> list[int]:
    """The texts of a story: what copies them follows by itself where one read marks all, and is named where it does not."""
    if not Place.objects.filter(story=story).exists():
        raise Http404
    return [row.pk for row in rows_of_story(story, OF_A_STORY)]


def _in_section(request: HttpRequest, slug: str) -> list[int]:
    filed = front_for(request, specimen_shown()).edition.filed
    entries = next((entries for section, entries in filed if section.slug == slug), None)
    if entries is None:
        raise Http404
    return [row.pk for entry in entries for row in entry.rows]


def _there(sources: set[int]) -> list[int]:
    return list(Source.objects.filter(pk__in=sources).values_list("pk", flat=True))
