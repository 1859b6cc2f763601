"""Each command on one small plan: what it prints, as text and as JSON, and its exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from headway import formats
from headway.cli import kernels
from headway.core.plan.plan import Rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]

TASK_KEYS = [
    "unique_id", "id", "wbs", "name", "summary", "milestone", "start", "finish", "early_start", "early_finish",
    "late_start", "late_finish", "total_float_minutes", "free_float_minutes", "critical", "drivers",
]  # fmt: skip


def task(tasks: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(each for each in tasks if each["name"] == name)


def test_inspect_says_what_the_file_holds(headway: Run, plan_file: Path) -> None:
    answer = headway("inspect", plan_file)
    assert answer.code == 0
    assert "8 tasks; 2 milestones among them; 1 finished; 2 summaries" in answer.out
    assert "Mon 01 Mar 2027 08:00" in answer.out
    assert "Agreed in March" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_inspect_as_data(headway: Run, plan_file: Path) -> None:
    found = headway("inspect", plan_file, "--json").json
    assert found["format"] == "headway"
    assert found["counts"]["tasks"] == 8
    assert found["counts"]["assignments"] == 4
    assert found["project"]["data_date"] == "2027-03-10T08:00:00"
    assert found["losses"] == []


def test_schedule_prints_rows_in_eighty_columns(headway: Run, plan_file: Path) -> None:
    answer = headway("schedule", plan_file)
    assert answer.code == 0
    assert "8 tasks, 01 Mar 2027 to 01 Apr 2027, 5 critical (up to 3d too late)" in " ".join(answer.out.split())
    assert "◆ Bridge open" in answer.out
    assert "■ error" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_schedule_shows_so_many_rows_and_says_what_is_left(headway: Run, plan_file: Path) -> None:
    answer = headway("schedule", plan_file, "--limit", 2)
    assert "8 more rows" in answer.out
    assert "Deck" not in answer.out.partition("What to look at")[0]


def test_schedule_as_data(headway: Run, plan_file: Path) -> None:
    found = headway("schedule", plan_file, "--json").json
    assert list(found) == ["project", "rules", "dates", "data_date", "status", "warnings", "tasks"]
    assert (found["rules"], found["data_date"], found["status"]) == ("msproject", "2027-03-10T08:00:00", "ok")
    assert found["project"]["start"] == "2027-03-01T08:00:00"
    assert found["project"]["finish"] == "2027-04-01T17:00:00"
    assert all(list(each) == TASK_KEYS for each in found["tasks"])
    assert [each["id"] for each in found["tasks"]] == list(range(1, 11))
    deck = task(found["tasks"], "Deck")
    assert (deck["unique_id"], deck["wbs"], deck["start"]) == (107, "2.2", "2027-03-26T08:00:00")
    assert deck["total_float_minutes"] == -1440
    assert deck["critical"] is True
    assert deck["drivers"] == [{"unique_id": 106, "type": "FS", "lag_minutes": 480}]
    assert task(found["tasks"], "Build")["summary"] is True
    assert task(found["tasks"], "Bridge open")["milestone"] is True
    assert {each["code"] for each in found["warnings"]} >= {"deadline_missed", "negative_float"}
    assert all(each["message"] for each in found["warnings"])


def test_strict_fails_on_findings(headway: Run, plan_file: Path) -> None:
    assert headway("schedule", plan_file, "--strict", "--json").code == 1


def test_as_of_moves_the_work_still_to_do(headway: Run, plan_file: Path) -> None:
    found = headway("schedule", plan_file, "--as-of", "2027-04-05", "--json").json
    assert found["data_date"] == "2027-04-05T00:00:00"
    assert task(found["tasks"], "Opening party")["start"] == "2027-04-05T08:00:00"


def test_rules_can_be_chosen(headway: Run, plan_file: Path) -> None:
    assert headway("schedule", plan_file, "--rules", "p6", "--json").json["rules"] == "p6"


def test_schedule_writes_json_csv_and_our_own_format(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    for name in ("out.json", "out.csv", "out.headway"):
        answer = headway("schedule", plan_file, "-o", tmp_path / name)
        assert answer.code == 0, answer.err
        assert answer.out == ""
    assert (tmp_path / "out.json").read_text().startswith('{\n  "project"')
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert set(lines[0].split(",")) >= set(TASK_KEYS)
    assert "106FS+480m" in next(line for line in lines if ",Deck," in line)
    assert formats.read(tmp_path / "out.headway").plan == formats.read(plan_file).plan


def test_a_place_that_cannot_be_written_is_said(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    answer = headway("schedule", plan_file, "-o", tmp_path / "nowhere" / "out.csv")
    assert answer.code == 3
    assert "cannot be written" in answer.err


def test_explain_gives_reasons_and_the_chain(headway: Run, plan_file: Path) -> None:
    answer = headway("explain", plan_file, "deck")
    assert answer.code == 0
    assert "Starts Fri 26 Mar 2027 because 'Foundations' finishes" in " ".join(answer.out.split())
    assert "Driving chain" in answer.out


def test_explain_as_data(headway: Run, plan_file: Path) -> None:
    found = headway("explain", plan_file, "A70", "--json").json
    assert found["task"]["unique_id"] == 107
    assert found["start"]["cause"] == "link"
    assert [step["unique_id"] for step in found["chain"]] == [107, 106, 104, 103]
    assert found["earlier"]["holders"]


def test_explain_lists_what_may_be_meant(headway: Run, plan_file: Path) -> None:
    answer = headway("explain", plan_file, "open")
    assert answer.code == 2
    assert "2 tasks fit 'open'" in answer.err
    assert "unique id 109" in answer.err


def test_paths_lead_to_a_milestone(headway: Run, plan_file: Path) -> None:
    answer = headway("paths", plan_file, "--to", "Bridge open", "--count", 2)
    assert answer.code == 0
    assert "Path 1: drives it" in answer.out
    assert "joins “Bridge open”" in answer.out
    found = headway("paths", plan_file, "--to", "Bridge open", "--json").json
    assert [each["name"] for each in found["paths"][0]["tasks"]][-2:] == ["Deck", "Bridge open"]
    assert found["paths"][1]["relative_float_minutes"] > 0


def test_paths_to_nothing_lists_the_milestones(headway: Run, plan_file: Path) -> None:
    answer = headway("paths", plan_file)
    assert answer.code == 2
    assert "Contract signed" in answer.err


def test_compare_counts_and_names_what_differs(headway: Run, plan_file: Path) -> None:
    answer = headway("compare", plan_file)
    assert answer.code == 0
    assert "7 of 8 tasks (87.5 %)" in answer.out
    assert "107 Deck" in answer.out
    assert "31 Mar 2027 17:00 01 Apr 2027 17:00" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_compare_as_data(headway: Run, plan_file: Path) -> None:
    found = headway("compare", plan_file, "--json").json
    assert (found["tasks"], found["tasks_equal"], found["share"]) == (8, 7, 0.875)
    assert found["fields"]["finish"] == {"compared": 8, "equal": 7, "share": 0.875}
    assert found["fields"]["start"]["share"] == 1.0
    assert found["differences"] == [
        {
            "unique_id": 107,
            "name": "Deck",
            "field": "finish",
            "saved": "2027-03-31T17:00:00",
            "computed": "2027-04-01T17:00:00",
            "reason": None,
        }
    ]


@pytest.mark.parametrize(("at_least", "code"), [(1.0, 1), (0.8, 0)])
def test_strict_compares_with_a_threshold(headway: Run, plan_file: Path, at_least: float, code: int) -> None:
    assert headway("compare", plan_file, "--strict", "--at-least", at_least).code == code


def test_doctor_looks_at_reader_walls_and_engine(headway: Run) -> None:
    found = headway("doctor", "--json").json
    names = {each["name"]: each for each in found["checks"]}
    assert {"python", "libraries", "file reader", "wall: network", "engine", "cache folder"} <= set(names)
    assert names["engine"]["well"] is True


def test_warm_has_nothing_to_do_twice(headway: Run) -> None:
    answer = headway("warm")
    assert answer.code == 0
    assert "already compiled" in answer.out


def test_a_cold_engine_is_announced_and_then_warm(headway: Run, plan_file: Path) -> None:
    kernels.stamp(Rules.MSPROJECT).unlink()
    answer = headway("schedule", plan_file)
    assert answer.code == 0
    assert "`headway warm`" in answer.err
    assert kernels.are_warm(Rules.MSPROJECT)
    assert headway("schedule", plan_file).err == ""
