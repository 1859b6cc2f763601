"""The sentences a sponsor reads on a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.time import to_instant
from headway.reports.plan_report import Source, compose, report_facts
from tests.drawn import build
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from headway.reports.document import Document

MOST_WORDS = 150


def document_of(plan: Plan, today: str = "2027-03-12", locale: str = "en_GB") -> Document:
    source = Source("bridge.mpp", to_instant(datetime.fromisoformat(today)))
    return compose(report_facts(schedule(plan), source), locale)


def test_the_headline_says_when_and_how_late() -> None:
    document = document_of(example())
    assert document.headline == (
        "Bridge over the stream finishes on Thu 1 Apr 2027, 3 working days later than its baseline."
    )
    assert document.summary == (
        "A date cannot be kept: “Bridge open” is 3 working days too late: its deadline is Mon 29 Mar 2027.",
        "2 milestones are later than promised or overdue; next comes “Contract signed” on Wed 10 Mar 2027.",
        "Done: 1 of 8 tasks, 19% of the planned duration.",
    )
    assert document.ask == (
        "Decide what gives: let “Bridge open” have until Thu 1 Apr 2027, or shorten the work before it, “Permit” first."
    )


@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_it_is_short(locale: str) -> None:
    document = document_of(example("The replacement of the bridge over the stream at the old mill"), locale=locale)
    words = " ".join((document.headline, *document.summary, document.ask)).split()
    assert len(words) <= MOST_WORDS


@pytest.mark.parametrize(
    ("text", "today", "ask"),
    [
        ("A 5d", "2027-03-01", "Agree on a baseline"),
        ("A 5d\nB 9d", "2027-03-10", "Ask how “A” stands, due Fri 5 Mar 2027"),
        ("A 2d\nB 9d\nC 1d", "2027-03-10", "Ask how the 2 overdue tasks stand, “C” (due Mon 1 Mar 2027) first"),
        ("A 5d; actual start=2027-03-01 finish=2027-03-05", "2027-03-10", ""),
        (
            "A 5d; deadline 2027-03-02",
            "2027-03-01",
            "Decide what gives: let “A” have until Fri 5 Mar 2027, or shorten it.",
        ),
    ],
)
def test_the_one_thing_to_do(text: str, today: str, ask: str) -> None:
    found = document_of(build(f"project: start 2027-03-01\n{text}"), today).ask
    assert found.startswith(ask)
    assert bool(found) == bool(ask)


def test_old_progress_is_asked_for() -> None:
    plan = build("project: start 2027-03-01; data date 2027-03-01\nA 5d")
    assert (
        document_of(plan, "2027-06-01").ask == "Have the progress brought up to date: the data date is Mon 1 Mar 2027."
    )


def test_time_is_to_be_won_back_where_most_is_left() -> None:
    plan = example()
    tasks = {i: msgspec.structs.replace(task, deadline=None) for i, task in plan.tasks.items()}
    ask = document_of(msgspec.structs.replace(plan, tasks=tasks)).ask
    assert ask == (
        "Win time back on the critical path: its longest task is “Foundations”, 10 working days until Wed 24 Mar 2027."
    )


def test_a_plan_in_good_order_protects_what_is_next() -> None:
    plan = build("project: start 2027-03-01; data date 2027-03-01\nA 5d\nB 3d; after A")
    must = msgspec.structs.replace(plan.project, must_finish_by=to_instant(datetime(2027, 3, 19, 17)))
    looser = msgspec.structs.replace(must, critical_float=10 * 4_800)
    ask = document_of(msgspec.structs.replace(plan, project=looser), "2027-03-01").ask
    assert ask == "Protect “A”: it is next on the critical path and due Fri 5 Mar 2027."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A 5d", "The one task that is left is critical: a day lost on it is a day lost at the end."),
        ("A 5d\nB 5d", "Both unfinished tasks are critical: a day lost on one of them is a day lost at the end."),
        ("A 5d\nB 1d", "1 of its 2 unfinished tasks is critical: a day lost there is a day lost at the end."),
        ("A 5d\nB 5d\nC 1d", "2 of its 3 unfinished tasks are critical: a day lost on one of them is"),
    ],
)
def test_what_the_float_says(text: str, said: str) -> None:
    document = document_of(build(f"project: start 2027-03-01\n{text}"), "2027-03-01")
    assert document.summary[0].startswith(said)


def test_nothing_is_critical() -> None:
    plan = build("project: start 2027-03-01\nA 5d\nB 2d")
    stricter = msgspec.structs.replace(plan.project, critical_float=-4_800)
    document = document_of(msgspec.structs.replace(plan, project=stricter), "2027-03-01")
    assert document.summary[0] == ("None of the 2 unfinished tasks is critical, but the tightest, “A”, has no float.")


def test_a_finished_plan() -> None:
    document = document_of(build("project: start 2027-03-01\nA 2d; actual start=2027-03-01 finish=2027-03-02"))
    assert document.headline.endswith("finished on Tue 2 Mar 2027.")
    assert document.summary == ("All of its work is done.",)
    assert document.ask == ""
    assert "weeks" not in {section.id for section in document.sections}


def test_a_plan_without_tasks_says_what_to_do() -> None:
    document = document_of(Plan(Project("Empty", start=to_instant(datetime(2027, 3, 1)))))
    assert (document.headline, document.summary) == ("Empty has no tasks yet.", ())
    assert document.ask
    assert [section.id for section in document.sections] == ["trust"]


def test_a_plan_that_should_be_over_was_to_finish() -> None:
    document = document_of(build("project: start 2027-03-01\nA 5d"), "2028-03-01")
    assert document.headline.endswith("was to finish on Fri 5 Mar 2027.")
    assert document.ask == "Have the progress brought up to date: none was ever reported since Mon 1 Mar 2027."


def test_a_critical_task_that_does_not_decide_the_finish_is_not_the_path() -> None:
    head = "project: start 2027-03-01; data date 2027-03-01; must finish by 2027-03-12; rules p6"
    document = document_of(build(f"{head}\nA 1d; FNLT 2027-03-01\nB 5d\nC 3d; after B"), "2027-03-01")
    assert document.summary[0] == "2 tasks decide the finish; they can slip by 2 working days before a date is missed."
    assert next(each for each in document.sections if each.id == "critical").title == "Longest path"


def test_work_that_ends_before_the_finish_says_so() -> None:
    plan = build("project: start 2027-03-01; data date 2027-03-01\nA 5d\nB 1d")
    facts = report_facts(schedule(plan), Source("plan", to_instant(datetime(2027, 3, 1))))
    later = replace(facts, finish=replace(facts.finish, now=to_instant(datetime(2027, 3, 31, 17))))
    assert compose(later).summary[0] == (
        "All work ends by Fri 5 Mar 2027: only a summary row or a level of effort runs on until Wed 31 Mar."
    )
