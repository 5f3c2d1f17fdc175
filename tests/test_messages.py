from __future__ import annotations

import pickle

import pytest

from octavo.messages import Message, Tongue
from octavo.messages import message as _
from octavo.messages import messages as ngettext

FRENCH = {
    "it has %(many)s pixels, which is too few": "%(many)s pixels, c’est trop peu",
    "%(n)s paper": "%(n)s journal",
    "%(n)s papers": "%(n)s journaux",
    "carried by %(papers)s": "repris par %(papers)s",
}


TONGUE = Tongue(
    FRENCH.__getitem__, lambda one, many, number: FRENCH[one if number < 2 else many], lambda number: f"{number:_}", " et ".join,
)


def test_a_message_is_english_as_it_stands() -> None:
    assert _("it is broken") == "it is broken"
    assert _("it has %(many)s pixels, which is too few", many=1200) == "it has 1,200 pixels, which is too few"
    assert f"{ngettext('%(n)s paper', '%(n)s papers', 2)}!" == "2 papers!"
    assert _("carried by %(papers)s", papers=["Ada", "Bo", "Cy"]) == "carried by Ada, Bo and Cy"
    assert {_("spelling")} <= {"spelling"}


@pytest.mark.parametrize(("told", "french"), [
    (_("it has %(many)s pixels, which is too few", many=1200), "1_200 pixels, c’est trop peu"),
    (ngettext("%(n)s paper", "%(n)s papers", 0), "0 journal"),
    (_("carried by %(papers)s", papers=ngettext("%(n)s paper", "%(n)s papers", 3)), "repris par 3 journaux"),
    (_("carried by %(papers)s", papers=["Ada", ngettext("%(n)s paper", "%(n)s papers", 1)]), "repris par Ada et 1 journal"),
])
def test_it_is_said_in_another_language_with_all_that_it_is_made_of(told: Message, french: str) -> None:
    assert told.said(TONGUE) == french
    assert pickle.loads(pickle.dumps(told)).said(TONGUE) == french


def test_a_percent_sign_is_written_twice() -> None:
    assert _("100 %% of %(what)s", what="50%") == "100 % of 50%"
