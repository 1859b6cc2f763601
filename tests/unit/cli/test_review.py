"""``headway review``: what it prints, as text and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway import formats
from headway.core.review import RULES
from headway.formats.own import encode_own
from tests.drawn import build

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
    promised = {f"dcma-{n:02d}" for n in range(1, 15)} | {f"gao-{n:02d}" for n in range(1, 11)}
    assert promised <= {rule["rule"] for rule in found["rules"]}
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
    answer = headway("review", plan_file, "--rule", "dcma-99")
    assert answer.code == 2
    assert "there is no rule 'dcma-99'" in answer.err
    assert "dcma-09" in answer.err
    assert "Rules: dcma-01, dcma-02" in headway("review", plan_file, "--rule", "zzz").err


@pytest.mark.parametrize("name", ["dcma-2", "DCMA-02", "dcma2", "dcma-002"])
def test_numbers_of_rules_are_read_however_they_are_written(headway: Run, plan_file: Path, name: str) -> None:
    assert headway("review", plan_file, "--rule", name, "--json").json["rules"][0]["rule"] == "dcma-02"


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


FAULTY = """
project: start 2027-03-01
Go milestone
Dig 5d after Go
Pour 5d after Dig -2d
Paint 2d after Dig
Done milestone; after Pour
"""
SOUND = FAULTY.replace(" -2d", "").replace(
    "Paint 2d after Dig\nDone milestone; after Pour", "Done milestone; after Pour"
)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A lead that can be taken out, and a task that nothing waits for."""
    path = tmp_path / "faulty plan.headway"
    path.write_bytes(encode_own(build(FAULTY)))
    return path


def test_what_mends_itself_comes_with_its_command(headway: Run, faulty: Path) -> None:
    out = headway("review", faulty).out
    assert f"headway review '{faulty}' --fix dcma-02 --dry-run" in out
    assert f"headway review '{faulty}' --fix all --dry-run" in out


def test_a_command_that_is_proposed_asks_about_the_same_plan(headway: Run, faulty: Path, tmp_path: Path) -> None:
    limits = tmp_path / "our own.toml"
    limits.write_text("[dcma-03]\nmost_percent = 10\n")
    options = ("--as-of", "2027-03-05", "--rules", "msproject", "--thresholds", limits)
    out = headway("review", faulty, *options).out
    assert f"'{faulty}' --thresholds '{limits}' --rules msproject --as-of 2027-03-05 --fix all --dry-run" in out


def test_fix_writes_a_mended_plan_with_dates_and_says_what_it_did(headway: Run, faulty: Path, tmp_path: Path) -> None:
    out, before = tmp_path / "mended.headway", faulty.read_bytes()
    answer = headway("review", faulty, "--fix", "dcma-02,dcma-01", "-o", out)
    assert answer.code == 0, answer.err
    said = " ".join(answer.out.split())
    assert "2 mends" in said
    assert "Take the lead of 2 working days out of the FS link from 'Dig' to 'Pour'. Finish 2d later." in said
    assert "Let 'Done' start when 'Paint' is finished." in said
    assert "finish 10 Mar 2027 → 12 Mar 2027 (2d later)" in said
    assert faulty.read_bytes() == before
    plan = formats.read(out).plan
    assert plan.links[2].lag == 0
    assert len(plan.saved) == len(plan.tasks)
    again = headway("review", out, "--fix", "dcma-02,dcma-01", "--dry-run", "--json").json
    assert again["fix"]["mended"] == again["fix"]["refused"] == []
    assert [each["status"] for each in again["rules"] if each["rule"] in ("dcma-01", "dcma-02")] == ["pass", "pass"]


def test_fix_as_data(headway: Run, faulty: Path) -> None:
    found = headway("review", faulty, "--fix", "all", "--dry-run", "--json").json
    fixed = found["fix"]
    assert fixed["written"] is None
    assert fixed["score_after"] == found["score"] > fixed["score_before"]
    assert {each["edit"] for each in fixed["mended"]} == {"remove_lead", "link_tasks"}
    lead = next(each for each in fixed["mended"] if each["edit"] == "remove_lead")
    assert (lead["rule"], lead["finish_days"], lead["tasks"]) == ("dcma-02", 2.0, [3])
    assert {"rule": "dcma-02", "before": 1, "after": 0} in fixed["counts"]
    assert fixed["finish_after"] == "2027-03-12T17:00:00"


