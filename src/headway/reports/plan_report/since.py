"""What changed since the last plan, from the comparison of the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.reports.extent import shown_finish
from headway.reports.plan_report.milestones import LastDates
from headway.reports.plan_report.values import ChangeLine, Since, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.diff import CauseEffect, PlanDiff
    from headway.core.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Last:
    """The last plan: its file, its dates, and what makes the plan of now of it."""

    file: str
    schedule: Schedule
    diff: PlanDiff


def last_dates(last: Last) -> LastDates:
    """Finish of the last plan and of each of its tasks, by the id that the task has now."""
    finishes = {}
    for pair in last.diff.matching.pairs.get("task", ()):
        finish = last.schedule.dates(pair.old).finish
        if finish is not None:
            finishes[pair.new] = finish
    return LastDates(shown_finish(last.schedule), finishes)


def since_of(last: Last) -> Since:
    """Steps that add up to the move of the finish, root causes by what they moved, and all changes counted."""
    summary = last.diff.summary
    own = last.diff.matching.own("task")
    return Since(
        name=last.file,
        reference=last.schedule.compiled.plan.project.data_date,
        finish=shown_finish(last.schedule),
        moved=summary.finish.slip.span,
        headline=summary.headline,
        steps=tuple(Step(step.message, step.slip.span, step.changes) for step in summary.finish.steps),
        lines=tuple(_line(each, own) for each in summary.causes),
        groups=tuple((group.message, len(group.items)) for group in summary.groups),
        changes=len(last.diff.changes),
    )


def _line(effect: CauseEffect, own: Mapping[int, int]) -> ChangeLine:
    changed = effect.cause.task
    return ChangeLine(
        sentence=effect.message,
        task=own.get(changed.id) if changed is not None else None,
        span=effect.slip.span,
        on_finish=effect.on_finish,
    )
