"""Critical path in slow, obvious steps: hours are walked one by one, dates are tried one by one.

Written from the rules (``docs/algorithms/schedule.md``), not from the engine.  Everything is in whole hours since
Monday 2027-03-01 00:00; a calendar is a function that says whether an hour is worked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

WorkedHour = Callable[[int], bool]
HOURS_PER_WEEK = 168


@dataclass(frozen=True)
class Step:
    """A task: ``duration`` hours of work, ``calendar`` by index, perhaps not before ``not_before``."""

    duration: int
    calendar: int = 0
    not_before: int | None = None


@dataclass(frozen=True)
class Tie:
    """A link between two steps by index, the predecessor first; ``lag`` in hours of work."""

    before: int
    after: int
    kind: str = "FS"
    lag: int = 0


@dataclass(frozen=True)
class Net:
    """A plan: ties point from lower to higher indices."""

    start: int
    steps: tuple[Step, ...]
    ties: tuple[Tie, ...]


# ---------------------------------------------------------------------------------------------- hours of a calendar


def work(worked: WorkedHour, a: int, b: int) -> int:
    """Worked hours from ``a`` to ``b``, negative when ``b`` comes first."""
    return sum(map(worked, range(a, b))) if a <= b else -sum(map(worked, range(b, a)))


def moved(worked: WorkedHour, hour: int, span: int) -> int:
    """``hour`` plus ``span`` worked hours: forwards to the end of the last one, backwards to the start of it."""
    step = 1 if span > 0 else -1
    left = abs(span)
    while left:
        left -= worked(hour if step > 0 else hour - 1)
        hour += step
    return hour


def reached(worked: WorkedHour, hour: int, wanted: int) -> bool:
    """Whether ``hour`` is at or after ``wanted`` for one who works by this calendar."""
    return work(worked, hour, wanted) <= 0


# ------------------------------------------------------------------------------------- early dates, several calendars


def early_dates(net: Net, calendars: Sequence[WorkedHour], lag_by_successor: bool) -> list[tuple[int, int]]:
    """Start and finish of every step: the first hour that breaks nothing."""
    found: list[tuple[int, int]] = []
    for index, step in enumerate(net.steps):
        ties = [tie for tie in net.ties if tie.after == index]
        start = net.start
        while not _fits(net, calendars, ties, found, step, start, lag_by_successor):
            start += 1
        found.append((start, moved(calendars[step.calendar], start, step.duration)))
    return found


def _fits(
    net: Net,
    calendars: Sequence[WorkedHour],
    ties: Sequence[Tie],
    found: Sequence[tuple[int, int]],
    step: Step,
    start: int,
    lag_by_successor: bool,
) -> bool:
    worked = calendars[step.calendar]
    if not worked(start) or (step.not_before is not None and start < step.not_before):
        return False
    finish = moved(worked, start, step.duration)
    for tie in ties:
        before = net.steps[tie.before]
        begin, end = found[tie.before]
        lag_calendar = calendars[step.calendar if lag_by_successor else before.calendar]
        wanted = moved(lag_calendar, end if tie.kind in ("FS", "FF") else begin, tie.lag)
        if not reached(worked, start if tie.kind in ("FS", "SS") else finish, wanted):
            return False
    return True


# ----------------------------------------------------------------------------------------- the textbook, one calendar


@dataclass(frozen=True)
class Row:
    """Dates of one step in worked hours after the project start, and its float."""

    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    total_float: int
    free_float: int


def textbook(net: Net, p6: bool = False) -> list[Row]:
    """Forward and backward pass in worked hours, where a calendar does not matter."""
    early: list[int] = []
    for index, step in enumerate(net.steps):
        bounds = [_earliest(tie, net, early, step) for tie in net.ties if tie.after == index]
        early.append(max([0, *bounds]))
    end = max(start + step.duration for start, step in zip(early, net.steps, strict=True))
    late: dict[int, int] = {}
    for index in reversed(range(len(net.steps))):
        bounds = [_latest(tie, net, late, p6) for tie in net.ties if tie.before == index]
        late[index] = min([end, *bounds])
    return [_row(net, index, early, late, end, p6) for index in range(len(net.steps))]


def _earliest(tie: Tie, net: Net, early: Sequence[int], step: Step) -> int:
    begin = early[tie.before]
    end = begin + net.steps[tie.before].duration
    wanted = (end if tie.kind in ("FS", "FF") else begin) + tie.lag
    return wanted if tie.kind in ("FS", "SS") else wanted - step.duration


def _latest(tie: Tie, net: Net, late: dict[int, int], p6: bool) -> int:
    """Latest finish of the predecessor by this tie."""
    end = late[tie.after]
    begin = end - net.steps[tie.after].duration
    allowed = (begin if tie.kind in ("FS", "SS") else end) - tie.lag
    if tie.kind in ("FS", "FF"):
        return allowed
    finish = allowed + net.steps[tie.before].duration
    alone = not any(other.before == tie.after for other in net.ties)
    return min(finish, end) if p6 and tie.kind == "SS" and alone and tie.lag == 0 else finish


def _row(net: Net, index: int, early: Sequence[int], late: dict[int, int], end: int, p6: bool) -> Row:
    start = early[index]
    finish = start + net.steps[index].duration
    gaps = []
    for tie in net.ties:
        if tie.before == index:
            begin = early[tie.after]
            close = begin + net.steps[tie.after].duration
            gap = begin if tie.kind in ("FS", "SS") else close
            gaps.append(gap - (finish if tie.kind in ("FS", "FF") else start) - tie.lag)
    total = late[index] - finish
    free = min(gaps) if gaps else (end - finish if p6 else total)
    return Row(start, finish, late[index] - net.steps[index].duration, late[index], total, free if p6 else max(free, 0))
