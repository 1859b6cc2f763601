"""Ranks of rows that stayed, and of those that came between."""

from __future__ import annotations

import pytest

from headway.core.diff.ranking import kept_ranks, longest_run


@pytest.mark.parametrize(
    ("rows", "old", "kept"),
    [
        ([1, 2, 3], {1: "a1", 2: "a2", 3: "a3"}, {1, 2, 3}),
        ([1, 9, 2, 3], {1: "a1", 2: "a2", 3: "a3"}, {1, 2, 3}),
        ([9, 1, 2], {1: "a1", 2: "a2"}, {1, 2}),
        ([1, 2, 9], {1: "a1", 2: "a2"}, {1, 2}),
        ([1, 7, 8, 9, 2], {1: "a1", 2: "a2"}, {1, 2}),
        ([3, 1, 2], {1: "a1", 2: "a2", 3: "a3"}, {1, 2}),
        ([2, 3, 1], {1: "a1", 2: "a2", 3: "a3"}, {2, 3}),
        ([1, 4, 2, 3], {1: "a1", 2: "a2", 3: "a3", 4: "a4"}, {1, 2, 3}),
        ([7, 8], {}, set()),
        ([], {}, set()),
    ],
)
def test_the_longest_run_in_the_old_order_keeps_its_ranks(rows: list[int], old: dict[int, str], kept: set[int]) -> None:
    found = kept_ranks(rows, old)
    assert {row for row in rows if found[row] == old.get(row)} == kept
    assert sorted(rows, key=lambda row: (found[row], row)) == rows


def test_rows_of_one_rank_stay_in_the_order_of_their_numbers() -> None:
    assert kept_ranks([1, 2, 3], {1: "a1", 2: "a1", 3: "a1"}) == {1: "a1", 2: "a1", 3: "a1"}


def test_where_nothing_fits_between_all_rows_are_ranked_anew() -> None:
    found = kept_ranks([1, 9, 2], {1: "a1", 2: "a1"})
    assert found == {1: "a1", 9: "a2", 2: "a3"}


def test_rows_that_were_never_ranked_leave_room_behind_them() -> None:
    found = kept_ranks([1, 9], {1: ""})
    assert found[1] == ""
    assert found[9] > ""


def test_a_rank_that_is_none_is_replaced_with_its_neighbours() -> None:
    found = kept_ranks([9, 1], {1: "a0"})
    assert sorted(found, key=lambda row: found[row]) == [9, 1]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([("a", 1)], [("a", 1)]),
        ([("b", 1), ("a", 2)], [("a", 2)]),
        ([("c", 1), ("a", 2), ("b", 3)], [("a", 2), ("b", 3)]),
        ([("a", 2), ("a", 1)], [("a", 1)]),
        ([("b", 2), ("c", 3), ("a", 1), ("d", 4)], [("b", 2), ("c", 3), ("d", 4)]),
    ],
)
def test_the_longest_run_ascends(places: list[tuple[str, int]], expected: list[tuple[str, int]]) -> None:
    assert longest_run(places) == expected


def test_a_thousand_rows_between_two_have_short_ranks() -> None:
    rows = [1, *range(10, 1_010), 2]
    found = kept_ranks(rows, {1: "a1", 2: "a2"})
    assert [found[row] for row in rows] == sorted(found.values())
    assert max(map(len, found.values())) < 40
