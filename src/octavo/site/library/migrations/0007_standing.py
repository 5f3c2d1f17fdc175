from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0006_delta'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='at_home',
            field=models.BooleanField(default=True, help_text='its own site tells it, or its owner gave it by hand; else a stranger does'),
        ),
    ]
