"""Time scales from hours to decades."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.reports.gantt_picture.scale import lines, scale_over

START = datetime(2027, 3, 1, 8)
BEGIN = to_instant(START)


def labels(length: timedelta, width: float = 1_000) -> tuple[list[str], list[str]]:
    upper, lower = lines(scale_over(BEGIN, to_instant(START + length), 0, width))
    return [each.label for each in upper], [each.label for each in lower]


@pytest.mark.parametrize(
    ("days", "upper", "lower"),
    [
        (0.2, "Mon 1 Mar 2027", "08"),
        (3, "Mon 1 Mar 2027", "06"),
        (30, "Mar 2027", "15"),
        (150, "Mar 2027", "15"),
        (700, "2027", "Mar"),
        (2_500, "2027", "Q2"),
        (6_000, "2020 to 2029", "2030"),
        (30_000, "2030 to 2039", "2035 to 2039"),
    ],
)
def test_the_labels_suit_the_length(days: float, upper: str, lower: str) -> None:
    above, below = labels(timedelta(days=days))
    assert upper in above
    assert lower in below


def test_weeks_begin_on_mondays() -> None:
    _, lower = lines(scale_over(BEGIN, to_instant(START + timedelta(days=100)), 0, 1_000))
    assert [each.label for each in lower][1:5] == ["1", "8", "15", "22"]


@given(st.integers(-200_000_000, 1_000_000_000), st.integers(0, 2_000_000_000), st.integers(300, 5_000))
def test_stretches_follow_each_other_from_edge_to_edge(first: int, length: int, width: int) -> None:
    last = min(first + length, to_instant(datetime(2299, 12, 31)))
    first = min(first, last)
    scale = scale_over(first, last, 100, width)
    assert scale.x(first) >= 100
    assert scale.x(last) <= 100 + width
    for line in lines(scale):
        assert 1 <= len(line) <= 400
        assert line[0].begin == 100
        assert line[-1].end == pytest.approx(100 + width)
        for one, other in pairwise(line):
            assert one.end == other.begin


@given(st.lists(st.integers(0, 100 * TENTHS_PER_DAY), min_size=2, max_size=5))
def test_later_is_further_right(instants: list[int]) -> None:
    scale = scale_over(0, 100 * TENTHS_PER_DAY, 10, 900)
    ordered = [scale.x(instant) for instant in sorted(instants)]
    assert ordered == sorted(ordered)
    assert 10 <= ordered[0] <= ordered[-1] <= 910


def test_a_single_instant_has_a_scale() -> None:
    scale = scale_over(BEGIN, BEGIN, 0, 1_000)
    assert 0 < scale.x(BEGIN) < 1_000
