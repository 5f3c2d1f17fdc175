"""The names that readers sign in with and are shown under."""

from __future__ import annotations

import unicodedata

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from octavo.site.readers.models import User

LONGEST = 40
"""Characters of a name."""

RESERVED = frozenset({"owner", "admin", "administrator", "root", "moderator", "editor", "octavo", "everyone", "nobody", "system"})
"""Names that say something about who has them."""

_allowed = UnicodeUsernameValidator()


def clean_name(name: str, of: User | None, look: bool = True) -> str:
    """A name as it is kept. Raises ValidationError, saying why, where it will not do: `of` is who has one already, and may keep it; `look`:
    whether another has it, in whatever case (one query)."""
    name = unicodedata.normalize("NFKC", name).strip()
    if of is not None and name == of.username:
        return name
    if not name or len(name) > LONGEST:
        raise ValidationError(_("A name has 1 to %(most)d characters.") % {"most": LONGEST})
    try:
        _allowed(name)
    except ValidationError as error:
        raise ValidationError(_("A name is made of letters, digits and @ . + - _ alone.")) from error
    if name.casefold() in RESERVED and not (of is not None and of.is_superuser):
        raise ValidationError(_("That name is kept for the paper itself. Choose another."))
    if look and User.objects.filter(username__iexact=name).exclude(pk=of.pk if of else 0).exists():
        raise ValidationError(_("Somebody has that name already. Choose another."))
    return name
