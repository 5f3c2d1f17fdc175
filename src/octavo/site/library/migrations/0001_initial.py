import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('name', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('value', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='FetchedPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('name', models.CharField(max_length=1000)),
                ('content_type', models.CharField(blank=True, max_length=200)),
                ('fetched', models.DateTimeField()),
                ('offset', models.IntegerField(default=0, help_text='seconds; the offset `fetched` came with, which a time on the page without one has')),
                ('digest', models.CharField(help_text='SHA-256 of its address, a line feed and its body, hexadecimal', max_length=64)),
                ('body', models.BinaryField(help_text='the bytes as they came, zlib-compressed')),
                ('complete', models.BooleanField(default=False, help_text='all its articles are in the library: no import of it was cut off')),
            ],
        ),
        migrations.CreateModel(
            name='Publisher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('feed', 'Feed'), ('page', 'Page'), ('sitemap', 'Sitemap'), ('file', 'File'), ('specimen', 'Specimen')], max_length=16)),
                ('address', models.CharField(help_text='"files" and "specimen" are names, not addresses', max_length=2000, unique=True)),
                ('title', models.CharField(blank=True, max_length=500)),
                ('added', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('headline', models.TextField()),
                ('kicker', models.CharField(blank=True, max_length=200)),
                ('dateline_place', models.CharField(blank=True, max_length=200)),
                ('dateline_agency', models.CharField(blank=True, max_length=200)),
                ('byline', models.JSONField(default=list)),
                ('credits', models.JSONField(default=list, help_text='a list of {role, name, place}')),
                ('text', models.TextField()),
                ('paragraphs', models.JSONField(default=list)),
                ('published', models.DateTimeField(null=True)),
                ('modified', models.DateTimeField(null=True)),
                ('key', models.CharField(help_text='the id that reading gives it', max_length=64)),
                ('position', models.PositiveIntegerField(help_text='its place on the page, the main article 0')),
                ('specimen', models.BooleanField(default=False)),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('agency', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('section', models.CharField(blank=True, max_length=200)),
                ('image', models.JSONField(help_text='{url, alt, caption, credit}', null=True)),
                ('arrived', models.DateTimeField(help_text='when its page was fetched')),
                ('ranked', models.DateTimeField(help_text='published, or arrived where there is no date or it lies in the future')),
                ('changed', models.DateTimeField(help_text='when the page that changed its text was fetched', null=True)),
                ('sketch', models.BinaryField(default=b'', help_text='see octavo.grouping.copies')),
                ('page', models.ForeignKey(help_text='where its text as it stands was read', on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='library.fetchedpage')),
                ('publisher', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='library.publisher')),
            ],
        ),
        migrations.AddField(
            model_name='fetchedpage',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pages', to='library.source'),
        ),
        migrations.CreateModel(
            name='ArticleVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('headline', models.TextField()),
                ('kicker', models.CharField(blank=True, max_length=200)),
                ('dateline_place', models.CharField(blank=True, max_length=200)),
                ('dateline_agency', models.CharField(blank=True, max_length=200)),
                ('byline', models.JSONField(default=list)),
                ('credits', models.JSONField(default=list, help_text='a list of {role, name, place}')),
                ('text', models.TextField()),
                ('paragraphs', models.JSONField(default=list)),
                ('published', models.DateTimeField(null=True)),
                ('modified', models.DateTimeField(null=True)),
                ('replaced', models.DateTimeField(help_text='when the page with the next text was fetched')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='library.article')),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to='library.fetchedpage')),
            ],
            options={
                'indexes': [models.Index(fields=['article', '-replaced'], name='version_order')],
            },
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['specimen', '-ranked', '-id'], name='edition_order'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('key', 'specimen'), name='article_once'),
        ),
        migrations.AddIndex(
            model_name='fetchedpage',
            index=models.Index(fields=['fetched', 'id'], name='page_order'),
        ),
        migrations.AddConstraint(
            model_name='fetchedpage',
            constraint=models.UniqueConstraint(fields=('source', 'digest'), name='page_once'),
        ),
    ]
