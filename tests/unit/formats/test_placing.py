"""A file is in its place whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from headway.formats.placing import place


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    place(tmp_path / "plan.csv", b"one")
    place(tmp_path / "plan.csv", b"two")
    assert (tmp_path / "plan.csv").read_bytes() == b"two"
    assert names(tmp_path) == ["plan.csv"]


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    place(tmp_path / "placed", b"")
    assert (tmp_path / "placed").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_older_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o600)
    place(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "plan.csv")
    place(tmp_path / "link.csv", b"through")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real" / "plan.csv").read_bytes() == b"through"


def test_a_pipe_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    place(pipe, b"water")
    reader.join(5)
    assert heard == [b"water"]
    assert names(tmp_path) == ["pipe"]


def test_what_stands_for_a_stream_is_written_to_directly() -> None:
    received, sent = os.pipe()
    place(Path(f"/dev/fd/{sent}"), b"water")
    assert os.read(received, 10) == b"water"
    os.close(received)
    os.close(sent)


@pytest.mark.parametrize("step", ["os.fsync", "shutil.copymode"])
def test_a_full_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "plan.svg"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space left"):
        place(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["plan.svg"]


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        place(tmp_path, b"")


def test_no_folder_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        place(tmp_path / "nowhere" / "plan.csv", b"")
