"""Finding the task that somebody means: by number, code or name, whole or in part."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

from headway.cli.failures import BadUseError
from headway.cli.records import row_number, unique_id
from headway.core.plan.entities import Task
from headway.core.plan.outline import Outline

MOST_CANDIDATES = 12

Test = Callable[[Task], bool]


def find_task(text: str, outline: Outline) -> Task:
    """The one task that ``text`` names.

    Tried in this order, the first that fits anything decides: ``#12`` is a row; a number is a unique id, else a row;
    then WBS code, activity code, name, part of a name.  Raises :class:`BadUseError` with candidates when nothing fits
    or several do.
    """
    wanted = text.strip()
    for test in _tests(wanted, outline):
        found = [task for task_id in outline.order if test(task := outline.tasks[task_id])]
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(wanted, found, outline)
    raise _unknown(wanted, outline)


def describe(task: Task, outline: Outline) -> str:
    """A task on one line, with all that it can be asked for by."""
    code = task.external.code if task.external is not None else None
    parts = [f"unique id {unique_id(task)}", f"row {row_number(task, outline)}", f"WBS {outline.wbs_of(task.id)}"]
    return f"{task.name or '(no name)'}  ({', '.join(parts + ([f'code {code}'] if code else []))})"


def _tests(wanted: str, outline: Outline) -> Iterable[Test]:
    folded = wanted.casefold()
    number = wanted.removeprefix("#")
    if number.isascii() and number.isdigit():
        if not wanted.startswith("#"):
            yield lambda task: unique_id(task) == int(number)
        yield lambda task: row_number(task, outline) == int(number)
    codes = outline.wbs()
    yield lambda task: codes[task.id].casefold() == folded
    yield lambda task: task.external is not None and (task.external.code or "").casefold() == folded
    yield lambda task: task.name.strip().casefold() == folded
    yield lambda task: bool(folded) and folded in task.name.casefold()


def _ambiguous(wanted: str, found: list[Task], outline: Outline) -> BadUseError:
    listed = [describe(task, outline) for task in found[:MOST_CANDIDATES]]
    if len(found) > MOST_CANDIDATES:
        listed.append(f"and {len(found) - MOST_CANDIDATES} more")
    return BadUseError(f"{len(found)} tasks fit {wanted!r}", "Name one of them by its unique id:", tuple(listed))


def _unknown(wanted: str, outline: Outline) -> BadUseError:
    names = {task.name.casefold(): task for task in outline.tasks.values() if task.name}
    near = difflib.get_close_matches(wanted.casefold(), names, n=5, cutoff=0.5)
    if not near:
        return BadUseError(f"no task fits {wanted!r}", "`headway schedule FILE` lists the tasks")
    listed = tuple(describe(names[name], outline) for name in near)
    return BadUseError(f"no task fits {wanted!r}", "Did you mean one of these?", listed)
