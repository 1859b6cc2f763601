"""The table of commands.  A new one is a module with ``command`` and ``EXAMPLES``, and a row here.

Only the module of the command that runs is ever loaded, so ``headway --help`` costs no engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, the module that holds it and the line that lists it."""

    name: str
    module: str
    summary: str


def _entry(name: str, summary: str) -> Entry:
    return Entry(name, f"headway.cli.commands.{name}", summary)


_TABLE = (
    _entry("inspect", "What a plan file is, who saved it and what it holds."),
    _entry("schedule", "Dates and float of every task, computed anew."),
    _entry("explain", "Why a task starts and ends when it does."),
    _entry("paths", "What drives a milestone: its float paths, tightest first."),
    _entry("compare", "Our dates beside the dates saved in the file."),
    _entry("diff", "What changed from one plan to another, and why dates moved."),
    _entry("review", "What is wrong with a plan, why it matters and how to mend it."),
    _entry("report", "The report of a plan for its sponsor: page, PDF or workbook."),
    _entry("convert", "The plan as another kind of file, and what that cannot hold."),
    _entry("doctor", "Is everything here that Headway needs?"),
    _entry("warm", "Compile the engine now instead of at the first answer."),
)

COMMANDS = MappingProxyType({entry.name: entry for entry in _TABLE})
"""Command name to its row, in the order of the help."""
