"""Where a new row stands among its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.outline import ROOT
from headway.core.plan.ranks import RankError, rank_between

if TYPE_CHECKING:
    from headway.core.plan.outline import Outline
    from headway.core.plan.plan import Plan


def rank_after(plan: Plan, outline: Outline, task_id: int) -> str:
    """A rank right behind a task, or behind all its siblings where their ranks leave no room."""
    siblings = outline.children[outline.parents[task_id]]
    place = siblings.index(task_id)
    own = plan.tasks[task_id].rank
    following = plan.tasks[siblings[place + 1]].rank if place + 1 < len(siblings) else None
    try:
        return rank_between(own, following)
    except RankError:
        return rank_last(plan, outline, outline.parents[task_id])


def rank_last(plan: Plan, outline: Outline, parent: int) -> str:
    """A rank behind all rows under ``parent``."""
    below = outline.children.get(parent, ())
    return rank_between(plan.tasks[below[-1]].rank if below else "", None)


def rank_first(plan: Plan, outline: Outline, parent: int) -> str:
    """A rank before all rows under ``parent``; behind them where their ranks leave no room."""
    below = outline.children.get(parent, ())
    try:
        return rank_between("", plan.tasks[below[0]].rank if below else None)
    except RankError:
        return rank_last(plan, outline, parent)


def top(outline: Outline) -> int:
    """The parent of rows that belong to the project as a whole: its one top row if that is a summary."""
    rows = outline.children.get(ROOT, ())
    return rows[0] if len(rows) == 1 and outline.is_summary(rows[0]) else ROOT
