"""Who has how much work, and what starts and finishes in the next weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_HOUR, TENTHS_PER_WEEK, to_datetime
from headway.reports.charts.values import LoadData, Month, Series
from headway.reports.document import Cell, Chart, Column, Kind, Paragraph, Section, Table
from headway.reports.plan_report.values import Happening
from headway.reports.plan_report.words import KEYS
from headway.reports.printable import short_name

if TYPE_CHECKING:
    from headway.reports.plan_report.values import Load, ReportFacts, ResourceLoad, Week, WeekRow
    from headway.reports.plan_report.words import Words

SERIES = 5
"""Resources with a colour of their own; the rest is one series."""
NAMES = 3
"""Tasks named in one cell of the weeks."""


def load_section(facts: ReportFacts, words: Words) -> Section:
    """Work by period and resource."""
    title = words.text("section.load")
    load = facts.load
    if load is None:
        return Section("load", title, (Paragraph(words.text("load.none")),), half=True)
    series = _series(load, words)
    periods = tuple(_period(month, load.step, words) for month in load.months)
    ends = (*load.months[1:], None)
    data = LoadData(
        months=tuple(
            Month(to_datetime(month), label, past=end is not None and end <= facts.reference)
            for month, end, label in zip(load.months, ends, periods, strict=True)
        ),
        series=tuple(Series(name, tuple(span / TENTHS_PER_HOUR for span in work)) for name, work in series),
        hours_title=words.text("load.hours"),
        now_label=words.text(f"now.{KEYS[facts.reference_is]}"),
    )
    note = words.text("load.note.past" if any(month.past for month in data.months) else "load.note")
    if load.unspread:
        note = f"{note} {words.text('load.unspread', hours=words.hours(load.unspread))}"
    chart = Chart(
        id="load-chart",
        data=data,
        title=words.text("chart.load"),
        description=_described(load, periods, words),
        twin=_twin(load, series, periods, words),
        twin_label=words.text("chart.twin"),
        note=note,
    )
    return Section("load", title, (chart,), half=True)


def _name(row: ResourceLoad, words: Words) -> str:
    if row.resource is None:
        return words.text("load.nobody")
    return words.named(row.name)


def _series(load: Load, words: Words) -> list[tuple[str, tuple[int, ...]]]:
    """The largest resources, and all others as one."""
    own = [(_name(row, words), row.work) for row in load.rows[:SERIES]]
    rest = load.rows[SERIES:]
    if len(rest) == 1:
        return [*own, (_name(rest[0], words), rest[0].work)]
    if rest:
        own.append(
            (words.text("load.others", count=len(rest)), tuple(map(sum, zip(*(r.work for r in rest), strict=True))))
        )
    return own


def _period(month: int, step: int, words: Words) -> str:
    return {1: words.form.month, 3: words.form.quarter, 12: words.form.year}[step](month)


def _described(load: Load, periods: tuple[str, ...], words: Words) -> str:
    peak = max(range(len(periods)), key=lambda at: load.total[at])
    most = load.rows[0]
    return words.text(
        "chart.load.text",
        hours=words.hours(sum(load.total)),
        people=words.text("load.people", count=len(load.rows)),
        peak=periods[peak],
        most=words.hours(load.total[peak]),
        name=_name(most, words),
        own=words.hours(sum(most.work)),
    )


def _twin(load: Load, series: list[tuple[str, tuple[int, ...]]], periods: tuple[str, ...], words: Words) -> Table:
    """One row a period, so that it stays readable however long the plan runs."""
    columns = (
        Column(words.text("column.period"), grow=True),
        *(Column(name, Kind.NUMBER) for name, _ in series),
        Column(words.text("column.total"), Kind.NUMBER),
    )
    rows = tuple(
        (Cell(period), *(words.hours_cell(work[at]) for _, work in series), words.hours_cell(load.total[at]))
        for at, period in enumerate(periods)
    )
    return Table("load-months", words.text("chart.load"), columns, rows)


def load_annex(load: Load, words: Words) -> Table:
    """Every resource in every period."""
    columns = (
        Column(words.text("column.resource"), grow=True),
        Column(words.text("column.total"), Kind.NUMBER),
        *(Column(_period(month, load.step, words), Kind.NUMBER) for month in load.months),
    )
    rows = tuple(
        (Cell(_name(row, words)), words.hours_cell(sum(row.work)), *(words.hours_cell(work) for work in row.work))
        for row in load.rows
    )
    return Table("all-load", words.text("table.load"), columns, rows)


def week_section(facts: ReportFacts, words: Words) -> Section:
    """One row a week: what starts, and what finishes or is due."""
    title = words.text("section.weeks")
    if not any(week.rows for week in facts.weeks):
        begin, end = words.start(facts.weeks[0].monday), words.finish(facts.weeks[-1].monday + TENTHS_PER_WEEK)
        return Section("weeks", title, (Paragraph(words.text("weeks.none", begin=begin, end=end)),))
    columns = (
        Column(words.text("column.week"), Kind.DATE),
        Column(words.text("column.starts"), grow=True),
        Column(words.text("column.finishes"), grow=True),
    )
    rows = tuple(_week(week, words) for week in facts.weeks if week.rows)
    note = words.text("weeks.note")
    if len(rows) < len(facts.weeks):
        note = f"{note} {words.text('weeks.empty')}"
    listing = Table("weeks-table", words.text("table.weeks"), columns, rows, note)
    return Section("weeks", title, (listing,))


def _week(week: Week, words: Words) -> tuple[Cell, ...]:
    begins = (Happening.STARTS, Happening.STARTS_AND_FINISHES)
    starts = [each for each in week.rows if each.happening in begins]
    ends = [each for each in week.rows if each.happening is not Happening.STARTS]
    return (words.date_cell(week.monday, finish=False), Cell(_names(starts, words)), Cell(_names(ends, words)))


def _names(rows: list[WeekRow], words: Words) -> str:
    """The first names, milestones and critical tasks before others, and how many more there are."""
    first = sorted(rows, key=lambda each: (not each.row.milestone, not each.row.critical))
    names = [_marked(each, words) for each in first[:NAMES]]
    if len(rows) > NAMES:
        names.append(words.text("weeks.more", count=len(rows) - NAMES))
    return " · ".join(names) or "–"


def _marked(each: WeekRow, words: Words) -> str:
    name = words.name(each.row)
    if each.row.milestone:
        return words.text("weeks.milestone", name=name)
    return words.text("weeks.critical", name=name) if each.row.critical else name


def week_annex(facts: ReportFacts, words: Words) -> Table:
    """Every start and finish of these weeks."""
    columns = (
        Column(words.text("column.week"), Kind.DATE),
        Column(words.text("column.task"), grow=True),
        Column(words.text("column.happens")),
        Column(words.text("column.start"), Kind.DATE),
        Column(words.text("column.finish"), Kind.DATE),
        Column(words.text("column.float"), Kind.DAYS),
        Column(words.text("column.phase")),
        Column(words.text("column.people")),
    )
    rows = tuple(
        (
            words.date_cell(week.monday, finish=False),
            Cell(words.name(each.row)),
            Cell(words.text(f"happening.{each.happening.value}")),
            words.date_cell(each.row.start, finish=False),
            words.date_cell(each.row.finish),
            words.days_cell(each.row.total_float),
            Cell(short_name(each.row.phase)),
            Cell(", ".join(map(short_name, each.row.people))),
        )
        for week in facts.weeks
        for each in week.rows
    )
    return Table("week-tasks", words.text("table.week_tasks"), columns, rows)
