"""The plan on one page: its facts, its words, and that it is one safe, self-contained document."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser

import msgspec
import pytest

from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.reports.plan_page import Source, page_facts, render
from headway.reports.plan_page.page import consequence, headline, standing
from headway.reports.plan_page.values import Loss, PageFacts
from tests.drawn import build
from tests.unit.reports.example import example

TODAY = to_instant(datetime(2027, 3, 12))
DAY = 4_800


def facts_of(plan: Plan, today: int = TODAY, losses: tuple[Loss, ...] = ()) -> PageFacts:
    return page_facts(schedule(plan), Source("bridge.mpp", today, losses))


FACTS = facts_of(example(), losses=(Loss("task: Hyperlink", 3, "the plan has no place for it"),))
PAGE = render(FACTS)


class Outline(HTMLParser):
    """Tags that are open, all tags seen and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_numbers_are_those_of_the_plan() -> None:
    numbers = FACTS.numbers
    assert (numbers.tasks, numbers.finished, numbers.critical, numbers.milestones_left) == (8, 1, 5, 2)
    assert (numbers.tightest, numbers.tightest_name) == (-3 * DAY, "Bridge open")
    assert numbers.done == 1923  # 3 days done of 26, and 40 % of another 5
    assert numbers.overdue == 0


def test_milestones_stand_beside_their_baseline() -> None:
    first, second = FACTS.milestones
    assert (first.row.name, first.slip) == ("Contract signed", 3 * DAY)
    assert standing(first, FACTS.reference) == ("▲", "later")
    assert standing(second, FACTS.reference) == ("■", "misses its deadline, 29 Mar 2027")


def test_the_headline_says_when_and_how_late() -> None:
    assert headline(FACTS) == (
        "Bridge over the stream finishes on Thu 01 Apr 2027, 3 working days later than its baseline."
    )
    assert consequence(FACTS) == (
        "A date in it cannot be kept: “Bridge open” is 3 working days too late: its deadline is Mon 29 Mar 2027."
    )


def test_the_critical_path_runs_in_time() -> None:
    assert [row.name for row in FACTS.critical] == ["Permit", "Contract signed", "Foundations", "Deck", "Bridge open"]
    assert [link.name for link in FACTS.chain] == ["Bridge open", "Deck", "Foundations", "Contract signed", "Permit"]


def test_the_next_six_weeks() -> None:
    assert [(row.name, row.happens) for row in FACTS.soon] == [
        ("Permit", "finishes"),
        ("Contract signed", "due"),
        ("Foundations", "starts and finishes"),
        ("Opening party", "starts and finishes"),
        ("Railing", "starts and finishes"),
        ("Deck", "starts and finishes"),
        ("Bridge open", "due"),
    ]
    assert FACTS.soon[0].people == "Ann"
    assert FACTS.soon[0].phase == "Prepare"


def test_float_is_counted_in_bands() -> None:
    assert {band.label: band.count for band in FACTS.bands if band.count} == {
        "below zero": 5,
        "up to 5d": 1,
        "up to 20d": 1,
    }


def test_saved_dates_are_compared() -> None:
    assert (FACTS.compared, FACTS.agreeing) == (8, 7)


@pytest.mark.parametrize(
    ("today", "reference", "kind"),
    [
        ("2027-03-03", "2027-03-03T00:00", "today"),
        ("2030-01-01", "2027-03-01T08:00", "start"),
        ("2020-01-01", "2027-03-01T08:00", "start"),
    ],
)
def test_without_a_data_date_the_page_looks_from_today(today: str, reference: str, kind: str) -> None:
    plan = build("project: start 2027-03-01\nA 5d")
    facts = facts_of(plan, to_instant(datetime.fromisoformat(today)))
    assert (facts.reference, facts.reference_is) == (to_instant(datetime.fromisoformat(reference)), kind)
    assert "no data date is set" in render(facts)


def test_a_plan_on_time_reads_calmly() -> None:
    facts = facts_of(build("project: start 2027-03-01\nA 5d\nB 1d"))
    assert headline(facts).endswith("finishes on Fri 05 Mar 2027.")
    assert consequence(facts).startswith("1 of its 2 unfinished tasks is critical")


def test_a_finished_plan() -> None:
    facts = facts_of(build("project: start 2027-03-01\nA 2d; actual start=2027-03-01 finish=2027-03-02"))
    assert " finished on Tue 02 Mar 2027" in headline(facts)
    assert consequence(facts) == "All of its work is done."
    assert "No unfinished task is critical." in render(facts)


def test_a_plan_without_tasks_still_has_its_page() -> None:
    facts = facts_of(Plan(Project("Empty", start=TODAY)))
    assert consequence(facts) == "It holds no tasks yet."
    Outline(render(facts))


def test_the_page_is_well_formed_and_stands_alone() -> None:
    outline = Outline(PAGE)
    assert outline.open == []
    tags = {tag for tag, _ in outline.seen}
    assert not tags & {"script", "link", "img", "iframe", "object", "form"}
    names = {name for _, attributes in outline.seen for name in attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"src", "href", "style"}
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_the_page_can_be_read_by_machines_for_people() -> None:
    outline = Outline(PAGE)
    assert ("html", {"lang": "en"}) in outline.seen
    assert [tag for tag, _ in outline.seen].count("h1") == 1
    ids = [attributes["id"] for _, attributes in outline.seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = [a["aria-labelledby"] for _, a in outline.seen if "aria-labelledby" in a]
    assert set(named) <= set(ids)
    drawings = [a for tag, a in outline.seen if tag == "svg"]
    assert all(a.get("aria-label") or a.get("aria-hidden") for a in drawings)
    assert all(a.get("scope") for tag, a in outline.seen if tag == "th")
    assert "The same as a table" in PAGE


def test_names_cannot_break_out_of_their_place() -> None:
    hostile = "</style><script>alert(1)</script>\" onload='x'"
    plan = example(hostile)
    tasks = {task_id: msgspec.structs.replace(task, name=hostile) for task_id, task in plan.tasks.items()}
    page = render(facts_of(msgspec.structs.replace(plan, tasks=tasks), losses=(Loss(hostile, 1, hostile),)))
    outline = Outline(page)
    assert outline.open == []
    assert "script" not in {tag for tag, _ in outline.seen}
    assert not {name for _, attributes in outline.seen for name in attributes if name.startswith("on")}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(scheme: int) -> None:
    colours = [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", PAGE, re.S)]
    page = colours[scheme]["page"]
    assert all(contrast(colours[scheme][name], page) >= 4.5 for name in ("ink", "quiet", "accent"))
    assert contrast(colours[scheme]["bar"], page) >= 3


def test_what_is_not_kept_is_told() -> None:
    assert "task: Hyperlink" in PAGE
    assert "Not kept from the file: 1 field" in PAGE


def test_many_rows_are_cut_and_counted() -> None:
    lines = [f"T{number} 1d; deadline 2027-02-26" for number in range(40)]
    facts = facts_of(build("\n".join(["project: start 2027-03-01", *lines])))
    assert (len(facts.critical), facts.critical_more) == (30, 10)
    assert (len(facts.soon), facts.soon_more) == (30, 10)
    assert facts.findings[0].more == 37
    assert "10 later tasks are not drawn" in render(facts)


def test_the_reference_date_decides_what_is_overdue() -> None:
    plan = example()
    later = msgspec.structs.replace(plan.project, data_date=FACTS.finish + 30 * TENTHS_PER_DAY)
    facts = facts_of(msgspec.structs.replace(plan, project=later))
    assert facts.numbers.overdue == 7
    assert standing(facts.milestones[0], facts.reference)[1] == "overdue"
