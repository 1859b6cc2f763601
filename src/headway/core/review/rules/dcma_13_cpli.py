"""DCMA 13: the critical path length index (CPLI), how realistic it is to finish as the baseline says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.message import Length, Message, Moment, message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Unit

if TYPE_CHECKING:
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def cpli(length: float, total_float: float) -> float:
    """Critical path length index: (length + float) / length, both in working days; ``length`` is above 0.

    >>> cpli(100, -10)
    0.9
    """
    return (length + total_float) / length


def check(asked: Asked) -> Result:
    """The index, from the data date, the forecast finish and the finish of the baseline.

    A plan without a baseline is held to the date that the project must finish by.
    """
    reviewed = asked.reviewed
    now, promised = reviewed.data_date, promised_finish(reviewed)
    if now is None:
        return asked.not_evaluated(message("rule.reason.no_data_date"), Unit.RATIO)
    if not reviewed.incomplete:
        return asked.not_evaluated(message("rule.reason.all_done"), Unit.RATIO)
    if promised is None:
        return asked.not_evaluated(message("rule.reason.no_baseline"), Unit.RATIO)
    finish = reviewed.schedule.finish
    length = reviewed.days(reviewed.work(now, finish))
    if length <= 0:
        return asked.not_evaluated(message("rule.dcma-13.past", finish=Moment(finish, finish=True)), Unit.RATIO)
    room = reviewed.work(finish, promised)
    value = cpli(length, reviewed.days(room))
    result = asked.at_least(value, asked.settings["least_ratio"], count=0, population=len(reviewed.incomplete))
    return msgspec.structs.replace(result, reason=told(reviewed, length, room, promised))


def promised_finish(reviewed: Reviewed) -> int | None:
    """Latest finish of the baseline among the leaves of the plan, else the date that the project must finish by."""
    leaves = {task.id for task in reviewed.leaves}
    planned = [each.finish for each in reviewed.baseline.values() if each.finish is not None and each.task in leaves]
    return max(planned) if planned else reviewed.plan.project.must_finish_by


def told(reviewed: Reviewed, length: float, room: int, promised: int) -> Message:
    """The figures behind the index."""
    code = "rule.dcma-13.early" if room > 0 else "rule.dcma-13.late" if room < 0 else "rule.dcma-13.even"
    dates = {"finish": Moment(reviewed.schedule.finish, finish=True), "promised": Moment(promised, finish=True)}
    return Message(code, {**dates, "length": reviewed.length(length), "difference": Length(abs(room))})


RULE = Rule("dcma-13", Family.DCMA, check, {"least_ratio": 0.95}, weight=3)
