"""Working time: the kernels against a walk cell by cell, and laws that hold for every calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from headway.core.calendar import kernels
from headway.core.calendar.compile import compile_calendars
from headway.core.calendar.recurrence import occurrences
from headway.core.calendar.working import working_calendar
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_WEEK
from tests.property.calendars import LAST_DAY, calendars, edges_of, families, instants, rules
from tests.unit.core.calendar.oracle import CELL, CELLS_A_DAY, Oracle, days_of_rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Recurrence

HORIZON = LAST_DAY + 5_000
CENTURY = 5_218 * TENTHS_PER_WEEK
SPANS = st.integers(-2_000, 2_000)


@given(st.data())
def test_kernels_agree_with_a_walk(data: st.DataObject) -> None:
    plan = data.draw(families())
    oracle, compiled = Oracle(plan, 1, HORIZON), compile_calendars(plan)
    wt, c = compiled.working_time, compiled.at(1)
    for _ in range(6):
        instant = data.draw(instants(plan))
        span = data.draw(SPANS) * CELL
        assert kernels.next_start(wt, c, instant) == oracle.next_start(instant)
        assert kernels.previous_finish(wt, c, instant) == oracle.previous_finish(instant)
        assert kernels.add_work(wt, c, instant, span) == oracle.add_work(instant, span)
        other = instant + data.draw(SPANS) * CELL
        assert kernels.work_between(wt, c, instant, other) == oracle.work_between(instant, other)


@given(st.data())
def test_the_faces_of_an_instant(data: st.DataObject) -> None:
    """A start face is where work goes on, a finish face where it has just been done, with the same work behind them."""
    plan = data.draw(families())
    compiled = compile_calendars(plan)
    wt, c = compiled.working_time, compiled.at(1)
    t = data.draw(instants(plan)) + data.draw(st.integers(0, CELL))
    w = kernels.work_at(wt, c, t)
    start, finish = kernels.start_at(wt, c, w), kernels.finish_at(wt, c, w)
    assert finish <= t <= start
    assert kernels.work_at(wt, c, start) == kernels.work_at(wt, c, finish) == w
    assert kernels.work_at(wt, c, start + 1) == w + 1
    assert kernels.work_at(wt, c, finish - 1) == w - 1
    assert kernels.next_start(wt, c, t) == start
    assert kernels.previous_finish(wt, c, t) == finish


@given(st.data())
def test_work_added_is_work_between(data: st.DataObject) -> None:
    plan = data.draw(families())
    compiled = compile_calendars(plan)
    wt, c = compiled.working_time, compiled.at(1)
    t = data.draw(instants(plan)) + data.draw(st.integers(0, CELL))
    span = data.draw(st.integers(1, 50_000_000))
    finish, start = kernels.add_work(wt, c, t, span), kernels.add_work(wt, c, t, -span)
    assert kernels.work_between(wt, c, t, finish) == span == kernels.work_between(wt, c, start, t)
    assert kernels.previous_finish(wt, c, finish) == finish
    assert kernels.next_start(wt, c, start) == start
    assert kernels.add_work(wt, c, finish, -span) == kernels.next_start(wt, c, t)
    assert kernels.add_work(wt, c, start, span) == kernels.previous_finish(wt, c, t)
    assert kernels.add_work(wt, c, t, 0) == t


@given(st.data())
def test_work_never_falls_and_adds_up(data: st.DataObject) -> None:
    plan = data.draw(families())
    compiled = compile_calendars(plan)
    wt, c = compiled.working_time, compiled.at(1)
    a, b, d = sorted(data.draw(instants(plan)) for _ in range(3))
    assert 0 <= kernels.work_between(wt, c, a, b) <= b - a
    assert kernels.work_between(wt, c, a, b) + kernels.work_between(wt, c, b, d) == kernels.work_between(wt, c, a, d)
    assert kernels.work_between(wt, c, b, a) == -kernels.work_between(wt, c, a, b)


@given(st.data(), st.sampled_from((-1, 1)), st.integers(0, 30))
def test_the_week_repeats_for_ever(data: st.DataObject, direction: int, centuries: int) -> None:
    """Centuries away, every instant behaves as the same instant some weeks later."""
    plan = data.draw(families())
    compiled = compile_calendars(plan)
    wt, c = compiled.working_time, compiled.at(1)
    edges = edges_of(plan)
    day = max(edges) + 5_000 if direction > 0 else min(edges) - 30
    t = (day + direction * data.draw(st.integers(0, 20))) * TENTHS_PER_DAY + data.draw(st.integers(0, TENTHS_PER_DAY))
    far = t + direction * centuries * CENTURY
    week = kernels.work_between(wt, c, t, t + direction * TENTHS_PER_WEEK)
    assert kernels.work_between(wt, c, t, far) == week * centuries * (CENTURY // TENTHS_PER_WEEK)
    assert kernels.add_work(wt, c, far, direction * 4_800) - far == kernels.add_work(wt, c, t, direction * 4_800) - t
    if direction > 0:
        assert kernels.next_start(wt, c, far) - far == kernels.next_start(wt, c, t) - t
    else:
        assert kernels.previous_finish(wt, c, far) - far == kernels.previous_finish(wt, c, t) - t


@given(st.data())
def test_common_and_joint_time(data: st.DataObject) -> None:
    plan = data.draw(families()) | {9: data.draw(calendars(9))}
    compiled = compile_calendars(plan)
    one, other = pair = compiled.at(1), compiled.at(9)
    compiled = compiled.with_intersections([pair]).with_unions([pair])
    wt, both, either = compiled.working_time, compiled.intersections[pair], compiled.unions[pair]
    far = (LAST_DAY + 6_000) * TENTHS_PER_DAY, -7_000 * TENTHS_PER_DAY
    assume(all(any(works(wt, one, t) and works(wt, other, t) for t in week_from(start)) for start in far))
    first = data.draw(instants(plan))
    for t in range(first, first + 3 * TENTHS_PER_DAY, 5 * CELL):
        assert works(wt, either, t) == (works(wt, one, t) or works(wt, other, t))
        assert works(wt, both, t) == (works(wt, one, t) and works(wt, other, t))


def works(wt: kernels.WorkingTime, c: int, t: int) -> bool:
    return bool(kernels.next_start(wt, c, t) == t)


def week_from(t: int) -> range:
    return range(t, t + TENTHS_PER_WEEK, CELL)


@given(rules())
def test_rules_agree_with_a_look_at_each_day(rule: Recurrence) -> None:
    until = rule.start + 12 * 4 * 400
    assert occurrences(rule).tolist() == list(days_of_rule(rule, until))


@given(st.data())
def test_shifts_of_a_day(data: st.DataObject) -> None:
    plan = data.draw(families())
    oracle, calendar = Oracle(plan, 1, HORIZON), working_calendar(compile_calendars(plan), 1)
    day = data.draw(instants(plan)) // TENTHS_PER_DAY
    worked = [False] * CELLS_A_DAY
    for start, finish in calendar.shifts_on(day):
        worked[start // CELL : finish // CELL] = [True] * ((finish - start) // CELL)
    assert tuple(worked) == oracle.cells(day)
    assert (calendar.why_not_working(day) is None) == any(worked)
