"""What a page of the paper is made of."""

from __future__ import annotations

import re
from html.parser import HTMLParser

SCRIPTS = [{"src": f"/static/paper/{name}.js", "defer": None} for name in ("keys", "listen", "reading")]
"""The paper's own scripts, as a page may have them."""


def without_scripts(html: str) -> str:
    """A page without the paper's own scripts: any other is not its own."""
    return re.sub(r'<script src="/static/paper/[a-z]+\.js" defer></script>', "", html)


def without_tokens(html: str) -> str:
    """A page without what guards its forms, which is another each time, and where they lead back to."""
    return re.sub(r'<input type="hidden" name="(?:csrfmiddlewaretoken|next)"[^>]*>', "", html)


class Tags(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
