"""The critical path and how much room there is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_MINUTE, to_datetime
from headway.reports.charts.values import Band, BandsData, Bar, GanttData
from headway.reports.document import Block, Cell, Chart, Column, Item, Items, Kind, Paragraph, Section, Table
from headway.reports.plan_report.sections.axis import extent, ticks
from headway.reports.plan_report.values import ALL
from headway.reports.plan_report.words import KEYS
from headway.reports.printable import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.reports.plan_report.values import FloatBand, ReportFacts, Row
    from headway.reports.plan_report.words import Words

BARS = 12
"""Rows of the chart: the next ones, and the last one of the path."""
BARS_WITH_CHANGES = 8
"""What changed needs the room."""


def critical_section(facts: ReportFacts, words: Words) -> Section:
    """The critical path as a chart, and the chain behind the finish."""
    blocks: list[Block] = [Paragraph(words.text("critical.none"))]
    if facts.critical:
        blocks = [_gantt(facts, words)]
    if len(facts.chain) > 1:
        blocks.append(
            Items(
                tuple(
                    Item(
                        words.named(link.name),
                        words.text("chain.item", date=words.finish(link.finish), why=words.say(link.sentence)),
                    )
                    for link in facts.chain
                ),
                numbered=True,
                folded=words.text("chain"),
            )
        )
    title = words.text("section.longest" if facts.by_longest_path and facts.critical else "section.critical")
    return Section("critical", title, tuple(blocks))


def _gantt(facts: ReportFacts, words: Words) -> Chart:
    most = BARS if facts.since is None else BARS_WITH_CHANGES
    rows = facts.critical if len(facts.critical) <= most else (*facts.critical[: most - 1], facts.critical[-1])
    key = KEYS[facts.reference_is]
    first, last = extent([facts.reference, *(row.start for row in rows), *(row.finish for row in rows)])
    data = GanttData(
        bars=tuple(_bar(row, words) for row in rows),
        ticks=ticks(first, last, words.form),
        first=to_datetime(first),
        last=to_datetime(last),
        now=to_datetime(facts.reference),
        now_label=words.text(f"now.{key}"),
    )
    begin, end = min(row.start for row in facts.critical), max(row.finish for row in facts.critical)
    count = len(facts.critical)
    return Chart(
        id="critical-path",
        data=data,
        title=words.text("chart.critical"),
        description=words.text("chart.critical.text", count=count, start=words.start(begin), finish=words.finish(end)),
        twin=task_table("critical-tasks", rows, words),
        twin_label=words.text("chart.twin"),
        note=_how_to_read(facts, rows, words),
    )


def _how_to_read(facts: ReportFacts, rows: Sequence[Row], words: Words) -> str:
    """What the marks of the chart mean, of those that are drawn."""
    rest = len(facts.critical) - len(rows)
    said = [words.text("longest.note" if facts.by_longest_path else "critical.note")]
    if any(row.percent for row in rows):
        said.append(words.text("critical.note.done"))
    if any(row.baseline_finish is not None for row in rows):
        said.append(words.text("critical.note.baseline"))
    said.append(words.text(f"critical.note.{KEYS[facts.reference_is]}", date=words.start(facts.reference)))
    if rest:
        said.append(words.text("critical.more", count=rest))
    return " ".join(said)


def _bar(row: Row, words: Words) -> Bar:
    name = words.name(row)
    both = row.baseline_start is not None and row.baseline_finish is not None
    return Bar(
        label=name,
        tip=words.text("chart.critical.tip", name=name, start=words.start(row.start), finish=words.finish(row.finish)),
        start=to_datetime(row.start),
        finish=to_datetime(row.finish),
        done=row.percent / ALL,
        milestone=row.milestone,
        critical=True,
        baseline_start=to_datetime(row.baseline_start) if both and row.baseline_start is not None else None,
        baseline_finish=to_datetime(row.baseline_finish) if both and row.baseline_finish is not None else None,
    )


def task_table(name: str, rows: Sequence[Row], words: Words) -> Table:
    """Tasks with their dates."""
    columns = (
        Column(words.text("column.task"), grow=True, under=words.text("column.phase")),
        Column(words.text("column.start"), Kind.DATE),
        Column(words.text("column.finish"), Kind.DATE),
        Column(words.text("column.done"), Kind.SHARE),
        Column(words.text("column.float"), Kind.DAYS),
    )
    cells = tuple(
        (
            Cell(words.name(row), under=short_name(row.phase)),
            words.date_cell(row.start, finish=False),
            words.date_cell(row.finish),
            words.share_cell(row.percent),
            words.days_cell(row.total_float),
        )
        for row in rows
    )
    return Table(name, words.text("table.critical"), columns, cells)


def float_section(facts: ReportFacts, words: Words) -> Section:
    """Unfinished tasks by float."""
    title = words.text("section.float")
    if not any(band.count for band in facts.bands):
        return Section("floats", title, (Paragraph(words.text("float.nothing")),), half=True)
    data = BandsData(
        bands=tuple(
            Band(
                _label(band, facts, words), band.count, words.form.number(band.count), _is_none(band), band.over is None
            )
            for band in facts.bands
        ),
        band_title=words.text("column.band"),
        count_title=words.text("column.tasks"),
    )
    rows = tuple((Cell(band.label), Cell(band.count_label, band.count)) for band in data.bands)
    columns = (Column(data.band_title, grow=True), Column(data.count_title, Kind.NUMBER))
    chart = Chart(
        id="float",
        data=data,
        title=words.text("chart.float"),
        description=_described(facts, words),
        twin=Table("float-bands", words.text("chart.float"), columns, rows),
        twin_label=words.text("chart.twin"),
        note=words.text("float.note"),
    )
    return Section("floats", title, (chart,), half=True)


def _is_none(band: FloatBand) -> bool:
    return band.over == band.up_to == 0


def _described(facts: ReportFacts, words: Words) -> str:
    none = sum(band.count for band in facts.bands if _is_none(band) or band.over is None)
    last = facts.bands[-1]
    days = words.length(last.over or 0)
    open_ = sum(band.count for band in facts.bands)
    return words.text("chart.float.text", none=none, open=open_, roomy=last.count, days=days)


def _label(band: FloatBand, facts: ReportFacts, words: Words) -> str:
    day = max(facts.minutes_per_day, 1) * TENTHS_PER_MINUTE
    if band.over is None:
        return words.text("band.negative")
    if band.up_to is None:
        return words.text("band.over", days=band.over // day)
    return words.text("band.up_to", days=band.up_to // day) if band.up_to else words.text("band.none")
