from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0019_search_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='GoneArticle',
            fields=[
                ('key', models.CharField(help_text='the id that it had', max_length=64, primary_key=True, serialize=False)),
                ('listed', models.DateTimeField(db_index=True, help_text='when it was last on a page, to within a month')),
            ],
        ),
    ]
