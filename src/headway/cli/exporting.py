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
from headway.formats.tables.losses import Contents, losses_of
from headway.formats.tables.origin import Origin
from headway.formats.tables.rows import Tables, tables_of
from headway.reports import gantt_picture
from headway.reports.gantt_picture import PictureOptions


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
class _Document:
    encode: Callable[[Export, Tables], bytes]
    contents: Callable[[Tables], Contents]
    shows: Callable[[Tables], frozenset[int] | None] = lambda _: None
    """Ids of the tasks it shows; ``None`` for all."""
    reason: str = ""
    """Why it does not show the others."""


def write(target: Target, path: Path, export: Export) -> tuple[WriteLoss, ...]:
    """Write the file; answers what of the plan it does not keep.

    Raises :class:`BadFileError` when it cannot be put there, :class:`headway.formats.PlanFileError` when the format
    cannot hold the plan.
    """
    if not target.document:
        return formats.write(export.plan, path, target.name).losses
    document, tables = DOCUMENTS[target.name], tables_of(export.plan)
    loading.write(path, document.encode(export, tables))
    return losses_of(export.plan, document.contents(tables), document.shows(tables), document.reason)


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


def _dated_milestones(tables: Tables) -> frozenset[int]:
    return frozenset(
        row.task.id
        for row in tables.tasks
        if not row.task.inactive and ((row.milestone and row.dates.finish is not None) or row.task.deadline is not None)
    )


DOCUMENTS: MappingProxyType[str, _Document] = MappingProxyType(
    {
        "xlsx": _Document(_xlsx, contents.workbook),
        "csv": _Document(_csv, lambda _: contents.COMMA_SEPARATED),
        "ics": _Document(
            _ics,
            lambda _: contents.CALENDAR,
            _dated_milestones,
            "a calendar of milestones holds milestones and deadlines only",
        ),
        "json": _Document(_json, lambda _: contents.RECORD),
        "svg": _Document(_svg, lambda _: contents.PICTURE),
        "png": _Document(_png, lambda _: contents.PICTURE),
    }
)
