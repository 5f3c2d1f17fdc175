"""What of a page can be muted or followed: its story, its publisher, its agency, its people, its section. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from octavo.site.paper.muting.sifting import all_rules_for
from octavo.site.readers.muting.rules import Rule, key_of

PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice: `what` as the form sends it, its kind in words, its name, and the rule that the reader has for it already."""

    what: str
    kind: str
    name: str
    rule: Rule | None = None

    @property
    def story(self) -> bool:
        """Whether it is a story."""
        return self.what.startswith("story:")


def offers(context: Mapping[str, Any]) -> list[Offer]:
    """The choices that make sense on the page with that context: of a story, an article, a speaker or a publisher."""
    rules = {(rule.kind, rule.key): rule for rule in all_rules_for(context["request"])}
    people = {rule.number: rule for rule in rules.values() if rule.kind == "person" and rule.number}
    found = []
    for kind, about, words, name in _choices(context):
        rule = people.get(int(about)) if kind == "person" else rules.get((kind, about if kind in ("story", "section") else key_of(about)))
        found.append(Offer(f"{kind}:{about}", words, name, rule))
    return found


def _choices(context: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    article, speaker, story = context.get("article"), context.get("speaker"), context.get("story")
    row = context["entry"].row if "entry" in context else None
    number = story.pk if story else context.get("story_of")
    if number and not speaker:
        yield "story", str(number), "", _("This story")
    if speaker:
        yield "person", str(speaker.pk), _("speaker"), speaker.name
    publisher = context.get("publisher_name") or (article.publisher.name if article and article.publisher else row.publisher if row else "")
    if publisher:
        yield "publisher", publisher, _("publisher"), publisher
    agency = article.agency if article else row.agency if row else ""
    if agency and agency != publisher:
        yield "agency", agency, _("agency"), agency
    brief = context.get("brief")
    voices = context.get("voices") or [each.voice for each in getattr(brief, "speakers", ())]
    for voice in [each for each in voices if each.page][:PEOPLE]:
        yield "person", str(voice.page), _("speaker"), voice.name
    slug = context.get("section_of") or (context.get("here", "") if article else "")
    sections = {section.slug: section.said for section in context.get("nav", ())}
    if slug in sections:
        yield "section", slug, _("section"), sections[slug]
