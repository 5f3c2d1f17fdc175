import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.parts.datelines import of_line, split

TEXT = "Ministers agreed on Friday to mend the harbour wall."


@pytest.mark.parametrize(("head", "place", "agency"), [
    ("THE HAGUE (Reuters) -", "THE HAGUE", "Reuters"),
    ("WASHINGTON: ", "WASHINGTON", None),
    ("MOSCOW: ", "MOSCOW", None),
    ("BATU PAHAT: ", "BATU PAHAT", None),
    ("PARIS, June 27 (AFP) — ", "PARIS", "AFP"),
    ("PARIS, JUNE 27 (AFP) — ", "PARIS", "AFP"),
    ("NEW YORK (AP) _ ", "NEW YORK", "Associated Press"),
    ("NEW YORK - ", "NEW YORK", None),
    ("NEWPORT NEWS, Va. - ", "NEWPORT NEWS, Va.", None),
    ("RYE, N.H. - ", "RYE, N.H.", None),
    ("LONDON — ", "LONDON", None),
    ("KYIV/WASHINGTON, Oct 3 (Reuters) - ", "KYIV/WASHINGTON", "Reuters"),
    ("SAN FRANCISCO, Calif. (AP) – ", "SAN FRANCISCO, Calif.", "Associated Press"),
    ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C.", "Associated Press"),
    ("ABOARD AIR FORCE ONE (AP) — ", "ABOARD AIR FORCE ONE", "Associated Press"),
    ("PORT-AU-PRINCE (Reuters) - ", "PORT-AU-PRINCE", "Reuters"),
    ("St. Louis (AP) - ", "St. Louis", "Associated Press"),
    ("Berlin (dpa) - ", "Berlin", "dpa"),
    ("Berlin – ", "Berlin", None),
    ("TOKYO, 27. Juni – ", "TOKYO", None),
    ("New Delhi, June 27 (PTI) ", "New Delhi", "PTI"),
    ("MADRID (EFE).- ", "MADRID", "EFE"),
    ("ROME (ANSA) - ROME, JUN 27 - ", "ROME", "ANSA"),
    ("BEIRUT (AFP/Reuters) - ", "BEIRUT", "AFP"),
    ("NEW YORK, June 27, 2025 /PRNewswire/ -- ", "NEW YORK", "PR Newswire"),
    ("PORT ALDER (Northwire) - ", "PORT ALDER", "Northwire"),
    ("PORT ALDER (NW) - ", "PORT ALDER", "NW"),
    ("Port Alder (Northwire) - ", "Port Alder", "Northwire"),
    ("OSLO — (AP) ", "OSLO", "Associated Press"),
    ("OSLO — (AP) — ", "OSLO", "Associated Press"),
    ("AFP — ", None, "AFP"),
    ("OSLO | ", "OSLO", None),
    ("(Reuters) — ", None, "Reuters"),
    ("(AP) ", None, "Associated Press"),
    ("June 27 (Reuters) - ", None, "Reuters"),
])
def test_datelines_of_all_shapes(head: str, place: str | None, agency: str | None) -> None:
    lead = split(head + TEXT)
    assert (lead.dateline.place if lead.dateline else None, lead.agency, lead.rest) == (place, agency, TEXT)
    if lead.dateline:
        assert lead.dateline.agency == agency


@pytest.mark.parametrize("text", [
    "CHARLOTTE: What would you do about the harbour wall?", "LONDON: What would you do about the harbour wall?",
    "Jordan: The boxer fell in the third round.", "NEWS | " + TEXT, "PORT ALDER | " + TEXT, "AFP: " + TEXT,
    "BREAKING: " + TEXT, "BREAKING NEWS: " + TEXT, "WHO: " + TEXT, "NATO - the alliance of many lands - met.",
    "NATO - The alliance met on Friday in port.",
    "A man - and he was not alone - fell.", "TRUMP: I will not do that, whatever they say.",
    "MARA QUILL: We will not do that, whatever they say.",
    "WORLD HEALTH ORGANIZATION (WHO) - The body met on Friday.", "Angela Stern (CDU) - die Ministerin - kam.",
    "Max Quill (Red Bull) - The winner of it all.",
    "John Quill (Labour) - the MP for Port Alder - fell.", "U.S. - China trade is at a low point today.",
    "Washington - Moscow ties are at their lowest.",
    "Paris – London trains were halted on Friday.", "LONDON: 21 C", "COVID-19: What you need to know about it now",
    "Trump: " + TEXT, "EDITOR'S NOTE: " + TEXT,
    "QUILL--Mara, 98, of Port Alder, died on Friday at home.", "LONDON fell silent - and so did Paris.", "", "(", "LONDON — ", TEXT,
])
def test_what_is_no_dateline_stays(text: str) -> None:
    assert split(text).rest == text
    assert split(text).dateline is None


def test_a_place_alone_over_the_text() -> None:
    assert of_line("ISTANBUL") is not None
    assert of_line("BAAR, SWITZERLAND") is not None
    assert of_line("RUSSIA STRATEGY") is None
    assert of_line("Istanbul") is None


@given(st.text())
def test_the_rest_is_always_the_end_of_the_text(text: str) -> None:
    assert text.endswith(split(text).rest)


@given(st.sampled_from(["(", " ", "A", "A ", "A-", "A/", "A (B) ", "(Reuters) ", "THE ", "PARIS, ", "Jan 1 ", ": ", "é"]))
def test_long_text_is_looked_at_no_further_than_a_dateline_reaches(unit: str) -> None:
    text = unit * 50_000
    assert len(text) - len(split(text).rest) <= 160
