"""The owner, the one reader who is there from the first migration on; passwords as they are set on the command line."""

from __future__ import annotations

from octavo.errors import LibraryError
from octavo.messages import message as _
from octavo.site.library.writing import explaining, writing
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
def reader_called(name: str) -> User:
    """The reader of that name, in whatever case; the owner where it is empty, or "owner". Raises LibraryError where nobody has it."""
    if not name:
        return owner()
    found = User.objects.filter(username__iexact=name.replace("\0", "")).order_by("pk").first()
    if found is None and name.casefold() == OWNER:
        return owner()
    if found is None:
        raise LibraryError(_("there is no reader %(name)r. The page of settings, under Readers, lists them.", name=name))
    return found


@explaining()
def set_password(password: str, reader: User | None = None) -> None:
    """Give that reader, else the owner, that password; they are signed out everywhere. Raises LibraryError, saying why, where it is too
    weak."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    user = reader or owner()
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise LibraryError(_("that password will not do: %(why)s Choose another.", why=" ".join(error.messages))) from error
    user.set_password(password)
    _save(user)


@explaining()
def remove_password(reader: User) -> None:
    """Have the owner read without signing in again, where nobody else can be. Raises LibraryError for another reader."""
    if not reader.is_superuser:
        raise LibraryError(_(
            "%(name)s is not the owner, and could not sign in any more. Set another password instead.", name=reader.username,
        ))
    reader.set_unusable_password()
    _save(reader)


def _save(user: User) -> None:
    from octavo.site.readers.accounts.sessions import end_others

    with writing():
        user.save(update_fields=["password"])
        end_others(user, None)
