"""The page of all commands, made from their own help.  Run as a program (``bin/docs``) it writes the page."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from headway.cli.registry import COMMANDS
from tests.gates.sources import ROOT

PAGE = ROOT / "docs/reference/commands.md"
_HEAD = """# Commands

This page is made by `bin/docs` from the help of the commands themselves.
Exit codes and JSON: [use Headway in scripts](../howto/use-in-scripts.md).
"""


def help_of(*words: str) -> str:
    """What ``headway WORDS --help`` prints in a terminal of 80 columns without colours."""
    plain = {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1", "TERM": "dumb"}
    program = "import sys; from headway.cli.app import main; sys.argv[0] = 'headway'; sys.exit(main())"
    answer = subprocess.run(
        [sys.executable, "-c", program, *words, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | plain,
    )
    return "\n".join(line.rstrip() for line in answer.stdout.strip().splitlines())


def page() -> str:
    """The whole page."""
    with ThreadPoolExecutor(4) as pool:
        helps = list(pool.map(lambda words: help_of(*words), [(), *((name,) for name in COMMANDS)]))
    parts = [_HEAD, f"```\n{helps[0]}\n```\n"]
    for name, text in zip(COMMANDS, helps[1:], strict=True):
        parts.append(f"## `headway {name}`\n\n```\n{text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
