"""Thresholds of an organisation: what they may say, and what is said of those that mean nothing."""

from __future__ import annotations

from typing import Any

import pytest

from headway.core.review import Status, ThresholdError, Thresholds, review, thresholds_of
from headway.core.review.rules import RULES
from headway.core.schedule import schedule
from tests.drawn import build

_PLAN = """
project: start 2027-03-01
A 3d
B 2d after A
C 2d after A
D 2d
"""


def test_nothing_differs_without_tables() -> None:
    assert thresholds_of({}) == Thresholds()


def test_a_threshold_decides_between_pass_and_fail() -> None:
    dates = schedule(build(_PLAN))
    strict, lax = thresholds_of({"dcma-01": {"most_percent": 0}}), thresholds_of({"dcma-01": {"most_percent": 100}})
    assert review(dates, strict).result("dcma-01").status is Status.FAIL
    assert review(dates, lax).result("dcma-01").status is Status.PASS
    assert review(dates, lax).result("dcma-01").threshold == 100


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if "days" in rule.settings])
def test_the_longest_days_that_may_be_asked_for_can_be_worked_out(rule: str) -> None:
    dates = schedule(build(_PLAN + "Done milestone; after B, C, D\n"))
    found = review(dates, thresholds_of({rule: {"days": 10_000}}))
    assert {each.status for each in found.results if each.rule in ("dcma-12", "delays-arrive")} == {Status.PASS}


def test_a_rule_switched_off_is_not_evaluated_and_has_no_part_in_the_score() -> None:
    dates = schedule(build(_PLAN))
    found = review(dates, thresholds_of({rule: {"enabled": False} for rule in RULES}))
    assert {each.status for each in found.results} == {Status.NOT_EVALUATED}
    assert all(each.reason is not None for each in found.results)
    assert found.score is None


def test_a_rule_switched_on_keeps_its_defaults() -> None:
    assert review(schedule(build(_PLAN)), thresholds_of({"dcma-01": {"enabled": True}})).result(
        "dcma-01"
    ).threshold == pytest.approx(5)


def test_the_population_may_hold_milestones() -> None:
    dates = schedule(build(_PLAN + "M milestone; after B, C, D\n"))
    all_in = thresholds_of({"population": {"leave_out_milestones": False}})
    assert review(dates).result("dcma-01").population == 4
    assert review(dates, all_in).result("dcma-01").population == 5


@pytest.mark.parametrize(
    ("tables", "rule", "key", "words"),
    [
        ({"dcma-1": {}}, "dcma-1", "", "There is no rule 'dcma-1'"),
        ({"dcma-01": 5}, "dcma-01", "", "'dcma-01' is 5, not a table"),
        ({"dcma-01": {"most_percentage": 5}}, "dcma-01", "most_percentage", "has no setting 'most_percentage'"),
        ({"dcma-01": {"most_percent": "5"}}, "dcma-01", "most_percent", "is '5', not a number"),
        ({"dcma-01": {"most_percent": True}}, "dcma-01", "most_percent", "is True, not a number"),
        ({"dcma-01": {"most_percent": float("nan")}}, "dcma-01", "most_percent", "not a number"),
        ({"dcma-01": {"most_percent": -1}}, "dcma-01", "most_percent", "is -1, below 0"),
        ({"dcma-01": {"most_percent": 101}}, "dcma-01", "most_percent", "more than 100 %"),
        ({"dcma-12": {"days": 10_001}}, "dcma-12", "days", "is 10001, more than 10,000 working days"),
        ({"dcma-12": {"days": 10**30}}, "dcma-12", "days", "more than 10,000 working days"),
        ({"dcma-12": {"tolerance_days": 1e300}}, "dcma-12", "tolerance_days", "more than 10,000 working days"),
        ({"dcma-12": {"days": 0}}, "dcma-12", "days", "is 0, below 1"),
        ({"delays-arrive": {"days": 0.5}}, "delays-arrive", "days", "is 0.5, below 1"),
        ({"delays-arrive": {"samples": 0}}, "delays-arrive", "samples", "is 0, below 1"),
        ({"dcma-01": {"enabled": 0}}, "dcma-01", "enabled", "is 0, not true or false"),
        ({"population": {"milestones": True}}, "population", "milestones", "has no setting 'milestones'"),
        ({"population": {"leave_out_milestones": 1}}, "population", "leave_out_milestones", "not true or false"),
    ],
)
def test_what_means_nothing_is_named_with_its_rule_and_key(
    tables: dict[str, Any], rule: str, key: str, words: str
) -> None:
    with pytest.raises(ThresholdError, match=words) as caught:
        thresholds_of(tables)
    assert (caught.value.rule, caught.value.key) == (rule, key)
    assert caught.value.mend


@pytest.mark.parametrize(
    ("tables", "meant"),
    [
        ({"dcma-1": {}}, "dcma-01"),
        ({"DCMA_01": {}}, "dcma-01"),
        ({"DCMA 12": {}}, "dcma-12"),
        ({"dangling_start": {}}, "dangling-start"),
        ({"popultion": {}}, "population"),
        ({"dcma-01": {"max_percent": 5}}, "most_percent"),
        ({"dcma-01": {"enable": False}}, "enabled"),
    ],
)
def test_the_nearest_name_is_offered(tables: dict[str, Any], meant: str) -> None:
    with pytest.raises(ThresholdError, match="Did you mean one of these") as caught:
        thresholds_of(tables)
    assert meant in caught.value.candidates
    assert meant in str(caught.value)


def test_a_name_like_no_other_is_answered_with_those_there_are() -> None:
    with pytest.raises(ThresholdError, match="Choose one of: most_percent, enabled"):
        thresholds_of({"dcma-01": {"zz": 5}})
    with pytest.raises(ThresholdError, match="Rules are called dcma-01"):
        thresholds_of({"zz": {}})


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(ThresholdError) as caught:
        thresholds_of({"dcma-01": {"most_percent": "x" * 1000}})
    assert len(str(caught.value)) < 150
