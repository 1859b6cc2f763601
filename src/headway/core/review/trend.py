"""What became of a review since an earlier one: the score, each rule, and the rows that came and went."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from headway.core.message import TaskName
from headway.core.review.score import grade
from headway.core.review.values import Result, Row, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.message import Param
    from headway.core.review.values import Review

SAME_TASKS: Mapping[int, int] = MappingProxyType({})
"""Tasks kept their ids."""
Key = tuple[object, ...]
"""What makes two rows the same: the task, the resource and the other tasks that the row names."""


class Movement(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    """Evaluated now, and not before."""
    LOST = "lost"
    """Evaluated before, and not now."""
    NOT_EVALUATED = "not_evaluated"
    """Neither before nor now."""


class RuleTrend(msgspec.Struct, frozen=True, gc=False):
    """How one rule moved.  ``found`` are rows (of the new review) that are new, ``gone`` those (of the old) no more."""

    rule: str
    movement: Movement
    before: Result | None
    after: Result
    found: tuple[Row, ...]
    gone: tuple[Row, ...]


class Trend(msgspec.Struct, frozen=True, gc=False):
    """How a review moved; ``change`` is that of the score, ``None`` where one of the two has none."""

    before: int | None
    after: int | None
    change: int | None
    rules: tuple[RuleTrend, ...]
    """In the order of the new review."""

    def moved(self, movement: Movement) -> tuple[RuleTrend, ...]:
        """The rules that moved one way."""
        return tuple(each for each in self.rules if each.movement is movement)


def trend(old: Review, new: Review, tasks: Mapping[int, int] = SAME_TASKS) -> Trend:
    """How a review moved since an earlier one by the same thresholds.

    ``tasks`` gives, for tasks whose id differs, the new id by the old one (:mod:`headway.core.diff` finds them); all
    others have kept theirs.
    """
    earlier = {each.rule: each for each in old.results}
    rules = tuple(rule_trend(earlier.get(each.rule), each, tasks) for each in new.results)
    change = None if old.score is None or new.score is None else new.score - old.score
    return Trend(old.score, new.score, change, rules)


def rule_trend(before: Result | None, after: Result, tasks: Mapping[int, int] = SAME_TASKS) -> RuleTrend:
    """How one rule moved, and which of its rows came and went."""
    rows = () if before is None else before.rows
    known, now = [key(row, tasks) for row in rows], [key(row, SAME_TASKS) for row in after.rows]
    found = unmatched(after.rows, now, known)
    return RuleTrend(after.rule, movement(before, after), before, after, found, unmatched(rows, known, now))


def movement(before: Result | None, after: Result) -> Movement:
    """By status, then by how far the value is from its threshold, then by the number of rows."""
    was = before is not None and before.status is not Status.NOT_EVALUATED
    if after.status is Status.NOT_EVALUATED:
        return Movement.LOST if was else Movement.NOT_EVALUATED
    if before is None or not was:
        return Movement.NEW
    one, other = standing(before), standing(after)
    return Movement.SAME if one == other else Movement.BETTER if other > one else Movement.WORSE


def standing(result: Result) -> tuple[bool, float, float]:
    """How well a rule stands: what is greater is better.  One pass is as good as another."""
    if result.status is Status.PASS:
        return True, 1.0, 0.0
    return False, grade(result), -result.count / max(1, result.population)


def key(row: Row, tasks: Mapping[int, int]) -> Key:
    """What a row is about, with the ids of the new plan.  Ids of links differ between files, those of tasks less so."""
    others = sorted(
        {tasks.get(each.id, each.id) for value in row.message.params.values() for each in named(value)}
        if row.link is not None
        else ()
    )
    return tasks.get(row.task, row.task), row.resource, *others


def named(value: Param) -> list[TaskName]:
    """The task that a value names, if it is one."""
    return [value] if isinstance(value, TaskName) else []


def unmatched(rows: tuple[Row, ...], keys: list[Key], others: list[Key]) -> tuple[Row, ...]:
    """The rows that are not among the others; a row that stands there twice is matched twice."""
    left = Counter(others)
    found = []
    for row, each in zip(rows, keys, strict=True):
        if left[each]:
            left[each] -= 1
        else:
            found.append(row)
    return tuple(found)
