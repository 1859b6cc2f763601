"""What all parts of one draft share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from headway.core.plan.outline import outline_of
from headway.formats.writing.numbers import Numbers
from headway.formats.writing.quantities import Units

if TYPE_CHECKING:
    from headway.core.plan.outline import Outline
    from headway.core.plan.plan import Plan
    from headway.formats.registry import Format

Assumed = dict[tuple[str, int, str], Any]
"""By kind of value, id and field: what the file says where the plan says nothing, because the format wants something
there.  Reading it back is no loss."""


@dataclass(frozen=True, slots=True)
class Context:
    """The plan, the format, and the numbers its rows get in the file."""

    plan: Plan
    outline: Outline
    format: Format
    units: Units
    tasks: Numbers
    links: Numbers
    calendars: Numbers
    resources: Numbers
    assignments: Numbers
    assumed: Assumed = field(default_factory=dict)
    added: dict[str, set[int]] = field(default_factory=dict)
    """Numbers of rows that the format wants and the plan does not have, by kind: taken out again on reading back."""
    standard: int = 0
    """Number of the calendar that stands for the project's own where it has none; 0 where it has one."""
    folded: list[int] = field(default_factory=list)
    """Ids of rows that the file has in another form, without loss: put in again on reading back."""

    @property
    def project_calendar(self) -> int:
        """Number of the project's calendar."""
        return self.calendars.get(self.plan.project.calendar) or self.standard

    def assume(self, entity: str, key: int, name: str, value: Any) -> Any:
        """Note that ``value`` stands for nothing in the plan, and give it back."""
        self.assumed[entity, key, name] = value
        return value

    def add(self, entity: str, numbers: Numbers) -> int:
        """The number of a row that only the format wants."""
        number = numbers.fresh()
        self.added.setdefault(entity, set()).add(number)
        return number


def make_context(plan: Plan, target: Format) -> Context:
    """Number the rows of ``plan`` for a file of format ``target``."""
    per_day = max(plan.project.minutes_per_day, 1) * 10
    week = max(plan.project.minutes_per_week, 1) * 10
    calendars = Numbers(plan.calendars)
    standard = 0 if plan.project.calendar in calendars else calendars.fresh()
    return Context(
        plan=plan,
        outline=outline_of(plan),
        format=target,
        units=Units(per_day, week, hours=target.p6),
        tasks=Numbers(plan.tasks),
        links=Numbers(plan.links),
        calendars=calendars,
        resources=Numbers(plan.resources),
        assignments=Numbers(plan.assignments),
        added={"calendar": {standard}} if standard else {},
        standard=standard,
    )
