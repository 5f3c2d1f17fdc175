"""`octavo serve`: opens the library and serves the paper until it is stopped."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from contextlib import ExitStack

from octavo.errors import InputError
from octavo.site.hosts import in_url, own_hosts
from octavo.site.library.opening import open_library
from octavo.words import count


def serve(host: str, port: int, sign_in: bool = False, fetch: bool = True) -> int:
    """Serve on that address, and poll the sources meanwhile where `fetch` says so; returns the exit status. Raises InputError where the
    address cannot be listened on.

    Only while the address is a loopback one, and `sign_in` is not asked for, is the reader let in without a sign-in (OCTAVO_LOOPBACK, see
    readers/accounts/loopback.py).
    """
    listener = _listen(host, port)
    address, port = listener.getsockname()[:2]
    bound = ipaddress.ip_address(address)
    loopback = bound.is_loopback and not sign_in and not os.environ.get("OCTAVO_PROXIES", "").strip()
    os.environ["OCTAVO_LOOPBACK"] = "1" if loopback else "0"
    # A socket on :: takes IPv4 too.
    families = (socket.AF_INET, socket.AF_INET6) if bound.version == 6 else (socket.AF_INET,)
    hosts = own_hosts(*families) if bound.is_unspecified else [in_url(address)]
    os.environ["OCTAVO_HOSTS"] = ",".join(filter(None, (os.environ.get("OCTAVO_HOSTS"), *hosts)))
    open_library()
    from octavo.site.library.specimens import load_specimen
    from octavo.site.readers.owner import has_password

    load_specimen()
    print(f"Octavo is open: http://{(hosts or ['localhost'])[0]}:{port}/  (stop it with Ctrl+C)", flush=True)
    if bound.is_unspecified:
        names = ", ".join(["localhost", *hosts])
        print(f"It answers to {names}. For other names start it as OCTAVO_HOSTS=NAME,NAME octavo serve --host {host}", flush=True)
    if not loopback and not has_password():
        print("Readers must sign in: set the owner's password with `octavo password`.", file=sys.stderr, flush=True)
    if fetch:
        print(_polling(), flush=True)
    _run(listener, fetch)
    return 0


def _polling() -> str:
    from octavo.site.desk.polling.beside import polled_count

    sources = polled_count()
    if not sources:
        return "It has no sources yet: the first page says where to choose them, and so does `octavo add ADDRESS`."
    return f"It asks {count(sources, 'source')} for what is new."


def _listen(host: str, port: int) -> socket.socket:
    with ExitStack() as undo:
        try:
            family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
            listener = undo.enter_context(socket.socket(family, kind, protocol))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(where)
            # From here on a browser that is quicker than we are waits in line, and is not refused.
            listener.listen(128)
        except (OSError, UnicodeError) as error:
            problem = "that is no host name" if isinstance(error, UnicodeError) else (error.strerror or str(error)).lower()
            advice = "Choose another with --port or --host"
            raise InputError(f"{in_url(host)}:{port}", f"Octavo cannot listen there ({problem})", advice) from error
        undo.pop_all()
    return listener


def _run(listener: socket.socket, fetch: bool) -> None:
    import uvicorn

    from octavo.site.asgi import application
    from octavo.site.desk.polling.beside import Beside

    class Server(uvicorn.Server):
        """A server that has the desk work beside it; that ends before the signal to stop is handed on, which may end the process."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            self.beside = Beside() if fetch else None

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            if self.beside:
                await self.beside.end()
            await super().shutdown(sockets)

    # proxy_headers off: a header must never change who seems to be asking.
    # log_config none: its lines are written as all others are, see `logs`.
    config = uvicorn.Config(application, log_config=None, lifespan="off", proxy_headers=False, server_header=False)
    Server(config).run(sockets=[listener])
