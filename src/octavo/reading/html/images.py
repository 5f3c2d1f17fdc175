"""The lead image of a page: the one that its metadata names, with the caption and credit that a figure of the page prints for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from octavo.addresses import web_address
from octavo.article import Image
from octavo.reading.html.metadata import Metadata
from octavo.reading.parts.cleaning import clean_line

FIGURES_MOST = 40
"""How many figures of a page are looked at."""

CAPTION_MOST = 1_000
"""The longest caption, in characters; a longer text is no caption."""

_STEM = re.compile(r"([^/?#]+?)(?:[-_@]?\d{2,4}x\d{0,4}|-scaled|@2x)?(?:\.(?:jpe?g|png|webp|gif|avif))?(?:[?#]|$)", re.IGNORECASE)
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_NO_PICTURE = re.compile(r"logo|favicon|[bg]r?avatar|placeholder|spacer|pixel\.", re.IGNORECASE)
_FIGURE_CLASS = re.compile(r"(?:^|\s)(?:wp-caption|figure|image-wrapper|photo|lead-image|article-image)(?:\s|$)", re.IGNORECASE)
_CREDIT_CLASS = re.compile(r"credit|copyright|photographer|attribution|image-source|photo-source|\bsource\b", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"caption|legend", re.IGNORECASE)
_CREDIT = re.compile(
    r"\s*(?:[(\[]\s*)?(?:(?:photo(?:graph)?s?|image|picture|credit|foto|crédit|bild|фото)(?:\s+(?:credit|courtesy|by|source))?\s*(?:[:/]|by|©)\s*|©\s*)"
    r"(?P<name>[^()\[\]]{2,100}?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)


def lead_image(tree: etree._Element, metadata: Metadata) -> Image | None:
    """The lead image, None where the page names none by an http or https address.

    An image of the metadata comes first, then that of the first captioned figure. Caption and credit are those of the figure that shows
    the same file, or of the first figure where no file says more.
    """
    figures = list(islice(_figures(tree), FIGURES_MOST))
    addresses = (web_address(image, metadata.url) for image in metadata.images)
    named = next((url for url in addresses if url and not _NO_PICTURE.search(url)), None)
    same = [figure for figure in figures if named and _stem(named) in {_stem(source) for source in _sources(figure)}]
    figure = next(iter(same), None if named else next(iter(figures), None))
    url = named or next((url for url in (web_address(source, metadata.url) for source in _sources(figure)) if url), None)
    if not url:
        return None
    caption, credit = _caption(figure)
    alt = next((picture.get("alt") or "" for picture in figure.iter("img")), "") if figure is not None else ""
    return Image(url, clean_line(alt or metadata.image_alt)[:CAPTION_MOST], caption, credit)


def _figures(tree: etree._Element) -> Iterator[etree._Element]:
    for element in tree.iter("figure", "div"):
        if element.tag == "figure" or _FIGURE_CLASS.search(element.get("class") or ""):
            yield element


def _sources(figure: etree._Element | None) -> list[str]:
    if figure is None:
        return []
    found: list[str] = []
    for picture in islice(figure.iter("img", "source"), 10):
        found += [picture.get(key, "").strip().split(" ")[0].rstrip(",") for key in _SOURCES if picture.get(key)]
    return [source for source in found if source and not source.startswith("data:")]


def _stem(url: str) -> str:
    """The name of the image's file without size and ending, by which two addresses of one picture are known."""
    found = _STEM.search(url.rstrip("/")[url.rstrip("/").rfind("/") + 1:])
    return found[1].lower() if found else url


def _caption(figure: etree._Element | None) -> tuple[str, str]:
    if figure is None:
        return "", ""
    caption, credit = "", ""
    for element in islice(figure.iter("figcaption", "p", "span", "div", "small", "cite", "em"), 40):
        classes = element.get("class") or ""
        if not credit and _CREDIT_CLASS.search(classes):
            credit = clean_line("".join(map(str, element.itertext())))
        elif not caption and (element.tag == "figcaption" or (element is not figure and _CAPTION_CLASS.search(classes))):
            caption = clean_line("".join(map(str, element.itertext())))
    if credit and credit in caption:
        caption = caption.removesuffix(credit).removeprefix(credit).strip()
    elif not credit:
        found = _CREDIT.search(caption)
        if found:
            caption, credit = caption[: found.start()].rstrip(), found["name"].strip()
    found = _CREDIT.match(credit)
    credit = found["name"].strip() if found else credit.strip("() ")
    return (caption if len(caption) <= CAPTION_MOST else ""), (credit if len(credit) <= 200 else "")
