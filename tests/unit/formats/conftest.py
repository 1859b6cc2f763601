"""The hand-made files of these tests, read once, in one child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.formats import PlanFileError, ReadResult, read_many
from tests.unit.formats import made_files

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadResult | PlanFileError]:
    """Every made file by its name: what reading it gave."""
    folder = tmp_path_factory.mktemp("made")
    names = sorted(made_files.FILES)
    for name in names:
        (folder / name).write_bytes(made_files.FILES[name])
    return dict(zip(names, read_many([folder / name for name in names]), strict=True))


class Made:
    """Gives the plan or the whole result of a made file."""

    def __init__(self, results: dict[str, ReadResult | PlanFileError]) -> None:
        self._results = results

    def result(self, name: str) -> ReadResult:
        found = self._results[name]
        assert isinstance(found, ReadResult), found
        return found

    def plan(self, name: str) -> Plan:
        return self.result(name).plan

    def error(self, name: str) -> PlanFileError:
        found = self._results[name]
        assert isinstance(found, PlanFileError), found
        return found


@pytest.fixture
def files(made: dict[str, ReadResult | PlanFileError]) -> Made:
    """The made files."""
    return Made(made)
