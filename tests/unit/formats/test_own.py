"""Our own format: lossless, the same bytes for the same plan, and not to be blown up."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zipfile
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.plan.entities import Calendar, External, Link, Shift, Task
from headway.core.plan.plan import Plan, Project
from headway.formats import DamagedFileError, FileTooLargeError, own, read, write_own
from headway.formats.own import encode_own, read_own

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(
    project=Project(name="Bridge", start=9_600, calendar=1),
    tasks={
        1: Task(id=1, name="Dig", rank="a1", duration=4_800, notes="Größe ✓", custom={"Area": "N", "Depth": 2.5}),
        2: Task(id=2, name="Pour", rank="a2", parent=1, external=External(unique_id=7)),
    },
    links={5: Link(id=5, predecessor=1, successor=2)},
    calendars={1: Calendar(id=1, name="Std", days=((Shift(4_800, 10_200),),) * 5 + ((), ()))},
)


def _archive(**entries: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("_", "."), data)
    return target.getvalue()


def test_written_and_read_back_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "bridge.headway"
    write_own(PLAN, path)
    result = read(path)
    assert result.plan == PLAN
    assert result.losses == ()
    assert result.source.format == "headway"
    assert [(each.name, each.tasks) for each in result.projects] == [("Bridge", 1)]
    assert [each.name for each in tmp_path.iterdir()] == ["bridge.headway"]


def test_the_same_plan_gives_the_same_bytes() -> None:
    again = msgspec.structs.replace(PLAN, tasks=dict(reversed(PLAN.tasks.items())))
    assert encode_own(PLAN) == encode_own(again)


def test_an_older_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bridge.headway"
    write_own(PLAN, path)

    def full(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        write_own(Plan(), path)
    assert read_own(path, path.read_bytes()).plan == PLAN
    assert len(list(tmp_path.iterdir())) == 1


def test_a_plan_that_packs_too_well_is_stored(tmp_path: Path) -> None:
    plan = Plan(tasks={1: Task(id=1, notes="a" * 3_000_000)})
    data = encode_own(plan)
    assert len(data) > 3_000_000
    assert read_own(tmp_path / "x", data).plan == plan


def test_a_bomb_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    note = msgspec.json.encode(own.Note(1, "x", "0"))
    bomb = _archive(headway_json=note, plan_json=b"0" * 200_000_000)
    assert len(bomb) < 250_000
    with pytest.raises(FileTooLargeError, match="unpacks to more than"):
        read_own(tmp_path / "bomb.headway", bomb)


def test_a_stated_size_is_not_believed(tmp_path: Path) -> None:
    note = msgspec.json.encode(own.Note(1, "x", "0"))
    bomb = bytearray(_archive(headway_json=note, plan_json=b"0" * 30_000_000))
    place = bomb.rindex(b"PK\x01\x02")
    bomb[place + 24 : place + 28] = struct.pack("<I", 10)
    with pytest.raises((FileTooLargeError, DamagedFileError)):
        read_own(tmp_path / "bomb.headway", bytes(bomb))


def test_a_note_as_large_as_a_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileTooLargeError):
        read_own(tmp_path / "x.headway", _archive(headway_json=b" " * 100_000, plan_json=b"{}"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 headway.json plan.json", "archive is broken"),
        (_archive(headway_json=b"{}"), "note"),
        (_archive(headway_json=msgspec.json.encode(own.Note(1, "x", "0"))), "archive is broken"),
        (_archive(headway_json=msgspec.json.encode(own.Note(99, "Headway 9", "0")), plan_json=b"{}"), "newer"),
        (_archive(headway_json=msgspec.json.encode(own.Note(1, "x", "0")), plan_json=b"{}"), "changed after"),
    ],
)
def test_damaged_files(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(DamagedFileError, match=words):
        read_own(tmp_path / "x.headway", data)


def test_content_that_is_no_plan(tmp_path: Path) -> None:
    content = b'{"schema":1,"tasks":[{"id":"one"}]}'
    note = own.Note(1, "x", hashlib.sha256(content).hexdigest())
    with pytest.raises(DamagedFileError, match="task"):
        read_own(tmp_path / "x.headway", _archive(headway_json=msgspec.json.encode(note), plan_json=content))
