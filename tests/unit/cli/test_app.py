"""The program as a whole: help, exit codes, and failures as sentences."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from headway._version import VERSION
from headway.cli import app
from headway.cli.registry import COMMANDS
from headway.formats.own import encode_own
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_help_lists_every_command_within_eighty_columns(headway: Run) -> None:
    answer = headway("--help")
    assert answer.code == 0
    assert all(entry.summary in answer.out for entry in COMMANDS.values())
    assert max(map(len, answer.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_json(headway: Run, name: str) -> None:
    answer = headway(name, "--help")
    assert answer.code == 0
    assert f"headway {name}" in answer.out.partition("Examples:")[2]
    assert "--json" in answer.out


def test_the_version_is_told(headway: Run) -> None:
    assert headway("--version").out == f"headway {VERSION}\n"


def test_a_command_nearly_right_is_named(headway: Run) -> None:
    answer = headway("shedule", "x")
    assert answer.code == 2
    assert "Did you mean 'schedule'?" in answer.err


def test_help_loads_no_engine() -> None:
    script = (
        "import sys\nfrom headway.cli.app import run\nrun(['--help'])\n"
        "sys.exit(any(name in sys.modules for name in ('numba', 'numpy', 'jinja2')))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("command", ["inspect", "schedule", "compare"])
def test_a_missing_file_names_those_nearby(headway: Run, plan_file: Path, command: str) -> None:
    answer = headway(command, plan_file.with_name("brigde.headway"))
    assert answer.code == 3
    assert "there is no file" in answer.err
    assert str(plan_file) in answer.err
    assert answer.out == ""


def test_a_file_in_no_folder(headway: Run, tmp_path: Path) -> None:
    answer = headway("schedule", tmp_path / "nowhere" / "plan.mpp")
    assert answer.code == 3
    assert "There is no folder" in answer.err


def test_a_foreign_file_is_said_to_be_one(headway: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("buy bread")
    answer = headway("inspect", path)
    assert answer.code == 3
    assert "not a plan" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--rules", "oracle"), "msproject or p6"),
        (("--rules", "dcma-01"), "with --rule"),
        (("--as-of", "1.3.2027"), "Write the year first"),
        (("--as-of", "2027-02-30"), "not in any calendar"),
        (("-o", "plan.docx"), "Use one of .xlsx, .csv, .ics, .json, "),
        (("--limit", "-1"), "--limit"),
        (("--nonsense",), "--nonsense"),
    ],
)
def test_bad_options_are_explained(headway: Run, plan_file: Path, arguments: tuple[str, ...], words: str) -> None:
    answer = headway("schedule", plan_file, *arguments)
    assert answer.code == 2
    assert words in answer.err


@pytest.mark.parametrize("command", ["schedule", "inspect", "compare"])
def test_names_in_a_file_cannot_steer_the_terminal(headway: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "hostile.headway"
    path.write_bytes(encode_own(example("\x1b]0;owned\x07\x9b2J\u202egnp.exe")))
    answer = headway(command, path)
    assert answer.code == 0
    assert not set("\x1b\x07\x9b\u202e") & set(answer.out + answer.err)
    assert "owned" in answer.out


def test_no_colours_in_a_pipe(headway: Run, plan_file: Path) -> None:
    assert "\x1b" not in headway("schedule", plan_file).out


def test_a_mistake_of_ours_shows_no_traceback(tmp_path: Path) -> None:
    script = (
        "import sys, tempfile\nfrom headway.cli import app\n"
        f"tempfile.tempdir = {str(tmp_path)!r}\n"
        "app.run = lambda arguments: 1 / 0\napp.main()"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode == 70
    assert "a fault of the program, not of your file" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "ZeroDivisionError" in next(tmp_path.glob("headway-fault-*.txt")).read_text()


def test_a_reader_that_stops_early_is_no_failure(plan_file: Path) -> None:
    program = [sys.executable, "-c", "from headway.cli.app import main; main()", "inspect", str(plan_file)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode in (-signal.SIGPIPE, 0)


def test_every_row_of_the_registry_is_a_command() -> None:
    for name in COMMANDS:
        assert app.load(name).name == name


def test_shells_complete_commands_and_options() -> None:
    def complete(words: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", "from headway.cli.app import main; main()"],
            env={"_HEADWAY_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.rstrip()

    assert complete("headway sch") == "schedule"
    assert "--as-of" in complete("headway schedule --a")
    assert complete("headway schedule --rules ms") == "msproject"
    assert complete("headway review --rule dcma-01,dcma-1").split()[0] == "dcma-01,dcma-10"
    assert complete("headway review --fix dangling-f") == "dangling-finish"
