import pytest

from octavo.article import Paragraph
from octavo.reading.parts import agencies


def tail_of(*texts: str) -> tuple[list[str], str | None]:
    kept, agency = agencies.take_tail([Paragraph("text", text) for text in texts])
    return [each.text for each in kept], agency


@pytest.mark.parametrize(("name", "canonical"), [
    ("AP", "Associated Press"), ("The Associated Press", "Associated Press"), ("Agence France-Presse", "AFP"), ("REUTERS", "Reuters"),
    ("DPA", "dpa"),
    ("Anadolu Ajansı", "Anadolu Ajansi"), ("AA", "Anadolu Ajansi"), ("app", None), ("spa", None), ("Harbour Post", None), ("", None),
    ("x" * 9_999, None),
])
def test_an_agency_is_known_by_its_names_and_codes(name: str, canonical: str | None) -> None:
    assert agencies.known(name) == canonical


@pytest.mark.parametrize(("mark", "agency"), [
    ("- Reuters", "Reuters"), ("© AFP", "AFP"), ("(c) 2025 The Associated Press", "Associated Press"), ("Source: dpa", "dpa"), ("—AP",
    "Associated Press"),
    ("Copyright 2025 The Associated Press. All rights reserved.", "Associated Press"), ("AFP", "AFP"), ("(AP)", "Associated Press"),
    ("Source: Reuters/AFP", "Reuters"), ("(With inputs from PTI)", "PTI"), ("– Bernama", "Bernama"),
    ("Fonte: Ansa", "ANSA"), ("com AFP", "AFP"), ("avec AFP", "AFP"),
    ("(Con información de EFE)", "EFE"), ("Com informações da Agência Brasil", "Agência Brasil"),
    ("dpa-infocom, dpa:250627-930-123456/1", "dpa"), ("© dpa-infocom, dpa:250627-930-123456/1", "dpa"), ("- Reuters.", "Reuters"),
])
def test_a_mark_on_the_last_line_names_the_agency(mark: str, agency: str) -> None:
    assert tail_of("It fell.", mark) == (["It fell."], agency)


@pytest.mark.parametrize(("end", "agency"), [
    (" - Reuters", "Reuters"), (" —AP", "Associated Press"), (" (AFP)", "AFP"), (" © AFP", "AFP"), (" Source: dpa", "dpa"), (" AFP",
    "AFP"), ("”-Reuters", "Reuters"),
])
def test_a_mark_behind_the_last_sentence_names_the_agency(end: str, agency: str) -> None:
    closing = "”" if end.startswith("”") else ""
    assert tail_of("It stood.", "It fell." + end) == (["It stood.", "It fell." + closing], agency)


@pytest.mark.parametrize("text", [
    "It fell, he told Reuters", "It fell, according to Reuters.", "He left the AP", "It fell in MENA",
    "Agencies",
    "It fell. The AP", "It fell. - Tom Ash",
])
def test_a_sentence_that_ends_with_an_agency_is_text(text: str) -> None:
    assert tail_of("It stood.", text) == (["It stood.", text], None)


@pytest.mark.parametrize(("mark", "agency"), [
    ("— Coastwire", "Coastwire"), ("(Coastwire)", "Coastwire"), ("Source: Alder Press", "Alder Press"), ("Quelle: Alder Presseagentur",
    "Alder Presseagentur"), ("[Eastmere News Agency]", "Eastmere News Agency"), ("- Agencia de Noticias Sur", "Agencia de Noticias Sur"),
])
def test_a_mark_may_name_an_agency_that_no_table_has(mark: str, agency: str) -> None:
    assert tail_of("It fell.", mark) == (["It fell."], agency)
    assert tail_of("It stood.", f"It fell. {mark}")[1] in (agency, None)


@pytest.mark.parametrize("text", [
    "— Eyal Press", "Com AFPs Hilfe", "Associated Press contributed to this report.",
    "— Tom Ash", "Source: Ministry of Health", "Coastwire", "(Breaking News)", "— The Daily Express", "— News", "Source: World News",
    "(From left: Tom Ash, Jo Roe)", "— the press", "Source: Eastmere University", "- Latest news",
])
def test_a_signature_and_a_source_stay_text(text: str) -> None:
    assert tail_of("It fell.", text) == (["It fell.", text], None)


def test_a_copyright_line_of_anybody_goes() -> None:
    assert tail_of("It fell.", "Copyright 2025 The Harbour Post. All rights reserved.") == (["It fell."], None)
    assert tail_of("It fell. - Reuters", "© 2025 The Harbour Post") == (["It fell."], "Reuters")


def test_a_text_that_is_only_a_mark_stays() -> None:
    assert tail_of("Reuters") == (["Reuters"], None)
    assert tail_of() == ([], None)


@pytest.mark.parametrize(("text", "agency"), [
    ("'We signed,' Anadolu Ajansi (AA) quoted the minister as saying.", "Anadolu Ajansi"),
    ("It is past, Anadolu Ajansi (AA) reported.", "Anadolu Ajansi"),
    ("The Associated Press (AP) reported that it fell.", "Associated Press"),
    ("It fell, Coast News Agency (CNA) reported.", "Coast News Agency"),
    ("It fell, the Northwire (NW) said.", "Northwire"),
    ("It fell, Meridian Telegraph (MT) reported.", "Meridian Telegraph"),
    ("It fell, according to Reuters.", None),
    ("He told Reuters it fell.", None),
    ("It fell, he told Anadolu Ajansi (AA).", None),
    ("The World Health Organization (WHO) said it fell.", None),
    ("The World Health Organization (WHO) reported a fall.", None),
    ("The European Medicines Agency (EMA) said it fell.", None),
    ("Harbour Witness (HW) reported a fall.", None),
    ("Pell Research (PR) reported a fall.", None),
    ("The Harbour Times (HT) reported that it fell.", None),
    ("Northwire (XY) reported that it fell.", None),
])
def test_who_is_reported_after(text: str, agency: str | None) -> None:
    assert agencies.reported_by([Paragraph("text", "A first paragraph."), Paragraph("text", text)]) == agency


def test_only_the_first_paragraphs_count() -> None:
    late = [Paragraph("text", "One.")] * 3 + [Paragraph("text", "It fell, Anadolu Ajansi (AA) reported.")]
    assert agencies.reported_by(late) is None


def test_the_surest_mark_wins() -> None:
    said = [Paragraph("text", "It fell, Anadolu Ajansi (AA) reported.")]
    assert agencies.agency_of(dateline="Reuters", byline="AFP", stated="dpa", tail="EFE", paragraphs=said) == "Reuters"
    assert agencies.agency_of(dateline=None, byline=None, stated="The Associated Press", tail=None, paragraphs=said) == "Associated Press"
    assert agencies.agency_of(dateline=None, byline=None, stated=None, tail=None, paragraphs=said) == "Anadolu Ajansi"


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("AP", "The Associated Press", True), ("Reuters", "Reuters UK", True), ("reuters.com", "Reuters", True), ("HarbourNewsNow",
    "Harbour News Now", True),
    ("AFP", "The Star", False), (None, "Reuters", False), ("", "", False),
])
def test_houses_are_the_same_by_any_of_their_names(one: str | None, other: str | None, alike: bool) -> None:
    assert agencies.same(one, other) is alike
