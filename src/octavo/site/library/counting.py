"""How many statements speakers have, counted where they changed."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from octavo.site.library.models import Speaker, Statement


def recount(speakers: Collection[int]) -> None:
    """Count the statements of those speakers, and with them of those that they are merged into, inside the caller's `writing()`.

    Three statements, none for nobody.
    """
    if not speakers:
        return
    changed = Speaker.objects.filter(pk__in=speakers)
    own = Statement.objects.filter(speaker=OuterRef("pk")).order_by().values("speaker").annotate(all=Count("pk")).values("all")
    changed.update(statements=Coalesce(Subquery(own), 0))
    roots = {merged or pk for pk, merged in changed.values_list("pk", "merged_into")}
    into = Speaker.objects.filter(merged_into=OuterRef("pk")).order_by().values("merged_into")
    merged = into.annotate(all=Sum("statements")).values("all")
    Speaker.objects.filter(Q(pk__in=roots) | Q(pk__in=speakers)).update(total=F("statements") + Coalesce(Subquery(merged), 0))
