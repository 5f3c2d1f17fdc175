"""People who read."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A reader. The first one made is the owner (`is_superuser`), who exists from the first migration on."""

    time_zone = models.CharField(max_length=64, default="UTC")
