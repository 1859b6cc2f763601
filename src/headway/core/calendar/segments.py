"""Working time of one calendar as sorted segments, and set arithmetic on them.  All of it vectorised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from headway.core.calendar.layers import ROUND_THE_CLOCK, STANDARD_WEEK, DayShifts, Layer, Layered
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_WEEK, to_day, weekday

if TYPE_CHECKING:
    from headway.core.calendar.kernels import Ints

FIRST_DAY = to_day(date(1900, 1, 1))
LAST_DAY = to_day(date(2299, 12, 31))
"""Nothing irregular is kept outside these days; see ``docs/algorithms/calendar.md``."""
ANCHOR_DAY = 4
"""A Monday: the region of a calendar without anything irregular starts here."""


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """Unbroken stretches of work in ``first`` to ``end``, ascending, not touching.

    The first two and the last two weeks are plain repetitions of the week that holds for ever before and after.
    """

    first: int
    end: int
    start: Ints
    finish: Ints


def of_layers(layered: Layered) -> tuple[Segments, tuple[str, ...]]:
    """Lay the layers over the week and turn days into segments; second value: warning codes."""
    low, high = _irregular(layered)
    days = np.arange(low - 15, high + 15, dtype=np.int64)
    table: dict[DayShifts, int] = {}
    patterns = _pattern_of_days(layered, days, table)
    codes: list[str] = []
    for edge, code in ((slice(0, 15), "calendar_has_no_beginning"), (slice(-14, None), "calendar_has_no_end")):
        if not _any_work(patterns[edge], table):
            codes.append(code)
            week = layered.week if any(layered.week) else (ROUND_THE_CLOCK,) * 7
            patterns[edge] = _week_patterns(week, days[edge], table)
    if len(codes) == 2 and not any(layered.week) and not _any_work(patterns[15:-14], table):
        codes = ["calendar_without_work"]
        patterns[:] = _pattern(ROUND_THE_CLOCK, table)
    first = int(days[1]) * TENTHS_PER_DAY
    end = (int(days[-1]) + 1) * TENTHS_PER_DAY
    return _of_days(days, patterns, table, (first, end)), tuple(codes)


def of_week(week: tuple[DayShifts, ...]) -> Segments:
    """Segments of a week that never changes."""
    return of_layers(Layered(0, "", week))[0]


def standard() -> Segments:
    return of_week(STANDARD_WEEK)


def round_the_clock() -> Segments:
    return of_week((ROUND_THE_CLOCK,) * 7)


def intersection(one: Segments, other: Segments) -> tuple[Segments, bool]:
    """Time that is working in both; second value: whether there is any.

    Where the two weeks never meet (day shift and night shift), ``one`` counts alone before or after.
    """
    both = _combine(one, other, 2)
    met = len(both.start) > 0
    if not met:
        return one, False
    for low, high in ((both.first, both.first + 2 * TENTHS_PER_WEEK), (both.end - 2 * TENTHS_PER_WEEK, both.end)):
        if not np.any((both.start < high) & (both.finish > low)):
            start, finish = unrolled(one, low, high)
            both = Segments(both.first, both.end, *_united([(both.start, both.finish), (start, finish)], 1))
    return both, True


def union(one: Segments, other: Segments) -> Segments:
    """Time that is working in either."""
    return _combine(one, other, 1)


def unrolled(segments: Segments, low: int, high: int) -> tuple[Ints, Ints]:
    """Starts and finishes of the work between two instants anywhere in time, cut at both."""
    parts = [(segments.start, segments.finish)]
    if low < segments.first:
        parts.append(_repeated(segments, segments.first, -(-(segments.first - low) // TENTHS_PER_WEEK), -1))
    if high > segments.end:
        parts.append(
            _repeated(segments, segments.end - TENTHS_PER_WEEK, -(-(high - segments.end) // TENTHS_PER_WEEK), 1)
        )
    start, finish = _united(parts, 1)
    return _clipped(start, finish, low, high)


def _irregular(layered: Layered) -> tuple[int, int]:
    """Days between which something differs from the week: first day and first day after."""
    layers = (*layered.work_weeks, *layered.exceptions)
    if not layers:
        return ANCHOR_DAY, ANCHOR_DAY
    low = min(layer.first for layer in layers)
    high = max(layer.last for layer in layers) + 1
    low = min(max(low, FIRST_DAY), LAST_DAY)
    return low, max(low, min(high, LAST_DAY + 1))


def _pattern(shifts: DayShifts, table: dict[DayShifts, int]) -> int:
    return table.setdefault(shifts, len(table))


def _week_patterns(week: tuple[DayShifts, ...], days: Ints, table: dict[DayShifts, int]) -> Ints:
    return np.array([_pattern(shifts, table) for shifts in week], dtype=np.int64)[(days + 3) % 7]


def _pattern_of_days(layered: Layered, days: Ints, table: dict[DayShifts, int]) -> Ints:
    """The pattern number of each day."""
    patterns = _week_patterns(layered.week, days, table)
    origin = int(days[0])
    for layer in layered.work_weeks:
        low, high = max(layer.first - origin, 0), min(layer.last + 1 - origin, len(days))
        for position, shifts in enumerate(layer.week):
            if shifts is not None:
                offset = (position - weekday(origin + low)) % 7
                patterns[low + offset : max(low, high) : 7] = _pattern(shifts, table)
    if layered.exceptions:
        chosen, what = _exception_days(layered.exceptions, origin, table)
        inside = (chosen >= 0) & (chosen < len(days))
        # Of a day named twice the later exception holds: numpy keeps the last value written.
        patterns[chosen[inside]] = what[inside]
    return patterns


def _exception_days(layers: tuple[Layer, ...], origin: int, table: dict[DayShifts, int]) -> tuple[Ints, Ints]:
    """Every day of every exception in order of precedence, counted from ``origin``, and its pattern."""
    numbers = np.array([_pattern(layer.week[0] or (), table) for layer in layers], dtype=np.int64)
    bounds = np.array([layer[2:4] for layer in layers], dtype=np.int64)
    low = np.maximum(bounds[:, 0], FIRST_DAY - 31)
    lengths = np.maximum(np.minimum(bounds[:, 1], LAST_DAY + 31) - low + 1, 0)
    if all(layer.days is None for layer in layers):
        steps = np.arange(int(lengths.sum()), dtype=np.int64) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return np.repeat(low - origin, lengths) + steps, np.repeat(numbers, lengths)
    parts = [
        np.arange(first, first + length, dtype=np.int64) if layer.days is None else layer.days
        for layer, first, length in zip(layers, low.tolist(), lengths.tolist(), strict=True)
    ]
    return np.concatenate(parts) - origin, np.repeat(numbers, [len(part) for part in parts])


def _any_work(patterns: Ints, table: dict[DayShifts, int]) -> bool:
    return bool(np.any(patterns != table.get((), -1)))


def _of_days(days: Ints, patterns: Ints, table: dict[DayShifts, int], region: tuple[int, int]) -> Segments:
    shifts = list(table)
    count = np.array([len(entry) for entry in shifts], dtype=np.int64)
    offset = np.concatenate(([0], np.cumsum(count)[:-1]))
    flat = np.array([span for entry in shifts for span in entry], dtype=np.int64).reshape(-1, 2)
    counts = count[patterns]
    where = np.repeat(offset[patterns] - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    midnight = np.repeat(days * TENTHS_PER_DAY, counts)
    start, finish = _merged(midnight + flat[where, 0], midnight + flat[where, 1])
    return Segments(*region, *_clipped(start, finish, *region))


def _merged(start: Ints, finish: Ints) -> tuple[Ints, Ints]:
    """Join segments that touch or overlap; ``start`` ascends."""
    reach = np.maximum.accumulate(finish)
    opens = np.concatenate(([True], start[1:] > reach[:-1]))
    closes = np.concatenate((opens[1:], [True]))
    return start[opens], reach[closes]


def _clipped(start: Ints, finish: Ints, low: int, high: int) -> tuple[Ints, Ints]:
    start, finish = np.maximum(start, low), np.minimum(finish, high)
    keep = start < finish
    return start[keep], finish[keep]


def _repeated(segments: Segments, low: int, weeks: int, direction: int) -> tuple[Ints, Ints]:
    start, finish = _clipped(segments.start, segments.finish, low, low + TENTHS_PER_WEEK)
    shift = (np.arange(1, weeks + 1, dtype=np.int64) * TENTHS_PER_WEEK * direction)[:, None]
    return (start[None, :] + shift).ravel(), (finish[None, :] + shift).ravel()


def _combine(one: Segments, other: Segments, depth: int) -> Segments:
    first, end = min(one.first, other.first), max(one.end, other.end)
    parts = [unrolled(one, first, end), unrolled(other, first, end)]
    return Segments(first, end, *_united(parts, depth))


def _united(parts: list[tuple[Ints, Ints]], depth: int) -> tuple[Ints, Ints]:
    """Where at least ``depth`` of the parts work: a sweep over all starts and finishes."""
    moments = np.concatenate([array for part in parts for array in part])
    steps = np.concatenate([sign * np.ones(len(part[0]), dtype=np.int64) for part in parts for sign in (1, -1)])
    order = np.lexsort((-steps, moments))
    moments, level = moments[order], np.cumsum(steps[order])
    inside = level >= depth
    before = np.concatenate(([False], inside[:-1]))
    start, finish = moments[inside & ~before], moments[before & ~inside]
    keep = start < finish
    return start[keep], finish[keep]
