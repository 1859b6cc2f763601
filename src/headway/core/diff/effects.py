"""Root causes with all that they moved, and the one sentence that stands above everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.diff.aligned import FINISH, START
from headway.core.diff.clauses import cause_of
from headway.core.diff.moves import calendar_weight
from headway.core.diff.tracing import UNTOLD
from headway.core.diff.values import CauseEffect
from headway.core.message import Length, Message, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.core.diff.tracing import Root, Tracing
    from headway.core.diff.values import Cause, ChangeGroup, DateMove, FinishMove


def cause_effects(tracing: Tracing, moves: Sequence[DateMove], finish: Root | None) -> tuple[CauseEffect, ...]:
    """Root causes by effect: what moved the project's finish first, then milestones, then the greatest slips.

    Each move counts for its weightiest cause; summaries are left out, they move with what is below them.
    """
    by_root: dict[Root, list[DateMove]] = {}
    for move in moves:
        if not move.summary:
            edge = FINISH if tracing.moved(move.task.id, FINISH) else START
            by_root.setdefault(tracing.root(move.task.id, edge), []).append(move)
    told = {root: there for root, there in by_root.items() if root.kind not in UNTOLD}
    if finish is not None and finish.kind not in UNTOLD:
        told.setdefault(finish, [])
    found = [(root, effect(tracing, root, there, on_finish=root == finish)) for root, there in told.items()]
    return tuple(each for _, each in sorted(found, key=lambda pair: (order(pair[1]), pair[0].task, pair[0].other)))


def order(each: CauseEffect) -> tuple[bool, bool, int, int]:
    """Sorts the weightiest first."""
    return not each.on_finish, not each.milestones, -calendar_weight(each.slip), -len(each.tasks)


def effect(tracing: Tracing, root: Root, moves: Sequence[DateMove], *, on_finish: bool) -> CauseEffect:
    """One cause; ``moves`` are the most moved first."""
    cause = cause_of(tracing.changed, root)
    slip = larger(moves[0]) if moves else Length(0)
    return CauseEffect(
        cause=cause,
        message=effect_message(cause, moves, slip),
        tasks=tuple(move.task.id for move in moves),
        milestones=tuple(move.task.id for move in moves if move.milestone),
        slip=slip,
        on_finish=on_finish,
    )


def larger(move: DateMove) -> Length:
    """By how much a task moved: its finish, or its start where the finish stays."""
    return move.slip if move.slip.span else move.start_slip


def effect_message(cause: Cause, moves: Sequence[DateMove], slip: Length) -> Message:
    """``'Wiring' takes 3 working days longer: 12 tasks move, 'Inspection' most, by 4 working days``."""
    if not moves:
        return message("effect.none", cause=cause.message)
    way = "later" if slip.span > 0 else "earlier"
    amount = Length(abs(slip.span), slip.elapsed)
    return message(f"effect.{way}", cause=cause.message, count=len(moves), task=moves[0].task, amount=amount)


def headline(
    finish: FinishMove, causes: Sequence[CauseEffect], moves: Sequence[DateMove], groups: Sequence[ChangeGroup]
) -> Message:
    """One sentence about everything."""
    count = sum(len(group.items) for group in groups)
    if not count and not moves:
        return message("headline.nothing")
    if not finish.slip.span:
        moved = len([move for move in moves if not move.summary]) or len(moves)
        return message("headline.same" if moved else "headline.no_move", finish=finish.after, count=moved)
    main = next((each.cause for each in causes if each.on_finish), None)
    if main is None:
        return message("headline.alone", fact=finish.message)
    return message("headline.because", fact=finish.message, reason=main.message)
