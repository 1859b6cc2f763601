"""What P6 wants and other plans do not have: one root, unique codes, a calendar for every activity.

P6 refuses files in which these are missing (an import stops at the first), so they are made up here, and noted as
assumed: reading them back is no loss.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from headway.core.plan.entities import TaskKind
from headway.core.plan.outline import ROOT

if TYPE_CHECKING:
    from headway.core.plan.entities import Resource, Task
    from headway.formats.writing.context import Context

PROJECT_NUMBER = 1
"""The number of the one project of a file."""
LONGEST_CODE = 40
"""Letters of an activity id, of a resource id, of a project id and of a WBS code."""
_FIRST_CODE, _CODE_STEP = 1_000, 10
_SEPARATOR = "."
_UNFIT = re.compile(r"[^0-9A-Za-z]+")
_LONGEST_MADE = 16


class Codes:
    """Unique codes: the one wished for, or the next one after it that is free."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wished: str) -> str:
        """``wished``, shortened and numbered until nothing else has it (letters' case does not count).

        >>> codes = Codes()
        >>> codes.take("Dig"), codes.take("DIG"), codes.take("Dig")
        ('Dig', 'DIG-2', 'Dig-3')
        """
        base = wished.strip()[:LONGEST_CODE]
        code, number = base, 1
        while not code or code.casefold() in self._taken:
            number += 1
            code = f"{base[: LONGEST_CODE - len(str(number)) - 1]}-{number}"
        self._taken.add(code.casefold())
        return code


def project_code(context: Context) -> str:
    """The project's id: its own, else one made of its name."""
    project = context.plan.project
    own = None if project.external is None else project.external.code
    if own:
        return own
    return str(context.assume("project", 0, "external.code", slug(project.name) or "PROJECT"))


def slug(text: str) -> str:
    """Letters and digits of ``text``, in capitals, with hyphens between.

    >>> slug("Village hall: renovation")
    'VILLAGE-HALL-REN'
    """
    return _UNFIT.sub("-", text).strip("-").upper()[:_LONGEST_MADE].rstrip("-")


def activity_codes(context: Context) -> dict[int, str]:
    """Activity ids of all rows that are activities."""
    codes, found = Codes(), {}
    activities = [task_id for task_id in context.outline.order if not context.outline.is_summary(task_id)]
    own = {task_id: _own_code(context.plan.tasks[task_id]) for task_id in activities}
    for task_id, code in own.items():
        if code:
            found[task_id] = codes.take(code)
    number = _FIRST_CODE
    for task_id, code in own.items():
        if not code:
            found[task_id] = context.assume("task", task_id, "external.code", codes.take(f"A{number}"))
        number += _CODE_STEP
    return found


def _own_code(task: Task) -> str | None:
    return None if task.external is None else task.external.code


def has_root(context: Context) -> bool:
    """True when the plan is already one element of the work breakdown with everything below it."""
    top = context.outline.children.get(ROOT, ())
    return len(top) == 1 and context.plan.tasks[top[0]].kind is TaskKind.WBS


def folded_root(context: Context) -> int | None:
    """In P6 XML the project itself is the root: the plan's own root that says nothing else, so that it is left out."""
    if context.format.name != "pmxml" or not has_root(context):
        return None
    root = context.plan.tasks[context.outline.children[ROOT][0]]
    plain = root.notes is None and root.custom is None and root.name == context.plan.project.name
    return root.id if plain and (root.wbs in (None, project_code(context))) else None


def wbs_codes(context: Context, root: str) -> dict[int, str]:
    """Full codes of all elements of the work breakdown, each unique among its siblings."""
    outline, plan = context.outline, context.plan
    full: dict[int, str] = {ROOT: root}
    siblings: dict[int, Codes] = {}
    for task_id in outline.order:
        if not outline.is_summary(task_id):
            continue
        above = outline.parents[task_id]
        typed = plan.tasks[task_id].wbs
        wished = typed.rpartition(_SEPARATOR)[2] if typed else str(outline.children[above].index(task_id) + 1)
        code = siblings.setdefault(above, Codes()).take(wished or "1")
        full[task_id] = f"{full[above]}{_SEPARATOR}{code}" if full[above] else code
        if typed is None:
            context.assume("task", task_id, "wbs", full[task_id])
    return full


def resource_codes(context: Context) -> dict[int, str]:
    """Resource ids: their own, else made of the name."""
    codes, found = Codes(), {}
    for resource in context.plan.resources.values():
        code = _own_resource_code(resource)
        if code:
            found[resource.id] = codes.take(code)
    for resource in context.plan.resources.values():
        if resource.id not in found:
            made = codes.take(slug(resource.name) or "R")
            found[resource.id] = context.assume("resource", resource.id, "external.code", made)
    return found


def _own_resource_code(resource: Resource) -> str | None:
    return None if resource.external is None else resource.external.code
