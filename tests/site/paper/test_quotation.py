from __future__ import annotations

import pytest

from octavo.site.paper.entry import entry_of
from octavo.site.paper.quotation import pull_quotation
from tests.site.paper.rows import row

WORDS = "The sea was calm and the channel is well marked. We do not know yet why she left it"


@pytest.mark.parametrize(("text", "speaker", "role"), [
    (f"“{WORDS},” said Ines Dahl, a coast guard officer.", "Ines Dahl", "a coast guard officer"),
    (f"“{WORDS},” said Ines Dahl.", "Ines Dahl", ""),
    (f"“{WORDS},” said the watch officer, Ines Dahl.", "Ines Dahl", "the watch officer"),
    (f"“{WORDS},” Ines Dahl said on Tuesday.", "Ines Dahl", ""),
    (f"“{WORDS},” watch officer Ines Dahl told reporters.", "Ines Dahl", "watch officer"),
    (f"“{WORDS},” the watch officer, Ines Dahl, said.", "Ines Dahl", "the watch officer"),
    (f'"{WORDS}," said Ines Dahl, a coast guard officer.', "Ines Dahl", "a coast guard officer"),
    (f"Coast guard officer Ines Dahl was there.\n\n“{WORDS},” Dahl said.", "Ines Dahl", "Coast guard officer"),
    (f"Mr Jon Dahl was there.\n\n“{WORDS},” Dahl said.", "Jon Dahl", ""),
    (f"Ines Dahl, a coast guard officer, was there.\n\n“{WORDS},” Dahl told Northwire.", "Ines Dahl", "a coast guard officer"),
    (f"Justice minister Edvin Rask was there.\n\n“{WORDS},” Rask said.", "Edvin Rask", "Justice minister"),
    (f"They asked the deputy director Ines Dahl.\n\n“{WORDS},” Dahl said.", "Ines Dahl", "deputy director"),
    (f"They asked mayor Ines Dahl.\n\n“{WORDS},” Dahl said.", "Ines Dahl", "mayor"),
    (f"“{WORDS},” said Ines Dahl, the deputy director of the Merland Institute at Reef.", "Ines Dahl",
     "the deputy director of the Merland Institute"),
    (f"“{WORDS},” said Ines Dahl, the deputy director of {'a very long name ' * 9}.", "Ines Dahl", "the deputy director"),
])
def test_words_and_speaker_are_taken_from_the_text(text: str, speaker: str, role: str) -> None:
    entry = entry_of([row(1, text=text)])
    found = pull_quotation([entry])
    assert found
    assert (found.words, found.speaker, found.role, found.entry) == (WORDS, speaker, role, entry)
    assert found.words in text


@pytest.mark.parametrize("text", [
    f"“{WORDS},” she said.",
    f"“{WORDS},” said a senior official who would not be named.",
    f"“{WORDS},” The Harbour Post said.",
    f"“{WORDS},” said Tuesday Market.",
    f"“{WORDS},” Dahl said.",
    f"Ines Dahl came with Jon Dahl.\n\n“{WORDS},” Dahl said.",
    f"{WORDS}, said Ines Dahl.",
    f"As she put it: “{WORDS},” said Ines Dahl.",
    f"“{WORDS} said Ines Dahl.",
    "“Too short,” said Ines Dahl.",
    "“and does not begin a sentence, so that it is only a part of what was said,” said Ines Dahl.",
    f"“{'Far too long. ' * 20},” said Ines Dahl.",
    "",
])
def test_what_is_not_certain_is_left_out(text: str) -> None:
    assert pull_quotation([entry_of([row(1, text=text)])]) is None


def test_only_english_is_read() -> None:
    assert pull_quotation([entry_of([row(1, text=f"“{WORDS},” said Ines Dahl.", language="nb")])]) is None


def test_the_first_in_order_is_taken() -> None:
    entries = [entry_of([row(pk, text=f"“{WORDS} {pk}.” Ines Dahl said.")]) for pk in (1, 2)]
    found = pull_quotation(entries)
    assert found
    assert found.entry is entries[0]


@pytest.mark.parametrize("text", ["“A" * 100_000, "“" + "A " * 200_000, ("“" + "Word " * 25 + ",” a" + " b" * 60) * 3000])
def test_hostile_text_takes_no_time(text: str) -> None:
    assert pull_quotation([entry_of([row(1, text=text)])]) is None
