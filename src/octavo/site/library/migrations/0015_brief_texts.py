from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0014_model_answers'),
    ]

    operations = [
        migrations.AddField(
            model_name='storybrief',
            name='texts',
            field=models.JSONField(
                default=dict, help_text='marks of the texts that it was made of: see octavo.site.library.briefs.text_mark'),
        ),
    ]
