"""How the articles lie inside the files of `training.news_text`: bytes -> pairs of a name and the paragraphs of an article."""

from __future__ import annotations

import csv
import gzip
import html
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

from octavo.article import Page
from octavo.decode import decode
from octavo.errors import OctavoError
from octavo.reading.page import read_page

Texts = Iterator[tuple[str, list[str]]]
"""Pairs of the name of an article inside its file and its paragraphs."""

_SENTENCE = re.compile(r"[.!?:…][\"'”’)]*$")
_DAMAGE = re.compile(r"\"\?|\ufffd|\w\?\w|\w\"\w")
_HYPHEN = re.compile(r"(?<=[a-z][.,;:\"])-+(?=[\w\"])")
"""A hyphen that surely stands where a space was."""
_JOINED = re.compile(
    r"(?<![-\w])a-[a-z]|\b(?:the|of|with|and|at|for|in|from|by)-[A-Z]"
    r"|\w- (?!and\b|or\b|to\b)\w|[a-z]-(?:has|is|was|have|said|that|the|with)\b")
"""A hyphen that probably does, so that others will too."""
_DATELINE = re.compile(
    r"^(?:[A-Z][\w.,' ]{0,50})?"
    r"(?:\((?:CNN|Reuters|AP)\)(?: ?[-–—]{1,2})?|, \w+ \d+\. ?/[^/]*TASS/\.?|(?<=, )[A-Z][\w ]+ [-–—] )\s*")
_FRONT = re.compile(r"^(?:Share this with \S+|Editor's note:[^.]*\.)\s*")
_BACK = re.compile(
    r"\s*(?:"
    r"\(\s*China Daily[^)]*\)|(?:For )?China Daily|[\w.-]+@[\w.-]+\w|Contact the writers? (?:at|through)[^.]*|The writer is [^.]*\."
    r"|Source:[^.]*|The views expressed in this [^.]* do not necessarily reflect [^.]*\."
    r"|\((?:Additional r|R)eporting by[^)]*\)"
    r"|(?<![\w.@])[a-z]{2,4}(?:[/,][a-z]{2,4})*-?\s*\([A-Z][^)]*\)|Learn more|View Comments|More to follow\."
    r"|This is a developing story\.[^.]*\.|This story has been updated[^.]*\.|Please check back for updates\."
    r"|Follow us on Facebook.*|If you have a story suggestion.*|(?:The )?[A-Z][\w' ]{2,40}, [A-Z][^.]{0,80} contributed to this report\."
    r"|[A-Z][^.]{0,120} contributed to this (?:report|story)\.|This article was originally published on .*|-1?|\?"
    r")\s*$")
_ENDS = 6
"""How many closing lines of a newsroom may stand one after another."""


def headline_first(data: bytes) -> Texts:
    """A text of the BBC: its headline, then paragraphs, with blank lines between."""
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", data.decode("utf-8", "replace"))[1:]]
    yield "", [part for part in parts if _SENTENCE.search(part)]


def one_a_line(data: bytes) -> Texts:
    """A broadcaster's texts, each a line."""
    for at, line in enumerate(decode(data, None).splitlines()):
        yield str(at), [" ".join(line.split())]


def page(data: bytes) -> Texts:
    """A saved page, read by Octavo; nothing for one that is no article in English."""
    try:
        articles = read_page(Page(data, datetime(2020, 1, 1, tzinfo=UTC)))
    except OctavoError:
        return
    for article in articles[:1]:
        if article.language == "en":
            yield "", [paragraph.text for paragraph in article.paragraphs if _SENTENCE.search(paragraph.text)]


