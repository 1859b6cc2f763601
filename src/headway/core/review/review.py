"""All rules asked about one schedule."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.core.review.reviewed import Reviewed
from headway.core.review.rule import Asked, Rule, Settings
from headway.core.review.rules import RULES
from headway.core.review.score import score
from headway.core.review.values import Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.review.values import Offer, Result
    from headway.core.schedule import Schedule

USUAL: Mapping[str, Settings] = MappingProxyType({})
"""No threshold differs from its default."""


def review(schedule: Schedule, thresholds: Mapping[str, Settings] = USUAL) -> Review:
    """What every rule finds.  ``thresholds`` hold, by rule id, the settings that differ from the defaults."""
    reviewed = Reviewed(schedule)
    results: dict[str, Result] = {}
    for rule in RULES.values():
        results[rule.id] = rule.check(asked(rule, reviewed, thresholds, results))
    return Review(score(RULES, results.values()), tuple(results.values()))


def asked(rule: Rule, reviewed: Reviewed, thresholds: Mapping[str, Settings], results: Mapping[str, Result]) -> Asked:
    """The question to one rule, with its thresholds."""
    settings = {**rule.settings, **thresholds.get(rule.id, {})}
    return Asked(rule.id, reviewed, MappingProxyType(settings), MappingProxyType(dict(results)))


def offers(schedule: Schedule, found: Review, rule: str, thresholds: Mapping[str, Settings] = USUAL) -> Iterable[Offer]:
    """What would mend the rows of one rule; ``KeyError`` when there is no such rule."""
    kind = RULES[rule]
    if kind.offer is None:
        return ()
    results = {each.rule: each for each in found.results}
    return kind.offer(asked(kind, Reviewed(schedule), thresholds, results), results[rule])
