"""GAO 10: a baseline is kept, and the plan is measured against it."""

from __future__ import annotations

import msgspec

from headway.core.message import message
from headway.core.review.practice import Practice
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Bound, Degree, Result, Status

PARTS = ("not-in-baseline", "dcma-11")


def check(asked: Asked) -> Result:
    """Not met without a baseline, at least partly with one; the rest is judged by the rules behind it.

    Not evaluated for a plan without tasks.
    """
    reviewed = asked.reviewed
    if not reviewed.leaves:
        return asked.not_evaluated(message("rule.reason.nothing_to_look_at"))
    if reviewed.baseline:
        result = Practice(PARTS).check(asked)
        # That a baseline is there is the half of it.
        partly = result.degree is Degree.NOT_MET
        return msgspec.structs.replace(result, degree=Degree.PARTLY) if partly else result
    reason, degree = message("rule.gao-10.no_baseline"), Degree.NOT_MET
    return Result(
        asked.rule,
        Status.FAIL,
        0.0,
        100.0,
        Bound.AT_LEAST,
        count=1,
        population=1,
        reason=reason,
        degree=degree,
        parts=PARTS,
    )


RULE = Rule("gao-10", Family.GAO, check, weight=0, parts=PARTS)
