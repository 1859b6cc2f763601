"""What holds for the review of any plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.plan.entities import Baseline, BaselineDates, Constraint, ConstraintKind, Progress
from headway.core.plan.plan import Rules
from headway.core.review import Status, review
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_HOUR
from tests.property.schedules import CALENDARS, instant_of, nets, plan_of
from tests.recounts.comparing import differences, result_of

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from headway.core.plan.entities import Task
    from headway.core.plan.plan import Plan

BOTH = pytest.mark.parametrize("rules", list(Rules))


@BOTH
@given(data=st.data())
def test_a_delay_arrives_where_nothing_holds_it(rules: Rules, data: st.DataObject) -> None:
    """One calendar, links of all kinds, at most dates before which work cannot start.

    Where a link asks for the finish of the delayed task, that task can start earlier and lose some hours of the delay.
    """
    plan = plan_of(data.draw(nets(constraints=True)), rules)
    result = result_of(schedule(plan), "dcma-12")
    assert result.status is Status.PASS, result
    assert result.value == result.threshold
    assert 580 < (result.value or 0) <= 600


@BOTH
@given(data=st.data())
def test_the_delay_is_the_whole_one_where_links_ask_for_starts(rules: Rules, data: st.DataObject) -> None:
    plan = plan_of(data.draw(nets(kinds="FS SS", constraints=True)), rules)
    result = result_of(schedule(plan), "dcma-12")
    assert result.value == result.threshold == 600


@BOTH
@given(data=st.data())
def test_a_delay_arrives_in_several_calendars(rules: Rules, data: st.DataObject) -> None:
    plan = plan_of(data.draw(nets(calendars=len(CALENDARS), kinds="FS", least_lag=0)), rules)
    assert result_of(schedule(plan), "dcma-12").status is Status.PASS


@BOTH
@given(data=st.data())
def test_figures_are_those_of_a_recount(rules: Rules, data: st.DataObject) -> None:
    """With progress, a baseline that knows some of the tasks, a data date, constraints and several calendars."""
    found = schedule(data.draw(lived_in(rules)))
    assert not differences(found)


@BOTH
@given(data=st.data())
def test_a_review_says_the_same_twice_and_a_status_for_all(rules: Rules, data: st.DataObject) -> None:
    found = schedule(data.draw(lived_in(rules)))
    first = review(found)
    assert first == review(found)
    assert first.score is None or 0 <= first.score <= 100
    for result in first.results:
        if result.status is Status.NOT_EVALUATED:
            assert result.reason is not None
        else:
            assert result.value is not None


def lived_in(rules: Rules) -> SearchStrategy[Plan]:
    """Plans in the middle of their work."""
    return _lived_in(rules)


@st.composite
def _lived_in(draw: DrawFn, rules: Rules) -> Plan:
    plan = plan_of(draw(nets(calendars=len(CALENDARS), constraints=True)), rules)
    now = instant_of(draw(st.integers(8, 300)))
    tasks = {number: draw(_worked_on(task)) for number, task in plan.tasks.items()}
    dates = schedule(plan)
    known = [number for number in tasks if draw(st.booleans())]
    baseline = tuple(
        BaselineDates(number, dates.dates(number).start, _later(dates.dates(number).finish, draw(st.integers(-40, 9))))
        for number in known
    )
    return msgspec.structs.replace(
        plan,
        project=msgspec.structs.replace(plan.project, data_date=draw(st.sampled_from([None, now, now]))),
        tasks=tasks,
        baselines={0: Baseline(0, dates=baseline)} if baseline else {},
    )


def _later(finish: int | None, hours: int) -> int | None:
    return None if finish is None else finish + hours * TENTHS_PER_HOUR


@st.composite
def _worked_on(draw: DrawFn, task: Task) -> Task:
    """A task that has not started, has started or is done, perhaps with a hard constraint."""
    start = instant_of(draw(st.integers(8, 200)))
    finish = start + draw(st.integers(1, 80)) * TENTHS_PER_HOUR
    state = draw(st.sampled_from(["open", "open", "started", "done"]))
    progress = None
    if state == "started":
        progress = Progress(actual_start=start, remaining_duration=task.duration // 2, percent_complete=5_000)
    elif state == "done":
        progress = Progress(start, finish, remaining_duration=0, percent_complete=10_000)
    kind = draw(st.sampled_from([None, None, *ConstraintKind]))
    constraint = None if kind is None else Constraint(kind, finish)
    long = draw(st.sampled_from([1, 1, 1, 20]))
    return msgspec.structs.replace(task, progress=progress, constraint=constraint, duration=task.duration * long)
