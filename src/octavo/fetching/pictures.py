"""The bytes of a picture that an article names, through the guarded door: no cookies, no referrer, nothing too large or too slow."""

from __future__ import annotations

from types import MappingProxyType

from octavo.fetching.answers import Credentials, Request
from octavo.fetching.door import Door
from octavo.fetching.environment import door_of_environment
from octavo.fetching.limits import Limits

MOST_BYTES = 10 * 2**20
"""Of a picture as it comes."""
AT_ONCE = 4
"""Pictures that are fetched at the same time."""
LIMITS = Limits(connect=5, first_byte=10, whole=20, wire_bytes=MOST_BYTES, body_bytes=MOST_BYTES, redirects=4)
NOWHERE = "https://nowhere.invalid/"
"""The source of what nobody's source leads to: nothing is allowed to it but public addresses."""
_ACCEPT = MappingProxyType({"Accept": "image/webp, image/jpeg, image/png;q=0.9, image/gif;q=0.5"})


def door_for_pictures() -> Door:
    """A door that goes where OCTAVO_ALLOW lets it. Raises OctavoError that names the variable that cannot be used."""
    return door_of_environment(connections=AT_ONCE, limits=LIMITS)


async def fetch_picture(door: Door, url: str, source: str = NOWHERE) -> bytes:
    """What lies at that address, whatever it is. `source` is the address of the source whose article names it: what is allowed to that
    counts. robots.txt is asked first, and the host has its pauses, as for pages. Raises FetchError."""
    answer = await door.fetch(Request(url, robots=True, source=source, credentials=Credentials(headers=_ACCEPT)))
    return answer.body
