"""A small reader of templates: the words in them that are marked for nobody to translate."""

from __future__ import annotations

import re

_MARKED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}|{#.*?#}|<!--.*?-->", re.S)
_TAG = re.compile(r"{{.*?}}|{%.*?%}", re.S)
_HTML = re.compile(r"""<[/a-zA-Z!](?:"[^"]*"|'[^']*'|[^>"'])*>""")
_CODE = re.compile(r"<code\b[^>]*>.*?</code>|<kbd\b[^>]*>.*?</kbd>", re.S)
_SAID = re.compile(r"""\b(?:title|aria-label|alt|placeholder|label|data-start|data-pause|data-on)\s*=\s*"([^"]*)\"""")
_CHOSEN = re.compile(r'\|(?:default|pluralize|yesno):"([^"]*[^\W\d_][^"]*)"|\|pluralize\b(?!:)')
_LITERAL = re.compile(r'(?<![_(])(?<!=)"(?!#)([^"]*[^\W\d_][^"]*)"')
"""What a tag says: no place in a page."""
_LETTER = re.compile(r"[^\W\d_]")
NAMES = ("Octavo",)
"""Words that are the same in every language."""


def unmarked(template: str) -> list[str]:
    """The words that a template says and that are not marked: in its text, in attributes that are read out, and in its tags."""
    template = _MARKED.sub("", template)
    found = [tag for tag in _TAG.findall(template) if _of_tag(tag)]
    bare = _CODE.sub("", _TAG.sub("", template))
    found += [said for tag in _HTML.findall(bare) for said in _SAID.findall(tag) if _words(said)]
    return found + [said.strip() for said in _HTML.split(bare) if _words(said)]


def _of_tag(tag: str) -> bool:
    if re.match(r"{%\s*translate\b", tag):
        return False
    if re.match(r"{%\s*firstof\b", tag):
        return bool(_LITERAL.search(re.sub(r'_\("[^"]*"\)', "", tag)))
    labels = _SAID.findall(tag) if re.match(r"{%\s*include\b", tag) else []
    return bool(_CHOSEN.search(re.sub(r'_\("[^"]*"\)', "", tag)) or [said for said in labels if _words(said)])


def _words(said: str) -> bool:
    for name in NAMES:
        said = said.replace(name, "")
    return bool(_LETTER.search(said))
