"""Plans with everything in them: the order of rows and their numbers change no date, and every date is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from headway.core.schedule import schedule
from tests.drawn import build

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject, DrawFn

    from headway.core.plan.plan import Plan

PROJECT = """
project: start 2027-03-01; {}
calendar Wed: Wed off
calendar Night: Mon-Fri 22:00-30:00
resource Ann: calendar Wed
resource Bob:
"""
COMMON = [
    "",
    "",
    "calendar Wed",
    "calendar Night",
    "SNET 2027-03-04",
    "FNET 2027-03-09",
    "SNLT 2027-03-03",
    "FNLT 2027-03-09T12:00",
    "MSO 2027-03-08",
    "MFO 2027-03-10",
    "ALAP",
    "actual start=2027-03-01; remaining 1d",
    "actual start=2027-03-01; remaining 1d; resume 2027-03-09",
    "actual start=2027-03-01 finish=2027-03-02",
    "inactive",
    "resource Ann; resource Bob 50%",
]
RULES = {
    "msproject": ["deadline 2027-03-05", "manual start=2027-03-03 finish=2027-03-05", "delay 1ed"],
    "p6": ["resource dependent; resource Ann", "expected finish 2027-03-12", "SNET 2027-03-03; FNLT 2027-03-12"],
}
OPTIONS = {
    "msproject": ["", "soft constraints", "finish 2027-04-30; from finish", "data date 2027-03-03; move unfinished"],
    "p6": ["data date 2027-03-03", "progress override", "actual dates", "lag calendar successor", "open ends critical"],
}
LAGS = ["", "+1d", "-4h", "+50%", "+1ed"]


@st.composite
def rich_plans(draw: DrawFn, rules: str) -> Plan:
    """Up to eight tasks in up to two levels, links that point down the list, every kind of clause."""
    size = draw(st.integers(2, 8))
    depth, lines = 0, []
    for number in range(size):
        depth = draw(st.integers(0, min(depth + 1, 2))) if number else 0
        clauses = [draw(st.sampled_from(COMMON + RULES[rules]))]
        if number:
            kind = draw(st.sampled_from(["FS", "SS", "FF", "SF"]))
            above = draw(st.integers(0, number - 1))
            clauses += draw(st.sampled_from([[], [f"after T{above} {kind}{draw(st.sampled_from(LAGS))}"]]))
        lines.append("  " * depth + f"T{number} {draw(st.integers(1, 5))}d " + "; ".join(filter(None, clauses)))
    option = draw(st.sampled_from(OPTIONS[rules]))
    return build("\n".join([PROJECT.format(f"rules {rules}; {option}"), *lines]))


def renumbered(plan: Plan, new: dict[int, int], tasks: list[int], links: list[int]) -> Plan:
    """The same plan with other numbers, its rows in the order of ``tasks`` and ``links``."""
    rows = [replace(plan.tasks[n], id=new[n], parent=new.get(plan.tasks[n].parent, 0)) for n in tasks]
    joins = [replace(plan.links[n], predecessor=new[plan.links[n].predecessor]) for n in links]
    joins = [replace(link, id=900 - at, successor=new[link.successor]) for at, link in enumerate(joins)]
    work = {n: replace(found, task=new[found.task]) for n, found in plan.assignments.items()}
    return replace(plan, tasks={row.id: row for row in rows}, links={link.id: link for link in joins}, assignments=work)


@pytest.mark.parametrize("rules", ["msproject", "p6"])
@given(data=st.data())
def test_order_and_numbers_change_nothing(rules: str, data: DataObject) -> None:
    plan = data.draw(rich_plans(rules))
    expected = schedule(plan)
    assume(not any(warning.code == "loop" for warning in expected.compiled.warnings))
    new = dict(zip(plan.tasks, data.draw(st.permutations(range(50, 50 + len(plan.tasks)))), strict=True))
    tasks, links = data.draw(st.permutations(list(plan.tasks))), data.draw(st.permutations(list(plan.links)))
    found = schedule(renumbered(plan, new, tasks, links))
    assert found.finish == expected.finish
    for task in plan.tasks:
        assert found.dates(new[task]) == expected.dates(task)


@pytest.mark.parametrize("rules", ["msproject", "p6"])
@given(data=st.data())
def test_every_active_leaf_has_all_its_dates(rules: str, data: DataObject) -> None:
    plan = data.draw(rich_plans(rules))
    found = schedule(plan)
    parents = {task.parent for task in plan.tasks.values()}
    for task in plan.tasks.values():
        if task.inactive or task.id in parents:
            continue
        dates = found.dates(task.id)
        assert None not in (dates.start, dates.finish, dates.early_start, dates.late_finish)
        assert dates.start is not None
        assert dates.finish is not None
        assert dates.start <= dates.finish
