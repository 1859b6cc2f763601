"""A breach of an invariant as data; the text and how to mend it come from the catalogue by ``code``."""

from __future__ import annotations

import types
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from headway.core.message import Message, TaskName, message

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(StrEnum):
    ERROR = "error"
    """The dates cannot be trusted, or the plan cannot be stored: an edit that makes one is refused."""
    WARNING = "warning"
    """Odd but harmless to the engine."""


class Problem(msgspec.Struct, frozen=True):
    """One breach.

    ``row`` and ``name`` are of the task it is about, if any (of the successor for a link, of the first task for a
    loop); ``field`` and ``value`` say what is wrong, ``other`` is the id that was looked for; ``tasks``, ``names``
    and ``links`` list the members of a cycle or the two ends of a link, in order.
    """

    code: str
    entity: str
    id: int
    field: str | None = None
    value: int | float | str | None = None
    other: int | None = None
    row: int | None = None
    name: str = ""
    tasks: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    links: tuple[int, ...] = ()

    @property
    def severity(self) -> Severity:
        """Whether the plan can be used."""
        return CODES[self.code]

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same problem in another version of the plan: all but row, names and links."""
        return (self.code, self.entity, self.id, self.field, self.value, self.other, self.tasks)

    def message(self) -> Message:
        """What is wrong, where, and how to mend it: ``problem.<code>``."""
        return message(
            f"problem.{self.code}",
            where=self._where(),
            field=self.field or "",
            value="" if self.value is None else str(self.value),
            other=self.other or 0,
            tasks=tuple(map(TaskName, self.tasks, self.names)),
            names=self.names,
        )

    def _where(self) -> Message:
        if self.row is not None:
            task = TaskName(self.tasks[0] if self.code == "link.loop" else self.id, self.name)
            return message("problem.where.row", row=self.row, name=self.name, task=task)
        kind = "project" if self.entity == "project" else "named" if self.name else "numbered"
        return message(f"problem.where.{kind}", entity=self.entity, id=self.id, name=self.name)


_ERRORS = """
identity.key identity.range
project.calendar_missing project.finish_missing project.finish_before_start project.minutes_not_positive
project.date_out_of_range
task.parent_missing task.parent_cycle task.rank_characters task.calendar_missing task.duration_negative
task.duration_out_of_range task.constraint_without_date task.date_out_of_range task.actual_finish_before_start
task.remaining_negative task.actual_negative task.percent_out_of_range task.manual_finish_before_start
task.parts_order task.estimate_order task.custom_not_finite
link.predecessor_missing link.successor_missing link.self link.own_summary link.loop link.lag_out_of_range
calendar.parent_missing calendar.parent_cycle calendar.no_working_time calendar.days_count calendar.shift_order
calendar.range_order
resource.calendar_missing resource.parent_missing resource.parent_cycle resource.units_negative
assignment.task_missing assignment.resource_missing assignment.units_negative assignment.work_negative
assignment.actual_finish_before_start assignment.date_out_of_range
"""
_WARNINGS = """
task.actual_finish_without_start task.actual_after_data_date task.resume_before_stop task.priority_out_of_range
task.sprint_missing link.duplicate assignment.duplicate sprint.finish_before_start
"""
CODES: Mapping[str, Severity] = types.MappingProxyType(
    dict.fromkeys(_ERRORS.split(), Severity.ERROR) | dict.fromkeys(_WARNINGS.split(), Severity.WARNING)
)
"""All codes; the catalogue has a text and a mend for each."""
