"""Labels of a time axis keep out of each other's way."""

from __future__ import annotations

from itertools import pairwise

import pytest

from headway.reports.charts.drawing import Frame, Look, apart, width_of
from headway.reports.charts.theme import LIGHT


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
