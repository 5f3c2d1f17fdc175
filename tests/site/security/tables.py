"""Everything that a library holds, as something that can be compared."""

from __future__ import annotations

import hashlib


def digests() -> dict[str, str]:
    """Each table by its name, and a digest of all its rows."""
    from django.apps import apps

    models = [model for app in apps.get_app_configs() for model in app.get_models(include_auto_created=True)]
    return {model._meta.db_table: _digest(list(model._default_manager.order_by("pk").values_list())) for model in models}


def changed(before: dict[str, str]) -> set[str]:
    """The tables that hold something else than when `digests` was asked; `before` is as they are now then."""
    now = digests()
    found = {name for name, digest in now.items() if before[name] != digest}
    before.update(now)
    return found


def _digest(rows: list[tuple[object, ...]]) -> str:
    return hashlib.sha256(repr(rows).encode("utf8", "surrogatepass")).hexdigest()
