from __future__ import annotations

import pytest

from octavo.errors import LibraryError


@pytest.mark.parametrize(("password", "reason"), [
    ("", "at least 10"), ("quiettugs", "at least 10"), ("password12", "too common"), ("49027715336", "numeric"),
])
def test_a_weak_password_is_refused_with_the_reason_and_the_old_one_stays(site: None, password: str, reason: str) -> None:
    from octavo.site.readers.owner import owner, set_password

    set_password("four quiet tugs at dawn")
    with pytest.raises(LibraryError, match=rf"{reason}.*Choose another"):
        set_password(password)
    assert owner().check_password("four quiet tugs at dawn")
    assert not owner().check_password(password)
