"""Plans of odd shape: empty, looped, broken, very long, very deep."""

from __future__ import annotations

import os
import time

from headway.core.plan.entities import Link, Task
from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_DAY
from tests.cases.solved import codes_of, dates_of, solved
from tests.drawn import build
from tests.drawn.words import instant

START = instant("2027-03-01", 4_800)


def test_an_empty_plan() -> None:
    """Source: our rule: nothing to do ends where it starts."""
    found = schedule(Plan(project=Project(start=START)))
    assert found.finish == START
    assert codes_of(found) == []


def test_an_empty_plan_without_any_date() -> None:
    """Source: our rule: without any date time begins at zero."""
    assert schedule(Plan()).finish == 0


def test_one_milestone() -> None:
    """Source: Microsoft Support, "Milestone (task field)"."""
    found = solved("project: start 2027-03-01\nM milestone => 2027-03-01T08:00..2027-03-01T08:00; float 0d; critical")
    assert found.finish == START


def test_a_plan_without_calendars_works_in_the_standard_week() -> None:
    """Monday to Friday, eight to twelve and one to five.

    Source: Microsoft Support, "How Project schedules tasks: Behind the scenes", Standard base calendar.
    """
    plan = Plan(project=Project(start=START), tasks={1: Task(id=1, duration=6 * 4_800)})
    assert schedule(plan).dates(1).finish == instant("2027-03-08", 10_200)


def test_a_calendar_that_is_not_there() -> None:
    """Source: our rule: the project's calendar stands in."""
    plan = Plan(project=Project(start=START), tasks={1: Task(id=1, duration=6 * 4_800, calendar=77)})
    assert schedule(plan).dates(1).finish == instant("2027-03-08", 10_200)


def test_a_loop_is_named_in_order_and_the_rest_is_scheduled() -> None:
    """Source: Microsoft Support, "You can't create a circular relationship" (error message)."""
    found = solved(
        """
        project: start 2027-03-01
        A 1d after C
        B 1d after A
        C 1d after B
        D 2d           => 2027-03-01..2027-03-02
        E 1d after D   => 2027-03-03..2027-03-03
        """
    )
    [loop] = found.compiled.warnings
    assert loop.code == "loop"
    assert sorted(loop.tasks) == [1, 2, 3]
    follows = {(1, 2), (2, 3), (3, 1)}
    assert set(zip(loop.tasks, (*loop.tasks[1:], loop.tasks[0]), strict=True)) == follows
    assert all(found.dates(task).start is not None for task in (1, 2, 3))


def test_two_loops_are_both_named() -> None:
    """Source: our rule: each loop is a finding of its own."""
    found = schedule(build("project: start 2027-03-01\nA 1d after B\nB 1d after A\nC 1d after D\nD 1d after C"))
    assert [set(warning.tasks) for warning in found.compiled.warnings] in ([{1, 2}, {3, 4}], [{3, 4}, {1, 2}])


def test_links_without_an_end_are_told_and_left_out() -> None:
    """Source: our rule: what a file points to and does not hold."""
    plan = Plan(
        project=Project(start=START),
        tasks={1: Task(id=1, duration=4_800)},
        links={5: Link(5, 99, 1), 6: Link(6, 1, 98), 7: Link(7, 1, 1)},
    )
    found = schedule(plan)
    assert codes_of(found) == ["link_without_end", "link_without_end", "link_inside_summary"]
    assert [warning.params for warning in found.compiled.warnings[:2]] == [(("link", 5),), (("link", 6),)]
    assert found.dates(1).start == START


def test_a_summary_without_scheduled_tasks_has_no_dates() -> None:
    """Source: Microsoft Support, "Inactivate a task"."""
    found = solved("project: start 2027-03-01\nPhase\n  A 3d inactive\nB 1d => 2027-03-01..2027-03-01")
    assert dates_of(found, "Phase").start is None


def test_links_from_a_summary_without_scheduled_tasks() -> None:
    """What follows an empty phase is not held by it.  Source: Microsoft Support, "Inactivate a task"."""
    solved("project: start 2027-03-01\nPhase\n  A 3d inactive\nB 1d after Phase => 2027-03-01..2027-03-01")


def test_a_chain_of_a_hundred_thousand_tasks() -> None:
    """One day each, four hundred years: no recursion, no overflow, no drift.

    Source: our bar, a chain of 100,000 tasks works.
    """
    size = 10_000 if os.environ.get("NUMBA_DISABLE_JIT") else 100_000
    tasks = {n: Task(id=n, duration=4_800) for n in range(1, size + 1)}
    links = {n: Link(n, n, n + 1) for n in range(1, size)}
    plan = Plan(project=Project(start=START), tasks=tasks, links=links)
    began = time.process_time()
    found = schedule(plan)
    assert time.process_time() - began < 30, "a slow machine that compiles the kernels first"
    weeks, days = divmod(size - 1, 5)
    assert found.dates(size).finish == START + (weeks * 7 + days) * TENTHS_PER_DAY + 5_400
    assert found.dates(1).total_float == 0
    assert found.dates(size).total_float == 0


def test_an_outline_of_five_thousand_levels() -> None:
    """Summaries in summaries, with a link into the top and one out of it.

    Source: our bar, depth is bounded by memory alone.
    """
    depth = 5_000
    tasks = {n: Task(id=n, parent=n - 1) for n in range(1, depth)}
    tasks[depth] = Task(id=depth, parent=depth - 1, duration=9_600)
    tasks[depth + 1] = Task(id=depth + 1, duration=4_800)
    tasks[depth + 2] = Task(id=depth + 2, duration=4_800)
    links = {1: Link(1, depth + 1, 1), 2: Link(2, 1, depth + 2)}
    found = schedule(Plan(project=Project(start=START), tasks=tasks, links=links))
    assert found.dates(depth).start == START + TENTHS_PER_DAY
    assert found.dates(1).finish == found.dates(depth).finish
    assert found.dates(depth + 2).start == START + 3 * TENTHS_PER_DAY


def test_every_level_of_a_deep_outline_may_carry_a_link() -> None:
    """A gate a level: three hundred gates inside each other.  Source: our bar, depth is bounded by memory alone."""
    depth = 300
    tasks = {n: Task(id=n, parent=n - 1) for n in range(1, depth)}
    tasks[depth] = Task(id=depth, parent=depth - 1, duration=4_800)
    tasks[depth + 1] = Task(id=depth + 1, duration=4_800)
    links = {n: Link(n, depth + 1, n) for n in range(1, depth)}
    found = schedule(Plan(project=Project(start=START), tasks=tasks, links=links))
    assert found.dates(depth).start == START + TENTHS_PER_DAY
    assert found.dates(depth + 1).total_float == 0


def test_a_plan_far_in_the_past_or_the_future() -> None:
    """Source: our bar, calendars answer for any instant."""
    for year in ("1850-01-07", "2950-03-02"):
        solved(f"project: start {year}\nA 1d => start {year}\nB 1d after A")
