"""How far the computed dates of each real plan file are the saved ones, and what was agreed to expect of it."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from headway.core.compare import compare
from headway.core.plan.plan import Rules
from headway.core.schedule import Schedule, schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.plan.plan import Plan
    from tests.files.reading import Reading

HERE = Path(__file__).parent
EXPECTED = HERE / "expected.toml"
CAUSES = HERE / "causes.toml"
HEAD = """\
# Tasks of each file on which the saved dates are met; may only rise.  Written by
# python -m tests.files.parity.table --raise"""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Leaf tasks of a file, and on how many of them the saved dates were met."""

    tasks: int
    all_fields: int
    """Tasks equal on start, finish, early and late dates and total float."""
    start_finish: int
    """Tasks equal on start and finish."""

    @property
    def exact(self) -> bool:
        return self.all_fields == self.tasks

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.tasks + other.tasks,
            self.all_fields + other.all_fields,
            self.start_finish + other.start_finish,
        )

    def line(self, name: str) -> str:
        """The entry of the file in ``expected.toml``."""
        return (
            f'"{name}" = {{ tasks = {self.tasks}, all_fields = {self.all_fields}, start_finish = {self.start_finish} }}'
        )


NONE = Agreement(0, 0, 0)


def total(agreements: Iterable[Agreement]) -> Agreement:
    """The sum over files."""
    return sum(agreements, NONE)


def agreement_of(result: Schedule) -> Agreement:
    """Compare a schedule with the saved dates of its plan."""
    found = compare(result)
    moved = {each.task for each in found.differences if each.field in ("start", "finish")}
    return Agreement(found.tasks, found.tasks_equal, found.tasks - len(moved))


def measure(readings: Iterable[Reading]) -> dict[str, Agreement]:
    """Schedule every plan by its own rules and compare, by file name."""
    return {reading.name: agreement_of(schedule(reading.result.plan)) for reading in readings}


def is_held_back(name: str) -> bool:
    """A third of the files, by the hash of their name, is kept out of debugging: their share shows what rules made from
    the others are worth on files nobody has seen."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def group_of(plan: Plan) -> str:
    """What a file asks of a scheduler."""
    tasks = plan.tasks.values()
    if plan.project.rules is Rules.P6:
        return "P6"
    if any(task.manual for task in tasks):
        return "with manual tasks"
    if any(task.parts or task.levelling_delay for task in tasks):
        return "split or levelled"
    return "automatic, neither split nor levelled"


def expected() -> dict[str, Agreement]:
    """What each file must reach at least."""
    return {name: Agreement(**entry) for name, entry in tomllib.loads(EXPECTED.read_text(encoding="utf-8")).items()}


def causes() -> dict[str, str]:
    """Why a file is not exact."""
    return {str(name): str(cause) for name, cause in tomllib.loads(CAUSES.read_text(encoding="utf-8")).items()}


def write_expected(measured: Mapping[str, Agreement]) -> None:
    """Raise the expectations to what was measured; never lower one, never forget a file."""
    kept = expected() if EXPECTED.exists() else {}
    for name, now in measured.items():
        before = kept.get(name, NONE)
        if now.all_fields >= before.all_fields and now.start_finish >= before.start_finish:
            kept[name] = now
    lines = [kept[name].line(name) for name in sorted(kept)]
    EXPECTED.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")
