"""Who is stopped from outside leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PLAN = Path(__file__).parents[3] / "examples" / "village-hall.xml"


def test_a_stopped_report_leaves_neither_a_file_nor_a_copy_of_the_plan(tmp_path: Path) -> None:
    out, folder = tmp_path / "plan.html", tmp_path / "temporary"
    folder.mkdir()
    command = [sys.executable, "-c", "from headway.cli.app import main; main()", "report", str(PLAN), "-o", str(out)]
    running = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(folder)}, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 30
    # Its first file says that the process that reads is there and can be stopped with us.
    while not any(folder.rglob("sandbox.json")) and running.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    running.send_signal(signal.SIGTERM)
    assert running.wait(30) == 128 + signal.SIGTERM
    assert not out.exists()
    assert list(folder.iterdir()) == []
