"""People who read, and those who try to."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A reader. The first one made is the owner (`is_superuser`), who exists from the first migration on."""

    time_zone = models.CharField(max_length=64, default="UTC")


class FailedSignIn(models.Model):
    """A password that was not the right one, or is being looked at; kept while it counts (see `guessing`)."""

    origin = models.CharField(max_length=64, help_text="the peer's address, of IPv6 its network of 64 bits")
    time = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.origin}, {self.time}"
