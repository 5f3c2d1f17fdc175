"""The page of settings about mutes and follows: the list, a form to add one or to change it, and the list as lines of text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.site.library.rows import storable
from octavo.site.library.specimens import specimen_shown
from octavo.site.messages import error_in_words
from octavo.site.paper.muting.asked import asked_of, now_of, section_names
from octavo.site.paper.muting.deeds import Deed, back
from octavo.site.paper.muting.sifting import all_rules_for
from octavo.site.paper.press import front_for
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.muting.keeping import TooMany, change, put
from octavo.site.readers.muting.lines import lines_of, wishes_of
from octavo.site.readers.muting.rules import FOLLOW, MOST, MUTE, Rule
from octavo.site.readers.refusing import Refused

WRONG_LINES = 10
"""Lines that could not be taken that are named."""


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """The list of a reader's mutes and follows."""
    return _page(request, {})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a rule of the reader's; another's is 404."""
    reader = reader_of(request)
    rule = next((each for each in all_rules_for(request) if each.pk == pk), None)
    if rule is None:
        raise Http404
    if request.method != "POST":
        return _page(request, {"edited": rule, "form": _filled(rule, request)})
    try:
        wish = asked_of(request.POST, now_of(request))
        before = change(reader, pk, wish)
    except Refused as refused:
        return _page(request, {"edited": rule, "form": _written(request.POST), "mistake": error_in_words(refused)}, 400)
    if not before:
        raise Http404
    return back(request, Deed("change", wish.kind, wish.value, (pk,), tuple(before)))


@require_safe
def exported(request: HttpRequest) -> HttpResponse:
    """The rules as a file, a line each."""
    answer = HttpResponse(lines_of(_held(request), now_of(request)), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="octavo-mutes.txt"'
    return answer


@require_POST
def imported(request: HttpRequest) -> HttpResponse:
    """Bring in rules, a line each. What is there for the same thing is replaced; a line that cannot be taken is named, and stops none."""
    reader, text = reader_of(request), storable(request.POST.get("lines", ""))
    try:
        wishes, wrong = wishes_of(text, now_of(request))
        if not wishes and not wrong:
            raise Refused(_("Write at least one line."))
        numbers, before = put(reader, wishes, timezone.now()) if wishes else ([], [])
    except (Refused, TooMany) as error:
        return _page(request, {"lines_mistake": error_in_words(error), "lines": text[:20_000]}, 400)
    if wrong:
        named = " ".join(_("Line %(number)s: %(why)s") % {"number": number, "why": why} for number, why in wrong[:WRONG_LINES])
        told = _("%(taken)s were taken. %(left)s could not be:") % {"taken": len(wishes), "left": len(wrong)}
        request.reader_rules = None  # type: ignore[attr-defined]
        left = {number for number, _why in wrong}
        kept = "\n".join(line for number, line in enumerate(text.splitlines(), 1) if number in left)
        return _page(request, {"lines_mistake": f"{told} {named}", "lines": kept[:20_000]}, 400)
    # What was replaced cannot be told apart from what is new by an address: only where nothing was replaced it is undone as a whole.
    return back(request, Deed("bring", number=len(wishes), take=() if before else tuple(numbers)))


def with_mistake(request: HttpRequest, why: str) -> HttpResponse:
    """The page with a form as it was sent, and why it cannot be so."""
    return _page(request, {"form": _written(request.POST), "mistake": why}, 400)


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    specimen, rules = specimen_shown(), _held(request)
    hid = front_for(request, specimen).edition.hidden_by
    return settings_page(request, "settings-mutes", "paper/muting/settings.html", {
        "groups": [(effect, [(rule, hid.get(rule.pk, 0)) for rule in rules if rule.effect == effect]) for effect in (MUTE, FOLLOW)],
        "number": len(rules),
        "most": MOST,
        "sections": section_names(),
        "form": {"what": "words:", "places": ["headline", "text"], "effect": "mute"},
        **context,
    }, status)


def _held(request: HttpRequest) -> list[Rule]:
    now = timezone.now()
    return [rule for rule in all_rules_for(request) if rule.holds(now)]


def _filled(rule: Rule, request: HttpRequest) -> dict[str, Any]:
    about = {"story": rule.key, "section": rule.key, "person": str(rule.number or "")}.get(rule.kind, "")
    until = rule.until.astimezone(now_of(request).tzinfo) if rule.until else None
    return {
        "what": f"{rule.kind}:{about}", "value": rule.value, "effect": rule.effect, "places": sorted(rule.places),
        "for": "until" if until else "ever", "until": f"{until:%Y-%m-%d}" if until else "", "after": rule.breaks_after or "",
    }


def _written(form: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {name: form.get(name, "")[:400] for name in ("what", "value", "effect", "for", "until", "after")}
    return {**told, "places": form.getlist("places")[:3] if hasattr(form, "getlist") else []}
