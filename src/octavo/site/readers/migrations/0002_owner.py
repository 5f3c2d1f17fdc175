"""Make the owner: one reader exists from the first migration on."""

from django.contrib.auth.hashers import make_password
from django.db import migrations


def make_owner(apps, schema_editor):
    users = apps.get_model("readers", "User").objects.using(schema_editor.connection.alias)
    if not users.filter(is_superuser=True).exists():
        users.create(username="owner", password=make_password(None), is_superuser=True, is_staff=True)


class Migration(migrations.Migration):
    dependencies = [("readers", "0001_initial")]
    operations = [migrations.RunPython(make_owner, migrations.RunPython.noop)]
