"""The site as an ASGI application, for `octavo serve` and any other server."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "octavo.site.settings")
application = get_asgi_application()
