"""Ties of activities that span others, end by end."""

from __future__ import annotations

import pytest

from headway.core.schedule import network as net
from headway.core.schedule.spans import FINISH_TIE, START_TIE, tied_end
from headway.core.time import NEVER
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import compiled_from, dates_of, node, solved_from, solved_row


@pytest.mark.parametrize(
    ("kind", "into", "out_of"),
    [
        ("FS", START_TIE, FINISH_TIE),
        ("SS", START_TIE, START_TIE),
        ("FF", FINISH_TIE, FINISH_TIE),
        ("SF", FINISH_TIE, START_TIE),
    ],
)
def test_which_end_a_link_ties(kind: str, into: int, out_of: int) -> None:
    compiled = compiled_from(f"A 1d\nL LOE; after A {kind}\nM LOE\nB 1d after M {kind}", "rules p6")
    ends = {}
    for link in range(2):
        row = compiled.network.links[link]
        loe = next(int(i) for i in (row["predecessor"], row["successor"]) if i in (1, 2))
        ends[loe] = tied_end(compiled.network, link, loe)
    assert ends == {node(compiled, "L"): into, node(compiled, "M"): out_of}


def test_the_first_start_and_the_last_finish_hold() -> None:
    found = solved_from("A 2d\nB 3d after A\nC 1d\nL LOE; after A SS, B SS, C FF, B FF", "rules p6")
    assert dates_of(found, "L").start == dates_of(found, "A").start
    assert dates_of(found, "L").finish == dates_of(found, "B").finish


def test_an_end_without_ties() -> None:
    found = solved_from("A 2d\nL LOE; after A FF\nM LOE; after A SS+1d", "rules p6")
    assert dates_of(found, "L").start == instant("2027-03-01", 4_800)
    assert dates_of(found, "M").finish == dates_of(found, "M").start


def test_actual_dates_of_what_it_is_tied_to() -> None:
    text = """
    A 2d actual start=2027-03-01 finish=2027-03-02
    B 4d actual start=2027-03-02; remaining 2d
    L LOE; after A SS, B FF
    """
    found = solved_from(text, "rules p6; data date 2027-03-04")
    assert dates_of(found, "L").start == instant("2027-03-01", 4_800)
    assert dates_of(found, "L").early_start == instant("2027-03-04", 4_800)
    assert dates_of(found, "L").finish == dates_of(found, "B").finish


def test_a_tie_to_finished_work() -> None:
    text = "A 2d actual start=2027-03-01 finish=2027-03-02\nL LOE; after A SS, A FF"
    found = solved_from(text, "rules p6; data date 2027-03-04")
    assert dates_of(found, "L").finish == instant("2027-03-02", 10_200)


def test_its_own_calendar_moves_its_ends() -> None:
    found = solved_from("calendar Late: Mon off; Fri off\nA 5d\nL LOE; after A SS, A FF; calendar Late", "rules p6")
    assert dates_of(found, "L").start == instant("2027-03-02", 4_800)
    assert dates_of(found, "L").finish == instant("2027-03-04", 10_200)


def test_late_dates_are_tied_as_well() -> None:
    found = solved_from("X 10d\nA 2d\nL LOE; after A SS, A FF", "rules p6")
    loe, activity = dates_of(found, "L"), dates_of(found, "A")
    assert (loe.late_start, loe.late_finish) == (activity.late_start, activity.late_finish)
    assert loe.total_float == activity.total_float
    assert loe.free_float == 0


def test_a_tie_to_an_activity_without_dates_is_none() -> None:
    found = solved_from("A 2d inactive\nB 1d\nL LOE; after A SS, B SS, B FF", "rules p6")
    assert dates_of(found, "L").start == dates_of(found, "B").start


def test_wbs_summaries_take_the_dates_of_their_element() -> None:
    found = solved_from("W\n  S wbs summary\n  A 2d\n  V\n    B 4d\nC 9d", "rules p6")
    summary, element = dates_of(found, "S"), dates_of(found, "W")
    assert (summary.start, summary.finish) == (element.start, element.finish)
    assert (summary.late_start, summary.late_finish) == (element.late_start, element.late_finish)
    assert solved_row(found, "S")["cause"] == net.BY_SPAN


def test_a_wbs_summary_at_the_top_has_no_element() -> None:
    found = solved_from("S wbs summary\nA 2d", "rules p6")
    assert solved_row(found, "S")["start"] == NEVER
