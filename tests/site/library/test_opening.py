from __future__ import annotations


def test_a_new_library_has_one_owner_who_cannot_sign_in_by_password(library: str) -> None:
    from octavo.site.readers.models import User

    (owner,) = User.objects.all()
    assert owner.is_superuser
    assert not owner.has_usable_password()


def test_sqlite_writes_ahead(libraries: object, site: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
