"""The page of all commands, made from their own help.  Run as a program (``bin/docs``) it writes the page."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from headway.cli.registry import COMMANDS
from tests.gates.sources import ROOT

PAGE = ROOT / "docs/reference/commands.md"
_HEAD = """# Commands

This page is made by `bin/docs` from the help of the commands themselves.
Exit codes and JSON: [use Headway in scripts](../howto/use-in-scripts.md).
"""


_PROGRAM = """
import json, sys
from headway.cli.app import run
for words in json.loads(sys.argv[1]):
    run([*words, "--help"])
    print(chr(12))
"""


def helps_of(lines: list[list[str]]) -> list[str]:
    """What ``headway WORDS --help`` prints for each list of words, in a terminal of 80 columns without colours."""
    plain = {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1", "TERM": "dumb"}
    program = [sys.executable, "-c", _PROGRAM, json.dumps(lines)]
    answer = subprocess.run(program, capture_output=True, text=True, check=True, env=os.environ | plain)
    texts = answer.stdout.split("\f")[:-1]
    return ["\n".join(line.rstrip() for line in text.strip().splitlines()) for text in texts]


def page() -> str:
    """The whole page."""
    helps = helps_of([[], *([name] for name in COMMANDS)])
    parts = [_HEAD, f"```\n{helps[0]}\n```\n"]
    for name, text in zip(COMMANDS, helps[1:], strict=True):
        parts.append(f"## `headway {name}`\n\n```\n{text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
