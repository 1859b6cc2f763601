"""How fast the critical path engine is, beside others, in one run: ``python -m benchmarks.critical_path``.

``--sizes 1000,10000`` measures less; ``--write`` also makes docs/reference/benchmarks.md.  Figures are processor
seconds, best of several runs, plans already read and objects built.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import page
from benchmarks.generated import as_mspdi
from benchmarks.layered import as_plan, layered
from benchmarks.peers import mpxj, python_engines
from benchmarks.timing import best_of
from headway.core.changes import Put, Set, apply
from headway.core.plan.entities import Link
from headway.core.plan.plan import Plan, Rules
from headway.core.schedule import compile_plan, solve
from headway.core.schedule.patch import patch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.generated import Made
    from headway.core.changes import Change

SIZES = (1_000, 10_000, 100_000)
PYTHON_MOST = 10_000
"""Larger plans take engines written in Python minutes."""
WIDE = 1_000
"""Tasks a layer of the wide plan, which is measured once more at the largest size: its data lie further apart."""
RUNS = {1_000: 60, 10_000: 30, 100_000: 8}
MPXJ_RUNS = {1_000: 200, 10_000: 30, 100_000: 8}


@dataclass(frozen=True, slots=True)
class Own:
    """Seconds of our own steps for one size and rule set."""

    compile: float
    solve: float
    patch: float
    patch_link: float
    edit: float


def own(plan: Plan, runs: int) -> Own:
    """Time compiling, solving, and one edit: the duration of a task in the middle, and a link more."""
    compiled = compile_plan(plan)
    solve(compiled)
    middle = list(plan.tasks)[len(plan.tasks) // 2]
    before = plan.tasks[middle].duration
    longer: list[Change] = [Set("task", middle, "duration", before, before + 4_800)]
    linked: list[Change] = [Put("link", None, Link(max(plan.links) + 1, middle, list(plan.tasks)[-1]))]
    changed, joined = apply(plan, longer), apply(plan, linked)
    patch(compiled, changed, longer)
    patch(compiled, joined, linked)

    def edit() -> None:
        after = apply(plan, longer)
        solve(patch(compiled, after, longer))

    gc.collect()
    gc.freeze()
    found = Own(
        compile=best_of(max(3, runs // 6), lambda: compile_plan(plan)),
        solve=best_of(runs, lambda: solve(compiled)),
        patch=best_of(runs, lambda: patch(compiled, changed, longer)),
        patch_link=best_of(runs, lambda: patch(compiled, joined, linked)),
        edit=best_of(runs, edit),
    )
    gc.unfreeze()
    return found


def of_mpxj(made: dict[int, Made]) -> dict[tuple[str, int], float]:
    """Best seconds of MPXJ's two schedulers for each size, warm, in a process of their own."""
    with tempfile.TemporaryDirectory(prefix="headway-bench-") as name:
        tasks = []
        for size, plan in made.items():
            path = Path(name) / f"{size}.xml"
            path.write_text(as_mspdi(plan), encoding="utf-8")
            tasks += [
                mpxj.Task(path, scheduler, MPXJ_RUNS.get(size, 8), dates=False)
                for scheduler in (mpxj.MICROSOFT, mpxj.PRIMAVERA)
            ]
        outcomes = mpxj.run(tasks)
    found = {}
    for task, outcome in zip(tasks, outcomes, strict=True):
        if outcome.error:
            raise RuntimeError(outcome.error)
        found[task.scheduler.rpartition(".")[2], int(task.path.stem)] = min(outcome.seconds)
    return found


def of_python(made: dict[int, Made]) -> dict[tuple[str, int], float]:
    """Best seconds of the Python engines that are installed."""
    found = {}
    for build in (python_engines.trueppm, python_engines.longpath, python_engines.pmcontrols):
        for size, plan in made.items():
            work = build(plan) if size <= PYTHON_MOST else None
            if work is not None:
                found[build.__name__, size] = best_of(3, work)
    return found


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the page when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--write", action="store_true", help="also write docs/reference/benchmarks.md")
    given = parser.parse_args(arguments)
    made = {size: layered(size) for size in map(int, given.sizes.split(","))}
    ours = {
        (rules.value, size): own(as_plan(plan, rules), RUNS.get(size, 8))
        for rules in Rules
        for size, plan in made.items()
    }
    largest = max(made)
    wide = {
        rules.value: own(as_plan(layered(largest, WIDE), rules), RUNS.get(largest, 8))
        for rules in Rules
        if largest == SIZES[-1]
    }
    theirs = of_mpxj(made) | of_python(made)
    text = page.tables(ours, wide, theirs)
    sys.stdout.write(text)
    if given.write:
        page.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
