"""Lags in the unit that says them exactly."""

from __future__ import annotations

import pytest

from headway.core.plan.entities import LagKind, Link, LinkKind
from headway.core.plan.plan import Project
from headway.formats.tables.links import lag_text, link_text


@pytest.mark.parametrize(
    ("lag", "kind", "text"),
    [
        (4_800, LagKind.WORKING, "+1d"),
        (-9_600, LagKind.WORKING, "-2d"),
        (1_200, LagKind.WORKING, "+0.25d"),
        (600, LagKind.WORKING, "+1h"),
        (700, LagKind.WORKING, "+70m"),
        (5, LagKind.WORKING, "+0.5m"),
        (21_600, LagKind.ELAPSED, "+1.5ed"),
        (600, LagKind.ELAPSED, "+1eh"),
        (2_500, LagKind.PERCENT, "+25%"),
        (-2_550, LagKind.ELAPSED_PERCENT, "-25.5e%"),
        (0, LagKind.PERCENT, ""),
    ],
)
def test_a_lag(lag: int, kind: LagKind, text: str) -> None:
    assert lag_text(Link(1, 1, 2, lag=lag, lag_kind=kind), Project()) == text


def test_days_are_those_of_the_project() -> None:
    assert lag_text(Link(1, 1, 2, lag=4_800), Project(minutes_per_day=240)) == "+2d"
    assert lag_text(Link(1, 1, 2, lag=4_800), Project(minutes_per_day=0)) == "+8h"


def test_a_code_is_set_apart_from_the_type() -> None:
    assert link_text("A1010", Link(1, 1, 2, LinkKind.SS, lag=4_800), Project()) == "A1010 SS+1d"
    assert link_text("12", Link(1, 1, 2, LinkKind.FF), Project()) == "12FF"
