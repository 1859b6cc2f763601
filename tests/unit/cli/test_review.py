"""``headway review``: what it prints, as text and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]

CONTRACT = ["rule", "title", "status", "value", "threshold", "count", "population", "rows", "why", "mend"]


def test_review_fits_eighty_columns_and_says_what_to_do_first(headway: Run, plan_file: Path) -> None:
    answer = headway("review", plan_file)
    assert answer.code == 0
    assert "Score " in answer.out
    assert "Mend these first" in answer.out
    assert "Why it matters: " in answer.out
    assert "How to mend it: " in answer.out
    commands = [line for line in answer.out.splitlines() if line.strip().startswith("headway review")]
    assert max(len(line) for line in answer.out.splitlines() if line not in commands) <= 80


def test_review_as_data_is_what_scripts_rely_on(headway: Run, plan_file: Path) -> None:
    found = headway("review", plan_file, "--json").json
    assert list(found)[:2] == ["score", "rules"]
    assert 0 <= found["score"] <= 100
    for rule in found["rules"]:
        assert list(rule)[: len(CONTRACT)] == CONTRACT
        assert rule["status"] in ("pass", "fail", "not_evaluated")
        assert rule["why"]
        assert rule["mend"]
        assert (rule["status"] == "not_evaluated") == (rule["value"] is None) or rule["status"] != "not_evaluated"
    logic = next(rule for rule in found["rules"] if rule["rule"] == "dcma-01")
    assert all(row > 100 for row in logic["rows"]), "the unique ids of the file, not ours"


def test_single_rules_can_be_asked_for(headway: Run, plan_file: Path) -> None:
    found = headway("review", plan_file, "--rule", "dcma-02", "--json").json
    assert [rule["rule"] for rule in found["rules"]] == ["dcma-02"]
    answer = headway("review", plan_file, "--rule", "dcma-02")
    assert "Leads (dcma-02)" in answer.out
    assert "Tasks without logic" not in answer.out


def test_a_rule_that_is_not_there_is_told_the_right_ones(headway: Run, plan_file: Path) -> None:
    answer = headway("review", plan_file, "--rule", "dcma-1")
    assert answer.code == 2
    assert "there is no rule 'dcma-1'" in answer.err
    assert "dcma-01" in answer.err


def test_strict_fails_when_a_rule_does(headway: Run, plan_file: Path) -> None:
    assert headway("review", plan_file, "--strict", "--json").code == 1
    assert headway("review", plan_file, "--strict", "--rule", "dcma-02", "--json").code == 0


def test_thresholds_come_from_a_file(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    limits = tmp_path / "limits.toml"
    limits.write_text("[dcma-01]\nmost_percent = 90\n")
    found = headway("review", plan_file, "--thresholds", limits, "--rule", "dcma-01", "--json").json
    assert found["rules"][0]["threshold"] == 90
    assert found["rules"][0]["status"] == "pass"
    assert headway("review", plan_file, "--thresholds", tmp_path / "none.toml").code == 3
