"""Links between tasks, with the kind of their lag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import LagKind, Link, LinkKind

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.formats.mapping.context import Context
    from headway.formats.raw import RawLink

_KINDS = {kind.value: kind for kind in LinkKind}


def to_links(context: Context, tasks: dict[int, Task]) -> dict[int, Link]:
    """All links both ends of which are tasks of the plan."""
    made: dict[int, Link] = {}
    for row in context.raw.tasks:
        for raw in row.predecessors:
            predecessor = _end(raw.predecessor_task_unique_id, context)
            successor = _end(raw.successor_task_unique_id, context)
            if predecessor is None or successor is None or not {predecessor, successor} <= tasks.keys():
                context.drop("link", "to a task that is not in this project", f"{row.name}: {_ends(raw)}")
                continue
            key = raw.unique_id if raw.unique_id > 0 and raw.unique_id not in made else context.links.fresh()
            lag, lag_kind = _lag(raw, context)
            made[key] = Link(key, predecessor, successor, _KINDS.get(raw.type, LinkKind.FS), lag, lag_kind)
    return made


def _end(unique_id: int, context: Context) -> int | None:
    """The task's id in the plan, be it of this project or of another one in the file."""
    return context.foreign.get(unique_id) or context.tasks.get(unique_id)


def _ends(raw: RawLink) -> str:
    return f"{raw.predecessor_task_unique_id} {raw.type} {raw.successor_task_unique_id}"


def _lag(raw: RawLink, context: Context) -> tuple[int, LagKind]:
    """Percent lags come as so many "minutes" as they are percent; without a unit the project's default one counts."""
    units = raw.lag_units or context.extra.default_duration_units
    if not raw.lag:
        return 0, LagKind.WORKING
    if units.endswith("%"):
        return round(raw.lag * 100), LagKind.ELAPSED_PERCENT if units == "e%" else LagKind.PERCENT
    return context.spans[raw.lag], LagKind.ELAPSED if units.startswith("e") else LagKind.WORKING
