"""A whole document, worded by hand: every kind of block once, for the renderers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from headway.reports.document import (
    Brand,
    Cell,
    Chart,
    Column,
    Document,
    Fact,
    Figure,
    Figures,
    Folded,
    Item,
    Items,
    Kind,
    Paragraph,
    Section,
    Status,
    Statuses,
    Table,
    Tone,
)
from tests.unit.reports.charts import samples

MILESTONES = (
    ("Design signed off", date(2027, 3, 12), date(2027, 3, 16), 2.0, Tone.WATCH, "later"),
    ("Building permit", date(2027, 4, 1), date(2027, 4, 1), 0.0, Tone.GOOD, "on time"),
    ("Roof tight", None, date(2027, 6, 18), None, Tone.UNKNOWN, "nothing promised"),
    ("Hall handed over to the committee", date(2027, 9, 3), date(2027, 9, 17), 10.0, Tone.BAD, "misses its deadline"),
)


def dated(day: date | None) -> Cell:
    return Cell("–" if day is None else f"{day.day} {day:%b %Y}", day)


def milestone_table(count: int = 4) -> Table:
    rows = []
    for at in range(count):
        name, promised, now, slip, tone, word = MILESTONES[at % len(MILESTONES)]
        rows.append(
            (
                Cell(name if at < 4 else f"{name} {at}", under="North wing", strong=at == 3),
                dated(promised),
                dated(now),
                Cell("–" if slip is None else f"{slip:+g}d", slip),
                Cell(word, tone=tone),
            )
        )
    columns = (
        Column("Milestone", grow=True, under="Part"),
        Column("Baseline", Kind.DATE),
        Column("Now", Kind.DATE),
        Column("Slip", Kind.DAYS),
        Column("Status", Kind.STATUS),
    )
    return Table("milestones", "Milestones", columns, tuple(rows), "▲ is later than the baseline.")


def twin(title: str = "Float") -> Table:
    rows = ((Cell("below 0 days"), Cell("3", 3)), (Cell("0 days"), Cell("17", 17)), (Cell("more"), Cell("41", 41)))
    return Table(f"{title.lower()}-table", title, (Column("Float"), Column("Tasks", Kind.NUMBER)), rows)


def load_twin() -> Table:
    data = samples.load()
    rows = tuple(
        (
            Cell(month.label, month.first.date()),
            *(Cell(f"{series.hours[at]:g}", series.hours[at]) for series in data.series),
        )
        for at, month in enumerate(data.months)
    )
    columns = (Column("Month", Kind.DATE), *(Column(series.name, Kind.NUMBER) for series in data.series))
    return Table("load-table", "Load", columns, rows)


def glance() -> Section:
    figures = (
        Figure("Finish", "17 Sep 2027", "baseline 3 Sep 2027", Tone.BAD),
        Figure("Tasks done", "17 of 81"),
        Figure("Critical", "12", "of 64 unfinished"),
        Figure("Review", "71", "of 100"),
    )
    statuses = (
        Status("Schedule", Tone.BAD, "Off track", "The finish is ten working days later than its baseline."),
        Status("Cost", Tone.UNKNOWN, "Not assessed", "The plan holds no costs."),
        Status("Scope", Tone.GOOD, "On track", "Nothing was added since the last plan."),
    )
    return Section("numbers", "At a glance", (Figures(figures), Statuses(statuses)))


def changes() -> Section:
    items = (
        Item("Frame and roof", "takes five days longer than before.", "The finish moved by 5 days.", Tone.WATCH),
        Item("Drainage", "now waits for the permit."),
    )
    blocks = (
        Items(items, numbered=True, title="What moved the finish"),
        Items((Item("Hidden", "line"),), folded="All changes"),
        Folded("All dates", twin("Folded")),
    )
    return Section("changes", "What changed", blocks)


def charts() -> tuple[Section, ...]:
    rows = tuple((Cell(name), Cell("1 Mar 2027", date(2027, 3, 1))) for name in samples.NAMES)
    path_twin = Table("path-table", "Critical path", (Column("Task"), Column("Start", Kind.DATE)), rows)
    path = Chart("path", samples.gantt(), "Critical path", "Four tasks lead to the end.", path_twin, "As table")
    room = Chart("float", samples.bands(), "Float", "Three of 61 tasks have none.", twin(), "As table", "Note.")
    work = Chart("load", samples.load(), "Load", "The most work is in M5: 50 hours.", load_twin(), "As table")
    return (
        Section("path", "Critical path", (path,), page_break=True),
        Section("float", "Float", (room,), half=True),
        Section("load", "Load by month", (work,), half=True),
    )


def document() -> Document:
    return Document(
        locale="en_GB",
        language="en",
        title="Village hall: report of 21 March 2027",
        kicker="Plan report · as of 21 March 2027",
        name="Village hall",
        headline="The hall is finished on Friday 17 September 2027, ten working days later than its baseline.",
        summary=("Twelve of its 64 unfinished tasks are critical.", "The roof is what the finish hangs on."),
        ask="Decide by 2 April whether the second crane is hired.",
        facts=(Fact("Manager", "A. Mason"), Fact("Source", "village-hall.xml"), Fact("Data date", "21 March 2027")),
        sections=(
            glance(),
            Section("milestones", "Milestones", (milestone_table(),)),
            changes(),
            *charts(),
            Section(
                "end", "How to read this", (Paragraph("Float is the room.", lead=True), Paragraph("q", quiet=True))
            ),
        ),
        footnotes=("Dates are computed by the rules of the program that wrote the file.",),
        annex=(replace(milestone_table(9), id="all-milestones", title="All milestones"),),
        brand=Brand("Oak & Partners"),
        generator="Headway 0.1",
        author="A. Mason",
    )
