"""Facts into a document: every text used, every number typed, every odd plan still a document."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

import headway
from headway.core.diff.comparing import diff_plans
from headway.core.plan.plan import Plan, Project
from headway.core.review import review
from headway.core.schedule import schedule
from headway.core.time import to_instant
from headway.messages.english import ENGLISH
from headway.messages.reporting import REPORTING
from headway.reports.document import Cell, Chart, Document, Figures, Folded, Kind, Section, Table, Tone
from headway.reports.plan_report import Judged, Last, Source, compose, report_facts
from headway.reports.plan_report.values import Happening, ReportFacts, Standing, Verdict
from headway.reports.plan_report.words import KEYS, TONES
from tests.drawn import build
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = sorted((Path(headway.__file__).parent / "reports" / "plan_report").rglob("*.py"))
PLANS = {
    "example": example(),
    "empty": Plan(Project("Empty")),
    "nameless": msgspec.structs.replace(
        build("project: start 2027-03-01\nA 5d"), project=Project(start=to_instant(datetime(2027, 3, 1)))
    ),
    "only summaries": build("project: start 2027-03-01\nA\n  B\n    C 1d; inactive"),
    "done": build("project: start 2027-03-01\nA 2d; actual start=2027-03-01 finish=2027-03-02"),
    "without links": build("project: start 2027-03-01\nA 2d\nB 3d"),
    "only a milestone": build("project: start 2027-03-01\nM milestone"),
    "loop": build("project: start 2027-03-01\nA 2d; after B\nB 3d; after A"),
}


def facts_of(plan: Plan, last: Plan | None = None) -> ReportFacts:
    dated = schedule(plan)
    before = schedule(last) if last is not None else None
    compared = Last("last.mpp", before, diff_plans(before, dated)) if before is not None else None
    source = Source("plan.mpp", to_instant(datetime(2027, 3, 12)))
    return report_facts(dated, source, judged=Judged(review(dated)), last=compared)


def tables(document: Document) -> Iterator[Table]:
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Chart):
            yield block.twin
        elif isinstance(block, Folded):
            yield block.table
    yield from document.annex


def section(document: Document, name: str) -> Section:
    return next(each for each in document.sections if each.id == name)


@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
@pytest.mark.parametrize("name", PLANS)
def test_every_plan_has_its_document(name: str, locale: str) -> None:
    document = compose(facts_of(PLANS[name]), locale)
    assert document.headline
    assert document.sections
    for table in tables(document):
        assert all(len(row) == len(table.columns) for row in table.rows), table.id
    names = [table.id for table in tables(document)]
    assert len(names) == len(set(names))
    assert not re.search(
        r"[{}]|\bNone\b(?! of)|report\.", str(document.headline) + "".join(document.summary) + document.ask
    )


@pytest.mark.parametrize("other", ["example", "empty", "done", "loop"])
@pytest.mark.parametrize("name", ["example", "empty", "done", "loop"])
def test_any_two_plans_can_be_compared(name: str, other: str) -> None:
    document = compose(facts_of(PLANS[name], PLANS[other]))
    assert document.facts[-1].label == "Compared with"
    assert document.headline


def test_typed_cells_say_what_their_texts_say() -> None:
    document = compose(facts_of(PLANS["example"], PLANS["example"]))
    seen = set()
    for table in tables(document):
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                if cell.text == "–":
                    assert cell.raw is None
                elif column.kind is Kind.DATE:
                    assert isinstance(cell.raw, date)
                    assert cell.text == f"{cell.raw.day} {month(cell.raw)} {cell.raw.year}"
                elif column.kind is Kind.DAYS:
                    assert float(cell.text.rstrip("d").replace("−", "-")) == pytest.approx(cell.raw, abs=0.06)
                elif column.kind in (Kind.NUMBER, Kind.SHARE):
                    assert isinstance(cell.raw, int | float)
                else:
                    assert cell.raw is None
                seen.add(column.kind)
    assert seen == set(Kind)


def month(day: date) -> str:
    return "Sept" if day.month == 9 else f"{day:%b}"


def test_the_finish_heads_the_milestones() -> None:
    table = section(compose(facts_of(PLANS["example"])), "milestones").blocks[0]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Milestone", "Baseline", "Now", "Slip", "Float", "Status"]
    assert table.rows[0][0] == Cell("Finish of the plan", strong=True)
    assert [row[0].under for row in table.rows[1:]] == ["", "deadline 29 Mar 2027"]


def test_many_milestones_are_cut_to_those_that_matter() -> None:
    lines = [f"M{number} milestone; SNET 2027-03-{number + 1:02d}" for number in range(1, 25)]
    late = "Late milestone; SNET 2027-04-30; deadline 2027-04-01\nEnd milestone; SNET 2027-06-01"
    table = section(
        compose(facts_of(build("\n".join(["project: start 2027-03-01", *lines, late])))), "milestones"
    ).blocks[0]
    assert isinstance(table, Table)
    names = [row[0].text for row in table.rows]
    assert len(names) == 11
    assert {"Late", "End", "M1"} <= set(names)
    assert "16 more are not shown." in table.note


def test_the_steps_of_the_finish_add_up() -> None:
    plan = PLANS["example"]
    link = next(link for link in plan.links.values() if link.lag)
    last = msgspec.structs.replace(plan, links={**plan.links, link.id: msgspec.structs.replace(link, lag=0)})
    document = compose(facts_of(plan, last))
    steps = section(document, "changes").blocks[0]
    assert isinstance(steps, Table)
    days = [row[1].raw for row in steps.rows]
    assert sum(day for day in days[:-1] if isinstance(day, float)) == days[-1] == 1.0
    assert steps.rows[-1][0].text == "In all: 31 Mar 2027 to 1 Apr 2027"


def test_nothing_changed() -> None:
    changes = section(compose(facts_of(PLANS["example"], PLANS["example"])), "changes").blocks
    assert [getattr(block, "text", "") for block in changes] == ["Nothing changed since the last plan."]


def test_charts_are_described_with_their_numbers() -> None:
    document = compose(facts_of(PLANS["example"]))
    charts = [block for each in document.sections for block in each.blocks if isinstance(block, Chart)]
    assert {chart.id for chart in charts} >= {"critical-path", "float"}
    assert all(re.search(r"\d", chart.description) for chart in charts)


def test_every_text_has_a_use() -> None:
    text = "\n".join(path.read_text() for path in SOURCES)
    families = {
        "standing.": [each.value for each in Standing],
        "verdict.": [each.value for each in Verdict],
        "happening.": [each.value for each in Happening],
        "dimension.": ["schedule", "progress", "cost"],
        "field.": [each.field for each in facts_of(PLANS["example"]).trust.agreement],
        "severity.": ["error", "warning", "note"],
        "kicker.": list(KEYS.values()),
        "now.": list(KEYS.values()),
        "critical.note.": list(KEYS.values()),
        "headline.": [a + b for a in ("finishes", "was", "finished") for b in ("", ".later", ".earlier", ".same")],
        "summary.critical.": ["only", "both", "all"],
        "ask.old.": ["data_date", "progress", "start"],
        "figure.finish.under": ["", ".begins"],
        "figure.slip.under": ["", ".named"],
    }
    joined = {f"report.{opening}{end}" for opening, ends in families.items() for end in ends}
    quoted = set(re.findall(r'"([^"\n]*)"', text)) | set(re.findall(r"'([a-z._]+)'", text))
    unused = [code for code in REPORTING if not {code, code.removeprefix("report.")} & quoted and code not in joined]
    assert unused == []
    assert joined <= set(REPORTING)


def test_every_tone_has_words() -> None:
    for each in TONES:
        family = "standing" if isinstance(each, Standing) else "verdict"
        assert f"report.{family}.{each.value}" in REPORTING
    assert set(TONES) == {*Standing, *Verdict}


@pytest.mark.parametrize("code", sorted(REPORTING))
def test_places_are_named(code: str) -> None:
    text = ENGLISH.texts[code]
    for form in [text] if isinstance(text, str) else text:
        assert all(name for _, name, _, _ in string.Formatter().parse(form) if name is not None)
        assert "dependency" not in form
        assert "slack" not in form


def test_nothing_to_come_is_green_on_stale_progress() -> None:
    facts = facts_of(example())
    stale = tuple(
        replace(each, verdict=Verdict.STALE) if each.code == "progress" else each for each in facts.dimensions
    )
    coming = tuple(replace(each, standing=Standing.ON_TIME) for each in facts.milestones)
    document = compose(replace(facts, dimensions=stale, milestones=coming))
    listing = next(block for block in section(document, "milestones").blocks if isinstance(block, Table))
    assert [(row[-1].text, row[-1].tone) for row in listing.rows[1:]] == [("on time, stale", Tone.UNKNOWN)] * 2


def test_the_finish_looks_no_better_than_the_schedule() -> None:
    facts = facts_of(example())
    off = tuple(
        replace(each, verdict=Verdict.OFF_TRACK) if each.code == "schedule" else each for each in facts.dimensions
    )
    document = compose(replace(facts, dimensions=off))
    listing = next(block for block in section(document, "milestones").blocks if isinstance(block, Table))
    figures = next(block for block in section(document, "status").blocks if isinstance(block, Figures))
    assert listing.rows[0][-1].tone is Tone.BAD
    assert next(each for each in figures.items if each.label == "Against baseline").tone is Tone.BAD


def test_a_long_name_fills_no_page() -> None:
    plan = example("Bridge " * 999)
    tasks = {i: msgspec.structs.replace(task, name=f"  {task.name}  long" * 500) for i, task in plan.tasks.items()}
    document = compose(facts_of(msgspec.structs.replace(plan, tasks=tasks), example()))
    texts = [
        document.headline,
        *document.summary,
        document.ask,
        *(c.text for t in tables(document) for r in t.rows for c in r),
    ]
    assert max(map(len, texts)) < 900
    assert not any("  " in text for text in texts)


def test_a_chart_explains_the_marks_it_has_and_no_others() -> None:
    def note(plan: Plan) -> str:
        return next(b.note for b in section(compose(facts_of(plan)), "critical").blocks if isinstance(b, Chart))

    assert note(build("project: start 2027-03-01; data date 2027-03-01\nA 5d")) == (
        "What must not slip. Dashed: the data date, 1 Mar 2027."
    )
    assert note(example()).startswith("What must not slip. Dark: done. Grey: as in the baseline. Dashed: ")
