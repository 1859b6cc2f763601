"""What all parts of the mapping share while one file is mapped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from headway.formats.mapping.identity import Ids
from headway.formats.mapping.quantities import Custom, Instants, Spans

if TYPE_CHECKING:
    from headway.formats.raw import RawExtra, RawPlan
    from headway.formats.registry import Format


@dataclass(slots=True)
class Dropped:
    """Rows that did not become part of the plan, with the first as an example."""

    count: int = 0
    example: str = ""

    def add(self, example: str) -> None:
        """Count one more."""
        self.count += 1
        self.example = self.example or example


@dataclass(slots=True)
class Context:
    """Conversion tables, ids and counters of one reading; nothing outlives it."""

    format: Format
    raw: RawPlan
    extra: RawExtra
    tasks: Ids
    calendars: Ids
    resources: Ids
    assignments: Ids
    links: Ids
    minutes_in: dict[str, float]
    """Minutes of the file's own working units: ``h``, ``d``, ``w``, ``mo``, ``y``."""
    foreign: dict[int, int]
    """The plan's ids of tasks in other projects of the file, by their own ids."""
    custom: dict[tuple[str, int], Custom]
    """Custom values by (kind of row, the file's id)."""
    instants: Instants = field(default_factory=Instants)
    spans: Spans = field(default_factory=Spans)
    dropped: dict[tuple[str, str], Dropped] = field(default_factory=dict)
    has_schedule_options: bool = True
    """P6: the file says how it was scheduled; else the reader's own defaults stand there and mean nothing."""

    def drop(self, entity: str, what: str, example: str) -> None:
        """Note a row, or a fact of a row, that the plan cannot keep."""
        self.dropped.setdefault((entity, what), Dropped()).add(example)


def make_context(format_: Format, raw: RawPlan, extra: RawExtra, custom: dict[tuple[str, int], Custom]) -> Context:
    """Set up the tables for one file."""
    properties = raw.property_values
    per_day = properties.minutes_per_day or 480
    per_week = properties.minutes_per_week or 2_400
    per_month = per_day * (properties.days_per_month or 20)
    tasks = Ids(row.unique_id for row in raw.tasks if row.unique_id is not None)
    own = {row.unique_id for row in raw.tasks}
    foreign = sorted(int(unique_id) for unique_id in extra.foreign if int(unique_id) not in own)
    return Context(
        format=format_,
        raw=raw,
        extra=extra,
        tasks=tasks,
        foreign={unique_id: tasks.fresh() for unique_id in foreign},
        calendars=Ids(row.unique_id for row in raw.calendars),
        resources=Ids(row.unique_id for row in raw.resources if row.unique_id is not None),
        assignments=Ids(row.unique_id for row in raw.assignments if row.unique_id is not None),
        links=Ids(link.unique_id for row in raw.tasks for link in row.predecessors),
        minutes_in={
            "m": 1.0,
            "h": 60.0,
            "d": per_day,
            "w": per_week,
            "mo": per_month,
            "y": per_week * 52.0,
            "em": 1.0,
            "eh": 60.0,
            "ed": 1_440.0,
            "ew": 10_080.0,
            "emo": 43_200.0,
            "ey": 525_600.0,
        },
        custom=custom,
    )
