"""Dates that programs know: a file with others is refused, or read as something else."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Any

from headway.core.time import to_instant
from headway.formats.writing.showing import is_moment

REASON = "the format's programs know dates from %d to %d only, and the nearest of these is written"
_YEARS = MappingProxyType(
    {"mspdi": (1984, 2149), "mpx": (1984, 2049), "pmxml": (1900, 2199), "xer": (1900, 2199), "planner": (1900, 2199)}
)


def known_dates(format: str) -> tuple[int, int]:
    """The first and the last instant that programs of a format know."""
    first, last = _YEARS[format]
    return to_instant(datetime(first, 1, 1)), to_instant(datetime(last, 12, 31, 23, 59))  # noqa: DTZ001 (wall clock)


def out_of_range(format: str, field: str, value: Any) -> str:
    """Why a date is written as another one; empty for one the format's programs know, and for what is no date."""
    if not is_moment(field) or not isinstance(value, int) or isinstance(value, bool):
        return ""
    first, last = known_dates(format)
    return "" if first <= value <= last else REASON % _YEARS[format]
