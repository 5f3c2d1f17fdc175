"""Octavo: a newspaper that you run yourself.

The public names are loaded when first used, so that `import octavo` is instant:

    octavo.read(data, url=None, fetched=None)   a page, feed or saved page text -> its articles, the main article first
    octavo.attributions(text, published=None)   who said what in a text, by which words, with the spans
    octavo.group(articles)                      which story each article belongs to, and whose text it carries
    octavo.brief(articles, since=None)          a story's articles -> its brief, each line with the sentence it came from
    octavo.ask(question, articles, most=5)      the sentences of any articles that answer a question, or none
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from octavo.analysis import Analysis, Attribution, Entity, Occasion, Speaker
    from octavo.article import Article, Credit, Dateline, Image, Page, Paragraph
    from octavo.briefs import Brief, Citation, Claim, Dated, Difference, Line, Side, SpeakerLines, Spoken
    from octavo.errors import InputError, NothingToRead, NotReadable, OctavoError, TooLarge
    from octavo.pipeline import analyse, ask, attributions, brief, group, read
    from octavo.story import Placement

__version__ = "0.1.0"
__all__ = [
    "Analysis",
    "Article",
    "Attribution",
    "Brief",
    "Citation",
    "Claim",
    "Credit",
    "Dated",
    "Dateline",
    "Difference",
    "Entity",
    "Image",
    "InputError",
    "Line",
    "NotReadable",
    "NothingToRead",
    "Occasion",
    "OctavoError",
    "Page",
    "Paragraph",
    "Placement",
    "Side",
    "Speaker",
    "SpeakerLines",
    "Spoken",
    "TooLarge",
    "__version__",
    "analyse",
    "ask",
    "attributions",
    "brief",
    "group",
    "read",
]

_HOMES = {
    **dict.fromkeys(("Analysis", "Attribution", "Entity", "Occasion", "Speaker"), "octavo.analysis"),
    **dict.fromkeys(("Article", "Credit", "Dateline", "Image", "Page", "Paragraph"), "octavo.article"),
    **dict.fromkeys(("Brief", "Citation", "Claim", "Dated", "Difference", "Line", "Side", "SpeakerLines", "Spoken"), "octavo.briefs"),
    **dict.fromkeys(("InputError", "NotReadable", "NothingToRead", "OctavoError", "TooLarge"), "octavo.errors"),
    **dict.fromkeys(("analyse", "ask", "attributions", "brief", "group", "read"), "octavo.pipeline"),
    "Placement": "octavo.story",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'octavo' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
