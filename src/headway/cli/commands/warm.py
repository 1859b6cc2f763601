"""Compiles the scheduling kernels for this machine and keeps them in the cache folder (HEADWAY_CACHE, else the user's).

Without it the first answer compiles them, which takes about half a minute once. The cache is made anew when Headway or
its kernels change; the folders of older versions are removed, but the newest few.
"""

from __future__ import annotations

import time
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TextColumn

from headway._kernel_cache import drop_old_kernels
from headway.cli import kernels, screen, warming
from headway.cli.options import JsonOption
from headway.core.plan.plan import Rules
from headway.reports.wording import count

EXAMPLES = """\b
Examples:
  headway warm
  HEADWAY_CACHE=/var/cache/headway headway warm
  headway warm --force --json
"""


def command(
    force: Annotated[bool, typer.Option("--force", help="Go through all kernels even if they were compiled.")] = False,
    json: JsonOption = False,
) -> None:
    """Compile and cache the kernels."""
    began = time.monotonic()
    wanted = [rules for rules in Rules if force or not kernels.are_warm(rules)]
    compile_for(wanted)
    removed = drop_old_kernels()
    answer = record(wanted, removed, time.monotonic() - began)
    if json:
        screen.print_json(answer)
        return
    done = f"compiled in {answer['seconds']:.0f} s" if wanted else "already compiled"
    screen.out().print(f"The engine is {done}; kept in {answer['folder']}", soft_wrap=True)
    if removed:
        screen.out().print(f"{count(removed, 'folder')} of older versions removed.")


def compile_for(wanted: list[Rules]) -> None:
    """Compile, with a progress bar on a terminal."""
    todo = [(rules, word, work) for rules in wanted for word, work in warming.steps(rules)]
    console = screen.err()
    with Progress(
        TextColumn("{task.description:32}"),
        BarColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        bar = progress.add_task("", total=len(todo))
        for rules, word, work in todo:
            progress.update(bar, description=f"{rules.value}: {word}")
            work()
            progress.advance(bar)
    for rules in wanted:
        kernels.mark_warm(rules)


def record(wanted: list[Rules], removed: int, seconds: float) -> dict[str, Any]:
    """What was done, as data."""
    return {
        "folder": str(kernels.cache_folder()),
        "compiled": [rules.value for rules in wanted],
        "seconds": round(seconds, 1),
        "removed_folders": removed,
    }
