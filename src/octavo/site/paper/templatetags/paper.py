"""The paper's words in templates: thin filters over `octavo.site.paper.words`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from django import template
from django.conf.locale import LANG_INFO
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from octavo.article import PARAGRAPH_BREAK
from octavo.site.library.models import Article
from octavo.site.messages import as_met, in_words, joined, numeral
from octavo.site.paper import article_view, edition, words
from octavo.site.paper.entry import Row
from octavo.site.paper.sources.reasons import SHORT, why

register = template.Library()

register.filter("ago", words.ago)
register.filter("at", words.at)
register.filter("owned", words.owned)
register.filter("told_counts", words.told_counts)
register.filter("ahead", words.ahead)
register.filter("every", words.every)
register.filter("exact", words.exact)
register.filter("day", words.day)
register.filter("dated", words.dated)
register.filter("edition_hour", words.edition_hour)
register.filter("papers", lambda number: ngettext("%(n)s paper", "%(n)s papers", number) % {"n": numeral(number)})
register.filter("joined", lambda names: joined(list(names)))
register.filter("standfirst", words.standfirst)
register.filter("shown_name", words.shown_name)
register.filter("paragraphs", lambda text: text.split(PARAGRAPH_BREAK))
register.filter("after_standfirst", words.after_standfirst)
register.filter("outside", article_view.outside_address)
register.filter("number", numeral)
register.filter("in_words", in_words)
register.filter("as_met", as_met)
register.filter("host", words.host)
register.filter("why", why)
register.filter("why_in_short", lambda failed: why(failed, SHORT))
register.filter("lang", article_view.language_tag)
register.filter("direction", article_view.direction)

register.simple_tag(words.own_tongue)
register.simple_tag(edition.why, name="order_reason")

NO_HEADLINE = _("Without a headline")
HEADLINE = 160
"""More of a headline than this is cut on a front page; its own page shows it whole."""


@register.filter
def headline(row: Row | Article) -> str:
    """An article's headline, cut where it is endless; where there is none, the first words of its text."""
    return words.standfirst(row.headline, HEADLINE) or words.standfirst(row.text, HEADLINE // 2) or str(NO_HEADLINE)


@register.filter
def whole_headline(article: Article) -> str:
    """An article's headline as it stands."""
    return article.headline or headline(article)


@register.filter(expects_localtime=True)
def stamp(when: datetime, now: datetime) -> SafeString:
    """A time as HTML, said as `words.ago` says it: for a sentence that is translated as a whole."""
    return _stamped(when, now, words.ago(when, now))


@register.filter(expects_localtime=True)
def stamp_at(when: datetime, now: datetime) -> SafeString:
    """A time as HTML, said as `words.at` says it."""
    return _stamped(when, now, words.at(when, now))


@register.filter(expects_localtime=True)
def stamp_ahead(when: datetime, now: datetime) -> SafeString:
    """A time to come as HTML, said as `words.ahead` says it."""
    return _stamped(when, now, words.ahead(when, now))


@register.filter
def isolated(names: Iterable[str]) -> SafeString:
    """Names as HTML, one behind the other, each with its own direction: for a sentence that is translated as a whole."""
    return format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in names))


@register.filter
def language_name(code: str) -> str:
    """A language's name in the language of the page; its code where the name is not known."""
    return gettext(str(LANG_INFO[code]["name"])) if "name" in LANG_INFO.get(code, {}) else code


_NUMBER_AND_WORD = re.compile(r"(?<![\w-])\d{1,6}-[^\W\d_]{1,12}(?![\w-])")


@register.filter
def unbroken(text: str) -> SafeString:
    """A headline as HTML in which "15-hour" stays on one line; what is copied from the page is the text as it was."""
    # Escaped first: neither digits, letters nor "-" are changed by that, and "&#x27;" is no number and word.
    return mark_safe(_NUMBER_AND_WORD.sub(r'<span class="unbroken">\g<0></span>', escape(text)))  # noqa: S308


def _stamped(when: datetime, now: datetime, said: str) -> SafeString:
    return format_html('<time datetime="{}" title="{}">{}</time>', when.isoformat(), words.exact(when, now), said)
