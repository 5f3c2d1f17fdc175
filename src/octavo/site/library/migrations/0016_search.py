"""The index of all articles' words, for SQLite and for PostgreSQL; see docs/decisions/search.md.

Not atomic: a large library is indexed in steps, each a transaction of its own. Cut off, it goes on when the library is opened again.
"""

from typing import Any

from django.db import migrations


def _make(_apps: Any, _schema: Any) -> None:
    from octavo.site.library.searching.index import index
    from octavo.site.library.writing import writing

    with writing():
        index().make()


def _fill(_apps: Any, _schema: Any) -> None:
    from octavo.site.library.searching.filling import fill_index

    fill_index()


def _remove(_apps: Any, _schema: Any) -> None:
    from octavo.site.library.searching.index import index

    index().remove()


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('library', '0015_brief_texts'),
    ]

    operations = [
        migrations.RunPython(_make, _remove),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
