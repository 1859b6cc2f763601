"""What a plan review says: one result a rule, with the rows that it is about."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from headway.core.edits import Edit
from headway.core.message import Message


class Status(StrEnum):
    PASS = "pass"  # noqa: S105 (a status, not a password)
    FAIL = "fail"
    NOT_EVALUATED = "not_evaluated"
    """The rule cannot say: what it looks at is not in the plan.  Never the same as a pass."""


class Degree(StrEnum):
    """How far a practice of the GAO schedule guide is followed."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


class Unit(StrEnum):
    """What ``value`` and ``threshold`` of a result count."""

    PERCENT = "percent"
    COUNT = "count"
    RATIO = "ratio"
    DAYS = "days"


class Bound(StrEnum):
    """Which side of the threshold passes."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    EQUAL = "equal"


class Row(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One task that a rule found, with what is wrong about this very one; ``link`` or ``resource`` where it is one."""

    task: int
    message: Message
    link: int | None = None
    resource: int | None = None


class Result(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What one rule found.  ``value`` is compared before rounding."""

    rule: str
    status: Status
    value: float | None = None
    threshold: float | None = None
    bound: Bound = Bound.AT_MOST
    unit: Unit = Unit.PERCENT
    count: int = 0
    """How many of the population the rule found."""
    population: int = 0
    """How many tasks, or links, were looked at."""
    rows: tuple[Row, ...] = ()
    """In the order of the plan."""
    reason: Message | None = None
    """Why the rule was not evaluated, or what the figure is made of."""
    informative: bool = False
    """Told, but no fault here: it neither helps nor hurts the score."""
    degree: Degree | None = None
    parts: tuple[str, ...] = ()
    """The rules that a practice is judged by."""


class Offer(msgspec.Struct, frozen=True, gc=False):
    """An edit that would mend some rows of a rule."""

    rule: str
    edit: Edit
    tasks: tuple[int, ...]


class Review(msgspec.Struct, frozen=True, gc=False):
    """All results, in the order of the rules.  ``score`` is 0 to 100, ``None`` when too little could be evaluated."""

    score: int | None
    results: tuple[Result, ...]
    judged: int = 100
    """How much of the review the score rests on: share of the weight of all rules that was evaluated, in percent."""

    def result(self, rule: str) -> Result:
        """The result of one rule; ``KeyError`` when there is no such rule."""
        for each in self.results:
            if each.rule == rule:
                return each
        raise KeyError(rule)
