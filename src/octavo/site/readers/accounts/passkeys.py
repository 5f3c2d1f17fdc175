"""Where passkeys work: under a host name, never under a number."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest
from django.http.request import split_domain_port


def is_number(request: HttpRequest) -> bool:
    """Whether the paper is asked for by an IP number: no browser keeps a passkey for one."""
    try:
        ipaddress.ip_address(split_domain_port(request.get_host())[0].strip("[]"))
    except ValueError:
        return False
    return True


def localhost_of(request: HttpRequest) -> str:
    """The same paper by this machine's name for itself, which browsers take for a host name: "http://localhost:8000/"."""
    port = split_domain_port(request.get_host())[1]
    return f"{request.scheme}://localhost{':' + port if port else ''}{request.META.get('SCRIPT_NAME', '')}/"
