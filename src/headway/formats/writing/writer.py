"""``write``: from a plan to a file of a named format, and to the list of what the file does not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import TaskKind
from headway.formats.child import Job, run_child
from headway.formats.errors import PlanFileError, UndatedPlanError, UnknownFormatError, UnwritableError
from headway.formats.mapping.plan import map_plan
from headway.formats.own import encode_own
from headway.formats.placing import place
from headway.formats.registry import FORMATS
from headway.formats.results import WriteResult
from headway.formats.writing.aligning import align
from headway.formats.writing.charsets import charset_for
from headway.formats.writing.comparing import losses_between
from headway.formats.writing.context import make_context
from headway.formats.writing.draft import encode_draft
from headway.formats.writing.drafting import draft_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from headway.core.plan.entities import Task
    from headway.core.plan.plan import Plan
    from headway.formats.child import Answer
    from headway.formats.registry import Format
    from headway.formats.writing.context import Context

OWN = "headway"
_ENDINGS = {".xml": "mspdi", ".pmxml": "pmxml", ".xer": "xer", ".mpx": "mpx", ".planner": "planner", ".headway": OWN}
"""The format an ending stands for when none is named."""
WRITTEN = tuple(_ENDINGS.values())
"""Names of the formats that can be written."""


def write(plan: Plan, path: Path, format: str | None = None) -> WriteResult:
    """Write ``plan`` to ``path``: as ``format`` (one of :data:`WRITTEN`), else as the ending says.

    The dates written are those of ``plan.saved``; give a plan without them dates first:
    ``write(dated(schedule(plan)), path)``.  The file is complete or not there at all, and an older one of that name
    stays until the new one is complete.  It is read back before, and every difference is among the losses.

    Raises :class:`UnknownFormatError`, :class:`UndatedPlanError` or :class:`UnwritableError`, all of them
    :class:`PlanFileError`.
    """
    (result,) = write_many([(plan, path)], format)
    if isinstance(result, PlanFileError):
        raise result
    return result


def write_many(targets: Sequence[tuple[Plan, Path]], format: str | None = None) -> list[WriteResult | PlanFileError]:
    """Write several plans with one start of the Java machine; each gives a result or its error, in order."""
    results: dict[int, WriteResult | PlanFileError] = {}
    staged: list[tuple[int, Path, Context, Job]] = []
    for number, (plan, path) in enumerate(targets):
        try:
            known = format_for(path, format)
            if known.name == OWN:
                _put(path, encode_own(plan))
                results[number] = WriteResult(path, known.name)
            else:
                _check_dates(plan, path, known)
                context = make_context(plan, known)
                staged.append((number, path, context, make_draft_job(context)))
        except PlanFileError as error:
            results[number] = error
    answers = run_child([job for *_, job in staged]).answers if staged else ()
    for (number, path, context, _), answer in zip(staged, answers, strict=True):
        try:
            results[number] = _finish(path, context, answer)
        except PlanFileError as error:
            results[number] = error
    return [results[number] for number in range(len(targets))]


def format_for(path: Path, name: str | None) -> Format:
    """The format to write: the one named, else the one the ending stands for.  Raises :class:`UnknownFormatError`."""
    known = ", ".join(f"{name} ({ending})" for ending, name in _ENDINGS.items())
    if name is not None:
        if name not in WRITTEN:
            raise UnknownFormatError(path, f"there is no format {name!r} to write", f"Name one of {known}")
        return FORMATS[name]
    ending = path.suffix.lower()
    if ending == ".mpp":
        raise UnknownFormatError(
            path, "no program but Microsoft Project writes .mpp", "Write .xml, which Microsoft Project opens"
        )
    if ending not in _ENDINGS:
        what = f"the ending {ending!r} stands for no format we write" if ending else "the name has no ending"
        raise UnknownFormatError(path, what, f"Name the format: {known}")
    return FORMATS[_ENDINGS[ending]]


def make_draft_job(context: Context) -> Job:
    """What the child process is to write."""
    draft = encode_draft(draft_plan(context))
    known = context.format
    return Job(draft, known.name, known.suffixes[-1], charset=charset_for(known, draft), draft=True)


def _check_dates(plan: Plan, path: Path, known: Format) -> None:
    """Other programs take empty dates for today or refuse the file: a plan that has none is not written."""
    missing = [task for task in plan.tasks.values() if _needs_dates(task) and _undated(plan, task.id)]
    if missing:
        raise UndatedPlanError(
            path,
            f"{len(missing)} tasks of the plan have no dates (first: {missing[0].name or missing[0].id}), and a "
            f"{known.title} file needs them",
            "Schedule the plan first: write(dated(schedule(plan)), path)",
        )


def _needs_dates(task: Task) -> bool:
    """Elements of a work breakdown have none of their own, inactive tasks need none, and who places a task by hand may
    leave its dates open."""
    return task.kind is not TaskKind.WBS and task.manual is None and not task.inactive


def _undated(plan: Plan, task_id: int) -> bool:
    saved = plan.saved.get(task_id)
    return saved is None or saved.start is None or saved.finish is None


def _put(path: Path, data: bytes) -> None:
    try:
        place(path, data)
    except OSError as error:
        raise UnwritableError(
            path,
            f"it cannot be written ({error.strerror or error})",
            "Choose a folder that is there and may be written to",
        ) from error


def _finish(path: Path, context: Context, answer: Answer) -> WriteResult:
    back = read_back(path, context, answer)
    losses = losses_between(align(back, context), context)
    _put(path, answer.written)
    return WriteResult(path, context.format.name, losses)


def read_back(path: Path, context: Context, answer: Answer) -> Plan:
    """The plan in the file the child wrote, with the ids of the file.  Raises :class:`UnwritableError`."""
    known = context.format
    if answer.status in ("timeout", "too_large"):
        what = "time" if answer.status == "timeout" else "memory"
        raise UnwritableError(
            path, f"writing it as {known.title} takes more {what} than it may", "Write it in another format"
        )
    if answer.status != "ok":
        raise UnwritableError(
            path,
            f"the plan cannot be written as {known.title} ({answer.status}: {answer.detail[:300]})",
            "Write it in another format, or check it with `headway inspect`",
        )
    try:
        return map_plan(answer.plan, answer.extra, known, context.plan.project.name, has_options=True).plan
    except (msgspec.DecodeError, ValueError, OverflowError) as error:
        raise UnwritableError(
            path,
            f"the plan written as {known.title} cannot be read again ({error})",
            "Write it in another format, or check it with `headway inspect`",
        ) from error
