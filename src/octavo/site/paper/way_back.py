"""The way back after a form: to a page of the paper, and nowhere else, which says what was done."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

SAYS = frozenset({"done", "told", "deed", "muting", "said", "of"})
"""The parts of an address by which pages say what was done; those of what was done before are left out."""


def way_back(wanted: str, otherwise: str, says: Mapping[str, object], *, without: str = "") -> HttpResponseRedirect:
    """To the page at the address `wanted`, which a form names, with what it `says` now and without the part of that name; to the page at
    `otherwise` where `wanted` is none of the paper: only a path is, so that no host has to be believed."""
    if not wanted.startswith("/") or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = otherwise
    parts = urlsplit(wanted)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in SAYS and name != without]
    return HttpResponseRedirect(urlunsplit(("", "", parts.path, urlencode([*kept, *says.items()]), parts.fragment)))
