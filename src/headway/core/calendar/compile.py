"""All calendars a plan needs, compiled into one set of arrays for the kernels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from headway.core.calendar.kernels import Ints, WorkingTime
from headway.core.calendar.layers import CalendarWarning, Layered, Resolver
from headway.core.calendar.segments import Segments, intersection, of_layers, round_the_clock, standard, union
from headway.core.time import NEVER, TENTHS_PER_WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.plan.entities import Calendar

ELAPSED = 0
"""Dense index of the built-in 24-hour calendar: elapsed time."""
STANDARD = 1
"""Dense index of the built-in standard calendar: Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00."""

_FOREVER = -NEVER


@dataclass(frozen=True, slots=True, eq=False)
class CompiledCalendars:
    """Compiled working time and where each calendar is in it."""

    working_time: WorkingTime
    index: dict[int, int]
    """Calendar id to dense index; 0 stands for "none named" and is the standard calendar.

    Calendars that work the same time share an index (resources that add nothing to their base calendar)."""
    warnings: tuple[CalendarWarning, ...]
    layered: dict[int, Layered]
    """By calendar id: what each calendar of the plan consists of, to explain its days."""
    intersections: dict[tuple[int, int], int]
    """Pair of dense indices to the dense index of the time they have in common."""
    unions: dict[tuple[int, int], int]
    pieces: tuple[Segments, ...] = field(repr=False)

    def at(self, calendar: int | None) -> int:
        """Dense index of a calendar id; the standard calendar for ``None`` and for ids that are not there."""
        return STANDARD if calendar is None else self.index.get(calendar, STANDARD)

    def with_intersections(self, pairs: Iterable[tuple[int, int]]) -> CompiledCalendars:
        """The same with the common time of each pair of dense indices added (task calendar first, then resource)."""
        pieces, known, warnings = list(self.pieces), dict(self.intersections), list(self.warnings)
        for one, other in sorted(set(pairs) - known.keys()):
            if one == other or other == ELAPSED:
                known[one, other] = one
            elif one == ELAPSED:
                known[one, other] = other
            else:
                segments, met = intersection(pieces[one], pieces[other])
                known[one, other] = len(pieces) if met else one
                if met:
                    pieces.append(segments)
                else:
                    warnings.append(self._never_meet(one, other))
        return replace(self._extended(pieces), intersections=known, warnings=tuple(warnings))

    def with_unions(self, pairs: Iterable[tuple[int, int]]) -> CompiledCalendars:
        """The same with the time when either of each pair works added."""
        pieces, known = list(self.pieces), dict(self.unions)
        for one, other in sorted(set(pairs) - known.keys()):
            if one == other:
                known[one, other] = one
            elif ELAPSED in (one, other):
                known[one, other] = ELAPSED
            elif (other, one) in known:
                known[one, other] = known[other, one]
            else:
                known[one, other] = len(pieces)
                pieces.append(union(pieces[one], pieces[other]))
        return replace(self._extended(pieces), unions=known)

    def _extended(self, pieces: list[Segments]) -> CompiledCalendars:
        if len(pieces) == len(self.pieces):
            return self
        return replace(self, pieces=tuple(pieces), working_time=pack(pieces))

    def _never_meet(self, one: int, other: int) -> CalendarWarning:
        names = {c: self.layered[calendar] for calendar, c in reversed(self.index.items()) if calendar in self.layered}
        calendar = names[one].id if one in names else 0
        return CalendarWarning("calendars_never_meet", calendar, names[other].name if other in names else "")


def compile_calendars(calendars: Mapping[int, Calendar], wanted: Iterable[int] | None = None) -> CompiledCalendars:
    """Compile the wanted calendars (all when ``None``), with the built-in 24-hour and standard ones in front.

    A calendar that does not exist counts as the standard one, a calendar without any working time as round the clock;
    ``warnings`` says so.
    """
    pieces: list[Segments] = [round_the_clock(), standard()]
    index: dict[int, int] = {0: STANDARD}
    layered: dict[int, Layered] = {}
    warnings: dict[CalendarWarning, None] = {}
    known: dict[tuple[object, ...], int] = {}
    resolver = Resolver(calendars)
    for calendar in sorted(set(calendars if wanted is None else wanted)):
        if calendar not in calendars:
            warnings[CalendarWarning("calendar_missing", calendar)] = None
            index[calendar] = STANDARD
            continue
        resolved = layered[calendar] = resolver.resolve(calendar)
        key = (resolved.week, resolved.source)
        if key not in known:
            segments, codes = of_layers(resolved)
            warnings.update((CalendarWarning(code, calendar, resolved.name), None) for code in codes)
            known[key] = len(pieces)
            pieces.append(segments)
        index[calendar] = known[key]
    found = (*resolver.warnings, *warnings)
    return CompiledCalendars(pack(pieces), index, found, layered, {}, {}, tuple(pieces))


def pack(pieces: Iterable[Segments]) -> WorkingTime:
    """Lay calendars one behind the other, each with a sentinel before and after it and its two bucket tables."""
    frames: list[list[int]] = []
    parts: tuple[list[Ints], ...] = ([], [], [], [], [])
    base = time_base = work_base = 0
    for piece in pieces:
        start, finish, reached, head, tail = _with_sentinels(piece)
        total = int(reached[-1])
        time_shift = _bucket_shift(piece.end - piece.first, len(piece.start))
        work_shift = _bucket_shift(total, len(piece.start))
        by_time = _buckets(finish[1:-1], piece.first, piece.end - piece.first, time_shift) + base + 1
        by_work = _buckets(reached[2:], 0, total, work_shift) + base + 1
        frames.append(
            [piece.first, piece.end, total, head, tail, base + 1, time_base, time_shift, work_base, work_shift]
        )
        for part, array in zip(parts, (start, finish, reached, by_time, by_work), strict=True):
            part.append(array)
        base += len(start)
        time_base += len(by_time)
        work_base += len(by_work)
    return WorkingTime(np.array(frames, dtype=np.int64), *(np.concatenate(part) for part in parts))


def _with_sentinels(piece: Segments) -> tuple[Ints, Ints, Ints, int, int]:
    """Starts, finishes and work reached with the neighbours in the weeks outside; work of the week before and after."""
    reached = np.concatenate(([0], np.cumsum(piece.finish - piece.start)))
    second, last = piece.first + TENTHS_PER_WEEK, piece.end - TENTHS_PER_WEEK
    before = min(int(piece.finish[np.searchsorted(piece.start, second) - 1]), second) - TENTHS_PER_WEEK
    after = max(int(piece.start[np.searchsorted(piece.finish, last, side="right")]), last) + TENTHS_PER_WEEK
    head = int(np.sum(np.clip(np.minimum(piece.finish, second) - piece.start, 0, None)))
    tail = int(np.sum(np.clip(piece.finish - np.maximum(piece.start, last), 0, None)))
    start = np.concatenate(([NEVER], piece.start, [after]))
    finish = np.concatenate(([before], piece.finish, [_FOREVER]))
    return start, finish, np.concatenate(([0], reached)), head, tail


def _bucket_shift(length: int, count: int) -> int:
    """Width of buckets, as a power of two, so that there are as many buckets as segments, or up to twice as many."""
    return max(0, (length // count).bit_length() - 1)


def _buckets(finishes: Ints, first: int, length: int, shift: int) -> Ints:
    """For the beginning of each bucket, and the end of the last: how many segments have finished by then."""
    counts = np.bincount((finishes - 1 - first) >> shift, minlength=((length - 1) >> shift) + 1)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
