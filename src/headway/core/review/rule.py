"""What a rule is: a module with one :class:`Rule` called ``RULE``.

The words of a rule are messages: ``rule.<id>.title``, ``rule.<id>.test`` (what passes), ``rule.<id>.why`` and
``rule.<id>.mend``; ``rule.<id>.row`` and others where rows have something of their own to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.core.message import Message, message
from headway.core.review.values import Bound, Result, Row, Status, Unit

if TYPE_CHECKING:
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Offer

Settings = Mapping[str, float]
"""Thresholds of one rule by name; the unit is in the name (``most_percent``, ``least_ratio``, ``days``)."""


class Family(StrEnum):
    DCMA = "dcma"
    GAO = "gao"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule is asked about: the plan, the rule's own thresholds, and what the rules before it found."""

    rule: str
    reviewed: Reviewed
    settings: Settings
    results: Mapping[str, Result] = field(default_factory=lambda: MappingProxyType({}))

    def share(self, rows: Iterable[Row], population: int) -> Result:
        """Rows as a share of a population, in percent; passes up to the setting ``most_percent``."""
        found, most = tuple(rows), self.settings["most_percent"]
        if not population:
            return self.not_evaluated(message("rule.reason.nothing_to_look_at"))
        value = 100 * len(found) / population
        status = Status.PASS if value <= most else Status.FAIL
        return Result(self.rule, status, value, most, count=len(found), population=population, rows=found)

    def share_at_least(self, rows: Iterable[Row], population: int) -> Result:
        """What is left of a population without the rows, in percent; passes from the setting ``least_percent`` on."""
        found, least = tuple(rows), self.settings["least_percent"]
        if not population:
            return self.not_evaluated(message("rule.reason.nothing_to_look_at"))
        value = 100 * (population - len(found)) / population
        status = Status.PASS if value >= least else Status.FAIL
        return Result(
            self.rule, status, value, least, Bound.AT_LEAST, count=len(found), population=population, rows=found
        )

    def none_allowed(self, rows: Iterable[Row], population: int) -> Result:
        """Rows of which there may be no more than the setting ``most_count`` (usually none)."""
        found, most = tuple(rows), self.settings["most_count"]
        if not population:
            return self.not_evaluated(message("rule.reason.nothing_to_look_at"))
        status = Status.PASS if len(found) <= most else Status.FAIL
        return Result(
            self.rule,
            status,
            float(len(found)),
            most,
            unit=Unit.COUNT,
            count=len(found),
            population=population,
            rows=found,
        )

    def at_least(self, value: float, least: float, count: int, population: int) -> Result:
        """A ratio that must not fall below ``least``."""
        status = Status.PASS if value >= least else Status.FAIL
        return Result(self.rule, status, value, least, Bound.AT_LEAST, Unit.RATIO, count, population)

    def not_evaluated(self, reason: Message, unit: Unit = Unit.PERCENT) -> Result:
        """The rule cannot say, and why."""
        return Result(self.rule, Status.NOT_EVALUATED, unit=unit, reason=reason)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the review."""

    id: str
    family: Family
    check: Callable[[Asked], Result]
    settings: Settings = field(default_factory=lambda: MappingProxyType({}))
    """Thresholds with their defaults."""
    weight: int = 1
    """In the score; 0 for rules that repeat others."""
    basis: bool = False
    """Whether other rules rest on it: where it fails, the whole score falls with it."""
    offer: Callable[[Asked, Result], Iterable[Offer]] | None = None
    """What would mend its rows, where the rule says so itself; others stand in :mod:`headway.core.review.mends`."""
    parts: tuple[str, ...] = ()
    """Of a practice: the rules that test it."""
