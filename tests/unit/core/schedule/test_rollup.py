"""Summaries from their children."""

from __future__ import annotations

import pytest

from headway.core.schedule.rollup import widen
from headway.core.time import NEVER
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import dates_of, solved_from


@pytest.mark.parametrize(
    ("low", "value", "expected"), [(5, 3, 3), (3, 5, 3), (NEVER, 5, 5), (5, NEVER, 5), (NEVER, NEVER, NEVER)]
)
def test_widen(low: int, value: int, expected: int) -> None:
    assert widen(low, value) == expected


@pytest.mark.parametrize("options", ["", "rules p6"])
def test_every_date_of_a_parent_spans_its_children(options: str) -> None:
    found = solved_from("X 10d\nP\n  A 2d\n  Q\n    B 3d after A\n  C 1d", options)
    for name, children in {"P": "ABC", "Q": "B"}.items():
        parent = dates_of(found, name)
        rows = [dates_of(found, child) for child in children]
        for field, pick in (("start", min), ("finish", max)):
            for prefix in ("", "early_", "late_"):
                values = [getattr(row, prefix + field) for row in rows]
                assert getattr(parent, prefix + field) == pick(values)


def test_summaries_have_no_float_of_their_own() -> None:
    found = solved_from("P\n  A 2d")
    assert dates_of(found, "P").total_float is None
    assert not dates_of(found, "P").critical


def test_children_without_dates_count_for_nothing() -> None:
    found = solved_from("P\n  A 2d inactive\n  B 1d\nQ\n  C 2d inactive")
    assert dates_of(found, "P").finish == dates_of(found, "B").finish
    assert dates_of(found, "Q").start is None


def test_typed_summaries_keep_their_dates_and_pass_them_up() -> None:
    found = solved_from("P\n  Q manual start=2027-03-02 finish=2027-03-03\n    A 5d\n  B 1d")
    assert dates_of(found, "Q").finish == instant("2027-03-03", 10_200)
    assert dates_of(found, "Q").late_finish == dates_of(found, "A").late_finish
    assert dates_of(found, "P").finish == instant("2027-03-03", 10_200)
    assert found.finish > dates_of(found, "Q").finish  # type: ignore[operator]


def test_a_typed_start_alone_does_not_hold_a_summary() -> None:
    found = solved_from("P manual start=2027-03-03\n  A 2d")
    assert dates_of(found, "P").start == dates_of(found, "A").start == instant("2027-03-03", 4_800)
    assert dates_of(found, "P").finish == dates_of(found, "A").finish
