"""``read``: from a path to a plan, whatever the format."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import msgspec

from headway.formats.child import run_child
from headway.formats.errors import (
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    ForeignFileError,
    MissingFileError,
    PasswordProtectedError,
    PlanFileError,
    ReaderUnavailableError,
    RefusedFileError,
    UnknownProjectError,
)
from headway.formats.mapping.plan import map_plan
from headway.formats.own import read_own
from headway.formats.registry import FORMATS, Format
from headway.formats.results import ProjectName, ReadResult, Source
from headway.formats.sniff import sniff
from headway.formats.staging import make_job

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from headway.formats.child import Answer, Job

MOST_BYTES = 500 << 20
"""No plan file may be larger."""


def read(path: Path, project: str | int | None = None) -> ReadResult:
    """Read any plan file.

    ``project`` chooses among several projects of one file by code, name or number (from 1); without it the one the
    file was made for, or the one with most tasks, is taken and a warning names the others.

    Raises a :class:`PlanFileError` that says what the file is and how to mend it.
    """
    (result,) = read_many([path], project)
    if isinstance(result, PlanFileError):
        raise result
    return result


def read_many(paths: Sequence[Path], project: str | int | None = None) -> list[ReadResult | PlanFileError]:
    """Read several files with one start of the reader; each gives a result or its error, in order.

    The files share the limits of one child process: one that breaks it down takes those after it along.  Meant for
    trusted collections; :func:`read` gives each file a process of its own.
    """
    results: dict[int, ReadResult | PlanFileError] = {}
    staged: list[tuple[int, Path, Format, bytes, Job]] = []
    for place, path in enumerate(paths):
        try:
            data = load(path)
            known = recognise(path, data)
            if known.name == "headway":
                results[place] = read_own(path, data)
            else:
                staged.append((place, path, known, data, make_job(path, data, known, project)))
        except PlanFileError as error:
            results[place] = error
    answers = run_child([job for *_, job in staged]).answers if staged else ()
    for (place, path, known, data, _), answer in zip(staged, answers, strict=True):
        try:
            results[place] = finish(path, data, known, answer, asked=project is not None)
        except PlanFileError as error:
            results[place] = error
    return [results[place] for place in range(len(paths))]


def load(path: Path) -> bytes:
    """The bytes of a plan file, checked for kind and size before they are taken."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise MissingFileError(path, "there is no such file", "Check the path") from error
    except OSError as error:
        raise MissingFileError(path, f"it cannot be opened ({error.strerror})", "Check its permissions") from error
    try:
        _check_kind(path, os.fstat(descriptor))
    except PlanFileError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if not data:
        raise EmptyFileError(path, "the file is empty", "Save the plan again, or ask for it once more")
    return data


def _check_kind(path: Path, about: os.stat_result) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise MissingFileError(path, "this is a folder", "Name one file in it")
    if not stat.S_ISREG(about.st_mode):
        raise MissingFileError(path, "this is not an ordinary file", "Save the plan to a file first")
    if about.st_size > MOST_BYTES:
        raise FileTooLargeError(
            path,
            f"it is {about.st_size >> 20} MB large, and the most we read is {MOST_BYTES >> 20} MB",
            "Export the project alone, without baselines and other projects",
        )


def recognise(path: Path, data: bytes) -> Format:
    """The format of the bytes, or the error that says what they are instead."""
    sniffed = sniff(data)
    if sniffed.format is None:
        raise ForeignFileError(
            path,
            f"this is {sniffed.foreign}, not a plan",
            "Export the plan as MPP, Microsoft Project XML, XER or P6 XML and read that",
        )
    known = FORMATS[sniffed.format]
    if known.refused is not None:
        raise RefusedFileError(
            path,
            f"this is a file of {known.title}, which is not read: {known.refused}",
            "Export the plan as XER, P6 XML or Microsoft Project XML and read that",
        )
    return known


def finish(path: Path, data: bytes, known: Format, answer: Answer, *, asked: bool) -> ReadResult:
    """From the child's answer to the result, or to the error it stands for."""
    if answer.status != "ok":
        raise _error_of(path, known, answer)
    try:
        mapped = map_plan(answer.plan, answer.extra, known, path.stem, has_options=_has_options(data, known))
    except (msgspec.DecodeError, ValueError, OverflowError) as error:
        raise DamagedFileError(
            path, f"its {known.title} content makes no sense ({error})", "Open it in its own program and save it again"
        ) from error
    if not mapped.plan.tasks:
        raise EmptyFileError(
            path, f"this {known.title} file holds no task", "Export the plan again, with its activities"
        )
    projects = tuple(
        ProjectName(each.number, each.name, each.code, each.tasks, each.exported, index == answer.chosen)
        for index, each in enumerate(answer.projects)
    )
    warnings = _warnings(projects, asked=asked)
    source = Source(known.name, known.title, mapped.application, len(data))
    return ReadResult(mapped.plan, mapped.losses, projects, source, warnings)


def _warnings(projects: tuple[ProjectName, ...], *, asked: bool) -> tuple[str, ...]:
    others = ", ".join(each.code or each.name for each in projects if not each.chosen)
    if not others or asked:
        return ()
    chosen = next(each for each in projects if each.chosen)
    return (f"The file holds {len(projects)} projects; this is {chosen.code or chosen.name}. Also in it: {others}.",)


def _has_options(data: bytes, known: Format) -> bool:
    """P6 files say how they were scheduled in a part of their own, or not at all."""
    marks = {"xer": b"SCHEDOPTIONS", "pmxml": b"ScheduleOption"}
    return known.name not in marks or marks[known.name] in data


def _error_of(path: Path, known: Format, answer: Answer) -> PlanFileError:
    if answer.status == "password":
        return PasswordProtectedError(
            path,
            f"this {known.title} file is protected by a password",
            "Open it in its own program and save it without one",
        )
    if answer.status == "empty":
        return EmptyFileError(path, f"this {known.title} file holds no project", "Export it again with a project")
    if answer.status in ("unknown_project", "several_projects"):
        names = ", ".join(f"{each.number}: {each.code or each.name}" for each in answer.projects)
        what = "has no such project" if answer.status == "unknown_project" else "has several projects of that name"
        return UnknownProjectError(path, f"it {what}; it holds {names}", "Ask for one of these by its number")
    if answer.status in ("timeout", "too_large"):
        return FileTooLargeError(
            path,
            f"reading it takes more {'time' if answer.status == 'timeout' else 'memory'} than it may",
            "Export the project alone, without baselines and other projects",
        )
    if answer.status == "damaged":
        return DamagedFileError(
            path,
            f"it looks like {known.title}, but its reader fails on it ({answer.detail[:200]})",
            "Open it in its own program and save it again",
        )
    return _crash(path, known, answer)


def _crash(path: Path, known: Format, answer: Answer) -> PlanFileError:
    if "ModuleNotFoundError" in answer.detail or "StopIteration" in answer.detail:
        return ReaderUnavailableError(
            path, f"the reader for {known.title} does not start ({answer.detail[-200:]})", "Run `headway doctor`"
        )
    return DamagedFileError(
        path, f"its {known.title} reader broke down on it", "Open it in its own program and save it again"
    )