def test_what_is_refused_is_told_with_its_reason(headway: Run, tmp_path: Path) -> None:
    path = tmp_path / "tight.headway"
    path.write_bytes(encode_own(build(FAULTY.replace("after Pour", "after Pour; deadline 2027-03-10"))))
    answer = headway("review", path, "--fix", "dcma-02", "--dry-run")
    said = " ".join(answer.out.split())
    assert "Refused: Take the lead of 2 working days" in said
    assert "Why: Negative float (dcma-07) holds now and would fail." in said
    assert "0 mends, 1 refused" in said


def test_a_rule_that_nothing_mends_says_who_must(headway: Run, faulty: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.headway"
    path.write_bytes(encode_own(build(FAULTY.replace("Pour 5d", "Pour 60d"))))
    said = " ".join(headway("review", path, "--fix", "dcma-08", "--dry-run").out.split())
    assert "Nothing here mends itself: " in said
    assert "Nothing to mend." in headway("review", faulty, "--fix", "dcma-08", "--dry-run").out


def test_the_plan_that_is_read_is_never_written(headway: Run, faulty: Path) -> None:
    before = faulty.read_bytes()
    answer = headway("review", faulty, "--fix", "all", "-o", faulty)
    assert answer.code == 2
    assert "-o is the plan file itself" in answer.err
    assert faulty.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--fix", "dcma-02"], "--fix needs a place"),
        (["--dry-run"], "mean nothing without --fix"),
        (["-o", "out.xml"], "mean nothing without --fix"),
        (["--fix", "lead", "--dry-run"], "there is no rule 'lead'"),
        (["--fix", "all", "-o", "out.xlsx"], "is a document"),
        (["--fix", "all", "-o", "out.mpp"], "Only Microsoft Project writes it"),
    ],
)
def test_bad_use_is_told_before_any_work(headway: Run, faulty: Path, options: list[str], reason: str) -> None:
    answer = headway("review", faulty, *options)
    assert answer.code == 2
    assert reason in " ".join(answer.err.split())


def test_a_review_needs_a_plan(headway: Run) -> None:
    answer = headway("review")
    assert answer.code == 2
    assert "say which plan to review" in answer.err


def test_since_tells_what_became_better_and_worse(headway: Run, faulty: Path, tmp_path: Path) -> None:
    sound = tmp_path / "sound.headway"
    sound.write_bytes(encode_own(build(SOUND)))
    said = " ".join(headway("review", sound, "--since", faulty).out.split())
    assert "Since faulty plan.headway: score" in said
    assert "Better: Tasks without logic (dcma-01) 33.3 % → 0 %, Leads (dcma-02) 1 → 0" in said
    found = headway("review", faulty, "--since", sound, "--json").json["since"]
    assert found["change"] < 0
    logic = next(each for each in found["rules"] if each["rule"] == "dcma-01")
    assert (logic["movement"], logic["found"], logic["gone"]) == ("worse", [4], [])


def test_nothing_moves_since_the_same_plan(headway: Run, faulty: Path) -> None:
    said = headway("review", faulty, "--since", faulty).out
    assert "(unchanged)" in said
    assert "No rule finds more or less than then." in said


def test_all_rules_can_be_listed(headway: Run) -> None:
    answer = headway("review", "--list")
    assert answer.code == 0
    assert all(rule in answer.out for rule in RULES)
    assert max(map(len, answer.out.splitlines())) <= 80
    listed = headway("review", "--list", "--json").json["rules"]
    assert [each["rule"] for each in listed] == list(RULES)
    assert next(each for each in listed if each["rule"] == "dcma-01")["offers_mends"] is True


def test_all_tells_every_rule_in_full(headway: Run, plan_file: Path) -> None:
    everything, short = headway("review", plan_file, "--all").out, headway("review", plan_file).out
    assert everything.count("Why it matters: ") > short.count("Why it matters: ") == 3
    assert "In order: " in everything


