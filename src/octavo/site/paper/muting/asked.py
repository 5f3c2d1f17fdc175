"""What a form asks to mute or to follow, looked up in the library -> a rule as it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from octavo.site.library.models import Speaker, Story
from octavo.site.library.rows import storable
from octavo.site.library.specimens import specimen_shown
from octavo.site.numbers import number_of
from octavo.site.paper.press import front_of
from octavo.site.paper.sections import MORE, SECTIONS
from octavo.site.paper.shelf import now_for
from octavo.site.paper.words import standfirst
from octavo.site.readers.muting.rules import KEY, PERSON, SECTION, STORY, WORDS, Wish
from octavo.site.readers.muting.wishing import end_of, wish
from octavo.site.readers.refusing import Refused


def now_of(request: HttpRequest) -> datetime:
    """Now, by the reader's clock: mutes run out by it in the specimen edition too."""
    return now_for(specimen=False, time_zone=getattr(request.user, "time_zone", "UTC"))


def asked_of(form: QueryDict, now: datetime) -> Wish:
    """A form -> the rule. `what` is "kind:" and what it is about: the number of a story or speaker, a section's name in addresses, a name;
    "words:" and "person:" alone are about what stands in `value`. At most one query, and those of the front page. Raises Refused."""
    kind, _colon, about = form.get("what", "").partition(":")
    about = storable(about or form.get("value", ""))
    effect, until = form.get("effect", ""), end_of(form.get("for", ""), form.get("until", ""), now)
    after = number_of(form.get("after", ""))
    places = form.getlist("places")
    if kind == STORY:
        return _of_story(effect, number_of(about), until, after)
    if kind == PERSON and about.isdigit():
        speaker = Speaker.objects.filter(pk=number_of(about)).select_related("merged_into").first()
        if speaker is None:
            raise Refused(_("That person is not in the library any more."))
        person = speaker.merged_into or speaker
        return wish(effect, kind, person.name, places=places, until=until, speaker=person.pk)
    if kind == SECTION:
        names = section_names()
        if about not in names:
            raise Refused(_("There is no such section. Choose one of the list."))
        return wish(effect, kind, names[about], key=about, until=until)
    return wish(effect, kind or WORDS, about, places=places, until=until)


def section_names() -> Mapping[str, str]:
    """What each section of the paper is called, by its name in addresses: the usual ones, and those of this edition."""
    filed = front_of(specimen_shown()).edition.filed
    return {each.slug: each.name for each in (*SECTIONS, MORE, *(section for section, _entries in filed))}


def _of_story(effect: str, number: int, until: datetime | None, after: int) -> Wish:
    story = Story.objects.filter(pk=number).select_related("lead").first()
    if story is None:
        raise Refused(_("That story is not in the library any more."))
    called = (standfirst(story.lead.headline, KEY) or standfirst(story.lead.text, KEY)) if story.lead else ""
    return wish(
        effect, STORY, called or _("Story %(number)s") % {"number": story.pk}, key=str(story.pk), until=until, story=story.pk,
        breaks_after=after, had=story.reports,
    )
