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
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import msgspec

from headway.formats.outputs import Outputs, outputs_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MEBIBYTE = 1 << 20
_HEAP_LEAST = 512 * MEBIBYTE
_HEAP_MOST = 2048 * MEBIBYTE
_OUTPUT_LEAST = 256 * MEBIBYTE
_OUTPUT_MOST = 2048 * MEBIBYTE
_MOST_ANSWER = 4 * MEBIBYTE
_LOG_TAIL = 2_000
_WALL_LEAST = 60.0
_CPU_LEAST = 10

_KILLED = MappingProxyType({-signal.SIGXCPU: "timeout", -signal.SIGKILL: "too_large"})
"""What the system ends a child for: too much processor time, or too little memory on the machine."""

Said = TypeVar("Said")
"""A kind of value the child may have said."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read; or, with ``draft``, one to write and then to read again."""

    data: bytes
    format: str
    suffix: str
    project: str | int | None = None
    charset: str | None = None
    draft: bool = False
    """``data`` is the draft of a file of this format (:mod:`headway.formats.writing`)."""


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
    written: bytes = b""
    """The file itself, where one was to be written."""


class ChildOutcome(msgspec.Struct, frozen=True, gc=False):
    answers: tuple[Answer, ...]
    walls: dict[str, str]


def heap_for(size: int) -> int:
    """Bytes of heap for a file of ``size`` bytes: 40 times the size, from 512 MB to 2 GB."""
    return max(_HEAP_LEAST, min(_HEAP_MOST, 40 * size // MEBIBYTE * MEBIBYTE))


def output_for(size: int) -> int:
    """Bytes the child may write to one file for a plan file of ``size`` bytes: 60 times its size, 256 MB to 2 GB."""
    return max(_OUTPUT_LEAST, min(_OUTPUT_MOST, 60 * size))


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
    """Read and write the files of ``jobs`` in one child process, in order.  A job the child died on answers ``crashed``
    or ``timeout``, and so do all after it."""
    with private_folder() as folder, outputs_in(folder) as outputs:
        size = max((len(job.data) for job in jobs), default=0)
        seconds = wall_seconds_for(sum(len(job.data) for job in jobs)) + len(jobs)
        limits = {
            "heap": heap_for(size),
            "cpu_seconds": max(_CPU_LEAST, int(seconds * 2)),
            "file_bytes": output_for(size),
        }
        staged = [_stage(folder, number, job) for number, job in enumerate(jobs)]
        request = {"folder": str(folder), "limits": limits, "jobs": staged}
        (folder / "request.json").write_bytes(msgspec.json.encode(request))
        ending = _run(folder, seconds)
        walls = _decoded(outputs, "sandbox.json", dict[str, str]) or {}
        answers = tuple(_answer(outputs, number, job, output_for(size), ending) for number, job in enumerate(jobs))
        return ChildOutcome(answers, walls)


def sandbox_status() -> dict[str, str]:
    """Start a child that reads nothing and say which walls hold here; empty when it does not start."""
    return run_child([]).walls


def _stage(folder: Path, number: int, job: Job) -> dict[str, str | int | None]:
    """Put one file into the child's folder; what the child is told about it."""
    place = folder / f"job{number}"
    place.mkdir(mode=0o700)
    source = place / ("draft.json" if job.draft else f"input{job.suffix}")
    source.write_bytes(job.data)
    told = {"format": job.format, "input": str(source), "out": str(place), "charset": job.charset}
    return {**told, "project": job.project, "written": str(place / _written(job)) if job.draft else None}


def _written(job: Job) -> str:
    return f"written{job.suffix}"


def _run(folder: Path, seconds: float) -> str:
    """Start the child and wait; the reason its unanswered jobs get."""
    # The child works in its own folder: relative entries of the caller's path would lead nowhere there.
    given = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    search = [str(Path(__file__).parents[2]), *(str(Path(entry).absolute()) for entry in given)]
    environment = {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONPATH": os.pathsep.join(search),
        "PYTHONDONTWRITEBYTECODE": "1",
        # The bridge to Java loads numpy, whose helper threads would forbid a user namespace.
        "OPENBLAS_NUM_THREADS": "1",
    }
    with (folder / "child.log").open("w+b") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "headway.formats.jvm_child", str(folder / "request.json")],
            stdin=subprocess.DEVNULL,
            stdout=log,
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
        if code in _KILLED:
            return _KILLED[code]
        log.seek(max(0, log.seek(0, os.SEEK_END) - _LOG_TAIL))
        return f"crashed:{code}:" + log.read(_LOG_TAIL).decode("utf-8", "replace")


def _answer(outputs: Outputs, number: int, job: Job, limit: int, ending: str) -> Answer:
    place = f"job{number}"
    answer = _decoded(outputs, f"{place}/answer.json", Answer)
    if answer is None:
        status, _, detail = ending.partition(":")
        return Answer(status, detail)
    if answer.status != "ok":
        return answer
    plan, extra = (outputs.read(f"{place}/{name}.json", limit) for name in ("plan", "extra"))
    written = outputs.read(f"{place}/{_written(job)}", limit) if job.draft else b""
    if plan is None or extra is None or written is None:
        return Answer("too_large")
    return msgspec.structs.replace(answer, plan=plan, extra=extra, written=written)


def _decoded(outputs: Outputs, name: str, kind: type[Said]) -> Said | None:
    content = outputs.read(name, _MOST_ANSWER)
    if content is None:
        return None
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.DecodeError:
        return None
