"""HTML -> a tree, in bounded time whatever the markup."""

from __future__ import annotations

import re

from lxml import etree

from octavo.errors import NotReadable

ATTRIBUTES_MOST = 256
"""How many attributes an element may have: libxml2 takes time that grows with the square of their number."""

# An attribute as the HTML standard's tokenizer reads one; possessive, so that no tag is read twice.
_ATTRIBUTE = r"""[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_OVERLOADED = re.compile(rf"<([a-z][^\s/>]*+)(?:{_ATTRIBUTE}){{{ATTRIBUTES_MOST},}}+", re.IGNORECASE)


def parse(markup: str, name: str) -> etree._Element:
    """The tree of a page, comments and processing instructions left out; an element with too many attributes loses them.

    libxml2 reads 2,048 levels of elements, and no more of a page that is nested deeper. It leaves elements that it does not know (article,
    main) in the head of a page that has no body tag: the head is walked as the body is. Raises NotReadable where there is no element.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    markup = _OVERLOADED.sub(r"<\1", markup.replace("\0", ""))
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise NotReadable(name, f"this is no HTML ({error})", "Give an HTML page") from error
    if tree is None:
        raise NotReadable(name, "the page is empty", "Give an HTML page")
    return tree
