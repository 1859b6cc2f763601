"""Which rows the picture shows: all of a plan of ordinary size, else the upper levels, and never without saying so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.reports.gantt_picture.options import MOST_ROWS, PictureOptions
from headway.reports.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.formats.tables.rows import Tables, TaskRow

READS_WELL = 260
"""Rows up to which a picture shows everything unasked."""
SHORT = 160
"""Rows of a picture that leaves levels out."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows shown, in order, and what to say about the others."""

    rows: tuple[TaskRow, ...]
    depth: int | None
    """Levels shown where deeper ones are left out."""
    note: str


def select(tables: Tables, options: PictureOptions) -> Selection:
    """Choose the rows; rows without dates have no place on a time line."""
    known = [row for row in tables.tasks if row.dates.start is not None and row.dates.finish is not None]
    undated = len(tables.tasks) - len(known)
    depth = options.depth if options.depth is not None else _depth(known, options)
    shown = known if depth is None else [row for row in known if row.level <= depth]
    deeper = len(known) - len(shown)
    most = MOST_ROWS if not options.rows else min(options.rows, MOST_ROWS)
    if options.rows is None and options.depth is None:
        most = READS_WELL
    cut = shown[:most]
    return Selection(tuple(cut), depth if deeper else None, _note(len(tables.tasks), cut, (deeper, depth), undated))


def _depth(rows: Sequence[TaskRow], options: PictureOptions) -> int | None:
    """The deepest level at which a long plan still reads well."""
    if options.rows is not None or len(rows) <= READS_WELL:
        return None
    levels = sorted(row.level for row in rows)
    deepest = levels[-1]
    fitting = [depth for depth in range(1, deepest) if sum(level <= depth for level in levels) <= SHORT]
    return max(fitting, default=1)


def _note(total: int, shown: Sequence[TaskRow], deeper: tuple[int, int | None], undated: int) -> str:
    if len(shown) == total:
        return ""
    left_out, depth = deeper
    parts = []
    if left_out and depth is not None:
        parts.append(f"levels below {depth} are left out")
    rest = total - len(shown) - left_out - undated
    if rest > 0:
        parts.append(f"{count(rest, 'row')} after the last one {'is' if rest == 1 else 'are'} left out")
    if undated:
        parts.append(f"{count(undated, 'row')} without dates")
    return f"{len(shown):,} of {count(total, 'row')}: " + "; ".join(parts) + "."
