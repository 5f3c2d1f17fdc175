"""Who tells an article: its own site or a stranger. Anybody can name an address; that alone gives nobody a say. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from octavo.addresses import site_of
from octavo.reading.parts.identity import article_id
from octavo.site.library.intents import Word

if TYPE_CHECKING:
    from octavo.site.library.models import Source

FILES = "files"
"""The address of the source that all imported files belong to; each page's name says which file it was."""


def at_home(url: str | None, page_url: str, source: Iterable[str], given: bool) -> bool:
    """Whether the article at that address is told by its own site: `page_url`, the address of the page after all redirects, or one of
    `source`, the addresses of the source and of its homepage, is of the same site (see `octavo.addresses.site_of`).

    `given`: its owner gave it by hand, which counts as home. Without an address nobody is at home.
    """
    site = site_of(url) if url else ""
    return given or bool(site and any(site == site_of(address) for address in (page_url, *source)))


def own_address(key: str, *addresses: str | None) -> str | None:
    """The first of the addresses that the id of an article is made of; None for none.

    A page may lead to another address than the article's, or state whatever id it likes: neither makes that address the article's own.
    """
    return next((address for address in addresses if address and article_id(address, "", "") == key), None)


def word_of(key: str, addresses: Iterable[str | None], page_url: str, source: Source) -> Word:
    """Who tells the article of that id on the page of that address, which came from that source (saved, or with its primary key).

    `addresses`: those that the article is said to have, there and in the library.
    """
    # A source that was removed is of the kind "file" too, and was not given by hand.
    given = source.address == FILES
    home = at_home(own_address(key, *addresses), page_url, (source.address, source.home), given)
    return Word(home, source.pk)
