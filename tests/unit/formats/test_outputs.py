"""What a child that was taken over may leave behind, and what the parent makes of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from headway.formats.outputs import outputs_in

if TYPE_CHECKING:
    from pathlib import Path

SECRET = b"not for you"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(SECRET)
    inside = tmp_path / "inside"
    (inside / "job0").mkdir(parents=True)
    (inside / "job0" / "plan.json").write_bytes(b"{}")
    return inside


def test_ordinary_files_are_read(folder: Path) -> None:
    with outputs_in(folder) as outputs:
        assert outputs.read("job0/plan.json", 2) == b"{}"
        assert outputs.read("job0/none.json", 100) is None
        assert outputs.read("job0/plan.json", 1) is None


def test_no_link_is_followed(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "job0" / "link").symlink_to(outside / "secret")
    os.link(outside / "secret", folder / "job0" / "second_name")
    (folder / "job1").symlink_to(outside)
    with outputs_in(folder) as outputs:
        for name in ("job0/link", "job0/second_name", "job1/secret"):
            assert outputs.read(name, 100) is None


def test_a_folder_that_is_swapped_is_not_entered(folder: Path) -> None:
    with outputs_in(folder) as outputs:
        folder.rename(folder.parent / "moved")
        folder.symlink_to(folder.parent / "outside")
        assert outputs.read("secret", 100) is None
        assert outputs.read("job0/plan.json", 100) == b"{}"


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "job0" / "answer.json")
    with outputs_in(folder) as outputs:
        assert outputs.read("job0/answer.json", 100) is None
