"""An invented plan with a little of everything that a screen or a page shows: a bridge over a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Baseline, BaselineDates, External, SavedDates
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_DAY
from tests.drawn import build, id_of

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

TEXT = """
project: start 2027-03-01; data date 2027-03-10
resource Ann: units 100%
resource Ben: units 100%
Prepare
  Survey 3d; actual start=2027-03-01 finish=2027-03-03; resource Ann
  Permit 5d; after Survey; actual start=2027-03-04; percent 40; resource Ann
  Contract milestone; after Permit
Build
  Foundations 10d; after Contract; resource Ben
  Deck 5d; after Foundations FS+1d; resource Ben
  Railing 2d; after Foundations
  Opening milestone; after Deck, Railing; deadline 2027-03-29
Party 1d; SNET 2027-03-15
"""
FULL_NAMES = {"Contract": "Contract signed", "Opening": "Bridge open", "Party": "Opening party"}
SLIP = 3 * TENTHS_PER_DAY


def example(name: str = "Bridge over the stream") -> Plan:
    """The plan: unique ids are 100 more than ours, one saved date is a day off, and the baseline three days before."""
    plan = build(TEXT)
    dated = schedule(plan)
    tasks = {
        task.id: msgspec.structs.replace(
            task,
            name=FULL_NAMES.get(task.name, task.name),
            external=External(unique_id=100 + task.id, row=task.id, code=f"A{10 * task.id}"),
        )
        for task in plan.tasks.values()
    }
    fields = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish", "total_float")
    saved = {
        task_id: SavedDates(task_id, **{field: getattr(dated.dates(task_id), field) for field in fields})
        for task_id in plan.tasks
    }
    deck = id_of(plan, "Deck")
    saved[deck] = msgspec.structs.replace(saved[deck], finish=(saved[deck].finish or 0) - TENTHS_PER_DAY)
    dates = tuple(
        BaselineDates(task_id, found.start, found.finish - SLIP)
        for task_id in plan.tasks
        if (found := dated.dates(task_id)).finish is not None
    )
    return msgspec.structs.replace(
        plan,
        project=msgspec.structs.replace(plan.project, name=name),
        tasks=tasks,
        saved=saved,
        baselines={1: Baseline(1, "Agreed in March", dates=dates)},
    )
