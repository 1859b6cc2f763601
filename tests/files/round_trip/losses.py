"""Real plans written in every format and read back: which fields each format loses, and in how many files.

``python -m tests.files.round_trip.losses`` writes the list that the tests hold the writers to.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.formats import UndatedPlanError, WriteResult, write_many
from headway.formats.writing import WRITTEN
from tests.conftest import cases_folder
from tests.files.reading import index_of, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from headway.core.plan.plan import Plan

LIST = Path(__file__).parent / "expected.toml"
TARGETS = tuple(name for name in WRITTEN if name != "headway")
_BATCH = 60
"""Files of one child process."""

_NAMED = ("MPP", "XER", "PMXML")
"""Kinds of files that have a list of their own; all others share one."""

Lost = dict[str, Counter[str]]
"""By ``SOURCE to target``: files that lose something, by kind of value and field."""


def written(cases: Path, rows: Sequence[dict[str, str]]) -> list[tuple[str, str, WriteResult]]:
    """Each file in each format: its kind and name, and what came of it; a plan without dates is dated first."""
    plans = [
        (row["format"], row["file"], reading.result.plan)
        for row, reading in zip(rows, read_rows(cases, rows), strict=True)
    ]
    found: list[tuple[str, str, WriteResult]] = []
    with TemporaryDirectory() as folder:
        targets = [
            (plan, Path(folder) / f"{number}.{target}", target, kind, name)
            for number, (kind, name, plan) in enumerate(plans)
            for target in TARGETS
        ]
        for target in TARGETS:
            mine = [each for each in targets if each[2] == target]
            for start in range(0, len(mine), _BATCH):
                batch = mine[start : start + _BATCH]
                for (_, _, _, kind, name), result in zip(batch, _write(batch), strict=True):
                    assert isinstance(result, WriteResult), result
                    found.append((kind, name, result))
    return found


def _write(batch: Sequence[tuple[Plan, Path, str, str, str]]) -> list[object]:
    answers: list[object] = []
    first = write_many([(plan, path) for plan, path, *_ in batch], batch[0][2])
    for (plan, path, *_), answer in zip(batch, first, strict=True):
        if isinstance(answer, UndatedPlanError):
            (answer,) = write_many([(dated(schedule(plan)), path)], batch[0][2])
        answers.append(answer)
    return answers


def lost_in(results: Iterable[tuple[str, str, WriteResult]]) -> Lost:
    """Files by what they lose; custom values count as one field."""
    lost: Lost = {}
    for kind, _, result in results:
        fields = {f"{each.entity}.{'custom.*' if 'custom.' in each.field else each.field}" for each in result.losses}
        source = kind if kind in _NAMED else "other"
        lost.setdefault(f"{source} to {result.format}", Counter()).update(fields)
    return lost


def expected() -> dict[str, dict[str, int]]:
    """The committed list."""
    return tomllib.loads(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}


def text_of(lost: Lost) -> str:
    """The list as it is committed."""
    head = "# Files of each kind that lose a field when written in a format and read back; may only shrink.\n"
    parts = [f"{head}# Written by python -m tests.files.round_trip.losses\n"]
    for way, fields in sorted(lost.items()):
        rows = [f'"{field}" = {count}' for field, count in sorted(fields.items())]
        parts.append("\n".join([f'\n["{way}"]', *rows]) + "\n")
    return "".join(parts)


if __name__ == "__main__":
    folder = cases_folder()
    LIST.write_text(text_of(lost_in(written(folder, index_of(folder)))), encoding="utf-8")
