"""What the rules count equals what somebody counts by hand in a table of the same plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.core.plan.entities import LinkKind, ResourceKind
from headway.core.plan.plan import Rules
from headway.core.review import RULES, Result, Review, Status, review
from headway.core.review.rules.duplicate_links import pointless
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_HOUR
from headway.messages import render
from tests.property.review_plans import DATA_DATE, plans
from tests.property.review_tables import (
    DAY,
    Line,
    counted,
    findings,
    held_from_above,
    live_links,
    peak_hours,
    table_of,
    worked,
)
from tests.property.schedules import nets, plan_of

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from tests.property.schedule_oracle import Net

FEW = settings(max_examples=60, deadline=None)
COVERED = {
    LinkKind.FS: "FS SS FF SF",
    LinkKind.SS: "SS SF",
    LinkKind.FF: "FF SF",
    LinkKind.SF: "SF",
}


def looked_at(plan: Plan) -> tuple[Review, dict[int, Line], set[int]]:
    """The review, the table, and who is in the baseline."""
    dates = schedule(plan)
    baselined = {each.task for baseline in plan.baselines.values() for each in baseline.dates}
    return review(dates), table_of(plan, dates), baselined


def tasks_of(result: Result) -> list[int]:
    return sorted(row.task for row in result.rows)


def ids_of(lines: list[Line]) -> list[int]:
    return sorted(line.task.id for line in lines)


@FEW
@given(plans())
def test_what_can_be_counted_without_a_calendar(plan: Plan) -> None:
    found, lines, baselined = looked_at(plan)
    for rule, expected in findings(plan, lines, baselined).items():
        assert tasks_of(found.result(rule)) == expected, rule


@FEW
@given(plans())
def test_populations(plan: Plan) -> None:
    found, lines, baselined = looked_at(plan)
    rows = counted(lines, baselined)
    assert found.result("dangling-start").population == sum(bool(line.before) and not line.begun for line in rows)
    assert found.result("dangling-finish").population == sum(bool(line.after) for line in rows)


@FEW
@given(plans())
def test_links_of_every_sort(plan: Plan) -> None:
    found, lines, _ = looked_at(plan)
    links = live_links(lines)
    by_rule = {
        "long-lags": [link for link in links if link.lag > 44 * DAY * TENTHS_PER_HOUR],
        "links-on-summaries": [
            link for link in links if lines[link.predecessor].children or lines[link.successor].children
        ],
        "dcma-02": [link for link in links if link.lag < 0],
        "dcma-03": [link for link in links if link.lag > 0],
        "dcma-04": [link for link in links if link.kind is not LinkKind.FS],
    }
    for rule, expected in by_rule.items():
        assert sorted(row.link or 0 for row in found.result(rule).rows) == [link.id for link in expected]
        assert found.result(rule).population == len(links)


@FEW
@given(plans())
def test_duplicate_links_leave_one_of_each_that_matters(plan: Plan) -> None:
    found, lines, _ = looked_at(plan)
    expected = 0
    pairs: dict[tuple[int, int], list[tuple[LinkKind, int]]] = {}
    for link in live_links(lines):
        pairs.setdefault((link.predecessor, link.successor), []).append((link.kind, link.lag))
    for each in pairs.values():
        needed = {
            (kind, lag)
            for kind, lag in each
            if not any(
                kind.value in COVERED[other].split() and lag <= longer and (other, longer) != (kind, lag)
                for other, longer in each
            )
        }
        expected += len(each) - len(needed)
    assert found.result("duplicate-links").count == expected


@settings(max_examples=80, deadline=None)
@given(nets(calendars=4), st.sampled_from(list(Rules)), st.data())
def test_no_date_moves_without_the_duplicate_links(net: Net, rules: Rules, data: st.DataObject) -> None:
    plan = plan_of(net, rules)
    more = [
        msgspec.structs.replace(
            link, id=100 + number, kind=data.draw(st.sampled_from(list(LinkKind))), lag=link.lag - 600 * (number % 2)
        )
        for number, link in enumerate(plan.links.values())
    ]
    full = msgspec.structs.replace(plan, links=plan.links | {link.id: link for link in more})
    idle = {link.id for link, _ in pointless(full.links.values())}
    bare = msgspec.structs.replace(full, links={n: link for n, link in full.links.items() if n not in idle})
    one, other = schedule(full), schedule(bare)
    assert [one.dates(task) for task in plan.tasks] == [other.dates(task) for task in plan.tasks]


@FEW
@given(plans())
def test_progress(plan: Plan) -> None:
    found, lines, _ = looked_at(plan)
    begun = [line for line in lines.values() if line.open and line.begun and not line.event]
    if plan.project.data_date is None or not begun:
        assert found.result("stale-progress").status is Status.NOT_EVALUATED
        assert found.result("long-in-progress").status is Status.NOT_EVALUATED
        return
    stale, old = [], []
    for line in begun:
        progress = line.task.progress
        assert progress is not None
        assert progress.actual_start is not None
        age = worked(progress.actual_start, DATA_DATE)
        if age - (progress.actual_duration or 0) // TENTHS_PER_HOUR > 10 * DAY:
            stale.append(line)
        if age > 44 * DAY:
            old.append(line)
    assert tasks_of(found.result("stale-progress")) == ids_of(stale)
    assert tasks_of(found.result("long-in-progress")) == ids_of(old)


@FEW
@given(plans())
def test_promises(plan: Plan) -> None:
    found, lines, _ = looked_at(plan)
    late = []
    promised = [line for line in lines.values() if not line.task.inactive and not line.done]
    for line in promised:
        limits = [line.task.deadline] if line.task.deadline is not None else []
        constraint = line.task.constraint
        if constraint is not None and constraint.date is not None and constraint.kind.value == "finish_no_later_than":
            limits.append(constraint.date)
        if any(worked(limit, line.finish) > 0 for limit in limits):
            late.append(line)
    assert tasks_of(found.result("missed-dates")) == ids_of(late)


@FEW
@given(plans())
def test_milestones_and_what_is_inactive(plan: Plan) -> None:
    found, lines, _ = looked_at(plan)
    waiting = [
        link
        for link in plan.links.values()
        if lines[link.predecessor].task.inactive
        and not lines[link.successor].task.inactive
        and not lines[link.successor].done
    ]
    assert sorted(row.link or 0 for row in found.result("inactive-predecessor").rows) == [link.id for link in waiting]
    alone = [
        line
        for line in lines.values()
        if line.open and line.event and not line.before and not line.after and not held_from_above(lines, line, ALL)
    ]
    codes = {row.task: row.message.code for row in found.result("milestones-without-logic").rows}
    assert sorted(task for task, code in codes.items() if code.endswith("alone")) == ids_of(alone)


@FEW
@given(plans())
def test_people_are_booked_hour_by_hour(plan: Plan) -> None:
    found, lines, _ = looked_at(plan)
    over = []
    for number, resource in plan.resources.items():
        bookings = []
        for each in plan.assignments.values():
            line = lines[each.task]
            if each.resource == number and line.open and each.remaining_work:
                progress = line.task.progress
                start = line.start if progress is None else max(line.start, plan.project.data_date or line.start)
                bookings.append((start, line.finish, each.units))
        if resource.kind is ResourceKind.WORK and peak_hours(bookings, resource.max_units) >= DAY:
            over.append(number)
    if not any(line.task.progress is not None and not line.done for line in lines.values()):
        assert [row.resource for row in found.result("over-allocation").rows] == over


@FEW
@given(plans())
def test_every_result_adds_up(plan: Plan) -> None:
    found, _, _ = looked_at(plan)
    for result in found.results:
        assert result.rule in RULES
        assert (result.status is Status.NOT_EVALUATED) <= (result.reason is not None)
        assert 0 <= result.count <= max(result.population, len(result.rows))
        assert (result.degree is None) == (not result.parts or result.status is Status.NOT_EVALUATED)
        assert all(row.task in plan.tasks for row in result.rows)
        for message in [row.message for row in result.rows] + ([result.reason] if result.reason else []):
            assert "{" not in render(message)
    if found.score is not None:
        failing = [each for each in found.results if each.status is Status.FAIL and RULES[each.rule].weight]
        assert (found.score == 100) == (not any(not each.informative for each in failing))


ALL = "FS SS FF SF"
