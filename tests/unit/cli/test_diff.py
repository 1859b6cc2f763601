"""``headway diff``: what it shows, the data it prints and writes, its exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from headway.core.plan.entities import Amounts, External
from headway.formats.own import encode_own
from tests.drawn import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from headway.core.plan.plan import Plan
    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]
    Write = Callable[[str, str], Path]

OLD = """
project: start 2027-03-01; name Hall
Prep 3d
Wiring 5d after Prep
Paint 4d after Prep
Inspection 2d after Wiring, Paint
Handover milestone; after Inspection
"""
NEW = """
project: start 2027-03-01; name Hall
Prep 3d
Wiring 8d after Prep
Paint 4d after Prep
Inspection 2d after Wiring, Paint
Handover milestone; after Inspection; SNET 2027-03-25
Cleaning 1d after Paint; owner Ann
"""


def from_a_file(plan: Plan) -> Plan:
    """The plan with unique ids of a file: a hundred more than its own numbers."""
    tasks = {
        number: msgspec.structs.replace(task, external=External(unique_id=100 + number, row=number))
        for number, task in plan.tasks.items()
    }
    return msgspec.structs.replace(plan, tasks=tasks)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a drawn plan to a file."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_bytes(encode_own(from_a_file(build(text))))
        return path

    return written


@pytest.fixture
def both(write: Write) -> tuple[Path, Path]:
    return write("old.headway", OLD), write("new.headway", NEW)


def flat(text: str) -> str:
    """The words of an answer, however its lines were broken."""
    return " ".join(text.split())


def test_a_project_manager_reads_what_moved_and_why(headway: Run, both: tuple[Path, Path]) -> None:
    answer = headway("diff", *both)
    assert answer.code == 0
    told = flat(answer.out)
    assert "old.headway → new.headway" in told
    assert "The project finishes 8 working days later (Fri 12 Mar 2027 → Thu 25 Mar), mainly because 'Handover'" in told
    assert (
        "'Inspection' finishes 3 working days later (Fri 12 Mar 2027 → Wed 17 Mar) "
        "because 'Wiring' takes 3 working days longer." in told
    )
    assert "'Cleaning' was added" in told


def test_it_reads_well_in_eighty_columns(headway: Run, both: tuple[Path, Path]) -> None:
    lines = headway("diff", *both).out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Hall"


def test_the_steps_stand_in_a_table_that_adds_up(headway: Run, both: tuple[Path, Path]) -> None:
    lines = headway("diff", *both).out.splitlines()
    rows = [line.split() for line in lines]
    assert ["Durations", "+3d", "17", "Mar", "2027", "Wiring"] in rows
    assert ["Constraints", "+5d", "25", "Mar", "2027", "Handover"] in rows
    assert ["Together", "+8d", "25", "Mar", "2027"] in rows


def test_milestones_have_a_table_of_their_own(headway: Run, both: tuple[Path, Path]) -> None:
    out = headway("diff", *both).out
    assert "1 milestone moved" in out
    assert "◆ Handover 12 Mar 2027 25 Mar 2027 +8d" in flat(out)


def test_the_largest_group_comes_first(headway: Run, write: Write) -> None:
    old = write("old.headway", "project: start 2027-03-01\nA 1d\nB 1d\nC 1d")
    new = write("new.headway", "project: start 2027-03-01\nA 2d\nB 2d\nC 1d\nD 1d; owner Ann")
    out = headway("diff", old, new).out
    assert out.index("2 durations or estimates changed") < out.index("1 task added")


def test_what_moves_nothing_comes_last(headway: Run, write: Write) -> None:
    old = write("old.headway", "project: start 2027-03-01\nA 1d\nB 1d\nC 1d")
    new = write("new.headway", "project: start 2027-03-01\nA 1d; priority 1\nB 1d; priority 2\nC 1d; owner Ann")
    out = headway("diff", old, new).out
    assert out.index("1 change of who does what") < out.index("2 other changes")
    assert "The plan changed, but no date moved" in out


def test_the_same_plan_says_so(headway: Run, both: tuple[Path, Path]) -> None:
    answer = headway("diff", both[0], both[0], "--strict")
    assert answer.code == 0
    assert answer.out.splitlines()[2:] == ["Nothing changed."]


def test_strict_fails_when_anything_changed(headway: Run, both: tuple[Path, Path]) -> None:
    assert headway("diff", *both, "--strict").code == 1
    assert headway("diff", *both).code == 0


def test_so_many_lines_of_each_group_and_what_is_left(headway: Run, write: Write) -> None:
    rows = "\n".join(f"T{i} {{}}d" for i in range(12))
    head = "project: start 2027-03-01\n"
    old, new = (
        write("old.headway", head + rows.replace("{}", "1")),
        write("new.headway", head + rows.replace("{}", "2")),
    )
    assert "… 4 more; --limit 0 shows all" in headway("diff", old, new).out
    assert "… 10 more" in headway("diff", old, new, "--limit", 2).out
    everything = headway("diff", old, new, "--limit", 0).out
    assert "more;" not in everything
    assert all(f"'T{i}'" in everything for i in range(12))


def test_totals_of_work_and_cost(headway: Run, tmp_path: Path) -> None:
    head = "project: start 2027-03-01\nresource Ann: units 100%\n"
    plan = build(head + "A 2d; resource Ann")
    changed = msgspec.structs.replace(plan.tasks[1], amounts=Amounts(work=9_600, cost=1_000_000))
    paths = tmp_path / "a.headway", tmp_path / "b.headway"
    paths[0].write_bytes(encode_own(plan))
    paths[1].write_bytes(encode_own(msgspec.structs.replace(plan, tasks={1: changed})))
    told = flat(headway("diff", *paths).out)
    assert "Work in all: 0d → 2d" in told
    assert "Cost in all: 0.00 → 100.00" in told


def test_data_has_changes_and_a_summary(headway: Run, both: tuple[Path, Path]) -> None:
    found = headway("diff", *both, "--json").json
    assert list(found) == ["changes", "summary"]
    assert list(found["summary"]) == [
        *("old", "new", "same", "headline", "finish", "causes", "milestones", "dates", "groups", "totals"),
    ]
    assert found["summary"]["old"].endswith("old.headway")
    assert found["summary"]["same"] is False


def by_field(changes: list[dict[str, Any]]) -> dict[tuple[str, int, str], dict[str, Any]]:
    return {(each["entity"], each["unique_id"], each.get("field", each["change"])): each for each in changes}


def test_changes_have_unique_ids_minutes_and_iso_dates(headway: Run, both: tuple[Path, Path]) -> None:
    changes = by_field(headway("diff", *both, "--json").json["changes"])
    longer = changes["task", 102, "duration"]
    assert (longer["change"], longer["name"], longer["before"], longer["after"]) == ("set", "Wiring", 2_400, 3_840)
    held = changes["task", 105, "constraint"]
    assert held["before"] is None
    assert held["after"] == {"kind": "start_no_earlier_than", "date": "2027-03-25T08:00:00"}
    added = changes["task", 106, "put"]
    assert added["before"] is None
    assert added["after"]["duration"] == 480
    assert added["after"]["owner"] == "Ann"
    link = next(each for each in changes.values() if each["entity"] == "link")
    assert (link["change"], link["predecessor"], link["successor"]) == ("put", 103, 106)


def test_the_way_back_removes(headway: Run, both: tuple[Path, Path]) -> None:
    changes = by_field(headway("diff", both[1], both[0], "--json").json["changes"])
    assert changes["task", 106, "remove"]["after"] is None
    assert changes["task", 106, "remove"]["before"]["name"] == "Cleaning"


def test_the_summary_has_every_move_with_its_cause(headway: Run, both: tuple[Path, Path]) -> None:
    summary = headway("diff", *both, "--json").json["summary"]
    moves = {move["unique_id"]: move for move in summary["dates"]}
    assert set(moves) == {102, 104, 105}
    inspection = moves[104]
    assert (inspection["finish_before"], inspection["finish_after"]) == ("2027-03-12T17:00:00", "2027-03-17T17:00:00")
    assert (inspection["slip_minutes"], inspection["slip_elapsed"]) == (1_440, False)
    assert inspection["causes"] == [
        {"cause": "duration", "text": "'Wiring' takes 3 working days longer", "unique_id": 102, "via": []}
    ]
    assert [each["unique_id"] for each in summary["milestones"]] == [105]


def test_the_steps_of_the_finish_add_up(headway: Run, both: tuple[Path, Path]) -> None:
    finish = headway("diff", *both, "--json").json["summary"]["finish"]
    assert (finish["before"], finish["after"]) == ("2027-03-12T17:00:00", "2027-03-25T08:00:00")
    assert [(step["step"], step["slip_minutes"]) for step in finish["steps"]] == [
        ("scope", 0), ("durations", 1_440), ("constraints", 2_400),
    ]  # fmt: skip
    assert sum(step["slip_minutes"] for step in finish["steps"]) == finish["slip_minutes"]
    assert finish["steps"][1]["causes"][0]["unique_id"] == 102


def test_groups_as_data(headway: Run, both: tuple[Path, Path]) -> None:
    groups = {each["group"]: each for each in headway("diff", *both, "--json").json["summary"]["groups"]}
    assert set(groups) == {"added", "durations", "constraints"}
    assert groups["added"] == {
        "group": "added",
        "title": "1 task added",
        "count": 1,
        "items": [{"text": "'Cleaning' was added", "entity": "task", "unique_id": 106}],
    }


def test_percent_lags_are_percent(headway: Run, write: Write) -> None:
    head = "project: start 2027-03-01\nA 3d\n"
    old, new = write("old.headway", head + "B 2d after A+50%"), write("new.headway", head + "B 2d after A+1d")
    changes = by_field(headway("diff", old, new, "--json").json["changes"])
    assert (changes["link", 1, "lag"]["before"], changes["link", 1, "lag"]["after"]) == (50.0, 480)
    back = by_field(headway("diff", new, old, "--json").json["changes"])
    assert (back["link", 1, "lag"]["before"], back["link", 1, "lag"]["after"]) == (480, 50.0)


def test_calendars_and_settings_as_data(headway: Run, write: Write) -> None:
    head = "project: start 2027-03-01; data date 2027-03-01\n"
    old = write("old.headway", head + "A 3d")
    new = write(
        "new.headway",
        "project: start 2027-03-01; data date 2027-03-03\n"
        "calendar Night: Mon-Fri 22:00-30:00; off 2027-03-09..2027-03-10\nA 3d; calendar Night",
    )
    changes = by_field(headway("diff", old, new, "--json").json["changes"])
    assert changes["project", 0, "data_date"]["after"] == "2027-03-03T08:00:00"
    night = next(each["after"] for each in changes.values() if each["entity"] == "calendar")
    assert night["days"][0] == [{"start": 1_320, "finish": 1_800}]
    assert night["exceptions"][0]["first"] == "2027-03-09"
    assert changes["task", 101, "calendar"]["before"] is None


@pytest.mark.parametrize(
    ("name", "opening"), [("out.json", b'{\n  "changes"'), ("out.csv", b"\xef\xbb\xbfgroup,unique_id")]
)
def test_the_answer_is_written_to_a_file(
    headway: Run, both: tuple[Path, Path], tmp_path: Path, name: str, opening: bytes
) -> None:
    answer = headway("diff", *both, "-o", tmp_path / name)
    assert answer.code == 0
    assert (tmp_path / name).read_bytes().startswith(opening)
    assert "Written to" in answer.out
    assert [path.name for path in tmp_path.glob(".*.tmp")] == []


def test_rows_of_the_table(headway: Run, both: tuple[Path, Path], tmp_path: Path) -> None:
    headway("diff", *both, "-o", tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "group,unique_id,name,before,after,slip_minutes,text"
    assert len(lines) == 1 + 3 + 3
    assert lines[1].startswith("dates,105,Handover,2027-03-12T17:00:00,2027-03-25T08:00:00,3840,")


def test_an_unknown_ending_is_refused_before_anything_is_read(headway: Run, tmp_path: Path) -> None:
    answer = headway("diff", "no.mpp", "none.mpp", "-o", tmp_path / "out.docx")
    assert answer.code == 2
    assert "Use one of .json, .csv" in answer.err


def test_a_place_that_cannot_be_written(headway: Run, both: tuple[Path, Path], tmp_path: Path) -> None:
    answer = headway("diff", *both, "-o", tmp_path / "no folder" / "out.json")
    assert answer.code == 3
    assert "cannot be written" in answer.err


@pytest.mark.parametrize("missing", [0, 1])
def test_a_missing_file_is_named(headway: Run, both: tuple[Path, Path], tmp_path: Path, missing: int) -> None:
    paths = list(both)
    paths[missing] = tmp_path / "gone.headway"
    answer = headway("diff", *paths)
    assert answer.code == 3
    assert "gone.headway" in answer.err


def test_different_rules_are_pointed_out(headway: Run, write: Write) -> None:
    old = write("old.headway", "project: start 2027-03-01\nA 3d")
    new = write("new.headway", "project: start 2027-03-01; rules p6\nA 3d")
    answer = headway("diff", old, new)
    assert "different rules (msproject and p6)" in flat(answer.err)
    assert "The dates follow the rules of P6 now" in answer.out
    assert "different rules" not in headway("diff", old, new, "--rules", "p6").err


def test_the_project_of_each_file_can_be_chosen(headway: Run, both: tuple[Path, Path]) -> None:
    assert headway("diff", *both, "--project", "Hall", "--old-project", "1").code == 0


def test_control_characters_in_names_do_no_harm(headway: Run, write: Write) -> None:
    old = write("old.headway", "project: start 2027-03-01\nA 3d called Dig")
    new = write("new.headway", "project: start 2027-03-01\nA 3d called Dig\x1b[31m deep")
    assert "\x1b" not in headway("diff", old, new).out
