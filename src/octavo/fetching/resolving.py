"""Names to addresses, in threads of its own: a resolver that does not answer stops nothing else."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

THREADS = 32


class ThreadResolver(AbstractResolver):
    """The system's resolver (getaddrinfo), given up after `limit` seconds. Raises OSError where a name has no address."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._threads = ThreadPoolExecutor(THREADS, "octavo-resolver")

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """The addresses of a host, in the system's order."""
        try:
            async with asyncio.timeout(self._limit):
                return await asyncio.get_running_loop().run_in_executor(self._threads, _look_up, host, port, family)
        except TimeoutError:
            raise OSError(None, "the resolver does not answer") from None
        except UnicodeError:
            raise OSError(None, "it is no name") from None

    async def close(self) -> None:
        """Let the threads go; one that still waits for an answer ends when it comes."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=socket.AI_ADDRCONFIG)
    return [
        ResolveResult(hostname=host, host=str(where[0]), port=port, family=each, proto=protocol, flags=socket.AI_NUMERICHOST)
        for each, _, protocol, _, where in found
    ]
