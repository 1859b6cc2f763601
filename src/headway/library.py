"""What ``import headway`` gives, in one place: read a plan, date it, ask why, review it, write it.

Times go in and out as ``datetime`` on the project's own wall clock, without zones.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from headway import formats
from headway.core import schedule as engine
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Plan, Rules
from headway.core.review import Review, thresholds_of
from headway.core.review import review as review_schedule
from headway.core.review.thresholds import USUAL
from headway.core.schedule.dated import dated
from headway.core.schedule.explain import Explanation
from headway.core.schedule.explain import explain as explain_task
from headway.core.time import to_instant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from headway.core.schedule import Schedule
    from headway.formats import WriteResult

RulesName = Literal["msproject", "p6"]


def read(path: str | Path, project: str | int | None = None) -> Plan:
    """The plan in a file of any known format.

    ``project`` chooses among several projects of one file by name or number (from 1).  What the file holds that a plan
    does not keep is told by :func:`headway.formats.read`, which this calls.

    Raises :class:`headway.PlanFileError`, whose text says what the file is and what mends it.

    >>> read("examples/village-hall.xml").project.name
    'Village hall renovation'
    """
    return formats.read(Path(path), project=project).plan


def schedule(plan: Plan, rules: RulesName | None = None, as_of: datetime | None = None) -> Schedule:
    """Dates, floats and critical tasks of a plan, computed afresh.

    ``rules`` are those of the plan's own tool unless given.  ``as_of`` moves the data date for this one answer:
    unfinished work then lies after it.  The plan itself is not changed.  ``ValueError`` for rules that are not there.

    >>> plan = read("examples/village-hall.xml")
    >>> schedule(plan).dates(24).critical
    True
    """
    project = plan.project
    if rules is not None:
        project = msgspec.structs.replace(project, rules=_rules_of(rules))
    if as_of is not None:
        project = msgspec.structs.replace(project, data_date=to_instant(as_of), move_unfinished_after_data_date=True)
    return engine.schedule(plan if project is plan.project else msgspec.structs.replace(plan, project=project))


def explain(schedule: Schedule, task: int | str) -> Explanation:
    """Why a task starts and ends where it does, what drives it, and what would have to move for it to be earlier.

    ``task`` is the task's id, or its WBS code, activity code or name.  Every part of the answer has a ``message``, and
    :func:`headway.render` makes a sentence of it.
    ``KeyError`` when the plan has no such task, or several of that name.

    >>> answer = explain(schedule(read("examples/village-hall.xml")), "Clean and furnish")
    >>> [step.task.name for step in answer.chain][:2]
    ['Clean and furnish', 'Mend what the inspection found']
    """
    return explain_task(schedule, task if isinstance(task, int) else _id_of(schedule.compiled.plan, task))


def write(source: Plan | Schedule, path: str | Path, format: str | None = None) -> WriteResult:
    """Write a plan, or a schedule with the dates it has computed, to a file.

    ``format`` is ``mspdi``, ``pmxml``, ``xer``, ``mpx``, ``planner`` or ``headway``; without it the ending of the name
    decides (``.xml`` is Microsoft Project XML).  A plan is written with the dates it was read with.  The result names
    everything of the plan that the file does not keep, field by field.

    Raises :class:`headway.PlanFileError`: for a plan without dates, an unknown format, a folder that takes no file.
    """
    plan = source if isinstance(source, Plan) else dated(source)
    return formats.write(plan, Path(path), format)


def review(source: Plan | Schedule, thresholds: Mapping[str, object] | None = None) -> Review:
    """What is wrong with a plan, and how much: the DCMA 14 points, the ten GAO practices and rules of our own.

    A plan is scheduled first.  ``thresholds`` differ from the defaults by rule, in the shape of the file of thresholds:
    ``{"dcma-06": {"days": 60}}``.  A result has a status (``pass``, ``fail`` or ``not_evaluated``), the figure, its
    threshold and the rows that were found; rows have a ``message`` for :func:`headway.render`.  Raises ``ValueError``
    for thresholds that mean nothing.

    >>> found = review(read("examples/village-hall.xml"))
    >>> found.result("dcma-02").status.value, found.result("dcma-02").count
    ('fail', 1)
    """
    asked = USUAL if thresholds is None else thresholds_of(thresholds)
    return review_schedule(engine.schedule(source) if isinstance(source, Plan) else source, asked)


def _rules_of(name: str) -> Rules:
    try:
        return Rules(name)
    except ValueError as error:
        known = " or ".join(repr(rules.value) for rules in Rules)
        message = f"there are no rules {name!r}; say {known}"
        raise ValueError(message) from error


def _id_of(plan: Plan, text: str) -> int:
    """The one task with this code or name; codes come before names."""
    wanted = text.strip()
    by_code = [i for i, code in outline_of(plan).wbs().items() if code == wanted]
    by_code += [t.id for t in plan.tasks.values() if t.external is not None and t.external.code == wanted]
    found = by_code or [t.id for t in plan.tasks.values() if t.name.strip() == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{len(found)} tasks have the code or name {wanted!r}: ask by id, one of {sorted(found)}"
        raise KeyError(message)
    message = f"the plan has no task with the code or name {wanted!r}"
    raise KeyError(message)
