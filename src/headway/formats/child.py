"""The parent's side of the child process: stage the files, start it, wait with a wall clock, and read its answers."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MEBIBYTE = 1 << 20
_HEAP_LEAST = 512 * MEBIBYTE
_HEAP_MOST = 2048 * MEBIBYTE
_OUTPUT_LEAST = 256 * MEBIBYTE
_WALL_LEAST = 60.0


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read."""

    data: bytes
    format: str
    suffix: str
    project: str | int | None = None
    charset: str | None = None


class Listed(msgspec.Struct, frozen=True, gc=False):
    number: int
    name: str
    code: str | None
    exported: bool
    tasks: int


class Answer(msgspec.Struct, frozen=True, gc=False):
    """What the child said about one file; ``plan`` and ``extra`` are its JSON."""

    status: str
    detail: str = ""
    projects: tuple[Listed, ...] = ()
    chosen: int = 0
    plan: bytes = b""
    extra: bytes = b""


class ChildOutcome(msgspec.Struct, frozen=True, gc=False):
    answers: tuple[Answer, ...]
    walls: dict[str, str]


def heap_for(size: int) -> int:
    """Bytes of heap for a file of ``size`` bytes: 40 times the size, from 512 MB to 2 GB."""
    return max(_HEAP_LEAST, min(_HEAP_MOST, 40 * size // MEBIBYTE * MEBIBYTE))


def wall_seconds_for(size: int) -> float:
    """Seconds a file may take: a minute, and two seconds more for each megabyte."""
    return _WALL_LEAST + 2.0 * size / MEBIBYTE


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """A temporary folder only its owner can enter; gone afterwards, whatever happened in it."""
    folder = Path(tempfile.mkdtemp(prefix="headway-read-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_child(jobs: Sequence[Job]) -> ChildOutcome:
    """Read the files of ``jobs`` in one child process, in order.  A job the child died on answers ``crashed`` or
    ``timeout``, and so do all after it."""
    with private_folder() as folder:
        places = [_stage(folder, number, job) for number, job in enumerate(jobs)]
        size = max((len(job.data) for job in jobs), default=0)
        total = sum(len(job.data) for job in jobs)
        seconds = wall_seconds_for(total) + len(jobs)
        request = {
            "folder": str(folder),
            "limits": {
                "heap": heap_for(size),
                "cpu_seconds": int(seconds * 2),
                "file_bytes": _OUTPUT_LEAST + 60 * size,
            },
            "jobs": [
                {
                    "format": job.format,
                    "input": str(place / f"input{job.suffix}"),
                    "out": str(place),
                    "project": job.project,
                    "charset": job.charset,
                }
                for job, place in zip(jobs, places, strict=True)
            ],
        }
        (folder / "request.json").write_bytes(msgspec.json.encode(request))
        ending = _run(folder, seconds)
        walls: dict[str, str] = {}
        if (folder / "sandbox.json").exists():
            walls = msgspec.json.decode((folder / "sandbox.json").read_bytes(), type=dict[str, str])
        return ChildOutcome(tuple(_answer(place, ending) for place in places), walls)


def sandbox_status() -> dict[str, str]:
    """Start a child that reads nothing and say which walls hold here; empty when it does not start."""
    return run_child([]).walls


def _stage(folder: Path, number: int, job: Job) -> Path:
    place = folder / f"job{number}"
    place.mkdir(mode=0o700)
    (place / f"input{job.suffix}").write_bytes(job.data)
    return place


def _run(folder: Path, seconds: float) -> str:
    """Start the child and wait; the reason its unanswered jobs get."""
    root = str(Path(__file__).parents[2])
    environment = {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONPATH": os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    log = folder / "child.log"
    with log.open("wb") as output:
        child = subprocess.Popen(
            [sys.executable, "-m", "headway.formats.jvm_child", str(folder / "request.json")],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        try:
            code = child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return "timeout"
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    return f"crashed:{code}:" + log.read_bytes()[-2000:].decode("utf-8", "replace")


def _answer(place: Path, ending: str) -> Answer:
    said = place / "answer.json"
    if not said.exists():
        status, _, detail = ending.partition(":")
        return Answer(status, detail)
    answer = msgspec.json.decode(said.read_bytes(), type=Answer)
    if answer.status != "ok":
        return answer
    return msgspec.structs.replace(
        answer, plan=(place / "plan.json").read_bytes(), extra=(place / "extra.json").read_bytes()
    )
