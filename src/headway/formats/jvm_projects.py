"""Inside the child process: read the projects of one file, choose one, and write it down.

The library's own JSON writer does the bulk; a second, small JSON holds what that writer leaves out: which durations are
elapsed, the default unit, recurring tasks, hours with seconds, which fields are filled, tasks of other projects.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Answer = dict[str, Any]
_PASSWORD_WORDS = ("password", "encrypted")


class ProjectsReader:
    """Reads with one running Java machine; one file after the other."""

    def __init__(self, jpype: Any) -> None:
        self._class = jpype.JClass
        self._throwable = jpype.JClass("java.lang.Throwable")
        self._no_memory = jpype.JClass("java.lang.OutOfMemoryError")
        self._java_string = jpype.JClass("java.lang.String")

    def run(self, job: Answer, reader_class: str) -> Answer:
        """Read one file.  Whatever the Java side throws becomes an answer: this is the one handler at that edge."""
        try:
            return self._read(job, reader_class)
        except self._throwable as failure:
            return self._failure(failure)

    def _read(self, job: Answer, reader_class: str) -> Answer:
        reader = self._class(reader_class)()
        if job["format"] == "xer":
            reader.setLinkCrossProjectRelations(True)
        if job["format"] == "mpx" and job.get("locale"):
            reader.setLocale(self._class("java.util.Locale").forLanguageTag(job["locale"]))
        projects = [project for project in reader.readAll(job["input"]) if project is not None]
        listed = [self._describe(number, project) for number, project in enumerate(projects, 1)]
        if not listed:
            return {"status": "empty"}
        chosen = choose(listed, job.get("project"))
        if chosen is None:
            return {"status": "unknown_project", "projects": listed}
        self._write(projects[chosen], projects, Path(job["out"]))
        return {"status": "ok", "projects": listed, "chosen": chosen}

    def _describe(self, number: int, project: Any) -> Answer:
        properties = project.getProjectProperties()
        leaves = sum(1 for task in project.getTasks() if not task.getSummary() and task.getUniqueID() is not None)
        return {
            "number": number,
            "name": _text(properties.getName()) or _text(properties.getProjectTitle()) or "",
            "code": _text(properties.getProjectID()),
            "exported": bool(properties.getExportFlag()),
            "tasks": leaves,
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
        properties = project.getProjectProperties()
        elapsed = []
        recurring = []
        for task in project.getTasks():
            duration = task.getDuration()
            if duration is not None and duration.getUnits().isElapsed():
                elapsed.append(int(task.getUniqueID().intValue()))
        return {
            "default_duration_units": str(properties.getDefaultDurationUnits()),
            "elapsed": elapsed,
            "recurring": recurring,
            "populated": [
                [str(kind.getFieldTypeClass().name()).lower(), str(kind.name()).lower()]
                for kind in project.getPopulatedFields()
            ],
            "ignored_errors": [_text(error.toString()) or "" for error in project.getIgnoredErrors()],
        }

    def _failure(self, failure: Any) -> Answer:
        if isinstance(failure, self._no_memory):
            return {"status": "too_large", "detail": "the reader ran out of memory"}
        causes = []
        step = failure
        while step is not None and len(causes) < 8:
            causes.append(_text(step.toString()) or "")
            step = step.getCause()
        text = " / ".join(causes)
        if any(word in text.lower() for word in _PASSWORD_WORDS):
            return {"status": "password", "detail": text[:500]}
        return {"status": "damaged", "detail": text[:500]}


def choose(projects: list[Answer], wanted: str | int | None) -> int | None:
    """Which project to take: the one asked for (number, name or code), else the one the file was made for, else the
    one with most tasks; ``None`` if the one asked for is not there."""
    if wanted is None:
        ranked = sorted(range(len(projects)), key=lambda i: (not projects[i]["exported"], -projects[i]["tasks"], i))
        exported = [project for project in projects if project["exported"]]
        if exported and len(exported) < len(projects) and projects[ranked[0]]["tasks"]:
            return ranked[0]
        return max(range(len(projects)), key=lambda i: (projects[i]["tasks"], -i))
    for key in ("code", "name"):
        found = [index for index, project in enumerate(projects) if project[key] == str(wanted)]
        if found:
            return found[0]
    if str(wanted).isdecimal() and 1 <= int(wanted) <= len(projects):
        return int(wanted) - 1
    return None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
