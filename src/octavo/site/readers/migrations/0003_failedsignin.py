from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('readers', '0002_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='FailedSignIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(help_text="the peer's address, of IPv6 its network of 64 bits", max_length=64)),
                ('time', models.DateTimeField()),
            ],
        ),
    ]
