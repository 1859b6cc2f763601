"""Costs of a task that no resource causes: P6 keeps them as expenses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from headway.formats.writing.draft import DraftExpense
from headway.formats.writing.quantities import money

if TYPE_CHECKING:
    from headway.formats.writing.context import Context

NAME = "Fixed cost"


def expenses_of(context: Context) -> dict[int, DraftExpense]:
    """By task: what of its cost is not in its assignments; tasks whose whole cost is are left out."""
    plan = context.plan
    actual: Counter[int] = Counter()
    remaining: Counter[int] = Counter()
    for each in plan.assignments.values():
        actual[each.task] += each.actual_cost
        remaining[each.task] += each.remaining_cost
    found = {}
    for task in plan.tasks.values():
        if task.amounts is not None:
            spent = task.amounts.actual_cost - actual[task.id]
            open_ = task.amounts.remaining_cost - remaining[task.id]
            if spent > 0 or open_ > 0:
                found[task.id] = DraftExpense(NAME, money(max(spent, 0)), money(max(open_, 0)))
    return found
