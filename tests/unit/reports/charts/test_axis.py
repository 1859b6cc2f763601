"""Labels of a time axis keep out of each other's way."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest

from headway.core.time import to_instant
from headway.reports.charts.drawing import Frame, Look, apart, width_of
from headway.reports.charts.theme import LIGHT
from headway.reports.locales import form_of
from headway.reports.plan_report.sections.axis import ticks


@pytest.mark.parametrize("width", [100, 250, 358, 1_040])
def test_labels_that_would_touch_are_left_out(width: float) -> None:
    frame = Frame(Look(LIGHT, width), height=100)
    marks = [(float(at), f"Sept {2020 + at}") for at in range(10)]
    scale = frame.plot / 10
    found = list(apart(marks, scale, (0.0, 10.0), frame))
    shown = [(at * scale, at * scale + width_of(label, frame.look)) for at, label in found]
    assert shown
    assert all(end < begin for (_, end), (begin, _) in pairwise(shown))
    assert shown[-1][1] <= width + 1e-6
    assert len(shown) == 10 or width < 1_000


def test_a_label_that_would_be_cut_off_at_the_right_edge_ends_there() -> None:
    frame = Frame(Look(LIGHT, 400), height=100)
    (first, _), (last, label) = apart([(0.0, "Aug 2026"), (9.5, "Sept 2026")], 40, (0.0, 10.0), frame)
    assert first == 0
    assert last * 40 + width_of(label, frame.look) == pytest.approx(400)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2026-09-20", "2027-02-20", ["Oct 2026", "Nov", "Dec", "Jan 2027", "Feb"]),
        ("2026-01-15", "2027-06-01", ["Mar 2026", "May", "Jul", "Sept", "Nov", "Jan 2027", "Mar", "May"]),
        ("2020-01-15", "2032-06-01", ["2022", "2024", "2026", "2028", "2030", "2032"]),
    ],
)
def test_a_year_stands_where_it_is_new(first: str, last: str, labels: list[str]) -> None:
    begin, end = (to_instant(datetime.fromisoformat(text)) for text in (first, last))
    assert [tick.label for tick in ticks(begin, end, form_of("en_GB"))] == labels
