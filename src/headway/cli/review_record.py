"""A plan review as data: what ``review --json`` prints, and what scripts rely on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from headway.cli import records
from headway.core.edits import describe, name_of
from headway.core.message import Message
from headway.core.review import RULES, Bound, Offer, Result, Review, Row, Status, Unit, offers, words
from headway.core.review.thresholds import Thresholds
from headway.core.review.worth import points_lost
from headway.core.schedule import Schedule
from headway.reports import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.plan.plan import Plan


@dataclass(frozen=True)
class Found:
    """A review with what its words and records need."""

    schedule: Schedule
    review: Review
    thresholds: Thresholds
    lost: Mapping[str, float]
    """Points of the score that each rule costs."""
    offers: Mapping[str, tuple[Offer, ...]]
    """By rule that fails."""

    @property
    def plan(self) -> Plan:
        return self.schedule.compiled.plan

    def say(self, text: Message) -> str:
        """A message in the words of the catalogue."""
        return records.sentence(text, self.plan)

    def words(self, rule: str, part: str) -> str:
        """Title, test, why or mend of a rule; a test has the thresholds in force."""
        return self.say(getattr(words(rule, self.thresholds), part))


def found_in(schedule: Schedule, review: Review, thresholds: Thresholds) -> Found:
    """The review with its offers."""
    offered = {
        each.rule: offers(schedule, review, each.rule, thresholds)
        for each in review.results
        if each.status is Status.FAIL
    }
    return Found(schedule, review, thresholds, points_lost(RULES, review.results), offered)


def review_record(found: Found, only: tuple[str, ...] = ()) -> dict[str, Any]:
    """Score and rules in their order; ``only`` these rules when any are named."""
    shown = [each for each in found.review.results if not only or each.rule in only]
    return {
        "score": found.review.score,
        "rules": [rule_record(found, each) for each in shown],
        "judged": found.review.judged,
        "project": found.plan.project.name,
        "data_date": wording.iso(found.plan.project.data_date),
    }


def rule_record(found: Found, result: Result) -> dict[str, Any]:
    """One rule; ``rows`` are the unique ids of the file, ``details`` the same with words."""
    return {
        "rule": result.rule,
        "title": found.words(result.rule, "title"),
        "status": result.status.value,
        "value": rounded(result.value),
        "threshold": result.threshold,
        "count": result.count,
        "population": result.population,
        "rows": list(dict.fromkeys(_unique(found, row) for row in result.rows)),
        "why": found.words(result.rule, "why"),
        "mend": found.words(result.rule, "mend"),
        "family": RULES[result.rule].family.value,
        "test": found.words(result.rule, "test"),
        "unit": result.unit.value,
        "bound": result.bound.value,
        "informative": result.informative,
        "reason": None if result.reason is None else found.say(result.reason),
        "degree": None if result.degree is None else result.degree.value,
        "parts": list(result.parts),
        "points_lost": rounded(found.lost.get(result.rule, 0.0)),
        "details": [_row_record(found, row) for row in result.rows],
        "offers": [_offer_record(found, offer) for offer in found.offers.get(result.rule, ())],
    }


def rounded(value: float | None) -> float | None:
    """For reading; rules compare before rounding."""
    return None if value is None else round(value, 4)


def _unique(found: Found, row: Row) -> int:
    return records.unique_id(found.plan.tasks[row.task])


def _row_record(found: Found, row: Row) -> dict[str, Any]:
    link = found.plan.links.get(row.link) if row.link is not None else None
    resource = found.plan.resources.get(row.resource) if row.resource is not None else None
    return {
        "unique_id": _unique(found, row),
        "name": found.plan.tasks[row.task].name,
        "message": found.say(row.message),
        "link": None if link is None else records.driver_record(found.plan, link),
        "resource": None if resource is None else resource.name,
    }


def _offer_record(found: Found, offer: Offer) -> dict[str, Any]:
    tasks = found.plan.tasks
    return {
        "edit": name_of(offer.edit),
        "sentence": found.say(describe(found.plan, offer.edit)),
        "tasks": [records.unique_id(tasks[task]) for task in offer.tasks],
    }


def value_words(result: Result) -> str:
    """A value against its threshold: "18.2 %, at most 5 %"."""
    if result.value is None or result.threshold is None:
        return figure(result)
    if result.bound is Bound.AT_MOST and result.threshold == 0:
        return f"{figure(result)}, none allowed"
    word = {Bound.AT_MOST: "at most", Bound.AT_LEAST: "at least", Bound.EQUAL: "must be"}[result.bound]
    return f"{figure(result)}, {word} {_number(result.threshold, result.unit)}"


def figure(result: Result) -> str:
    """The value of a rule with its unit, a dash where it has none."""
    return wording.NONE if result.value is None else _number(result.value, result.unit)


def _number(value: float, unit: Unit) -> str:
    if unit is Unit.PERCENT:
        return f"{value:,.1f}".removesuffix(".0") + " %"
    if unit is Unit.RATIO:
        return f"{value:.2f}"
    text = f"{value:,.1f}".removesuffix(".0")
    return f"{text} days" if unit is Unit.DAYS else text
