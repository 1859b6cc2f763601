"""A text as a whole: the plan in it and what it expects (the language stands in :mod:`tests.drawn`)."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from headway.core.plan.entities import Assignment, Baseline, BaselineDates, Calendar, Link, Resource, Task, TaskKind
from headway.core.plan.plan import Plan, Project
from headway.core.plan.ranks import initial_ranks
from headway.core.time import TENTHS_PER_DAY
from tests.drawn.expected import Dated, Drawing, Expected, drawing_of, expected_of
from tests.drawn.settings import STANDARD, calendar_of, project_of, resource_of, units_of
from tests.drawn.tasks import DrawnTask, add_clauses, task_of
from tests.drawn.words import NAME, DrawnError, Units

_SETTING = re.compile(rf"(project|calendar|resource)(?: ({NAME}))?:(.*)")


class Case(msgspec.Struct, frozen=True):
    """A plan and what its schedule should be."""

    plan: Plan
    expected: tuple[Expected, ...]
    units: Units

    def differences(self, schedule: Dated) -> list[str]:
        """A line for each statement that does not hold."""
        ids = {task.name: task.id for task in self.plan.tasks.values()}
        found = (each.differs(schedule.dates(ids[each.task]), self.units) for each in self.expected)
        return [line for line in found if line is not None]

    def check(self, schedule: Dated) -> None:
        """Fail with all differences."""
        lines = self.differences(schedule)
        assert not lines, "\n".join(["the schedule differs:", *lines])


class _Line(msgspec.Struct, frozen=True):
    number: int
    text: str


def parse(text: str) -> Case:
    """Plan and expectations of ``text``; raises :class:`DrawnError` with the line."""
    reader = _Reader()
    for line in _lines(text):
        try:
            reader.read(line.text)
        except ValueError as error:
            raise DrawnError(f"line {line.number}, {line.text.strip()!r}: {error}") from error
    return reader.case()


def build(text: str) -> Plan:
    """The plan of a list of tasks."""
    return parse(text).plan


def plan_of(text: str) -> Plan:
    """The plan of a drawing."""
    return parse(text).plan


def assert_schedule(schedule: Dated, text: str) -> None:
    """Fail unless ``schedule`` has the dates that ``text`` draws or states after ``=>``."""
    case = parse(text)
    assert case.expected, "the text states no dates"
    case.check(schedule)


def id_of(plan: Plan, name: str) -> int:
    """The id of the task with that name."""
    return next(task.id for task in plan.tasks.values() if task.name == name)


def _lines(text: str) -> list[_Line]:
    """The lines that say something: settings first, the project before all, then tasks in order."""
    bare = [_Line(number, line.split("#")[0].rstrip()) for number, line in enumerate(text.splitlines(), start=1)]
    order = ("calendar ", "project:", "days ", "resource ")

    def place(line: _Line) -> int:
        opening = line.text.strip()
        is_setting = _SETTING.fullmatch(opening) is not None or opening.startswith("days ")
        return next((i for i, word in enumerate(order) if is_setting and opening.startswith(word)), len(order))

    return sorted((line for line in bare if line.text.strip()), key=place)


class _Reader:
    """Reads line by line; the names of tasks are resolved at the end."""

    def __init__(self) -> None:
        self.project = Project(calendar=STANDARD.id)
        self.project_text = ""
        self.calendars: dict[int, Calendar] = {STANDARD.id: STANDARD}
        self.resources: dict[int, Resource] = {}
        self.tasks: list[DrawnTask] = []
        self.cells: dict[str, str] = {}
        self.statements: list[tuple[str, str]] = []
        self.drawing: Drawing | None = None

    @property
    def units(self) -> Units:
        return units_of(self.project)

    def read(self, line: str) -> None:
        setting = _SETTING.fullmatch(line.strip())
        if setting is not None:
            self._read_setting(setting.group(1), setting.group(2), setting.group(3))
        elif line.strip().startswith("days ") and line.count("|") == 2:
            _, cell, clauses = line.split("|")
            self._read_project(clauses)
            if self.project.start is None:
                raise DrawnError("a drawing needs 'starts DATE' after the days")
            self.drawing = drawing_of(cell, self.project.start // TENTHS_PER_DAY)
        else:
            self._read_task(line)

    def _read_setting(self, kind: str, name: str | None, text: str) -> None:
        if kind == "project":
            self._read_project(text)
        elif name is None:
            raise DrawnError(f"a {kind} needs a name: '{kind} NAME: ...'")
        elif kind == "calendar":
            names = self._calendar_names()
            number = names.get(name, len(names) + 1)
            self.calendars[number] = calendar_of(number, name, text, names)
        else:
            number = len(self.resources) + 1
            self.resources[number] = resource_of(number, name, text, self._calendar_names())

    def _read_project(self, text: str) -> None:
        self.project_text += ";" + text
        self.project = project_of(self.project_text, self._calendar_names())

    def _calendar_names(self) -> dict[str, int]:
        return {calendar.name: number for number, calendar in self.calendars.items()}

    def _read_task(self, line: str) -> None:
        body, _, statement = line.partition("=>")
        indent = len(body) - len(body.lstrip())
        name, *cells = body.split("|")
        task = task_of(indent, name.strip(), self.units)
        if cells:
            self._read_cell(task, cells)
        if any(other.name == task.name for other in self.tasks):
            raise DrawnError(f"there are two tasks with the name {task.name!r}")
        self.tasks.append(task)
        self.statements.append((task.name, statement))

    def _read_cell(self, task: DrawnTask, cells: list[str]) -> None:
        if self.drawing is None:
            raise DrawnError("a drawn task needs a line 'days | MTWTFSS | starts DATE'")
        if len(cells) > 2:
            raise DrawnError("a drawn task is 'NAME | drawing | clauses'")
        if len(cells) == 2:
            add_clauses(task, cells[1])
        self.cells[task.name] = cells[0]
        if self.drawing.milestone_of(cells[0]) is not None and "kind" not in task.fields:
            task.fields["milestone"] = True

    def case(self) -> Case:
        parents = _parents(self.tasks)
        exact = {task.name for task in self.tasks if self._is_exact(task)}
        expected: list[Expected] = []
        for task in self.tasks:
            cell = self.cells.get(task.name)
            if cell is not None and self.drawing is not None:
                expected.extend(self.drawing.expected(task.name, cell, self.units, exact=task.name in exact))
                self._set_drawn_duration(task, cell, is_summary=task.name in parents.values())
        for name, statement in self.statements:
            expected.extend(expected_of(name, statement, self.units))
        return Case(self._plan(parents), tuple(expected), self.units)

    def _is_exact(self, task: DrawnTask) -> bool:
        """Whole days of the standard calendar start and finish with the working day."""
        standard = self.project.calendar == STANDARD.id and task.calendar is None and not task.assignments
        return standard and "duration" not in task.fields

    def _set_drawn_duration(self, task: DrawnTask, cell: str, *, is_summary: bool) -> None:
        days = self.drawing.days_of_work(cell) if self.drawing is not None else 0
        if days and not is_summary and "duration" not in task.fields:
            task.fields["duration"] = days * self.units.day

    def _plan(self, parents: dict[str, str]) -> Plan:
        numbers = {task.name: number for number, task in enumerate(self.tasks, start=1)}
        calendars = self._calendar_names()
        tasks: dict[int, Task] = {}
        for task, rank in zip(self.tasks, initial_ranks(len(self.tasks)), strict=True):
            number = numbers[task.name]
            if task.calendar is not None:
                task.fields["calendar"] = _known(task.calendar, calendars, "calendar")
            _complete(task, is_summary=task.name in parents.values())
            parent = numbers.get(parents.get(task.name, ""), 0)
            name = task.name if task.called is None else task.called
            tasks[number] = Task(id=number, name=name, parent=parent, rank=rank, **task.all_fields())
        return Plan(
            project=self.project,
            tasks=tasks,
            links=_links(self.tasks, numbers),
            calendars=self.calendars,
            resources=self.resources,
            assignments=self._assignments(numbers),
            baselines=self._baselines(numbers),
        )

    def _baselines(self, numbers: dict[str, int]) -> dict[int, Baseline]:
        found = [(numbers[task.name], *task.baseline) for task in self.tasks if task.baseline is not None]
        return {1: Baseline(1, dates=tuple(BaselineDates(*each) for each in found))} if found else {}

    def _assignments(self, numbers: dict[str, int]) -> dict[int, Assignment]:
        resources = {resource.name: number for number, resource in self.resources.items()}
        found: dict[int, Assignment] = {}
        for task in self.tasks:
            for name, given in task.assignments:
                number = len(found) + 1
                fields = _with_work(given, task.fields.get("duration", 0))
                resource = _known(name, resources, "resource")
                found[number] = Assignment(id=number, task=numbers[task.name], resource=resource, **fields)
        return found


def _known(name: str, numbers: dict[str, int], what: str) -> int:
    if name not in numbers:
        raise DrawnError(f"there is no {what} {name!r}; there are: {', '.join(numbers)}")
    return numbers[name]


def _parents(tasks: list[DrawnTask]) -> dict[str, str]:
    """Task name to the name of the row it stands under, by indentation."""
    parents: dict[str, str] = {}
    above: list[DrawnTask] = []
    base = min((task.indent for task in tasks), default=0)
    for task in tasks:
        while above and above[-1].indent >= task.indent:
            above.pop()
        if above:
            parents[task.name] = above[-1].name
        elif task.indent != base:
            raise DrawnError(f"{task.name} is indented but stands under nothing")
        above.append(task)
    return parents


def _links(tasks: list[DrawnTask], numbers: dict[str, int]) -> dict[int, Link]:
    links: dict[int, Link] = {}
    for task in tasks:
        for link in task.links:
            number = len(links) + 1
            predecessor = _known(link.predecessor, numbers, "task")
            links[number] = Link(number, predecessor, numbers[task.name], link.kind, link.lag, link.lag_kind)
    return links


def _complete(task: DrawnTask, *, is_summary: bool) -> None:
    """Fill in what follows: progress from percent or remaining; refuse a task without a duration."""
    fields = task.fields
    special = {"manual", "milestone", "external_link", "parts"} & fields.keys()
    kind = fields.get("kind", TaskKind.TASK)
    if kind is TaskKind.TASK and "duration" not in fields and not is_summary and not special:
        raise DrawnError(f"{task.name} has no duration; write '{task.name} 3d' or 'milestone'")
    if task.progress and not is_summary:
        task.progress = _with_remaining(task.progress, fields.get("duration", 0))


def _with_remaining(progress: dict[str, Any], duration: int) -> dict[str, Any]:
    """Actual and remaining duration and percent, each from the others as a file would carry them.

    All three stay as typed where typed; a task with an actual finish is complete.
    """
    filled = dict(progress)
    if "actual_finish" in filled:
        filled.setdefault("remaining_duration", 0)
        filled.setdefault("percent_complete", 10_000)
    if "percent_complete" in filled:
        done = duration * int(filled["percent_complete"]) // 10_000
        filled.setdefault("remaining_duration", duration - done)
    if "remaining_duration" in filled and duration:
        done = max(duration - int(filled["remaining_duration"]), 0)
        filled.setdefault("percent_complete", done * 10_000 // duration)
        filled.setdefault("actual_duration", done)
    return filled


def _with_work(fields: dict[str, Any], duration: int) -> dict[str, Any]:
    """Work follows from duration and units, remaining work from work and actual work."""
    filled = dict(fields)
    filled.setdefault("work", duration * int(filled.get("units", 10_000)) // 10_000)
    filled.setdefault("remaining_work", max(int(filled["work"]) - int(filled.get("actual_work", 0)), 0))
    return filled
