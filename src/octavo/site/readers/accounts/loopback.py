"""Who may read. On the owner's own machine nobody signs in until the owner has a password; from anywhere else everybody does.

The one reader is let in without a sign-in only while all of this holds: the owner has no password, `octavo serve` is bound to a loopback
address and was not told to ask (settings.LOOPBACK), the connection comes from a loopback address, the Host is one of settings.OWN_HOSTS,
and no header says that a proxy passed the request on: behind a proxy every peer looks local.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import Resolver404, resolve, reverse

from octavo.site.readers.models import User
from octavo.site.readers.peers import came_by_proxy

PROXY_HEADER = re.compile(
    r"HTTP_(?:X_FORWARDED|FORWARDED|VIA$|X_REAL_IP|X_ORIGINAL|X_(?:CLUSTER_)?CLIENT_IP|TRUE_CLIENT_IP|CF_|CDN_LOOP|FASTLY_CLIENT|FLY_"
    r"|X_ENVOY|X_PROXY|PROXY_|X_AMZN|X_AZURE|X_GOOG|X_APPENGINE|X_SCHEME|X_HOST|X_REMOTE|REMOTE_|TAILSCALE_|CLIENT_IP)"
)
"""The headers, as META names them, that proxies add to what they pass on; most of them by how they start."""


def sign_in(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: `request.user` is the owner on loopback; elsewhere whoever has not signed in is asked to."""

    def answer(request: HttpRequest) -> HttpResponse:
        if is_loopback(request):
            owner = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
            if owner is not None and not owner.has_usable_password():
                request.user = owner
                setattr(request, _LET_IN, True)
                return get_response(request)
        if is_open(request.path_info) or request.user.is_authenticated:
            return get_response(request)
        return redirect_to_login(request.get_full_path(), reverse("sign-in"))

    return answer


_LET_IN = "let_in_without_sign_in"


def is_let_in(request: HttpRequest) -> bool:
    """Whether whoever asks reads as the owner without having signed in."""
    return getattr(request, _LET_IN, False)


def is_loopback(request: HttpRequest) -> bool:
    """Whether the request can only come from the machine that the paper is served on. A proxy's header counts even when empty."""
    return (
        settings.LOOPBACK
        and not came_by_proxy(request)
        and _is_loopback_address(request.META.get("REMOTE_ADDR", ""))
        and split_domain_port(request.META.get("HTTP_HOST", ""))[0] in settings.OWN_HOSTS
        and not any(PROXY_HEADER.match(name) for name in _header_names(request))
    )


def is_open(path: str) -> bool:
    """Whether the page may be seen without signing in: the files of the style, and what says so (`login_not_required`): the sign-in
    itself, and what asks for a key in its address."""
    if path.startswith(settings.STATIC_URL.removeprefix(settings.PATH)):
        return True
    try:
        return not getattr(resolve(path).func, "login_required", True)
    except Resolver404:
        return False


def _is_loopback_address(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _header_names(request: HttpRequest) -> Iterator[str]:
    """The names of the headers as META has them; Django drops those that are written with an underscore, here they count."""
    yield from request.META
    for name, _ in getattr(request, "scope", {}).get("headers", ()):
        yield "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
