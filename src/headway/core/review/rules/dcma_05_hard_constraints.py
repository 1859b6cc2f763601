"""DCMA 5: few tasks have a hard constraint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.message import Message, Moment, message
from headway.core.plan.entities import ConstraintKind
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Constraint, Task
    from headway.core.review.values import Result

FINISHES = frozenset(
    {ConstraintKind.MUST_FINISH_ON, ConstraintKind.FINISH_ON, ConstraintKind.FINISH_NO_LATER_THAN},
)
HARD = FINISHES | {ConstraintKind.MUST_START_ON, ConstraintKind.START_ON, ConstraintKind.START_NO_LATER_THAN}
"""Must-start, must-finish and no-later-than; P6's start on and finish on as well."""


def check(asked: Asked) -> Result:
    """Tasks with a hard constraint, the first or the second one, as a share of the population."""
    reviewed = asked.reviewed
    rows = (
        reviewed.row(task, "rule.dcma-05.row", constraint=shown(found))
        for task in reviewed.population
        if (found := hard_constraint(task)) is not None
    )
    result = asked.share(rows, len(reviewed.population))
    typed = sum(task.manual is not None and task.manual.start is not None for task in reviewed.population)
    if not typed:
        return result
    return msgspec.structs.replace(result, reason=message("rule.dcma-05.manual", count=typed))


def hard_constraint(task: Task) -> Constraint | None:
    """The hard constraint of a task, the first one where there are two; one without a date holds nothing."""
    for constraint in (task.constraint, task.secondary_constraint):
        if constraint is not None and constraint.kind in HARD and constraint.date is not None:
            return constraint
    return None


def shown(constraint: Constraint) -> Message:
    """A constraint with its date as a message shows it."""
    date = Moment(constraint.date or 0, finish=constraint.kind in FINISHES)
    return Message(f"rule.dcma-05.{constraint.kind.value}", {"date": date})


RULE = Rule("dcma-05", Family.DCMA, check, {"most_percent": 5}, weight=3)
