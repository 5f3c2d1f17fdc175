"""`octavo serve`: opens the library and serves the paper until it is stopped."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys

from octavo.errors import InputError
from octavo.site.library.opening import open_library


def serve(host: str, port: int, sign_in: bool = False) -> int:
    """Serve on that address; returns the exit status. Raises InputError where the address cannot be listened on.

    Only while the address is a loopback one is the reader let in without a sign-in (OCTAVO_LOOPBACK, see readers/loopback.py).
    """
    listener = _listen(host, port)
    address = listener.getsockname()[0]
    loopback = ipaddress.ip_address(address).is_loopback and not sign_in
    os.environ["OCTAVO_LOOPBACK"] = "1" if loopback else "0"
    if not loopback and not ipaddress.ip_address(address).is_unspecified:
        os.environ["OCTAVO_HOSTS"] = ",".join(filter(None, (os.environ.get("OCTAVO_HOSTS"), _in_address(address))))
    open_library()
    from octavo.site.library.specimens import load_specimen
    from octavo.site.readers.owner import has_password

    load_specimen()
    print(f"Octavo is open: http://{_in_address(address)}:{listener.getsockname()[1]}/  (stop it with Ctrl+C)", flush=True)
    if not loopback and not has_password():
        print("Readers on other machines must sign in: set the owner's password with `octavo password`.", file=sys.stderr, flush=True)
    _run(listener)
    return 0


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        # From here on a browser that is quicker than we are waits in line, and is not refused.
        listener.listen(128)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise InputError(f"{host}:{port}", f"Octavo cannot listen there ({problem})", "Choose another with --port or --host") from error
    return listener


def _in_address(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _run(listener: socket.socket) -> None:
    import uvicorn

    from octavo.site.asgi import application

    # proxy_headers off: a header must never change who seems to be asking.
    config = uvicorn.Config(application, log_level="warning", lifespan="off", proxy_headers=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])
