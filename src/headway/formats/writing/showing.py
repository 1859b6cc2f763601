"""Values of a plan as short text, for a list of what a file does not keep."""

from __future__ import annotations

from enum import Enum
from typing import Any

import msgspec

from headway.core.time import TENTHS_PER_MINUTE, from_day, to_datetime

_LONGEST = 60
_MOMENTS = frozenset(
    [
        "start",
        "finish",
        "early_start",
        "early_finish",
        "late_start",
        "late_finish",
        "deadline",
        "expected_finish",
        "date",
        "data_date",
        "taken",
        "stop",
        "resume",
        "suspended",
        "must_finish_by",
        "actual_start",
        "actual_finish",
        "external_early_start",
        "external_late_finish",
        "remaining_early_start",
        "remaining_early_finish",
        "remaining_late_start",
        "remaining_late_finish",
    ]
)
_SPANS = frozenset(
    [
        "duration",
        "actual_duration",
        "remaining_duration",
        "total_float",
        "free_float",
        "work",
        "actual_work",
        "remaining_work",
        "overtime_work",
        "remaining_overtime_work",
        "levelling_delay",
        "delay",
        "critical_float",
    ]
)
_MONEY = frozenset({"cost", "actual_cost", "remaining_cost", "fixed_cost", "standard", "overtime", "per_use"})
_PERCENT = frozenset({"percent_complete", "physical_percent", "work_percent", "units", "remaining_units", "max_units"})
_DAYS = frozenset({"first", "last"})


def is_moment(field: str) -> bool:
    """True for a field that holds an instant.

    >>> is_moment("progress.actual_start"), is_moment("duration")
    (True, False)
    """
    return field.rpartition(".")[2] in _MOMENTS


def shown(field: str, value: Any) -> str:
    """``value`` of a field as people read it: dates in ISO form, spans in minutes, shares in percent, money plain;
    empty for none.

    >>> shown("progress.actual_start", 19_200), shown("duration", 4_800), shown("links", None)
    ('1970-01-02 08:00', '480 min', '')
    >>> shown("progress.percent_complete", 8_500)
    '85 %'
    """
    text = _text(field.rpartition(".")[2], value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _text(field: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int):
        return _number(field, value)
    if isinstance(value, tuple):
        return "; ".join(_text(field, each) for each in value[:3]) + ("; …" if len(value) > 3 else "")
    if isinstance(value, msgspec.Struct):
        parts = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return " ".join(_text(name, part) for name, part in parts if part not in (None, ()))
    return str(value)


def _number(field: str, value: int) -> str:
    try:
        if field in _MOMENTS and value >= 14_400:
            return to_datetime(value).isoformat(" ", "seconds").removesuffix(":00")
        if field in _DAYS:
            return from_day(value).isoformat()
    except OverflowError:
        return str(value)
    if field in _SPANS:
        return f"{value / TENTHS_PER_MINUTE:g} min"
    if field in _PERCENT:
        return f"{value / 100:g} %"
    return f"{value / 10_000:g}" if field in _MONEY else str(value)
