"""An article in another language, by the owner's language model: never checked, shown as that, beside the original."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from octavo.briefing.rewriting.translating import MOST_CHARACTERS
from octavo.site.library.model_wishes import Came, TooManyWishes, Translation, came_of, digest_of_translation, wish
from octavo.site.library.models import Article
from octavo.site.messages import error_in_words, numeral
from octavo.site.paper import article_view
from octavo.site.paper.modelling.languages import LANGUAGES, language_for
from octavo.site.paper.modelling.who import model_for
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page

Pair = tuple[str, str, str]
"""A paragraph's kind, its text and what the model made of it."""


@require_http_methods(["GET", "HEAD", "POST"])
def translation(request: HttpRequest, pk: int) -> HttpResponse:
    """The page: original and translation side by side. A POST asks for one; 404 where there is no model for whoever asks."""
    at = model_for(request)
    if at is None:
        raise Http404
    shown = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    own = article_view.language_tag(shown.language)
    to = language_for((request.POST or request.GET).get("to", ""), request.headers.get("Accept-Language", ""), own)
    digest = digest_of_translation(shown, LANGUAGES[to][1])
    if request.method == "POST":
        try:
            wish(digest, Translation(pk, LANGUAGES[to][1]), timezone.now())
        except TooManyWishes as error:
            return _page(request, shown, to, None, at.name, error_in_words(error), status=429)
        return HttpResponseRedirect(f"{reverse('translation', args=[pk])}?to={to}")
    return _page(request, shown, to, came_of(digest), at.name)


def _page(
    request: HttpRequest, shown: Article, to: str, came: Came | None, model: str, trouble: str = "", status: int = 200,
) -> HttpResponse:
    own = article_view.language_tag(shown.language)
    length = len(shown.headline) + len(shown.text)
    context: dict[str, Any] = {
        "article": shown,
        "model": model,
        "to": to,
        "languages": [(tag, name) for tag, (name, _english) in LANGUAGES.items() if tag != own],
        "language": own,
        "direction": article_view.direction(own),
        "to_direction": article_view.direction(to),
        "to_name": LANGUAGES[to][0],
        "came": came,
        "pairs": _pairs(shown, came) if came and came.paragraphs else (),
        "trouble": trouble,
        "too_long": _("It is longer than the %(most)s characters that a model is given.") % {"most": numeral(MOST_CHARACTERS)}
        if length > MOST_CHARACTERS else "",
    }
    edition = front_for(request, shown.specimen).edition
    return render_page(request, "paper/modelling/translation.html", shown.specimen, edition, context, status=status)


def _pairs(shown: Article, came: Came) -> list[Pair]:
    """Headline and paragraphs with what they became; nothing where their numbers differ."""
    texts = [("headline", shown.headline), *((kind, shown.text[start:end]) for kind, start, end in shown.paragraphs)]
    if len(texts) != len(came.paragraphs):
        return []
    return [(kind, text, made) for (kind, text), made in zip(texts, came.paragraphs, strict=True)]
