"""The engine against an oracle that walks hours, and what holds for every plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headway.core.plan.entities import Link, LinkKind
from headway.core.plan.plan import Plan, Rules
from headway.core.schedule import Schedule, compile_plan, schedule, solve
from headway.core.time import TENTHS_PER_HOUR
from tests.property.schedule_oracle import Net, Step, Tie, early_dates, moved, reached, textbook, work
from tests.property.schedules import WORKED, hour_of, nets, plan_of

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

both = pytest.mark.parametrize("rules", [Rules.MSPROJECT, Rules.P6])
OFFICE = WORKED[0]


def early_hours(found: Schedule) -> list[tuple[int, int]]:
    dates = [found.dates(task) for task in found.compiled.task_ids]
    return [(hour_of(row.early_start), hour_of(row.early_finish)) for row in dates]


def hours(span: int | None) -> int:
    assert span is not None
    assert span % TENTHS_PER_HOUR == 0
    return span // TENTHS_PER_HOUR


@both
@given(net=nets(calendars=4, constraints=True))
def test_early_dates_are_the_first_hours_that_break_nothing(net: Net, rules: Rules) -> None:
    found = early_hours(schedule(plan_of(net, rules)))
    assert found == early_dates(net, WORKED, lag_by_successor=rules is Rules.MSPROJECT)


@both
@given(net=nets())
def test_one_calendar_is_the_textbook(net: Net, rules: Rules) -> None:
    found = schedule(plan_of(net, rules))
    for task, row in zip(found.compiled.task_ids, textbook(net, p6=rules is Rules.P6), strict=True):
        dates = found.dates(task)
        seen = [
            work(OFFICE, net.start, hour_of(moment))
            for moment in (dates.early_start, dates.early_finish, dates.late_start, dates.late_finish)
        ]
        assert seen == [row.early_start, row.early_finish, row.late_start, row.late_finish]
        assert hours(dates.total_float) == row.total_float
        assert hours(dates.free_float) == row.free_float


@both
@given(net=nets(calendars=4, constraints=True))
def test_no_link_is_violated(net: Net, rules: Rules) -> None:
    found = early_hours(schedule(plan_of(net, rules)))
    for tie in net.ties:
        worked = WORKED[net.steps[tie.after].calendar]
        lagging = worked if rules is Rules.MSPROJECT else WORKED[net.steps[tie.before].calendar]
        wanted = moved(lagging, found[tie.before][1 if tie.kind in ("FS", "FF") else 0], tie.lag)
        assert reached(worked, found[tie.after][0 if tie.kind in ("FS", "SS") else 1], wanted)


@both
@given(net=nets(calendars=4, constraints=True))
def test_starts_open_a_stretch_of_work_and_finishes_close_it(net: Net, rules: Rules) -> None:
    found = schedule(plan_of(net, rules))
    for task, step in zip(found.compiled.task_ids, net.steps, strict=True):
        dates, worked = found.dates(task), WORKED[step.calendar]
        for start in (dates.start, dates.early_start, dates.late_start):
            assert worked(hour_of(start))
        for finish in (dates.finish, dates.early_finish, dates.late_finish):
            assert worked(hour_of(finish) - 1)
        assert work(worked, hour_of(dates.start), hour_of(dates.finish)) == step.duration
        assert work(worked, hour_of(dates.late_start), hour_of(dates.late_finish)) == step.duration


@both
@given(net=nets(calendars=4, constraints=True), data=st.data())
def test_the_order_of_tasks_links_and_numbers_changes_nothing(net: Net, rules: Rules, data: DataObject) -> None:
    plan = plan_of(net, rules)
    expected = schedule(plan)
    new = dict(zip(plan.tasks, data.draw(st.permutations(range(50, 50 + len(plan.tasks)))), strict=True))
    tasks = [replace(task, id=new[task.id]) for task in data.draw(st.permutations(list(plan.tasks.values())))]
    links = [
        replace(link, id=number, predecessor=new[link.predecessor], successor=new[link.successor])
        for number, link in enumerate(data.draw(st.permutations(list(plan.links.values()))), start=7)
    ]
    other = replace(plan, tasks={task.id: task for task in tasks}, links={link.id: link for link in links})
    found = schedule(other)
    assert found.finish == expected.finish
    for task in plan.tasks:
        assert found.dates(new[task]) == expected.dates(task)


@both
@given(net=nets(calendars=4, constraints=True), data=st.data())
def test_another_link_never_makes_a_date_earlier(net: Net, rules: Rules, data: DataObject) -> None:
    plan = plan_of(net, rules)
    after = data.draw(st.integers(1, len(net.steps) - 1))
    before = data.draw(st.integers(0, after - 1))
    kind = LinkKind(data.draw(st.sampled_from(["FS", "SS", "FF", "SF"])))
    lag = data.draw(st.integers(-20, 40)) * TENTHS_PER_HOUR
    more = replace(plan, links={**plan.links, 99: Link(99, before + 1, after + 1, kind, lag)})
    for old, new in zip(early_hours(schedule(plan)), early_hours(schedule(more)), strict=True):
        assert new >= old


@both
@given(net=nets())
def test_somebody_has_no_float_and_nobody_less(net: Net, rules: Rules) -> None:
    found = schedule(plan_of(net, rules))
    floats = [found.dates(task).total_float for task in found.compiled.task_ids]
    assert min(hours(span) for span in floats) == 0


def assert_early_before_late(net: Net, rules: Rules) -> None:
    found = schedule(plan_of(net, rules))
    for task in found.compiled.task_ids:
        dates = found.dates(task)
        assert hour_of(dates.early_start) <= hour_of(dates.late_start)
        assert hour_of(dates.early_finish) <= hour_of(dates.late_finish)
        assert hour_of(dates.late_finish) <= hour_of(found.finish)


# With several calendars a lead from time off is not undone by adding it again, and a finish bound in the successor's
# time off counts as met by the shift before: both can cost float (docs/algorithms/schedule.md, ties and rounding).


@given(net=nets(calendars=4, constraints=True, least_lag=0, kinds="FS SS"))
def test_late_dates_are_not_before_early_dates_in_ms_project(net: Net) -> None:
    assert_early_before_late(net, Rules.MSPROJECT)


@given(net=nets(calendars=4, constraints=True, least_lag=0, kinds="FS"))
def test_late_dates_are_not_before_early_dates_in_p6(net: Net) -> None:
    """Without SS as well: a lone SS successor hands its late finish to its predecessor, in whatever calendar."""
    assert_early_before_late(net, Rules.P6)


MIRRORED = {"FS": "FS", "SF": "SF", "SS": "FF", "FF": "SS"}


def mirrored(net: Net) -> Net:
    """The net run backwards: starts become finishes, predecessors successors."""
    last = len(net.steps) - 1
    ties = tuple(Tie(last - tie.after, last - tie.before, MIRRORED[tie.kind], tie.lag) for tie in net.ties)
    return Net(net.start, net.steps[::-1], ties)


@given(net=nets())
def test_the_backward_pass_is_the_forward_pass_of_the_mirrored_plan(net: Net) -> None:
    found = schedule(plan_of(net, Rules.MSPROJECT))
    other = schedule(plan_of(mirrored(net), Rules.MSPROJECT))
    length = work(OFFICE, net.start, hour_of(found.finish))
    assert work(OFFICE, net.start, hour_of(other.finish)) == length
    size = len(net.steps)
    for task in range(1, size + 1):
        late_finish = work(OFFICE, net.start, hour_of(found.dates(task).late_finish))
        early_start = work(OFFICE, net.start, hour_of(other.dates(size + 1 - task).early_start))
        assert early_start == length - late_finish


@both
@given(net=nets(kinds="FS", least_lag=0), more=st.integers(1, 40), data=st.data())
def test_a_longer_critical_task_moves_the_finish_by_as_much(
    net: Net, rules: Rules, more: int, data: DataObject
) -> None:
    found = schedule(plan_of(net, rules))
    critical = [task for task in found.compiled.task_ids if found.dates(task).critical]
    chosen = data.draw(st.sampled_from(critical)) - 1
    step = net.steps[chosen]
    steps = (*net.steps[:chosen], Step(step.duration + more, step.calendar), *net.steps[chosen + 1 :])
    longer = schedule(plan_of(Net(net.start, steps, net.ties), rules))
    assert work(OFFICE, hour_of(found.finish), hour_of(longer.finish)) == more


@both
@given(net=nets(kinds="FS", least_lag=0), data=st.data())
def test_total_float_is_how_far_a_task_may_slip(net: Net, rules: Rules, data: DataObject) -> None:
    """Longer by its float a task does not move the finish; by an hour more it does, by that hour."""
    found = schedule(plan_of(net, rules))
    chosen = data.draw(st.sampled_from(found.compiled.task_ids))
    spare = hours(found.dates(chosen).total_float)
    for slip in (0, 1):
        step = net.steps[chosen - 1]
        steps = list(net.steps)
        steps[chosen - 1] = Step(step.duration + spare + slip, step.calendar)
        longer = schedule(plan_of(Net(net.start, tuple(steps), net.ties), rules))
        assert work(OFFICE, hour_of(found.finish), hour_of(longer.finish)) == slip


@both
@given(net=nets(calendars=4, constraints=True))
def test_solving_again_gives_the_same(net: Net, rules: Rules) -> None:
    compiled = compile_plan(plan_of(net, rules))
    first, second = solve(compiled), solve(compiled)
    assert [first.dates(task) for task in compiled.task_ids] == [second.dates(task) for task in compiled.task_ids]


@both
@given(net=nets(calendars=4), shift=st.integers(1, 4))
def test_a_later_project_start_makes_nothing_earlier(net: Net, rules: Rules, shift: int) -> None:
    plan: Plan = plan_of(net, rules)
    later = plan_of(Net(net.start + 24 * shift, net.steps, net.ties), rules)
    for old, new in zip(early_hours(schedule(plan)), early_hours(schedule(later)), strict=True):
        assert new >= old
