"""Which rows a picture shows, and what it says about the others."""

from __future__ import annotations

from headway.core.plan.entities import SavedDates, Task
from headway.core.plan.plan import Plan
from headway.core.time import TENTHS_PER_DAY
from headway.formats.tables.rows import Tables, tables_of
from headway.reports.gantt_picture import PictureOptions, select
from headway.reports.gantt_picture.options import MOST_ROWS
from tests.unit.reports.gantt_picture.drawings import SVG, drawing_of


def plan_of(phases: int, tasks: int, undated: int = 0) -> Plan:
    """Phases of so many tasks each, one day long; the last ``undated`` tasks have no dates."""
    made: dict[int, Task] = {}
    for phase in range(phases):
        top = len(made) + 1
        made[top] = Task(top, f"Phase {phase}", rank=f"{phase:05}")
        for place in range(tasks):
            made[top + place + 1] = Task(
                top + place + 1, f"Task {place}", parent=top, rank=f"{place:05}", duration=4_800
            )
    dated = sorted(key for key, task in made.items() if task.parent)[: phases * tasks - undated]
    saved = {
        key: SavedDates(key, key * TENTHS_PER_DAY, (key + 1) * TENTHS_PER_DAY, critical=key % 7 == 0) for key in dated
    }
    return Plan(tasks=made, saved=saved)


def chosen(tables: Tables, depth: int | None = None, rows: int | None = None) -> tuple[int, str]:
    found = select(tables, PictureOptions(depth=depth, rows=rows))
    return len(found.rows), found.note


def test_a_plan_of_ordinary_size_is_shown_whole_and_nothing_is_said() -> None:
    assert chosen(tables_of(plan_of(10, 20))) == (210, "")


def test_of_a_long_plan_the_upper_levels_are_shown() -> None:
    assert chosen(tables_of(plan_of(20, 50))) == (20, "20 of 1,020 rows: levels below 1 are left out.")


def test_depth_and_rows_are_taken_at_their_word() -> None:
    tables = tables_of(plan_of(20, 50))
    assert chosen(tables, depth=2) == (1_020, "")
    assert chosen(tables, depth=1) == (20, "20 of 1,020 rows: levels below 1 are left out.")
    assert chosen(tables, rows=100) == (100, "100 of 1,020 rows: 920 rows after the last one are left out.")
    assert chosen(tables, rows=0) == (1_020, "")
    assert chosen(tables, depth=1, rows=5) == (
        5,
        "5 of 1,020 rows: levels below 1 are left out; 15 rows after the last one are left out.",
    )


def test_a_long_flat_plan_is_cut_and_says_so() -> None:
    flat = Plan(
        tasks={key: Task(key, "Task", rank=f"{key:05}") for key in range(1, 1_001)},
        saved={key: SavedDates(key, 0, 10) for key in range(1, 1_001)},
    )
    count, note = chosen(tables_of(flat))
    assert count == 260
    assert note == "260 of 1,000 rows: 740 rows after the last one are left out."


def test_rows_without_dates_are_counted() -> None:
    assert chosen(tables_of(plan_of(2, 5, undated=1))) == (11, "11 of 12 rows: 1 row without dates.")


def test_no_picture_has_more_rows_than_anybody_can_look_at() -> None:
    assert chosen(tables_of(plan_of(60, 100)), rows=0)[0] == MOST_ROWS


def test_the_note_is_in_the_picture_and_in_its_description() -> None:
    drawing = drawing_of(plan_of(20, 50))
    note = "20 of 1,020 rows: levels below 1 are left out."
    assert note in drawing.texts()
    assert note in (drawing.root.findtext(f"{SVG}desc") or "")


def test_a_phase_whose_tasks_are_left_out_is_a_bar_that_shows_critical_work_inside() -> None:
    drawing = drawing_of(plan_of(20, 50))
    bar, *inside = drawing.shapes("Phase 0", "rect")
    assert len(inside) >= 6
    assert all(float(bar["x"]) <= float(each["x"]) for each in inside)
    assert "critical work inside" in drawing.texts()
