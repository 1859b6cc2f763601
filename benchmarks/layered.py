"""Large layered plans from a seed, as plans of Headway; :mod:`benchmarks.generated` writes them as files."""

from __future__ import annotations

import random

from benchmarks.generated import MINUTES_PER_DAY, ROOT, START, Link, Made, Row
from headway.core.plan import entities
from headway.core.plan.entities import Calendar, LinkKind, Shift
from headway.core.plan.plan import Plan, Project, Rules
from headway.core.plan.ranks import initial_ranks
from headway.core.time import TENTHS_PER_HOUR, TENTHS_PER_MINUTE, to_instant

DAY = (Shift(8 * TENTHS_PER_HOUR, 12 * TENTHS_PER_HOUR), Shift(13 * TENTHS_PER_HOUR, 17 * TENTHS_PER_HOUR))


def layered(tasks: int, width: int = 50, seed: int = 1) -> Made:
    """Layers of ``width`` tasks; each task has two predecessors in the three layers before.

    80 % of the links are finish to start, 10 % start to start, 10 % finish to finish, one in ten has a lag of a day;
    tasks take 1 to 10 days.
    """
    chance = random.Random(seed)
    rows = []
    for number in range(tasks):
        layer = number // width
        first, end = max(0, layer - 3) * width, layer * width
        chosen = chance.sample(range(first, end), 2) if layer else []
        links = tuple(
            Link(each + 1, chance.choice(("FS",) * 8 + ("SS", "FF")), MINUTES_PER_DAY if chance.random() < 0.1 else 0)
            for each in chosen
        )
        rows.append(Row(number + 1, ROOT, MINUTES_PER_DAY * chance.randint(1, 10), links))
    return Made(seed, tuple(rows), ())


def as_plan(made: Made, rules: Rules) -> Plan:
    """The plan as Headway keeps it: five days of eight hours."""
    calendar = Calendar(1, "Week", days=(DAY,) * 5 + ((), ()))
    tasks = {
        row.id: entities.Task(row.id, f"T{row.id}", rank=rank, duration=row.minutes * TENTHS_PER_MINUTE)
        for row, rank in zip(made.rows, initial_ranks(len(made.rows)), strict=True)
    }
    links: dict[int, entities.Link] = {}
    for row in made.rows:
        for link in row.links:
            number = len(links) + 1
            links[number] = entities.Link(
                number, link.predecessor, row.id, LinkKind(link.kind), link.lag * TENTHS_PER_MINUTE
            )
    project = Project("Layered", rules, to_instant(START), calendar=1)
    return Plan(project=project, tasks=tasks, links=links, calendars={1: calendar})
