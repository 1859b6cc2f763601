"""All rules asked about one schedule."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.mends import MENDS
from headway.core.review.reviewed import Reviewed
from headway.core.review.rule import Asked, Rule
from headway.core.review.rules import RULES
from headway.core.review.score import score
from headway.core.review.thresholds import USUAL, Thresholds
from headway.core.review.values import Result, Review, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.review.values import Offer
    from headway.core.schedule import Schedule


def review(schedule: Schedule, thresholds: Thresholds = USUAL) -> Review:
    """What every rule finds.  A rule that the thresholds switch off is not evaluated."""
    reviewed = reviewed_of(schedule, thresholds)
    results: dict[str, Result] = {}
    for rule in RULES.values():
        if rule.id in thresholds.off:
            results[rule.id] = Result(rule.id, Status.NOT_EVALUATED, reason=message("rule.reason.switched_off"))
        else:
            results[rule.id] = rule.check(asked(rule, reviewed, thresholds, results))
    found = score(RULES, results.values())
    return Review(found.points, tuple(results.values()), found.judged)


def reviewed_of(schedule: Schedule, thresholds: Thresholds) -> Reviewed:
    """The schedule as the rules look at it, with the population that the thresholds ask for."""
    population = thresholds.population
    return Reviewed(schedule, population.leave_out_milestones, population.leave_out_unbaselined)


def asked(rule: Rule, reviewed: Reviewed, thresholds: Thresholds, results: Mapping[str, Result]) -> Asked:
    """The question to one rule, with its thresholds."""
    settings = {**rule.settings, **thresholds.of(rule.id)}
    return Asked(rule.id, reviewed, MappingProxyType(settings), MappingProxyType(dict(results)))


def offers(schedule: Schedule, found: Review, rule: str, thresholds: Thresholds = USUAL) -> tuple[Offer, ...]:
    """What would mend the rows of one rule; nothing where somebody has to decide.  ``KeyError`` for an unknown rule."""
    kind, result = RULES[rule], found.result(rule)
    mend = kind.offer or MENDS.get(rule)
    if mend is None or not result.rows:
        return ()
    results = {each.rule: each for each in found.results}
    return tuple(mend(asked(kind, reviewed_of(schedule, thresholds), thresholds, results), result))


def has_offers(rule: str) -> bool:
    """Whether a rule offers mends at all; ``KeyError`` for an unknown rule."""
    return RULES[rule].offer is not None or rule in MENDS
