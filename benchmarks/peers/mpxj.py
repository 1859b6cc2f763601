"""MPXJ's two schedulers, in a child process of their own: the Java machine starts once for many files."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from headway.core.time import TENTHS_PER_MINUTE, to_instant
from headway.formats.reader import load, recognise
from headway.formats.staging import make_job

if TYPE_CHECKING:
    from collections.abc import Sequence

MICROSOFT = "org.mpxj.cpm.MicrosoftScheduler"
PRIMAVERA = "org.mpxj.cpm.PrimaveraScheduler"
ROOT = Path(__file__).resolve().parents[2]


class Row(msgspec.Struct, frozen=True, gc=False):
    """Dates of one task, as MPXJ computed them; slack in minutes."""

    start: datetime | None
    finish: datetime | None
    early_start: datetime | None
    early_finish: datetime | None
    late_start: datetime | None
    late_finish: datetime | None
    total_float: float | None

    def instants(self) -> dict[str, int | None]:
        """The same as our instants and spans, by field."""
        values = {name: getattr(self, name) for name in Row.__struct_fields__ if name != "total_float"}
        return {
            **{name: None if value is None else to_instant(value) for name, value in values.items()},
            "total_float": None if self.total_float is None else round(self.total_float * TENTHS_PER_MINUTE),
        }


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What came of one file: its tasks by unique id, or the error; processor seconds of each repetition."""

    tasks: dict[int, Row] = {}
    error: str = ""
    seconds: list[float] = []


@dataclass(frozen=True, slots=True)
class Task:
    """A file to schedule: ``repeat`` times, by ``scheduler``."""

    path: Path
    scheduler: str
    repeat: int = 1
    dates: bool = True
    """Whether the answer holds the dates of every task, or the seconds only."""


def run(tasks: Sequence[Task]) -> list[Outcome]:
    """Schedule each file with MPXJ, in order."""
    with tempfile.TemporaryDirectory(prefix="headway-mpxj-") as name:
        folder = Path(name)
        jobs = [_stage(folder / str(number), task) for number, task in enumerate(tasks)]
        (folder / "request.json").write_bytes(msgspec.json.encode({"folder": str(folder), "jobs": jobs}))
        subprocess.run(
            [sys.executable, "-m", "benchmarks.peers.mpxj_child", str(folder / "request.json")],
            check=True,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        return [
            msgspec.json.decode((folder / str(number) / "plan.json").read_bytes(), type=Outcome)
            for number in range(len(tasks))
        ]


def _stage(folder: Path, task: Task) -> dict[str, object]:
    folder.mkdir()
    data = load(task.path)
    job = make_job(task.path, data, recognise(task.path, data), None)
    target = folder / f"input{job.suffix}"
    target.write_bytes(job.data)
    told = asdict(task) | {"path": None}
    return told | {
        "format": job.format,
        "input": str(target),
        "out": str(folder),
        "project": None,
        "charset": job.charset,
    }
