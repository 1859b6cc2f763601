"""What explanations promise holds when the plan is changed as they say."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.calendar.kernels import work_between
from headway.core.message import Moment
from headway.core.schedule import schedule
from headway.messages import render
from tests.drawn import build
from tests.unit.core.schedule.spoken import Spoken, of_plan

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

RULES = ("msproject", "p6")
CONSTRAINTS = (
    "",
    "",
    "",
    "; SNET 2027-03-05",
    "; FNET 2027-03-11",
    "; SNLT 2027-03-04",
    "; FNLT 2027-03-09",
    "; MSO 2027-03-08",
)
PROGRESS = ("", "", "", "; actual start=2027-03-01", "; inactive", "; deadline 2027-03-05")


@st.composite
def drawn_plans(draw: st.DrawFn) -> str:
    """Up to seven tasks with all sorts of links, constraints, calendars and progress."""
    rules = draw(st.sampled_from(RULES))
    lines = [
        f"project: start 2027-03-01; data date 2027-03-01; rules {rules}",
        "calendar UK: off 2027-03-04; off 2027-03-09..2027-03-10",
    ]
    for i in range(draw(st.integers(2, 7))):
        line = f"T{i} {draw(st.integers(0, 4))}d"
        for j in draw(st.lists(st.integers(0, i - 1), max_size=3, unique=True)) if i else []:
            kind = draw(st.sampled_from(("FS", "FS", "SS", "FF", "SF")))
            line += f"; after T{j} {kind}+{draw(st.integers(0, 2))}d"
        line += draw(st.sampled_from(CONSTRAINTS)) + draw(st.sampled_from(("", "; calendar UK")))
        lines.append(line + draw(st.sampled_from(PROGRESS)))
    return "\n".join(lines)


def without(plan: Plan, links: set[int], task: int, *, constraint: bool) -> Plan:
    """The plan without these links and, if so, without the constraint of the task."""
    tasks = plan.tasks
    if constraint:
        tasks = {**tasks, task: msgspec.structs.replace(tasks[task], constraint=None)}
    kept = {number: link for number, link in plan.links.items() if number not in links}
    return msgspec.structs.replace(plan, links=kept, tasks=tasks)


def begins(done: Schedule, task: int) -> int:
    """Where a task starts, or where its remaining work does."""
    start = done.dates(task).early_start
    assert start is not None
    return start


def gap(said: Spoken, task: int, before: int, after: int) -> int:
    """Working time of the task's calendar between two instants."""
    compiled = said.schedule.compiled
    calendar = compiled.network.tasks["calendar"][compiled.index[task]]
    return int(work_between(compiled.calendars.working_time, calendar, before, after))


@given(drawn_plans())
def test_without_its_holders_a_task_starts_as_promised(text: str) -> None:
    said = of_plan(build(text))
    for task in said.plan.tasks:
        earlier = said.of(said.name(task)).earlier
        links = {holder.link for holder in earlier.holders if holder.link is not None}
        causes = {holder.cause for holder in earlier.holders}
        if earlier.gain is None or not causes or causes - {"link", "constraint"}:
            continue
        freed = schedule(without(said.plan, links, task, constraint="constraint" in causes))
        old, new = begins(said.schedule, task), begins(freed, task)
        if earlier.gain.span:
            assert gap(said, task, new, old) == earlier.gain.span
        else:
            assert gap(said, task, new, old) <= 0


@given(drawn_plans())
def test_without_one_holder_a_task_wins_what_is_promised(text: str) -> None:
    said = of_plan(build(text))
    for task in said.plan.tasks:
        for holder in said.of(said.name(task)).earlier.holders:
            if holder.cause != "link" or holder.gain is None or holder.link is None:
                continue
            freed = schedule(without(said.plan, {holder.link}, task, constraint=False))
            old, new = begins(said.schedule, task), begins(freed, task)
            assert max(gap(said, task, new, old), 0) == holder.gain.span


@given(drawn_plans())
def test_links_that_do_not_drive_can_go(text: str) -> None:
    said = of_plan(build(text))
    for task in said.plan.tasks:
        driving = set(said.drivers.links(task))
        idle = {number for number, link in said.plan.links.items() if link.successor == task and number not in driving}
        if said.of(said.name(task)).start.cause != "link" or not idle:
            continue
        freed = schedule(without(said.plan, idle, task, constraint=False))
        assert freed.dates(task).start == said.schedule.dates(task).start


@given(drawn_plans())
def test_every_explanation_of_every_task_can_be_read(text: str) -> None:
    said = of_plan(build(text))
    for task in said.plan.tasks:
        told = said.of(said.name(task))
        messages = [told.start.message, told.finish.message, told.late.message, told.total_float.message]
        messages += [told.earlier.message, *(step.message for step in told.chain)]
        for message in messages:
            sentence = render(message)
            assert sentence.endswith(".")
            assert "{" not in sentence
        assert told.chain[0].task.id == task
    assert all(render(each.message).endswith(".") for each in said.findings)


@given(drawn_plans())
def test_dates_are_told_as_they_are_scheduled(text: str) -> None:
    said = of_plan(build(text))
    for task in said.plan.tasks:
        told, dates = said.of(said.name(task)), said.schedule.dates(task)
        for end, reason in (("start", told.start), ("finish", told.finish)):
            moment = reason.message.params.get(end)
            assert not isinstance(moment, Moment) or moment.instant == getattr(dates, end)


@given(drawn_plans(), st.sampled_from(("", "; move unfinished")))
def test_no_gain_reaches_before_the_data_date(text: str, rule: str) -> None:
    said = of_plan(build(text.replace("data date 2027-03-01", "data date 2027-03-03" + rule)))
    data_date = said.plan.project.data_date
    assert data_date is not None
    for task in said.plan.tasks:
        earlier = said.of(said.name(task)).earlier
        for gain in (earlier.gain, *(holder.gain for holder in earlier.holders)):
            if gain is not None:
                assert gain.span <= max(gap(said, task, data_date, begins(said.schedule, task)), 0)


@given(drawn_plans())
def test_a_chain_is_a_way_through_driving_links(text: str) -> None:
    said = of_plan(build(text))
    for task in said.plan.tasks:
        chain = said.of(said.name(task)).chain
        for step, following in pairwise(chain):
            assert step.link in said.drivers.links(step.task.id)
            assert said.plan.links[step.link].predecessor == following.task.id
        assert chain[-1].link is None


@pytest.mark.parametrize("rules", RULES)
def test_the_order_of_rows_changes_nothing(rules: str) -> None:
    lines = ["A 3d", "B 1d; after A", "C 2d; after A +1d", "D 1d; after B, C; SNET 2027-03-04", "E 1d; after D FF"]
    opening = f"project: start 2027-03-01; data date 2027-03-01; rules {rules}\n"
    one, other = (of_plan(build(opening + "\n".join(order))) for order in (lines, lines[::-1]))
    for name in "ABCDE":
        assert one.start(name) == other.start(name)
        assert one.finish(name) == other.finish(name)
        assert one.earlier(name) == other.earlier(name)
        assert one.chain(name) == other.chain(name)
