"""Real files compared: with themselves, with renumbered and with mutated copies, and two versions of one project."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.changes import Remove, apply, diff
from headway.core.diff import CauseKind, diff_plans, matched
from headway.core.plan.codec import encode
from headway.core.schedule import schedule
from headway.formats import ReadResult
from headway.messages import render
from tests.files.reading import index_of, read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from headway.core.diff import PlanDiff
    from headway.core.plan.plan import Plan

MOST_TASKS = 500
"""Files with more are compared under ``--full`` only."""
DAY = 4_800


@pytest.fixture(scope="module")
def plans(cases: Path, request: pytest.FixtureRequest) -> dict[str, Plan]:
    """Every plan of the index that can be read, by its file."""
    found = {
        each.name: each.result.plan
        for each in read_rows(cases, index_of(cases))
        if isinstance(each.outcome, ReadResult)
    }
    full = request.config.getoption("--full")
    return {name: plan for name, plan in found.items() if full or len(plan.tasks) <= MOST_TASKS}


def mutated(plan: Plan, chance: Random) -> Plan:
    """A plan after the edits of a week: durations, links, lags and names."""
    tasks, links = dict(plan.tasks), dict(plan.links)
    open_tasks = sorted(i for i, task in tasks.items() if task.progress is None or task.progress.actual_start is None)
    for number in chance.sample(open_tasks, min(len(open_tasks), 2)):
        longer = tasks[number].duration + chance.choice([DAY, 2 * DAY])
        tasks[number] = msgspec.structs.replace(tasks[number], duration=longer)
    if links:
        del links[chance.choice(sorted(links))]
    if links:
        number = chance.choice(sorted(links))
        links[number] = msgspec.structs.replace(links[number], lag=links[number].lag + DAY)
    if open_tasks:
        number = chance.choice(open_tasks)
        tasks[number] = msgspec.structs.replace(tasks[number], name=tasks[number].name + " (again)")
    return msgspec.structs.replace(plan, tasks=tasks, links=links)


def backwards(plan: Plan) -> Plan:
    """The same plan with its entities in the opposite order."""
    names = ("tasks", "links", "calendars", "resources", "assignments", "baselines")
    return msgspec.structs.replace(plan, **{name: dict(reversed(getattr(plan, name).items())) for name in names})


def shifted(plan: Plan) -> Plan:
    """The same tasks and links as another program would number them, without identifiers of a file."""
    by, replace = 1_000_000, msgspec.structs.replace
    return replace(
        plan,
        tasks={
            i + by: replace(task, id=i + by, parent=task.parent + by if task.parent else 0, external=None)
            for i, task in plan.tasks.items()
        },
        links={
            i + by: replace(link, id=i + by, predecessor=link.predecessor + by, successor=link.successor + by)
            for i, link in plan.links.items()
        },
        assignments={i: replace(each, task=each.task + by) for i, each in plan.assignments.items()},
        baselines={},
        saved={},
    )


def sums(found: PlanDiff) -> tuple[int, int]:
    """Working time of all steps, and of the whole."""
    finish = found.summary.finish
    whole = 0 if finish.slip.elapsed else finish.slip.span
    return sum(step.slip.span for step in finish.steps if not step.slip.elapsed), whole


def test_a_file_compared_with_itself_has_no_change(plans: dict[str, Plan]) -> None:
    for name, plan in plans.items():
        answer = schedule(plan)
        found = diff_plans(answer, answer)
        assert found.same, name
        assert found.summary.groups == (), name


def test_the_order_in_a_file_makes_no_difference(plans: dict[str, Plan]) -> None:
    for name, plan in plans.items():
        assert diff(plan, matched(plan, backwards(plan)).plan) == (), name


def test_other_numbers_make_no_difference_but_for_codes(plans: dict[str, Plan]) -> None:
    for name, plan in plans.items():
        bare = msgspec.structs.replace(plan, baselines={}, saved={})
        changes = diff(bare, matched(bare, shifted(plan)).plan)
        entities = {(change.entity, getattr(change, "field", "")) for change in changes}
        assert entities <= {("task", "external")}, name


def test_the_edits_of_a_week_are_found_and_nothing_else(plans: dict[str, Plan]) -> None:
    for name, plan in plans.items():
        new = mutated(plan, Random(name))
        found = diff_plans(schedule(plan), schedule(new))
        assert {repr(change) for change in found.changes} == {repr(change) for change in diff(plan, new)}, name
        assert encode(apply(plan, found.changes)) == encode(found.matching.plan), name


def test_the_steps_add_up_and_every_move_has_a_cause(plans: dict[str, Plan]) -> None:
    for name, plan in plans.items():
        found = diff_plans(schedule(plan), schedule(mutated(plan, Random(name))))
        steps, whole = sums(found)
        assert steps == whole, name
        kinds = {cause.kind for move in found.summary.dates for cause in move.causes}
        assert CauseKind.UNKNOWN not in kinds, name
        assert kinds <= {CauseKind.DURATION, CauseKind.LINK_CHANGED, CauseKind.LINK_REMOVED, CauseKind.SPAN}, name
        assert all(render(move.message) for move in found.summary.dates)


def test_two_versions_of_one_project(plans: dict[str, Plan]) -> None:
    """The later file has its first phase typed by hand, years later."""
    old = plans["aspose-net/Software Development Plan.mpp"]
    new = plans["aspose-net/Software Development Plan-1.mpp"]
    found = diff_plans(schedule(old), schedule(new))
    assert len(found.matching.pairs["task"]) == len(old.tasks) == len(new.tasks)
    assert {change.entity for change in found.changes} <= {"project", "task", "calendar", "assignment", "resource"}
    assert found.summary.causes[0].cause.kind is CauseKind.MANUAL
    assert found.summary.causes[0].on_finish
    assert [step.kind.value for step in found.summary.finish.steps if step.slip.span] == ["constraints"]


def test_one_plan_in_two_formats(plans: dict[str, Plan]) -> None:
    """What two exports of one plan hold: the same activities and dates; only one of them has a row for the project."""
    old, new = plans["mpxj/percent-complete-8.4.xer"], plans["mpxj/percent-complete-8.4.pmxml"]
    found = diff_plans(schedule(old), schedule(new))
    assert {pair.new for pair in found.matching.pairs["task"]} == set(new.tasks)
    assert {change.before.name for change in found.changes if isinstance(change, Remove)} == {"Percent Complete Test"}
    assert found.summary.dates == ()