def news_articles(data: bytes) -> Texts:
    """News Articles (Dai 2017, doi:10.7910/DVN/GMFCTR): a CSV in a zip, paragraph breaks mostly lost, letters sometimes."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        rows = csv.DictReader(io.StringIO(packed.read("NewsArticles.csv").decode("utf-8", "replace")))
    for row in rows:
        text, lead = row["text"], row["subtitle"]
        if "(CNN)" in lead[:60] and lead[-60:] not in text:
            text = f"{lead}  {text}"
        text = _HYPHEN.sub(" ", text)
        if not _DAMAGE.search(text) and not _JOINED.search(text):
            parts = [" ".join(part.split()) for part in re.split(r"\s{2,}", _trimmed(text))]
            yield row["article_id"], [part for part in parts if _SENTENCE.search(part) and not part.startswith("- ")]


def _trimmed(text: str) -> str:
    """A text without its dateline and without what its newsroom set around it."""
    text = _DATELINE.sub("", _FRONT.sub("", text.strip(), count=1), count=1)
    for _ in range(_ENDS):
        text = _BACK.sub("", text)
    return text


def brown(data: bytes) -> Texts:
    """A text of the Brown corpus (Francis and Kucera 1964): words with tags, a paragraph's sentences on lines of their own.

    Tags that end in -hl mark a headline, where another article begins.
    """
    articles: list[list[str]] = [[]]
    for block in re.split(r"\n\s*\n\s*\n", data.decode("ascii", "replace")):
        tokens = [tuple(token.rsplit("/", 1)) for token in block.split()]
        if any(tag.endswith("-hl") for _, tag in tokens):
            articles.append([])
        words = [word for word, tag in tokens if not tag.endswith("-hl")]
        if words:
            articles[-1].append(_spoken(" ".join(words)))
    yield from ((str(at), paragraphs) for at, paragraphs in enumerate(articles) if paragraphs)


def _spoken(tokens: str) -> str:
    """Words set apart by spaces, set as a newspaper sets them."""
    text = re.sub(r"`` ?", "\"", re.sub(r" ?''", "\"", tokens))
    text = re.sub(r" ([.,;:?!)\]])", r"\1", re.sub(r"([(\[]) ", r"\1", text))
    return re.sub(r"([;?!.])\1", r"\1", text)


def wire_lines(data: bytes) -> Texts:
    """Texts of the Reuters-21578 collection, each a line behind its date."""
    for at, line in enumerate(gzip.decompress(data).decode("latin-1").splitlines()):
        yield str(at), _wire(line.partition("\t")[2])


def wire_relation(data: bytes) -> Texts:
    """Texts of the Reuters-21578 collection as a relation: a quoted string and a class on each line."""
    for at, line in enumerate(data.decode("utf-8", "replace").splitlines()):
        found = re.fullmatch(r"'(.*)',[01]", line)
        if found:
            yield str(at), _wire(re.sub(r"\\(.)", lambda escape: "\n" if escape[1] == "n" else escape[1], found[1]))


def _wire(text: str) -> list[str]:
    """The paragraphs of a telegram that reports what somebody said, without its headline; else nothing."""
    text = re.sub(r"\s*reuter\W*(?:3;?)?\W*$", "", html.unescape(text).replace("\x03", ""), flags=re.IGNORECASE)
    parts = [" ".join(part.split()) for part in re.split(r"\n? {4,}", text) if part.strip()]
    if not parts or _DAMAGE.search(text) or not re.search(r"\b(?:said|told|says)\b", text):
        return []
    return [part for part in (_behind_headline(parts[0]), *parts[1:]) if _SENTENCE.search(part)]


def _behind_headline(text: str) -> str:
    """A telegram's first paragraph without the capitals of its headline; a name in capitals that opens the text stays with it."""
    words = text.split()
    end = next((at for at, word in enumerate(words) if re.search("[a-z]", word)), len(words))
    if 1 < end < len(words) and (words[end - 1] in ("A", "I", "U.S.", words[0]) and words[end] not in ("The", "A", "An", "In")):
        end -= 1
    if end and end < len(words) and words[end - 1].startswith("<") and not words[end - 1].endswith(">"):
        end -= 1
    return " ".join(words[end:])
