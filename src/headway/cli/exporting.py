"""Writing a plan or a schedule as any of the targets, with the list of what the file does not keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import msgspec

from headway import formats
from headway.cli import loading, records
from headway.cli.failures import BadUseError
from headway.cli.saved_record import saved_record
from headway.cli.targets import Target
from headway.core.plan.plan import Plan
from headway.core.schedule.dated import dated
from headway.formats.results import WriteLoss
from headway.formats.tables import contents
from headway.formats.tables.comma_separated import encode_csv
from headway.formats.tables.losses import Contents, Left, losses_of
from headway.formats.tables.origin import Origin
from headway.formats.tables.rows import Tables, has_event, tables_of
from headway.reports import gantt_picture
from headway.reports.gantt_picture import PictureOptions
from headway.reports.wording import count


@dataclass(frozen=True, slots=True)
class Export:
    """A plan with its dates in ``plan.saved``, and what a document says about it."""

    plan: Plan
    origin: Origin
    scheduled: records.Scheduled | None = None
    """The schedule, where the dates were computed."""
    notes: tuple[str, ...] = ()
    """The reader's warnings."""
    picture: PictureOptions | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    losses: tuple[WriteLoss, ...]
    """What of the plan it does not keep."""
    rows: int
    """Rows of the plan that it holds."""
    note: str = ""
    """Why it does not hold the others."""


@dataclass(frozen=True, slots=True)
class _Document:
    encode: Callable[[Export, Tables], bytes]
    contents: Callable[[Tables], Contents]
    leaves: Callable[[Export, Tables], Left] = lambda *_: Left()


def write(target: Target, path: Path, export: Export) -> Written:
    """Write the file.

    Raises :class:`BadFileError` when it cannot be put there, :class:`headway.formats.PlanFileError` when the format
    cannot hold the plan.
    """
    if not target.document:
        return Written(formats.write(export.plan, path, target.name).losses, len(export.plan.tasks))
    document, tables = DOCUMENTS[target.name], tables_of(export.plan)
    loading.write(path, document.encode(export, tables))
    left = document.leaves(export, tables)
    losses = losses_of(export.plan, document.contents(tables), left)
    return Written(losses, len(tables.tasks) - len(left.tasks), left.reason)


def of_file(found: formats.ReadResult, file: Path) -> Export:
    """A plan with the dates of its file."""
    return Export(found.plan, origin_of(found, file, computed=False), notes=found.warnings)


def of_schedule(answer: records.Scheduled, found: formats.ReadResult, file: Path) -> Export:
    """A plan with computed dates."""
    return Export(dated(answer.schedule), origin_of(found, file, computed=True), answer, found.warnings)


def origin_of(found: formats.ReadResult, file: Path, computed: bool) -> Origin:
    """What documents say about their source."""
    source = found.source
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    return Origin(file.name, source.title, source.application or "", computed, found.losses, now)


def _json(export: Export, tables: Tables) -> bytes:
    if export.scheduled is not None:
        record = records.schedule_record(export.scheduled, export.notes)
    else:
        record = saved_record(tables, export.notes)
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def _csv(export: Export, tables: Tables) -> bytes:
    return encode_csv(tables, records.driver_texts(export.scheduled) if export.scheduled is not None else None)


def _xlsx(export: Export, tables: Tables) -> bytes:
    from headway.formats.tables.workbook import encode_xlsx  # late: only a workbook needs the library of workbooks

    return encode_xlsx(tables, export.origin)


def _ics(export: Export, tables: Tables) -> bytes:
    from headway.formats.milestone_calendar import encode_ics  # late: only a calendar needs the library of calendars

    return encode_ics(tables, datetime.now(UTC))


def _svg(export: Export, tables: Tables) -> bytes:
    return gantt_picture.draw_svg(tables, export.origin, export.picture).encode()


def _png(export: Export, tables: Tables) -> bytes:
    try:
        return gantt_picture.to_png(gantt_picture.draw_svg(tables, export.origin, export.picture))
    except gantt_picture.PictureTooLargeError as error:
        raise BadUseError(str(error), "Show fewer rows with --depth or --rows, or write .svg") from error


def _no_event(_: Export, tables: Tables) -> Left:
    gone = frozenset(row.task.id for row in tables.tasks if not has_event(row))
    events = len(tables.tasks) - len(gone)
    return Left(gone, f"{events:,} of {count(len(tables.tasks), 'row')}: milestones and deadlines only")


def _not_drawn(export: Export, tables: Tables) -> Left:
    chosen = gantt_picture.select(tables, export.picture or PictureOptions())
    shown = {row.task.id for row in chosen.rows}
    return Left(frozenset(export.plan.tasks) - shown, chosen.note)


DOCUMENTS: MappingProxyType[str, _Document] = MappingProxyType(
    {
        "xlsx": _Document(_xlsx, contents.workbook),
        "csv": _Document(_csv, lambda _: contents.COMMA_SEPARATED),
        "ics": _Document(_ics, lambda _: contents.CALENDAR, _no_event),
        "json": _Document(_json, lambda _: contents.RECORD),
        "svg": _Document(_svg, lambda _: contents.PICTURE, _not_drawn),
        "png": _Document(_png, lambda _: contents.PICTURE, _not_drawn),
    }
)
