"""A compiled network brought up to date by the changes of its plan, without reading the plan again."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from headway.core.schedule.compile import compile_plan, settings_of
from headway.core.schedule.patch_edits import edits_between
from headway.core.schedule.patch_rows import LinkLeftOut, draft_of, update_rows
from headway.core.schedule.patch_structure import restructured
from headway.core.schedule.pieces import SharedTimeMissingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.core.changes.change import Change
    from headway.core.plan.plan import Plan
    from headway.core.schedule.compiled import Compiled
    from headway.core.schedule.network import Records, Settings
    from headway.core.schedule.patch_edits import Edits
    from headway.core.schedule.patch_rows import Draft

LASTING = ("link_without_end", "link_inside_summary")
"""Warnings about links that other links have no part in."""


def patch(compiled: Compiled, plan: Plan, changes: Sequence[Change]) -> Compiled:
    """The network of ``plan``, which is what ``changes`` make of ``compiled.plan``.

    It gives the same dates as ``compile_plan(plan)``; rows may stand in another order.  ``compiled`` stays as it is,
    arrays that do not change are shared.  What cannot be followed is compiled afresh (see :func:`patched`).
    """
    found = patched(compiled, plan, changes)
    return compile_plan(plan) if found is None else found


def patched(compiled: Compiled, plan: Plan, changes: Sequence[Change]) -> Compiled | None:
    """As :func:`patch`, but ``None`` where only compiling afresh will do.

    That is so for changes of working time (a calendar, the calendar or kind of a resource, resources that come
    or go, a calendar or a pair of task and resource calendar that nothing used before), of the rule set, of the
    project's calendar and lag calendar; and wherever links would have to be left out of the network (loops,
    ends that are missing, a summary linked to its own child), or were.
    """
    edits = edits_between(compiled, plan, changes)
    if edits is None:
        return None
    if not edits.rows:
        return dataclasses.replace(compiled, plan=plan, settings=settings_after(compiled, plan, compiled.network.tasks))
    try:
        draft = draft_of(compiled, plan, edits)
        update_rows(draft)
        if draft.structural or edits.structure:
            return with_structure(draft)
    except (LinkLeftOut, SharedTimeMissingError):
        return None
    network = compiled.network._replace(
        tasks=draft.tasks.view(np.recarray), links=draft.links.view(np.recarray), pieces=draft.pieces.view(np.recarray)
    )
    settings = settings_after(compiled, plan, draft.rows)
    return dataclasses.replace(compiled, plan=plan, network=network, settings=settings)


def with_structure(draft: Draft) -> Compiled | None:
    """The draft with gates, links and order of the new plan."""
    compiled = draft.compiled
    if not keeps_warnings(compiled, draft.edits, draft.moved):
        return None
    found = restructured(draft)
    if found is None:
        return None
    network, order, link_ids = found
    return dataclasses.replace(
        compiled,
        plan=draft.plan,
        settings=settings_after(compiled, draft.plan, draft.rows),
        network=network,
        order=order,
        task_ids=draft.task_ids,
        index=draft.index,
        link_ids=link_ids,
    )


def keeps_warnings(compiled: Compiled, edits: Edits, moved: bool) -> bool:
    """Whether what the compiler had to leave out stays left out after a change of structure."""
    if moved or edits.added or edits.removed:
        return not compiled.warnings
    return all(warning.code in LASTING for warning in compiled.warnings)


def settings_after(compiled: Compiled, plan: Plan, tasks: Records) -> Settings:
    """Scalars for the kernels after a change."""
    if plan.project is compiled.plan.project and plan.project.start is not None:
        return compiled.settings
    instants = (tasks["actual_start"], tasks["given_start"], tasks["constraint_date"])
    return settings_of(plan, instants, compiled.calendars.at(plan.project.calendar))
