"""A practice of the GAO schedule guide: how far it is followed, told by the rules that test it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.message import Message, message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.score import grade
from headway.core.review.values import Bound, Degree, Result, Row, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTLY = 0.5
"""Mean grade of its rules from which a practice is partly met."""


def practice(number: int, *parts: str) -> Rule:
    """The rule of a practice that others (``parts``, by id) test."""
    return Rule(f"gao-{number:02}", Family.GAO, Practice(parts).check, weight=0, parts=parts)


@dataclass(frozen=True, slots=True)
class Practice:
    """The rules that test a practice."""

    parts: tuple[str, ...]

    def check(self, asked: Asked) -> Result:
        """Met when every rule behind it that could be evaluated passes, partly when their mean grade is a half or more.

        Rules that only inform have no part in it. Not evaluated when none of the rules could be.
        """
        told = [asked.results[part] for part in self.parts]
        judged = [each for each in told if each.status is not Status.NOT_EVALUATED and not each.informative]
        silent = [each.rule for each in told if each.status is Status.NOT_EVALUATED]
        if not judged:
            reason = message("rule.gao.silent", rules=titles(silent), reason=first_reason(told))
            return Result(asked.rule, Status.NOT_EVALUATED, reason=reason, parts=self.parts)
        failed = [each for each in judged if each.status is Status.FAIL]
        mean = sum(grade(each) for each in judged) / len(judged)
        return Result(
            asked.rule,
            Status.FAIL if failed else Status.PASS,
            100 * (len(judged) - len(failed)) / len(judged),
            100.0,
            Bound.AT_LEAST,
            count=len(failed),
            population=len(judged),
            rows=tuple(rows_of(failed)),
            reason=judgement([each.rule for each in failed], silent),
            degree=degree_of(mean, failed=bool(failed)),
            parts=self.parts,
        )


def degree_of(mean: float, *, failed: bool) -> Degree:
    """How far a practice is followed, by the mean grade of its rules."""
    if not failed:
        return Degree.MET
    return Degree.PARTLY if mean >= PARTLY else Degree.NOT_MET


def rows_of(failed: Iterable[Result]) -> list[Row]:
    """All rows of the rules that fail, rule by rule."""
    return [row for each in failed for row in each.rows]


def judgement(failed: list[str], silent: list[str]) -> Message | None:
    """Which rules fail, and which could not be evaluated."""
    if failed and silent:
        return message("rule.gao.failed_and_silent", failed=titles(failed), silent=titles(silent))
    if failed:
        return message("rule.gao.failed", failed=titles(failed))
    return message("rule.gao.passed_and_silent", silent=titles(silent)) if silent else None


def titles(rules: Iterable[str]) -> Message:
    """Rules by their titles, as a list."""
    return message("list.details", items=tuple(Message(f"rule.{rule}.title") for rule in rules))


def first_reason(results: Iterable[Result]) -> Message | str:
    """Why the first of some rules was not evaluated."""
    return next((each.reason for each in results if each.reason is not None), "")