def test_a_plan_about_which_little_can_be_said_has_no_score(headway: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.headway"
    path.write_bytes(encode_own(build("project: start 2027-03-01\nA 1d; actual start=2027-03-01 finish=2027-03-01")))
    assert headway("review", path, "--json").json["score"] is None
    out = headway("review", path).out
    assert "No score, for only" in out
    assert "; costs " not in out
    fixed = " ".join(headway("review", path, "--fix", "all", "--dry-run").out.split())
    assert "no score, for too little could be evaluated; finish" in fixed
    assert "None" not in fixed


def test_what_other_mends_took_away_is_said(headway: Run, tmp_path: Path) -> None:
    path = tmp_path / "summaries.headway"
    text = "project: start 2027-03-01\nOne\n  A 2d\nTwo after One\n  B 2d\nDone milestone; after B"
    path.write_bytes(encode_own(build(text)))
    rules = "dcma-01,links-on-summaries,summary-only-logic"
    said = " ".join(headway("review", path, "--fix", rules, "--dry-run").out.split())
    assert "Link 'A' to 'B' instead of 'One' to 'Two' (FS)." in said
    assert "1 → 0 found" in said
    assert "The mends of other rules took it away." in said
    assert "Nothing here mends itself" not in said


def test_rules_that_one_missing_thing_silences_are_told_together(headway: Run, faulty: Path) -> None:
    said = " ".join(headway("review", faulty).out.split())
    assert said.count("The plan has no data date (status date)") == 2  # once more for the practice that rests on them
    assert "To try one: --as-of 2027-03-01. Dates on the wrong side of the data date (dcma-09), Missed" in said


def test_of_a_share_that_must_be_large_the_rest_is_found(headway: Run, tmp_path: Path) -> None:
    path = tmp_path / "together.headway"
    path.write_bytes(encode_own(build(FAULTY.replace("Dig -2d", "Dig SS"))))
    assert "75 %, at least 90 % (all but 1 of 4)" in headway("review", path).out


def test_refusals_for_one_reason_are_told_together(headway: Run, tmp_path: Path) -> None:
    lines = ["project: start 2027-03-01", "resource Ann:", "Go milestone"]
    lines += [f"T{n} 5d after {f'T{n - 1} +2d' if n else 'Go'}; resource Ann" for n in range(6)]
    path = tmp_path / "lags.headway"
    path.write_bytes(encode_own(build("\n".join([*lines, "Done milestone; after T5"]))))
    out = " ".join(headway("review", path, "--fix", "dcma-03", "--dry-run").out.split())
    everything = headway("review", path, "--fix", "dcma-03", "--dry-run", "--all").out
    assert "✗ Refused: 5 mends. Why: " in out
    assert out.count("- Make a task of the lag of 2 working days") == 3
    assert "… and 2 more: --all" in out
    assert everything.count("- Make a task of the lag") == 5


def test_a_data_date_that_is_tried_moves_no_work_out_of_the_past(headway: Run, tmp_path: Path) -> None:
    """Also not in the mended plan: reviewed anew it says the same."""
    path, out = tmp_path / "stale.headway", tmp_path / "mended.headway"
    path.write_bytes(encode_own(build(FAULTY)))
    options = ("--as-of", "2027-03-05", "--fix", "dcma-02")
    found = headway("review", path, *options, "-o", out, "--json").json
    rules = {each["rule"]: each for each in found["rules"]}
    assert rules["dcma-09"]["rows"] == [1, 2]
    assert rules["dcma-02"]["count"] == 0
    again = {each["rule"]: each["rows"] for each in headway("review", out, "--json").json["rules"]}
    assert again == {rule: each["rows"] for rule, each in rules.items()}


@pytest.mark.parametrize(("loose", "told"), [(4, False), (5, True)])
def test_many_links_to_one_milestone_are_called_weak(headway: Run, tmp_path: Path, loose: int, told: bool) -> None:
    path = tmp_path / "loose.headway"
    tasks = "\n".join(f"Paint{number} 1d; after Dig" for number in range(loose))
    path.write_bytes(
        encode_own(build(f"project: start 2027-03-01\nDig 2d\nPour 9d; after Dig\n{tasks}\nDone milestone; after Pour"))
    )
    said = " ".join(headway("review", path, "--fix", "dcma-01", "--dry-run").out.split())
    assert f"{loose} mends" in said
    assert (f"{loose} tasks now lead to 'Done', because nothing else in the plan waits for them." in said) is told
