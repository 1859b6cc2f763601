"""A drawn plan, asked one rule, with what it was drawn as before for a baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Baseline, BaselineDates
from headway.core.schedule import schedule
from headway.messages import render
from tests.drawn import build
from tests.recounts.comparing import agrees, result_of
from tests.recounts.dcma import RECOUNTS, Sheet

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from headway.core.review import Result
    from headway.core.schedule import Schedule

START = "project: start 2027-03-01\n"
"""A Monday."""


def with_baseline(plan: Plan, before: str) -> Plan:
    """The plan with the dates of an earlier drawing as its baseline, task by task of the same name."""
    old = schedule(build(before))
    ids = {task.name: task.id for task in plan.tasks.values()}
    dates = tuple(
        BaselineDates(ids[task.name], found.start, found.finish, task.duration)
        for task in old.compiled.plan.tasks.values()
        if task.name in ids
        for found in (old.dates(task.id),)
    )
    return msgspec.structs.replace(plan, baselines={0: Baseline(0, dates=dates)})


def drawn(text: str, baseline: str | None = None) -> Schedule:
    """The schedule of a drawing that begins on Monday, 1 March 2027, unless it says something else."""
    plan = build(START + text)
    return schedule(plan if baseline is None else with_baseline(plan, START + baseline))


def asked(rule: str, found: Schedule, **settings: float) -> Result:
    """What a rule finds in a schedule.  With its usual settings it is recounted as well."""
    result = result_of(found, rule, **settings)
    if rule in RECOUNTS and not settings:
        wanted = RECOUNTS[rule](Sheet(found))
        assert agrees(result, wanted), (result, wanted)
    return result


def rows_of(result: Result, found: Schedule) -> list[str]:
    """Names of the tasks that a rule found."""
    return [found.compiled.plan.tasks[row.task].name for row in result.rows]


def texts_of(result: Result) -> list[str]:
    """What the rows say."""
    return [render(row.message) for row in result.rows]


def reason_of(result: Result) -> str:
    """What a result says about itself."""
    return "" if result.reason is None else render(result.reason)
