"""The folder of compiled kernels changes with the kernels and is never a reason to fail."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from headway import _kernel_cache

if TYPE_CHECKING:
    from pathlib import Path

KERNEL = """from numba import njit
from headway.core.plan.sizes import DAY


@njit(nogil=True, cache=True)
def double(x):
    return {factor} * x
"""


@pytest.fixture
def core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A core of one kernel and one other module, and a cache of its own."""
    folder = tmp_path / "core"
    folder.mkdir()
    (folder / "kernels.py").write_text(KERNEL.format(factor=2))
    (folder / "values.py").write_text("ONE = 1\n")
    (folder / "plan").mkdir()
    (folder / "plan/sizes.py").write_text("DAY = 1\n")
    monkeypatch.setattr(_kernel_cache, "_CORE", folder)
    monkeypatch.setenv("HEADWAY_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    return folder


def test_another_kernel_has_another_folder(core: Path) -> None:
    before = _kernel_cache.kernel_folder()
    (core / "kernels.py").write_text(KERNEL.format(factor=3))
    assert _kernel_cache.kernel_folder() != before


def test_a_constant_that_kernels_take_in_changes_the_folder(core: Path) -> None:
    before = _kernel_cache.kernel_folder()
    (core / "plan/sizes.py").write_text("DAY = 2\n")
    assert _kernel_cache.kernel_folder() != before


def test_other_modules_change_nothing(core: Path) -> None:
    before = _kernel_cache.kernel_folder()
    (core / "values.py").write_text("ONE = 2\n")
    assert _kernel_cache.kernel_folder() == before


def test_the_same_kernels_elsewhere_or_written_anew_are_another_place(
    core: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = _kernel_cache.kernel_place()
    assert _kernel_cache.kernel_place() == place
    os.utime(core / "kernels.py", (1_000_000, 1_000_000))
    assert (aged := _kernel_cache.kernel_place()) != place
    folder = _kernel_cache.kernel_folder()
    core.rename(tmp_path / "elsewhere")
    monkeypatch.setattr(_kernel_cache, "_CORE", tmp_path / "elsewhere")
    assert _kernel_cache.kernel_place() != aged
    assert _kernel_cache.kernel_folder() == folder


def test_numba_is_pointed_at_the_folder(core: Path) -> None:
    _kernel_cache.use_kernel_cache()
    assert os.environ["NUMBA_CACHE_DIR"] == str(_kernel_cache.kernel_folder())
    assert _kernel_cache.kernel_folder().is_dir()


def test_numbas_own_variable_wins(core: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    _kernel_cache.use_kernel_cache()
    assert os.environ["NUMBA_CACHE_DIR"] == str(tmp_path)


def test_a_folder_that_cannot_be_made_is_no_error(core: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("HEADWAY_CACHE", str(tmp_path / "file"))
    _kernel_cache.use_kernel_cache()
    assert str(tmp_path / "file") not in os.environ["NUMBA_CACHE_DIR"]


@pytest.mark.parametrize(
    ("variable", "tail"), [("HEADWAY_CACHE", ()), ("XDG_CACHE_HOME", ("headway",)), ("HOME", (".cache", "headway"))]
)
def test_the_root_is_the_first_that_is_named(
    variable: str, tail: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HEADWAY_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert _kernel_cache.cache_root() == tmp_path.joinpath(*tail)


def test_old_folders_go_but_the_newest_and_the_current_stay(core: Path) -> None:
    _kernel_cache.kernel_folder().mkdir(parents=True)
    for age in range(6):
        folder = _kernel_cache.cache_root() / f"0.0.{age}-feed"
        folder.mkdir()
        os.utime(folder, (1_000_000 - age, 1_000_000 - age))
    assert _kernel_cache.drop_old_kernels() == 3
    kept = {folder.name for folder in _kernel_cache.cache_root().iterdir()}
    assert kept == {"0.0.0-feed", "0.0.1-feed", "0.0.2-feed", _kernel_cache.kernel_folder().parent.name}


def test_importing_headway_costs_no_numbers_and_no_terminal() -> None:
    code = "import sys, headway; print(sorted({'numpy', 'numba', 'typer', 'rich', 'msgspec'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
