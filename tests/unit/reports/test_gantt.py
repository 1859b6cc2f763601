"""Positions of the drawn critical path."""

from __future__ import annotations

import itertools
from datetime import datetime

import pytest

from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.reports.plan_page.gantt import NARROW, WIDE, Form, draw, shorten
from headway.reports.plan_page.values import Row

MONDAY = to_instant(datetime(2027, 3, 1))
FORMS = pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])


def row(start: float, finish: float, name: str = "Deck", percent: int = 0, *, milestone: bool = False) -> Row:
    """A row from one day to another, counted from Monday."""
    begin, end = (MONDAY + int(days * TENTHS_PER_DAY) for days in (start, finish))
    return Row(1, 1, name, "", "", milestone, begin, end, 0, percent, critical=True)


@FORMS
def test_bars_lie_inside_and_in_order(form: Form) -> None:
    drawing = draw([row(0, 5), row(5, 20), row(20, 20, milestone=True)], MONDAY, form)
    assert drawing is not None
    for bar in drawing.bars:
        assert drawing.left <= bar.x
        assert bar.x + bar.width <= form.width
        assert bar.y + form.bar <= drawing.height
    assert [bar.x for bar in drawing.bars] == sorted(bar.x for bar in drawing.bars)
    assert drawing.bars[1].width == pytest.approx(3 * drawing.bars[0].width, abs=0.3)


@FORMS
@pytest.mark.parametrize("days", [3, 30, 100, 400, 3000, 20_000])
def test_labels_of_the_axis_do_not_touch(form: Form, days: int) -> None:
    drawing = draw([row(0, days)], MONDAY, form)
    assert drawing is not None
    labelled = [tick.x for tick in drawing.ticks if tick.label]
    assert all(after - before >= 45 for before, after in itertools.pairwise(labelled))
    assert all(x + 45 <= form.width for x in labelled)
    assert days < 9 or labelled


def test_the_reference_date_is_always_inside() -> None:
    for days in (-50, 0, 50):
        drawing = draw([row(0, 5)], MONDAY + days * TENTHS_PER_DAY, WIDE)
        assert drawing is not None
        assert WIDE.labels <= drawing.now <= WIDE.width


def test_done_work_fills_its_share() -> None:
    drawing = draw([row(0, 10, percent=2_500)], MONDAY, WIDE)
    assert drawing is not None
    assert drawing.bars[0].done == pytest.approx(drawing.bars[0].width / 4, abs=0.1)


def test_nothing_to_draw() -> None:
    assert draw([], MONDAY, WIDE) is None


def test_long_names_are_cut_but_whole_in_the_title() -> None:
    drawing = draw([row(0, 1, name="x" * 200)], MONDAY, NARROW)
    assert drawing is not None
    assert drawing.bars[0].label.endswith("…")
    assert drawing.bars[0].title.startswith("x" * 200)
    assert shorten("short", 10) == "short"
