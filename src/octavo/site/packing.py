"""Style sheets and scripts are packed on their way. Type and pictures are packed already, and pages by Django itself (GZipMiddleware)."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

PACKED = ("text/css", "text/javascript")


def packed_files(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: whole files of those kinds, to whoever takes gzip (RFC 9110, 12.5.3)."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not response.streaming or not response.headers.get("Content-Type", "").startswith(PACKED):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        wanted = "gzip" in request.headers.get("Accept-Encoding", "")
        return _packed(response) if wanted and request.method == "GET" and response.status_code == 200 else response

    return answer


def _packed(response: HttpResponseBase) -> HttpResponse:
    file = cast("StreamingHttpResponse", response)
    packed = HttpResponse(_pack(b"".join(cast("map[bytes]", file.streaming_content))), headers=dict(file.headers))
    file.close()
    packed.headers["Content-Encoding"] = "gzip"
    packed.headers["Content-Length"] = str(len(packed.content))
    # It names the bytes of the file as it lies; whoever asks again has the time of its last change.
    packed.headers.pop("ETag", None)
    return packed


@lru_cache(maxsize=64)
def _pack(file: bytes) -> bytes:
    return gzip.compress(file, mtime=0)
