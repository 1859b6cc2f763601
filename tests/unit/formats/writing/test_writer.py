"""Files are written whole or not at all, and what goes wrong has a name and a way out."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.plan.entities import Part, SavedDates, Task
from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.formats import (
    PlanFileError,
    UndatedPlanError,
    UnknownFormatError,
    UnwritableError,
    WriteResult,
    read,
    read_many,
    write,
    write_many,
)
from headway.formats.child import Answer, Job, run_child
from headway.formats.writing import WRITTEN, writer
from tests.unit.formats.writing.plans import DAY, EVENING, MONDAY, begun, context_for, house, tower

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = {
    "mspdi": ".xml",
    "pmxml": ".pmxml",
    "xer": ".xer",
    "mpx": ".mpx",
    "planner": ".planner",
    "headway": ".headway",
}
HOSTILE = "\x00\x1b a\tb\nc =1+1 <&> \ufffe🏗 名前"


def hostile() -> Plan:
    """Texts that break formats of lines, XML and old character sets; an id no format has; dates far away."""
    late = (9_999 - 1_970) * 365 * DAY
    big = 2**53
    return Plan(
        project=Project(name=HOSTILE),
        tasks={
            big: Task(big, HOSTILE, rank="a", notes=HOSTILE, custom={HOSTILE: HOSTILE, "": ""}),
            2: Task(2, "", rank="b", duration=4_800),
            3: Task(3, "x" * 5_000, rank="c", parts=(Part(MONDAY, MONDAY),)),
        },
        saved={key: SavedDates(key, MONDAY, EVENING) for key in (big, 2)} | {3: SavedDates(3, MONDAY, late)},
    )


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], WriteResult | PlanFileError]:
    """Each plan in each format, in one child process."""
    folder = tmp_path_factory.mktemp("written")
    plans = {"house": house(), "begun": begun(), "tower": tower(), "hostile": hostile(), "empty": Plan()}
    keys = [(name, known) for name in plans for known in WRITTEN]
    targets = [(plans[name], folder / f"{name}{ENDINGS[known]}") for name, known in keys]
    return dict(zip(keys, write_many(targets), strict=True))


Results = dict[tuple[str, str], WriteResult | PlanFileError]


@pytest.mark.parametrize("known", WRITTEN)
@pytest.mark.parametrize("name", ["house", "begun", "tower", "hostile", "empty"])
def test_every_plan_is_written_in_every_format(results: Results, name: str, known: str) -> None:
    result = results[name, known]
    assert isinstance(result, WriteResult), result
    assert result.format == known
    assert result.path.stat().st_size > 100


@pytest.mark.parametrize("name", ["house", "begun", "tower"])
def test_losses_are_explained(results: Results, name: str) -> None:
    for known in WRITTEN:
        result = results[name, known]
        assert isinstance(result, WriteResult)
        assert [loss for loss in result.losses if not loss.reason] == []


@pytest.mark.parametrize("known", ["mspdi", "headway"])
def test_nothing_of_an_ordinary_plan_is_lost(results: Results, known: str) -> None:
    result = results["house", known]
    assert isinstance(result, WriteResult)
    assert result.losses == ()


def test_what_hostile_texts_lose_is_said(results: Results) -> None:
    for known in WRITTEN:
        result = results["hostile", known]
        assert isinstance(result, WriteResult)
        assert known == "headway" or "task.name" in {f"{loss.entity}.{loss.field}" for loss in result.losses}


def test_dates_no_program_knows_are_written_as_the_nearest(results: Results) -> None:
    result = results["hostile", "mspdi"]
    assert isinstance(result, WriteResult)
    loss = next(each for each in result.losses if (each.entity, each.field) == ("dates", "finish"))
    assert loss.after == "2149-12-31 23:59"
    assert "from 1984 to 2149" in loss.reason


def test_the_files_are_read_by_everybody(results: Results) -> None:
    """Not only by the child that wrote them: content tells the format, whatever the name."""
    written = [each for (name, _), each in results.items() if name in ("house", "begun", "tower", "hostile")]
    paths = [each.path for each in written if isinstance(each, WriteResult)]
    for path, result in zip(paths, read_many(paths), strict=True):
        assert not isinstance(result, PlanFileError), (path, result)
        assert result.plan.tasks


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    for known in ("xer", "pmxml"):
        for number in (1, 2):
            write(house(), tmp_path / f"{number}.{known}")
        assert (tmp_path / f"1.{known}").read_bytes() == (tmp_path / f"2.{known}").read_bytes()


def test_a_format_by_name_goes_before_the_ending(tmp_path: Path) -> None:
    assert write(house(), tmp_path / "house.txt", "headway").format == "headway"
    assert read(tmp_path / "house.txt").plan == house()


@pytest.mark.parametrize(
    ("name", "known", "said"),
    [
        ("house.docx", None, "ending '.docx'"),
        ("house", None, "no ending"),
        ("house.mpp", None, "only Microsoft Project|no program but Microsoft Project"),
        ("house.xml", "docx", "no format 'docx'"),
    ],
)
def test_formats_nobody_writes(tmp_path: Path, name: str, known: str | None, said: str) -> None:
    with pytest.raises(UnknownFormatError, match=said) as caught:
        write(house(), tmp_path / name, known)
    assert "mspdi" in caught.value.mend or ".xml" in caught.value.mend
    assert list(tmp_path.iterdir()) == []


def test_a_plan_without_dates_is_not_written(tmp_path: Path) -> None:
    plan = msgspec.structs.replace(house(), saved={})
    with pytest.raises(UndatedPlanError, match=r"5 tasks of the plan have no dates \(first: Walls\)") as caught:
        write(plan, tmp_path / "house.xml")
    assert "schedule(plan)" in caught.value.mend
    assert list(tmp_path.iterdir()) == []


def test_its_schedule_is(tmp_path: Path) -> None:
    plan = dated(schedule(msgspec.structs.replace(house(), saved={})))
    assert not [loss for loss in write(plan, tmp_path / "house.xml").losses if not loss.reason]


def test_dates_of_inactive_tasks_and_elements_are_not_missed(tmp_path: Path) -> None:
    plan = house()
    idle = msgspec.structs.replace(plan.tasks[5], inactive=True)
    saved = {key: each for key, each in plan.saved.items() if key != 5}
    plan = msgspec.structs.replace(plan, tasks=plan.tasks | {5: idle}, saved=saved)
    assert isinstance(write(plan, tmp_path / "house.xml"), WriteResult)


def test_one_plan_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    undated = msgspec.structs.replace(house(), saved={})
    first, second, third = write_many(
        [(undated, tmp_path / "a.xml"), (house(), tmp_path / "b.xml"), (house(), tmp_path / "c.docx")]
    )
    assert isinstance(first, UndatedPlanError)
    assert isinstance(second, WriteResult)
    assert isinstance(third, UnknownFormatError)
    assert [path.name for path in tmp_path.iterdir()] == ["b.xml"]


def test_no_folder_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="cannot be written"):
        write(house(), tmp_path / "nowhere" / "house.headway")


def test_a_folder_that_takes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(writer, "place", refused)
    with pytest.raises(UnwritableError, match="Permission denied"):
        write(house(), tmp_path / "house.headway")


def test_an_older_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "house.xml"
    path.write_bytes(b"old")
    monkeypatch.setattr(writer, "run_child", lambda jobs: broken(len(jobs), "damaged"))
    with pytest.raises(UnwritableError, match="cannot be written as Microsoft Project XML"):
        write(house(), path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["house.xml"]


class broken:
    """What a child says on which everything fails."""

    def __init__(self, jobs: int, status: str) -> None:
        self.answers = tuple(Answer(status, "why") for _ in range(jobs))


@pytest.mark.parametrize(
    ("status", "said"), [("timeout", "more time"), ("too_large", "more memory"), ("crashed", "why")]
)
def test_a_child_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: str, said: str) -> None:
    monkeypatch.setattr(writer, "run_child", lambda jobs: broken(len(jobs), status))
    with pytest.raises(UnwritableError, match=said):
        write(house(), tmp_path / "house.xml")


def test_what_was_written_must_be_readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Answer("ok", plan=b'{"tasks": 3}', extra=b"{}", written=b"x")
    monkeypatch.setattr(writer, "run_child", lambda _: type("Outcome", (), {"answers": (answer,)}))
    with pytest.raises(UnwritableError, match="cannot be read again"):
        write(house(), tmp_path / "house.xml")
    assert list(tmp_path.iterdir()) == []


def test_a_draft_that_makes_no_sense_ends_alone() -> None:
    good = writer.make_draft_job(context_for(house(), "mspdi"))
    bad = Job(b'{"settings": {"START_DATE": "soon"}}', "mspdi", ".xml", draft=True)
    worse = Job(b"{", "mspdi", ".xml", draft=True)
    statuses = [answer.status for answer in run_child([bad, worse, good]).answers]
    assert statuses == ["damaged", "damaged", "ok"]


def test_the_start_of_the_library(tmp_path: Path) -> None:
    import headway  # late: its names are loaded on first use

    result = headway.write(house(), tmp_path / "house.headway")
    assert result == WriteResult(tmp_path / "house.headway", "headway")
    assert headway.write(headway.schedule(house()), str(tmp_path / "again.headway")).losses == ()
