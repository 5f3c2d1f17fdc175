from __future__ import annotations

from dataclasses import dataclass

from octavo.site.readers.comments.threading import DEPTH, WIDTH, Node, Slice, page_with, pages, path_below, seen, set_in


@dataclass(frozen=True)
class Row:
    path: str


def row(*numbers: int) -> Row:
    path = ""
    for number in numbers:
        path = path_below(path, number)
    return Row(path)


def told(nodes: tuple[Node[Row], ...]) -> list[object]:
    return [(int(node.row.path[-WIDTH:]), told(node.answers)) if node.answers else int(node.row.path[-WIDTH:]) for node in nodes]


def test_rows_in_the_order_of_their_paths_are_threads() -> None:
    rows = [row(9), row(5), row(5, 6), row(5, 6, 8), row(5, 7), row(2)]
    assert sorted([each.path for each in rows[1:5]]) == [each.path for each in rows[1:5]]
    assert told(set_in(rows)) == [9, (5, [(6, [8]), 7]), 2]


def test_deeper_answers_stand_beside_the_one_that_they_answer() -> None:
    deep = [row(*range(1, depth + 1)) for depth in range(1, 8)]
    assert max(len(each.path) for each in deep) == DEPTH * WIDTH
    assert told(set_in(deep)) == [(1, [(2, [(3, [4, 5, 6, 7])])])]


def test_a_part_of_a_thread_is_set_too() -> None:
    assert told(set_in([row(1, 2, 3), row(1, 2, 4), row(1, 5)])) == [3, 4, 5]


def test_what_has_no_text_stands_only_where_answers_are_below_it() -> None:
    rows = [row(1), row(1, 2), row(1, 2, 3), row(1, 4), row(5)]
    assert seen(rows, [False, False, True, False, False]) == rows[:3]


def test_pages_have_whole_threads_and_never_more_than_there_is_room_for() -> None:
    assert pages([]) == []
    assert pages([(9, 3), (8, 4), (7, 5)], 8) == [Slice((9, 8), take=8), Slice((7,), take=8)]
    made = pages([(9, 3), (8, 20), (7, 5)], 8)
    assert made == [Slice((9,), take=8), Slice((8,), 0, 8), Slice((8,), 8, 8), Slice((8,), 16, 8), Slice((7,), take=8)]
    assert [page_with(made, 8, before) for before in (0, 7, 8, 19)] == [2, 2, 3, 4]
    assert page_with(made, 7) == 5
    assert page_with(made, 1) == 1
