"""Empty elements: a part of the work breakdown without a single task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.plan.entities import TaskKind
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Elements of the work breakdown with no task below them, of all elements and summaries.

    Elements only hold tasks (P6, portfolios); a summary of Microsoft Project without tasks is a task.
    """
    reviewed = asked.reviewed
    plan, outline = reviewed.plan, reviewed.outline
    elements = [task for task in outline.order if outline.is_summary(task)]
    if not any(plan.tasks[task].kind is TaskKind.WBS for task in elements):
        return asked.not_evaluated(message("rule.reason.no_elements"))
    filled = {above for task in outline.order if not outline.is_summary(task) for above in outline.ancestors(task)}
    rows = (reviewed.row(plan.tasks[task], "rule.empty-elements.row") for task in elements if task not in filled)
    return asked.none_allowed(rows, len(elements))


RULE = Rule("empty-elements", Family.EXTRA, check, {"most_count": 0})
