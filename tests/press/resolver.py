"""Names of the press lead to loopback, and no other name leads anywhere: no test asks a real resolver."""

from __future__ import annotations

import socket

from aiohttp.abc import AbstractResolver, ResolveResult

SUFFIX = ".press.test"


class PressResolver(AbstractResolver):
    """Every host under press.test is this machine, but for those whose name begins with "no-address"."""

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """One address, as aiohttp wants it told; an OSError as of a resolver that knows no such name."""
        if not host.endswith(SUFFIX) or host.startswith("no-address"):
            raise OSError(socket.EAI_NONAME, "Name or service not known")
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=socket.AI_NUMERICHOST)]

    async def close(self) -> None:
        """Nothing to close."""
