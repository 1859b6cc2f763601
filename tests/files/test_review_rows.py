"""The rows that the rules find in real plan files are those of a count in a table of the same plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.core.review import review
from headway.core.schedule import schedule
from headway.formats import ReadResult
from tests.files.reading import index_of, read_rows
from tests.property.review_tables import findings, table_of

if TYPE_CHECKING:
    from pathlib import Path

EVERY = 9
"""One file in so many is a sample."""


def differing(cases: Path, step: int) -> list[str]:
    """A line for each rule of each file that finds other rows than the table has."""
    found = []
    for reading in read_rows(cases, index_of(cases)[::step]):
        if not isinstance(reading.outcome, ReadResult):
            continue
        plan = reading.outcome.plan
        dates = schedule(plan)
        first = plan.baselines[min(plan.baselines)].dates if plan.baselines else ()
        baselined = {each.task for each in first if each.start is not None or each.finish is not None}
        told = review(dates)
        for rule, expected in findings(plan, table_of(plan, dates), baselined).items():
            rows = sorted(row.task for row in told.result(rule).rows)
            if rows != expected:
                found.append(f"{reading.name}: {rule}: {sorted(set(rows) ^ set(expected))[:5]}")
    return found


def test_rows_of_a_sample(cases: Path) -> None:
    assert not differing(cases, EVERY)


@pytest.mark.full
def test_rows_of_every_file(cases: Path) -> None:
    assert not differing(cases, 1)
