from __future__ import annotations

from dataclasses import replace

from octavo.grouping.copies.placing import Carried, Carrier, Copies, carrier
from octavo.grouping.copies.sketch import sketch
from tests.grouping.copies.texts import FERRY, article, text, words


class Desk:
    """Articles placed one after the other."""

    def __init__(self, window: int = 1000) -> None:
        self.texts: dict[str, str] = {}
        self.copies = Copies(self.texts.get, window)

    def place(self, name: str, body: str, outlet: str = "") -> Carried:
        self.texts[name] = body
        return self.copies.place(Carrier(name, "", body, outlet))


def test_an_article_is_compared_with_its_outlet_and_agency() -> None:
    read = replace(article("Ferry stays", *FERRY), url="https://news.post.example/1", publisher="The Post", agency="Pell Wire")
    assert carrier(read) == Carrier("Ferry stays", "Ferry stays", read.text, "post.example", "Pell Wire")


def test_a_copy_is_told_whatever_was_done_to_it() -> None:
    desk, wire = Desk(), words(1, 500)
    assert desk.place("wire", " ".join(wire)) == Carried()
    assert desk.place("other", text(2)) == Carried()
    for name, body in (
        ("cut to a fifth", " ".join(wire[:100])), ("with a local part", f"{text(3, 150)} {' '.join(wire)}"),
        ("without its opening", " ".join(wire[80:])),
        ("every tenth word struck", " ".join(word for at, word in enumerate(wire) if at % 10)),
    ):
        assert desk.place(name, body) == Carried(copy_of="wire"), name


def test_an_update_by_the_same_outlet_is_a_version_of_the_newest() -> None:
    desk, body = Desk(), text(1, 300)
    assert desk.place("a", body, "post.example") == Carried()
    assert desk.place("a2", f"{body} {text(2, 60)}", "post.example") == Carried(version_of="a")
    assert desk.place("a3", f"{body} {text(3, 90)}", "post.example") == Carried(version_of="a2")
    assert desk.place("b", body, "star.example") == Carried(copy_of="a")
    assert desk.place("b2", f"{body} {text(4, 40)}", "star.example") == Carried(copy_of="a", version_of="b")


def test_joined_pieces_belong_where_more_is_from() -> None:
    desk, first, second = Desk(), words(1, 300), words(2, 500)
    desk.place("first", " ".join(first))
    desk.place("second", " ".join(second))
    assert desk.place("joined", " ".join(first[:150] + second[:350])) == Carried(copy_of="second")


def test_two_texts_that_a_joined_one_holds_are_not_put_together() -> None:
    desk, first, second = Desk(), words(1, 300), words(2, 300)
    desk.place("joined", " ".join(first + second))
    assert desk.place("first", " ".join(first)) == Carried(copy_of="joined")
    assert desk.place("second", " ".join(second)) == Carried()
    assert desk.copies.joined == {"joined"}


def test_half_copies_make_no_chain() -> None:
    desk, parts = Desk(), [words(seed, 200) for seed in range(6)]
    origins = [desk.place(str(at), " ".join(parts[at] + parts[at + 1])).copy_of or str(at) for at in range(5)]
    assert {(origin, at) for at, origin in enumerate(origins) if int(origin) < at - 1} == set()


def test_what_somebody_said_to_two_papers_is_no_copy() -> None:
    desk, quotation = Desk(), f"“{text(9, 120)}”"
    desk.place("long", f"{text(1, 100)} {quotation}")
    assert desk.place("short", f"{text(2, 90)} {quotation}") == Carried()


def test_a_paper_s_note_under_every_article_is_no_copy() -> None:
    desk, note = Desk(), text(9, 60)
    placed = [desk.place(str(number), f"{text(number + 10, 55)} {note}") for number in range(200)]
    assert {carried.copy_of for carried in placed[100:]} == {None}


def test_little_text_is_a_copy_only_where_all_of_it_agrees() -> None:
    desk, brief = Desk(), words(1, 24)
    desk.place("brief", " ".join(brief))
    assert desk.place("the same", " ".join(brief)) == Carried(copy_of="brief")
    assert desk.place("half", " ".join(brief[:14] + words(2, 10))) == Carried()
    assert desk.place("long", f"{' '.join(brief)} {text(3)}") == Carried(copy_of="brief")


def test_ten_thousand_live_updates_are_not_one_text() -> None:
    desk = Desk()
    assert {desk.place(f"empty {number}", "") for number in range(10_000)} == {Carried()}
    assert {desk.place(f"short {number}", "Follow the latest news from the islands here") for number in range(1000)} == {Carried()}


def test_the_same_article_a_thousand_times_is_one_text() -> None:
    desk, body = Desk(50), text(1)
    placed = [desk.place(str(number), body, f"paper{number}.example") for number in range(1000)]
    assert placed == [Carried()] + [Carried(copy_of="0")] * 999


def test_an_article_is_never_a_copy_of_itself() -> None:
    desk, body = Desk(), text(1)
    assert desk.place("a", body) == Carried()
    assert desk.place("a", body) == Carried()


def test_a_text_that_is_gone_has_no_copies() -> None:
    desk, body = Desk(), text(1)
    desk.place("a", body)
    del desk.texts["a"]
    assert desk.place("b", body) == Carried()


def test_what_was_placed_before_is_recalled_from_its_sketch() -> None:
    desk, body = Desk(), text(1)
    desk.texts["a"] = body
    for name, outlet, carried in (
        ("a", "post.example", Carried()), ("a2", "post.example", Carried(version_of="a")), ("b", "star.example", Carried(copy_of="a")),
    ):
        desk.copies.recall(Carrier(name, "", "", outlet), sketch(body), carried)
    assert desk.place("a3", body, "post.example") == Carried(version_of="a2")
    assert desk.place("b2", body, "star.example") == Carried(copy_of="a", version_of="b")


def test_answers_depend_on_what_came_before_alone() -> None:
    bodies = [text(1), text(2), text(1, 300), f"{text(2)} {text(3, 80)}", text(4)]
    whole, half = Desk(), Desk()
    answers = [whole.place(str(at), body) for at, body in enumerate(bodies)]
    assert [half.place(str(at), body) for at, body in enumerate(bodies[:3])] == answers[:3]
