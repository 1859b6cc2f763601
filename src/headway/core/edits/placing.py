"""Where a new row stands among its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.outline import ROOT
from headway.core.plan.ranks import RankError, rank_between

if TYPE_CHECKING:
    from headway.core.plan.outline import Outline
    from headway.core.plan.plan import Plan


def rank_after(plan: Plan, task_id: int) -> str:
    """A rank right behind a task, or behind all its siblings where their ranks leave no room."""
    task = plan.tasks[task_id]
    siblings = [each.rank for each in plan.tasks.values() if each.parent == task.parent and each.id != task_id]
    try:
        return rank_between(task.rank, min((rank for rank in siblings if rank > task.rank), default=None))
    except RankError:
        return rank_between(max((task.rank, *siblings)), None)


def rank_last(plan: Plan, parent: int) -> str:
    """A rank behind all rows under ``parent``."""
    return rank_between(max((each.rank for each in plan.tasks.values() if each.parent == parent), default=""), None)


def rank_first(plan: Plan, parent: int) -> str:
    """A rank before all rows under ``parent``; behind them where their ranks leave no room."""
    try:
        return rank_between("", min((each.rank for each in plan.tasks.values() if each.parent == parent), default=None))
    except RankError:
        return rank_last(plan, parent)


def top(outline: Outline) -> int:
    """The parent of rows that belong to the project as a whole: its one top row if that is a summary."""
    rows = outline.children.get(ROOT, ())
    return rows[0] if len(rows) == 1 and outline.is_summary(rows[0]) else ROOT
