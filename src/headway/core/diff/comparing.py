"""Two schedules compared: matched, their changes grouped, their moves attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import diff
from headway.core.diff.aligned import Dated, Measure, aligned
from headway.core.diff.changed import Changed
from headway.core.diff.effects import cause_effects, headline
from headway.core.diff.groups import change_groups, totals
from headway.core.diff.matching import matched
from headway.core.diff.moves import date_moves
from headway.core.diff.steps import finish_move, finish_root
from headway.core.diff.tracing import Tracing
from headway.core.diff.values import PlanDiff, Summary

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.diff.matching import Matching
    from headway.core.schedule import Schedule


def diff_plans(old: Schedule, new: Schedule, *, saved: bool = False) -> PlanDiff:
    """What changed from the plan of one schedule to the plan of another, and what that did to the dates.

    The plans may come from different files: they are matched first (:func:`~headway.core.diff.matching.matched`).
    ``saved`` dates of the files are part of the raw changes only on request.
    """
    matching = matched(old.compiled.plan, new.compiled.plan)
    changes = diff(old.compiled.plan, matching.plan)
    if not saved:
        changes = tuple(change for change in changes if change.entity != "saved")
    return PlanDiff(matching, changes, summary_of(old, new, matching, changes))


def summary_of(old: Schedule, new: Schedule, matching: Matching, changes: tuple[Change, ...]) -> Summary:
    """The readable part."""
    before, after = Dated(old), Dated(aligned(new, matching))
    changed = Changed(old.compiled.plan, matching.plan, changes)
    tracing = Tracing(before, after, changed, Measure(after.schedule))
    moves = date_moves(tracing)
    finish = finish_move(tracing)
    root = finish_root(tracing)
    groups = change_groups(changed, before, after)
    causes = cause_effects(tracing, moves, root)
    return Summary(
        headline=headline(finish, causes, moves, groups),
        finish=finish,
        milestones=tuple(move for move in moves if move.milestone),
        dates=moves,
        causes=causes,
        groups=groups,
        totals=totals(before, after),
    )
