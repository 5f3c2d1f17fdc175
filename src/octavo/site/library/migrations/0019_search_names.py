"""The index holds publisher, agency and section too, so that they are sought together with words; see docs/decisions/search.md.

Not atomic: a large library is indexed in steps, each a transaction of its own. Cut off, it goes on when the library is opened again.
"""

from typing import Any

from django.db import connection, migrations


def _make(_apps: Any, _schema: Any) -> None:
    from octavo.site.library.searching.index import index
    from octavo.site.library.writing import writing

    with writing():
        with connection.cursor() as cursor:
            held = {column.name for column in connection.introspection.get_table_description(cursor, "library_search")}
        if "section" not in held:
            index().remove()
            index().make()


def _fill(_apps: Any, _schema: Any) -> None:
    from octavo.site.library.searching.filling import fill_index

    fill_index()


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('library', '0018_model_wishes'),
    ]

    operations = [
        migrations.RunPython(_make, migrations.RunPython.noop),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
