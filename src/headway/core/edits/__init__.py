"""Edits: what somebody wants done to a plan, as a value that expands to changes.

>>> from headway.core.plan.entities import Task
>>> from headway.core.plan.plan import Plan
>>> from headway.core.edits.link_tasks import LinkTasks
>>> plan = Plan(tasks={1: Task(1, "Dig"), 2: Task(2, "Pour")})
>>> [change.after.successor for change in expand(plan, LinkTasks(1, 2))]
[2]
"""

from headway.core.edits.edit import Edit, EditError, EditKind
from headway.core.edits.registry import EDITS, describe, expand, name_of, naming

__all__ = ["EDITS", "Edit", "EditError", "EditKind", "describe", "expand", "name_of", "naming"]
