"""What a document does not show is counted, named and nothing else."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan.entities import Baseline, BaselineDates, External, Progress, SavedDates, Task
from headway.core.plan.plan import Plan, Project
from headway.formats.tables import contents
from headway.formats.tables.losses import Contents, Left, filled, losses_of
from headway.formats.tables.rows import tables_of
from tests.unit.reports.example import example

NOTHING = Contents({})
ALL = (contents.COMMA_SEPARATED, contents.CALENDAR, contents.RECORD, contents.PICTURE)


def found(plan: Plan, shown: Contents, left: Left | None = None) -> dict[tuple[str, str], int]:
    return {(loss.entity, loss.field): loss.count for loss in losses_of(plan, shown, left)}


def test_an_empty_plan_loses_nothing() -> None:
    assert losses_of(Plan(), NOTHING) == ()


def test_every_filled_field_that_is_not_shown_is_counted() -> None:
    tasks = {
        1: Task(1, "A", priority=700, progress=Progress(actual_start=0, stop=600)),
        2: Task(2, "B", priority=900, external=External(guid="g")),
    }
    plan = Plan(project=Project(name="P"), tasks=tasks)
    shown = Contents({"task": frozenset({"name", "progress.actual_start"}), "project": frozenset({"name"})})
    assert found(plan, shown) == {("task", "priority"): 2, ("task", "progress.stop"): 1, ("task", "external.guid"): 1}


def test_the_first_one_is_named_with_its_value() -> None:
    plan = Plan(tasks={4: Task(4, "Deck", deadline=19_200)})
    (loss,) = losses_of(plan, Contents({"task": frozenset({"name"})}))
    assert (loss.id, loss.name, loss.before, loss.after) == (4, "Deck", "1970-01-02 08:00", "")


def test_custom_fields_are_named_one_by_one() -> None:
    plan = Plan(tasks={1: Task(1, custom={"Area": "North", "Floor": 2})})
    assert found(plan, NOTHING) == {("task", "custom.Area"): 1, ("task", "custom.Floor"): 1}


def test_a_kind_that_has_no_place_is_one_loss_with_its_reason() -> None:
    plan = example()
    losses = losses_of(plan, Contents({}, {"link": "none here"}))
    (links,) = [loss for loss in losses if loss.entity == "link"]
    assert (links.field, links.count, links.reason, links.name) == (
        "existence",
        len(plan.links),
        "none here",
        "Survey > Permit",
    )


def test_tasks_left_out_are_not_counted_field_by_field() -> None:
    plan = Plan(
        tasks={1: Task(1, "A", priority=700), 2: Task(2, "B", priority=700)},
        saved={1: SavedDates(1, 0, 10), 2: SavedDates(2, 0, 10)},
    )
    shown = Contents({"task": frozenset({"name"}), "dates": frozenset({"start"})})
    assert found(plan, shown, Left(frozenset({2}), "too many")) == {
        ("task", "existence"): 1,
        ("task", "priority"): 1,
        ("dates", "finish"): 1,
    }


def test_of_baselines_only_the_first_is_compared_with() -> None:
    dates = (BaselineDates(1, 0, 10, work=600), BaselineDates(2, 0, 10))
    plan = Plan(
        tasks={1: Task(1), 2: Task(2)},
        baselines={2: Baseline(2, "Second", dates=dates), 1: Baseline(1, "First", dates=dates)},
    )
    shown = Contents({"baseline": frozenset({"name", "dates.start", "dates.finish"})})
    assert found(plan, shown) == {("baseline", "existence"): 1, ("baseline", "dates.work"): 1}


@pytest.mark.parametrize("shown", [*ALL, contents.workbook(tables_of(example()))])
def test_documents_name_only_fields_that_there_are(shown: Contents) -> None:
    """A field that is renamed must not stay in the lists, where it would hide nothing and promise something."""
    kinds = {
        "project": Project,
        "task": Task,
        "dates": SavedDates,
        "baseline": Baseline,
    }
    for entity, kind in kinds.items():
        known = set(kind.__struct_fields__) | {"dates"}
        assert {name.partition(".")[0] for name in shown.fields.get(entity, ())} <= known | {"custom"}


def test_the_workbook_shows_most_of_the_example() -> None:
    plan = example()
    lost = found(plan, contents.workbook(tables_of(plan)))
    assert ("task", "name") not in lost
    assert not [field for entity, field in lost if entity in ("link", "dates")]
    assert lost[("calendar", "existence")] == len(plan.calendars)


def test_filled_fields_are_those_that_differ_from_their_default() -> None:
    task = msgspec.structs.replace(Task(1), name="A", milestone=False, duration=0)
    assert dict(filled(task)) == {"id": 1, "name": "A"}
