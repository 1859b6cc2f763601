"""What the how-to on reviewing says of the example holds."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from headway import formats
from headway.cli import app
from headway.core.review import review
from headway.core.review.fixing import fix
from headway.core.schedule import schedule
from headway.messages import render

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "examples/village-hall.xml"
PAGE = (ROOT / "docs/howto/review-and-mend-a-plan.md").read_text()


def test_the_commands_on_the_example_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").mkdir()
    (tmp_path / EXAMPLE).write_bytes((ROOT / EXAMPLE).read_bytes())
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, flags=re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if EXAMPLE in line]
    assert len(commands) == 4
    for command in commands:
        assert app.run(shlex.split(command)[1:]) == 0, command
    assert (tmp_path / "mended.xml").is_file()
    assert "1 task moved" in capsys.readouterr().out


def test_the_mends_are_the_ones_it_tells() -> None:
    answer = schedule(formats.read(ROOT / EXAMPLE).plan)
    offering = [each.rule for each in review(answer).results if each.status == "fail"]
    fixed = fix(answer, offering, name=render)
    told = [render(each.message) for each in fixed.mended]
    assert told == [
        "Take the lead of 2 working days out of the FS link from 'Paint' to 'Second electrical fix'.",
        "Let 'Hall open again' start when 'Repair the roof' is finished.",
    ]
    assert [each.finish for each in fixed.mended] == [0, 0]
    assert [each.rule for each in fixed.refused] == ["dcma-03"] * 3
    assert all("holds now and would fail" in render(each.reason) for each in fixed.refused)
