"""What changed from one plan to another, matched, grouped, and attributed to causes."""

from __future__ import annotations

from headway.core.diff.comparing import diff_plans
from headway.core.diff.matching import Matching, Pair, Reason, matched
from headway.core.diff.values import (
    Cause,
    CauseEffect,
    CauseKind,
    ChangeGroup,
    DateMove,
    FinishMove,
    FinishStep,
    Group,
    Item,
    PlanDiff,
    StepKind,
    Summary,
    Totals,
)

__all__ = [
    "Cause",
    "CauseEffect",
    "CauseKind",
    "ChangeGroup",
    "DateMove",
    "FinishMove",
    "FinishStep",
    "Group",
    "Item",
    "Matching",
    "Pair",
    "PlanDiff",
    "Reason",
    "StepKind",
    "Summary",
    "Totals",
    "diff_plans",
    "matched",
]
