"""Inside the child process: read the projects of one file, choose one, and write it down.

The library's own JSON writer does the bulk; a second, small JSON holds what that writer leaves out: which durations are
elapsed, the default unit, recurring tasks, hours with seconds, which fields are filled, tasks of other projects.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headway.formats import pictographs
from headway.formats.java_streams import TaskTests
from headway.formats.jvm_drafts import load_draft

if TYPE_CHECKING:
    from headway.formats.jvm_drafts import DraftWriter
    from headway.formats.registry import Format

Answer = dict[str, Any]
_PASSWORD_WORDS = ("password", "encrypted")
_SPACE_WORDS = ("file too large", "no space left")
_PACKED_PHOENIX = b"PPX!!!!"


class DraftError(Exception):
    """A draft says something that cannot be set."""


class ProjectsReader:
    """Reads with one running Java machine; one file after the other."""

    def __init__(self, jpype: Any, drafts: DraftWriter) -> None:
        self._class = jpype.JClass
        self._drafts = drafts
        self._throwable = jpype.JClass("java.lang.Throwable")
        self._no_memory = jpype.JClass("java.lang.OutOfMemoryError")
        self._tests = TaskTests(jpype)

    def run(self, job: Answer, known: Format) -> Answer:
        """Read one file, or write one and read it again.  Whatever the Java side throws becomes an answer: this is the
        one handler at that edge."""
        try:
            if job["written"]:
                self._write_draft(job, known)
                job = job | {"input": job["written"]}
            return self._read(job, known.reader or "")
        except DraftError as failure:
            return {"status": "damaged", "detail": str(failure)[:500]}
        except self._throwable as failure:
            return self._failure(failure)

    def _write_draft(self, job: Answer, known: Format) -> None:
        try:
            self._drafts.write(load_draft(job["input"]), known.writer or "", job["charset"], Path(job["written"]))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as failure:
            # The bridge refuses values that no field takes; one such plan must not end the others of its process.
            raise DraftError(f"{type(failure).__name__}: {failure}") from failure

    def _read(self, job: Answer, reader_class: str) -> Answer:
        if job["format"] != "pmxml":
            return self._read_plain(job, reader_class)
        plain, stand_ins = pictographs.hidden(Path(job["input"]))
        answer = self._read_plain(job | {"input": str(plain)}, reader_class)
        if answer["status"] == "ok":
            pictographs.restore(Path(job["out"]) / "plan.json", stand_ins)
        return answer

    def _read_plain(self, job: Answer, reader_class: str) -> Answer:
        projects = [project for project in self._projects(job, reader_class) if project is not None]
        listed = [self._describe(number, project) for number, project in enumerate(projects, 1)]
        if not listed:
            return {"status": "empty"}
        found = choose(listed, job.get("project"))
        if len(found) != 1:
            return {"status": "several_projects" if found else "unknown_project", "projects": listed}
        self._write(projects[found[0]], projects, Path(job["out"]))
        return {"status": "ok", "projects": listed, "chosen": found[0]}

    def _projects(self, job: Answer, reader_class: str) -> Any:
        reader = self._class(reader_class)()
        if job["charset"]:
            reader.setCharset(self._class("java.nio.charset.Charset").forName(job["charset"]))
        if job["format"] == "xer":
            reader.setLinkCrossProjectRelations(True)
        elif job["format"] == "mpx":
            return self._mpx_projects(reader, job["input"])
        elif job["format"] == "phoenix" and Path(job["input"]).read_bytes()[:7] == _PACKED_PHOENIX:
            stream = self._class("java.io.FileInputStream")(job["input"])
            return reader.readAll(self._class("org.mpxj.phoenix.PhoenixInputStream")(stream))
        return reader.readAll(job["input"])

    def _mpx_projects(self, reader: Any, path: str) -> Any:
        """MPX writes its words in the language of the program: try English, then the others the reader knows."""
        try:
            return reader.readAll(path)
        except self._throwable as failure:
            for locale in reader.getSupportedLocales():
                reader.setLocale(locale)
                try:
                    return reader.readAll(path)
                except self._throwable:
                    continue
            raise failure

    def _describe(self, number: int, project: Any) -> Answer:
        properties = project.getProjectProperties()
        return {
            "number": number,
            "name": _text(properties.getProjectTitle()) or _text(properties.getName()),
            "code": _text(properties.getProjectID()) or None,
            "exported": bool(properties.getExportFlag()),
            "tasks": self._tests.count_leaves(project),
        }

    def _write(self, project: Any, projects: list[Any], folder: Path) -> None:
        writer = self._class("org.mpxj.json.JsonWriter")()
        writer.setTimeUnits(self._class("org.mpxj.TimeUnit").MINUTES)
        stream = self._class("java.io.BufferedOutputStream")(
            self._class("java.io.FileOutputStream")(str(folder / "plan.json")), 1 << 18
        )
        try:
            writer.write(project, stream)
        finally:
            stream.close()
        (folder / "extra.json").write_text(json.dumps(self._extras(project, projects)))

    def _extras(self, project: Any, projects: list[Any]) -> Answer:
        filled = project.getPopulatedFields()
        populated = sorted(
            [_text(kind.getFieldTypeClass().name()).lower(), _text(kind.name()).lower()] for kind in filled
        )
        return {
            "default_duration_units": _text(project.getProjectProperties().getDefaultDurationUnits()),
            "elapsed": self._tests.elapsed(project),
            "recurring": self._recurring(project) if ["task", "recurring"] in populated else {},
            "populated": populated,
            "unwritten": self._unwritten(project, filled),
            "foreign": self._foreign(project) if len(projects) > 1 else {},
            "ignored_errors": [_text(error.toString()) for error in project.getIgnoredErrors()],
        }

    def _recurring(self, project: Any) -> Answer:
        rules: Answer = {}
        for task in project.getTasks():
            rule = task.getRecurringTask() if task.getRecurring() else None
            if rule is not None and rule.getRecurrenceType() is not None:
                rules[_text(task.getUniqueID())] = self._rule(rule)
        return rules

    def _rule(self, rule: Any) -> Answer:
        days = [day for day in self._class("java.time.DayOfWeek").values() if rule.getWeeklyDay(day)]
        numbers = {
            "occurrences": rule.getOccurrences(),
            "frequency": rule.getFrequency(),
            "day_number": rule.getDayNumber(),
            "month_number": rule.getMonthNumber(),
        }
        dates = {"start_date": rule.getStartDate(), "finish_date": rule.getFinishDate()}
        return {
            "type": _text(rule.getRecurrenceType().toString()).lower(),
            "relative": bool(rule.getRelative()),
            "working_days_only": bool(rule.getWorkingDaysOnly()),
            "use_end_date": bool(rule.getUseEndDate()),
            "weekly_days": [_text(day.name()).lower() for day in days],
            **{name: int(value) for name, value in numbers.items() if value is not None},
            **{name: _text(value) for name, value in dates.items() if value is not None},
        }

    def _unwritten(self, project: Any, filled: Any) -> list[list[Any]]:
        """Filled fields of assignments that the JSON writer has no form for."""
        fields = self._class("org.mpxj.AssignmentField")
        wanted = [fields.RAW_TIMEPHASED_BASELINE_WORK, fields.RAW_TIMEPHASED_BASELINE_COST]
        rows = project.getResourceAssignments()
        return [
            ["assignment", _text(field.name()).lower(), sum(1 for row in rows if row.get(field) is not None)]
            for field in wanted
            if filled.contains(field)
        ]

    def _foreign(self, project: Any) -> Answer:
        """Tasks of the file's other projects that this one's links lead to."""
        found: Answer = {}
        for relation in project.getRelations():
            for task in (relation.getPredecessorTask(), relation.getSuccessorTask()):
                home = task.getParentFile()
                if home != project:
                    moments = {"start": task.getStart(), "finish": task.getFinish()}
                    found[_text(task.getUniqueID())] = {
                        "name": _text(task.getName()),
                        "project": _text(home.getProjectProperties().getProjectID()),
                        **{name: _text(value) for name, value in moments.items() if value is not None},
                    }
        return found

    def _failure(self, failure: Any) -> Answer:
        if isinstance(failure, self._no_memory):
            return {"status": "too_large", "detail": "the reader ran out of memory"}
        causes: list[str] = []
        step = failure
        while step is not None and len(causes) < 8:
            causes.append(_text(step.toString()))
            step = step.getCause()
        text = " / ".join(causes)
        if any(word in text.lower() for word in _PASSWORD_WORDS):
            return {"status": "password", "detail": text[:500]}
        if any(word in text.lower() for word in _SPACE_WORDS):
            return {"status": "too_large", "detail": text[:500]}
        return {"status": "damaged", "detail": text[:500]}


def choose(projects: list[Answer], wanted: str | int | None) -> list[int]:
    """Places of the projects asked for by number, code or name; without a wish the one the file was made for, else
    the one with most tasks."""
    if wanted is None:
        made_for = [index for index, each in enumerate(projects) if each["exported"] and each["tasks"]]
        pool = made_for or list(range(len(projects)))
        return [max(pool, key=lambda index: (projects[index]["tasks"], -index))]
    for key in ("code", "name"):
        found = [index for index, project in enumerate(projects) if project[key] == str(wanted)]
        if found:
            return found
    if str(wanted).isdecimal() and 1 <= int(wanted) <= len(projects):
        return [int(wanted) - 1]
    return []


def _text(value: Any) -> str:
    return "" if value is None else str(value)
