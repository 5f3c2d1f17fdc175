"""The site as an ASGI application, for `octavo serve` and any other server."""

from __future__ import annotations

import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "octavo.site.settings")
# WhiteNoise hands out files as blocking streams; those of the paper are small and in the disk's cache.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators", category=Warning)
_paper = get_asgi_application()

from django.conf import settings  # noqa: E402 - its parts want Django set up

from octavo.site.proxies import proxied  # noqa: E402
from octavo.site.uploads import capped  # noqa: E402

application = proxied(capped(_paper), settings.PROXIES, settings.PATH)
