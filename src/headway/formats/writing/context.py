"""What all parts of one draft share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.formats.writing.numbers import Numbers
from headway.formats.writing.quantities import Units

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from headway.formats.registry import Format


@dataclass(frozen=True, slots=True)
class Context:
    """The plan, the format, and the numbers its rows get in the file."""

    plan: Plan
    format: Format
    units: Units
    tasks: Numbers
    links: Numbers
    calendars: Numbers
    resources: Numbers
    assignments: Numbers


def make_context(plan: Plan, target: Format) -> Context:
    """Number the rows of ``plan`` for a file of format ``target``."""
    per_day = max(plan.project.minutes_per_day, 1) * 10
    return Context(
        plan=plan,
        format=target,
        units=Units(per_day, hours=target.p6),
        tasks=Numbers(plan.tasks),
        links=Numbers(plan.links),
        calendars=Numbers(plan.calendars),
        resources=Numbers(plan.resources),
        assignments=Numbers(plan.assignments),
    )
