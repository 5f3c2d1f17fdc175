"""The door as the environment sets it: for commands and for the worker."""

from __future__ import annotations

import os

from octavo.fetching.agent import user_agent
from octavo.fetching.clock import Clock
from octavo.fetching.door import Door
from octavo.fetching.guard import Guard
from octavo.fetching.limits import Limits


def door_of_environment(clock: Clock | None = None, connections: int = 64, limits: Limits | None = None) -> Door:
    """A door that goes where OCTAVO_ALLOW lets it and says how to reach whoever runs it (OCTAVO_CONTACT). The rest is as for `Door`.

    Raises OctavoError that names the variable that cannot be used.
    """
    guard, agent = Guard.of(os.environ.get("OCTAVO_ALLOW", "")), user_agent(os.environ.get("OCTAVO_CONTACT", ""))
    return Door(guard, agent=agent, clock=clock, connections=connections, limits=limits or Limits())
