"""All checks in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.invariants.calendars import check_calendars, check_project, check_sprints
from headway.core.plan.invariants.links import check_links
from headway.core.plan.invariants.problem import Problem
from headway.core.plan.invariants.ranges import LARGEST_ID
from headway.core.plan.invariants.tasks import check_assignments, check_resources, check_tasks
from headway.core.plan.outline import Outline, outline_of
from headway.core.plan.registry import COLLECTIONS, entities_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.plan import Plan


def check(plan: Plan) -> tuple[Problem, ...]:
    """Everything that is wrong with ``plan``, in a fixed order: settings, calendars, resources, tasks, links,
    assignments.

    Never raises, whatever the plan holds; an empty tuple means that each reference leads somewhere, ids and dates are
    in range and no links run in a circle.
    """
    found: list[Problem] = [*_identities(plan), *check_project(plan), *check_calendars(plan), *check_resources(plan)]
    outline = outline_of(plan)
    found.extend(check_tasks(plan))
    found.extend(check_links(plan, outline))
    found.extend(check_assignments(plan))
    found.extend(check_sprints(plan))
    return tuple(_with_names(problem, plan, outline) for problem in found)


def introduced(before: Plan, after: Plan) -> tuple[Problem, ...]:
    """The problems of ``after`` that ``before`` does not have: what an edit is to blame for."""
    known = {problem.key for problem in check(before)}
    return tuple(problem for problem in check(after) if problem.key not in known)


def _identities(plan: Plan) -> Iterator[Problem]:
    for row in COLLECTIONS:
        for key, value in entities_of(plan, row).items():
            number = row.id_of(value)
            if number != key:
                yield Problem("identity.key", row.name, number, row.key, other=key)
            if not 0 < number <= LARGEST_ID:
                yield Problem("identity.range", row.name, number, row.key, number)


def _with_names(problem: Problem, plan: Plan, outline: Outline) -> Problem:
    """The problem with row and name of the task it is about, and the names of all tasks in it."""
    if problem.entity == "task":
        about = problem.id
    elif problem.tasks:
        there = [task_id for task_id in reversed(problem.tasks) if task_id in plan.tasks]
        about = problem.tasks[0] if problem.code == "link.loop" else there[0] if there else 0
    else:
        return problem
    names = tuple(plan.tasks[task_id].name if task_id in plan.tasks else "" for task_id in problem.tasks)
    task = plan.tasks.get(about)
    name = task.name if task is not None else problem.name
    return msgspec.structs.replace(problem, row=outline.rows.get(about), name=name, names=names)
