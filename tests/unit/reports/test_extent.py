"""When a plan ends, as its reader sees it."""

from __future__ import annotations

from datetime import datetime

import pytest

from headway.core.schedule import schedule
from headway.core.time import to_instant
from headway.reports.extent import shown_finish
from tests.drawn import build

DONE = "A 2d; actual start=2027-03-01 finish=2027-03-02"
P6 = "project: start 2027-03-01; rules p6; data date 2027-06-01"


@pytest.mark.parametrize(
    ("text", "finish"),
    [
        (f"{P6}\n{DONE}", "2027-03-02T17:00"),
        (f"{P6}\n{DONE}\nB 1d; after A", "2027-06-01T17:00"),
        ("project: start 2027-03-01", "2027-03-01T08:00"),
    ],
)
def test_a_plan_ends_with_its_last_task(text: str, finish: str) -> None:
    assert shown_finish(schedule(build(text))) == to_instant(datetime.fromisoformat(finish))
