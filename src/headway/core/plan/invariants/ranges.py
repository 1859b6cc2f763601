"""The numbers a plan may hold."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from headway.core.plan.invariants.problem import Problem
from headway.core.time import to_instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST_ID = 2**53 - 1
"""The largest integer that every JSON reader keeps exact."""
LONGEST = 2**31 - 1
"""The longest span: about 408 years of calendar time, the range of the simulation's 32-bit integers."""
EARLIEST = to_instant(datetime(1900, 1, 1))  # noqa: DTZ001 (wall clock of the project)
LATEST = to_instant(datetime(2299, 12, 31))  # noqa: DTZ001 (wall clock of the project)
"""Calendars are compiled between these."""


def bad_dates(
    code: str, entity: str, number: int, value: object, fields: Iterable[str], *, within: str = ""
) -> Iterator[Problem]:
    """A problem ``code`` for each of ``fields`` of ``value`` that is a date outside the range."""
    for field in fields:
        moment = getattr(value, field)
        if moment is not None and not EARLIEST <= moment <= LATEST:
            yield Problem(code, entity, number, within + field, moment)
