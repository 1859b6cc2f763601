"""Read many files with one child process, and keep what the child said beside the results."""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.formats import PlanFileError, ReadResult
from headway.formats.child import Answer, run_child
from headway.formats.reader import finish, load, recognise
from headway.formats.staging import make_job

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reading:
    """One file of the index and what came of it."""

    name: str
    row: dict[str, str]
    answer: Answer
    outcome: ReadResult | PlanFileError

    @property
    def result(self) -> ReadResult:
        """The result of a file that must have been read."""
        assert isinstance(self.outcome, ReadResult), self.outcome
        return self.outcome


def index_of(cases: Path) -> list[dict[str, str]]:
    """Rows of the index of case files."""
    with (cases / "plans" / "INDEX.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_rows(cases: Path, rows: Sequence[dict[str, str]]) -> list[Reading]:
    """Read the files of some rows of the index; test modules that ask for the same ones in one run share the answer."""
    return list(_read(cases, tuple(tuple(row.items()) for row in rows)))


@functools.lru_cache(maxsize=2)
def _read(cases: Path, frozen_rows: tuple[tuple[tuple[str, str], ...], ...]) -> tuple[Reading, ...]:
    rows = [dict(row) for row in frozen_rows]
    paths = [cases / "plans" / row["file"] for row in rows]
    loaded = [(path, data, recognise(path, data)) for path in paths for data in (load(path),)]
    jobs = [make_job(path, data, known, None) for path, data, known in loaded]
    readings = []
    for row, (path, data, known), answer in zip(rows, loaded, run_child(jobs).answers, strict=True):
        outcome: ReadResult | PlanFileError
        try:
            outcome = finish(path, data, known, answer, asked=False)
        except PlanFileError as error:
            outcome = error
        readings.append(Reading(row["file"], row, answer, outcome))
    return tuple(readings)
