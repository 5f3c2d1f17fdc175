"""The owner: the one reader who is there from the first migration on."""

from __future__ import annotations

from octavo.errors import LibraryError
from octavo.site.library.writing import explaining
from octavo.site.readers.models import User

OWNER = "owner"


def owner() -> User:
    """The owner; made, without a usable password, where there is none."""
    found = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    return found or User.objects.create_superuser(OWNER)


@explaining()
def has_password() -> bool:
    """Whether the owner can sign in from another machine."""
    return owner().has_usable_password()


@explaining()
def set_password(password: str) -> None:
    """Give the owner that password. Raises LibraryError, saying why, where it is too weak."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    user = owner()
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise LibraryError(f"that password will not do: {' '.join(error.messages)} Choose another.") from error
    user.set_password(password)
    user.save(update_fields=["password"])
