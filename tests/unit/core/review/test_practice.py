"""The practices of the GAO guide, judged by the rules behind them."""

from __future__ import annotations

import pytest

from headway.core.plan.plan import Plan
from headway.core.review import RULES, Degree, Family, Status, review, thresholds_of
from headway.core.schedule import schedule
from tests.recounts.drawing import drawn, reason_of, rows_of

PRACTICES = [rule for rule in RULES if rule.startswith("gao-")]
SOUND = "A 3d; owner Ann\nB 2d after A; owner Ann\nEnd milestone; after B"


def test_there_are_ten_and_they_come_after_what_they_look_at() -> None:
    assert [f"gao-{number:02}" for number in range(1, 11)] == PRACTICES
    assert list(RULES)[-10:] == PRACTICES
    for rule in PRACTICES:
        assert all(RULES[part].family is not Family.GAO for part in RULES[rule].parts)
        assert bool(RULES[rule].parts) == (rule != "gao-08")


def test_every_part_of_sequencing_named_by_the_guide_is_there() -> None:
    assert {f"dcma-{n:02}" for n in range(1, 6)} <= set(RULES["gao-02"].parts)


def test_a_practice_is_met_when_every_rule_behind_it_passes() -> None:
    result = review(drawn(SOUND)).result("gao-02")
    assert (result.status, result.degree, result.value, result.rows) == (Status.PASS, Degree.MET, 100, ())
    assert reason_of(result).startswith("Could not be evaluated: ")


def test_one_fault_of_many_is_partly() -> None:
    plan = drawn("A 3d\nB 2d after A FS-1d\nEnd milestone; after B")
    result = review(plan).result("gao-02")
    assert (result.status, result.degree, result.count) == (Status.FAIL, Degree.PARTLY, 1)
    assert rows_of(result, plan) == ["B"]
    assert "Not kept: Leads." in reason_of(result)


def test_faults_all_over_are_not_met() -> None:
    result = review(drawn("A 3d?\nB 90d?\nC 3ed?")).result("gao-04")
    assert (result.status, result.degree) == (Status.FAIL, Degree.NOT_MET)


def test_nothing_that_could_be_evaluated_is_not_evaluated_and_says_why() -> None:
    found = review(schedule(Plan()))
    for rule in PRACTICES:
        result = found.result(rule)
        assert (result.status, result.degree) == (Status.NOT_EVALUATED, None)
        assert reason_of(result)
    off = thresholds_of({part: {"enabled": False} for part in RULES["gao-07"].parts})
    silent = review(drawn(SOUND), off).result("gao-07")
    assert silent.status is Status.NOT_EVALUATED
    assert "High float; Negative float" in reason_of(silent)


def test_rows_are_those_of_the_rules_that_fail() -> None:
    found = review(drawn("A 3d\nB 90d\nC 2d after A FS-1d"))
    for rule in PRACTICES:
        failing = [found.result(part) for part in RULES[rule].parts if found.result(part).status is Status.FAIL]
        if found.result(rule).status is Status.FAIL:
            assert found.result(rule).rows == tuple(row for each in failing for row in each.rows)


def test_a_rule_that_only_informs_does_not_judge() -> None:
    result = review(drawn("A 3d\nB 1d after A")).result("gao-03")
    assert result.status is Status.NOT_EVALUATED


def test_risk_analysis_is_never_claimed() -> None:
    result = review(drawn(SOUND)).result("gao-08")
    assert result.status is Status.NOT_EVALUATED
    assert reason_of(result).startswith("No risk analysis is recorded in this plan")


@pytest.mark.parametrize(
    ("text", "status", "degree"),
    [
        ("A 3d", Status.FAIL, Degree.NOT_MET),
        ("A 3d; baseline 2027-03-01..2027-03-03", Status.PASS, Degree.MET),
        ("A 3d; baseline 2027-03-01..2027-03-03\nB 1d", Status.FAIL, Degree.PARTLY),
    ],
)
def test_a_baseline_is_half_of_keeping_one(text: str, status: Status, degree: Degree) -> None:
    result = review(drawn(text)).result("gao-10")
    assert (result.status, result.degree) == (status, degree)
