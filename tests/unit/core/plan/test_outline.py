"""Row numbers, levels and codes follow from parent and rank."""

from __future__ import annotations

from headway.core.plan.entities import Task, TaskKind
from headway.core.plan.outline import ROOT, Outline, outline_of
from headway.core.plan.plan import Plan
from headway.core.plan.ranks import initial_ranks
from tests.drawn import build, id_of


def outline(*tasks: Task) -> Outline:
    return outline_of(Plan(tasks={task.id: task for task in tasks}))


HOUSE = build("""
    Ground
      Dig 2d
      Pour 1d
    Frame
      Walls
        North 1d
        South 1d
      Roof 3d
    Keys milestone
""")


def test_rows_stand_depth_first_in_the_order_of_their_ranks() -> None:
    found = outline_of(HOUSE)
    names = [HOUSE.tasks[task_id].name for task_id in found.order]
    assert names == ["Ground", "Dig", "Pour", "Frame", "Walls", "North", "South", "Roof", "Keys"]
    assert [found.rows[task_id] for task_id in found.order] == list(range(1, 10))
    assert [found.levels[task_id] for task_id in found.order] == [1, 2, 2, 1, 2, 3, 3, 2, 1]


def test_the_order_in_the_mapping_does_not_matter() -> None:
    turned = Plan(tasks=dict(reversed(HOUSE.tasks.items())))
    assert outline_of(turned).order == outline_of(HOUSE).order


def test_rows_of_one_rank_stand_by_id() -> None:
    assert outline(Task(id=3), Task(id=1), Task(id=2)).order == (1, 2, 3)
    assert outline(Task(id=3, rank="a1"), Task(id=1, rank="a2"), Task(id=2)).order == (2, 3, 1)


def test_a_row_with_children_is_a_summary_and_so_is_an_element_of_the_work_breakdown() -> None:
    found = outline_of(HOUSE)
    summaries = [HOUSE.tasks[task_id].name for task_id in found.order if found.is_summary(task_id)]
    assert summaries == ["Ground", "Frame", "Walls"]
    assert outline(Task(id=1, kind=TaskKind.WBS)).is_summary(1)


def test_leaves_ancestors_and_descendants() -> None:
    found = outline_of(HOUSE)
    frame, walls, north = (id_of(HOUSE, name) for name in ("Frame", "Walls", "North"))
    assert [HOUSE.tasks[task_id].name for task_id in found.leaves()] == [
        "Dig",
        "Pour",
        "North",
        "South",
        "Roof",
        "Keys",
    ]
    assert list(found.ancestors(north)) == [walls, frame]
    assert list(found.ancestors(frame)) == []
    assert [HOUSE.tasks[task_id].name for task_id in found.descendants(frame)] == ["Walls", "North", "South", "Roof"]
    assert found.descendants(north) == ()
    assert found.descendants(ROOT) == found.order


def test_codes_are_derived_from_the_place() -> None:
    codes = outline_of(HOUSE).wbs()
    assert list(codes.values()).count("2.1.2") == 1
    assert codes[id_of(HOUSE, "South")] == "2.1.2"
    assert codes[id_of(HOUSE, "Keys")] == "3"


def test_a_typed_code_stands_and_opens_the_codes_below_it() -> None:
    plan = build("""
        Ground; wbs GND
          Dig 2d
          Pour 1d; wbs X
        Frame
          Roof 1d
    """)
    found = outline_of(plan)
    assert found.wbs() == {1: "GND", 2: "GND.1", 3: "X", 4: "2", 5: "2.1"}
    assert {task_id: found.wbs_of(task_id) for task_id in found.order} == found.wbs()


def test_a_row_whose_parent_is_missing_stands_at_the_top() -> None:
    found = outline(Task(id=1, parent=9), Task(id=2, parent=1))
    assert found.order == (1, 2)
    assert found.levels == {1: 1, 2: 2}


def test_of_a_cycle_of_parents_the_first_row_stands_at_the_top() -> None:
    found = outline(
        Task(id=1, parent=2, rank="a3"),
        Task(id=2, parent=3, rank="a1"),
        Task(id=3, parent=1, rank="a2"),
        Task(id=4, parent=3, rank="a1"),
        Task(id=5, parent=5, rank="a1"),
    )
    assert found.order == (2, 1, 3, 4, 5)
    assert found.parents == {2: ROOT, 1: 2, 3: 1, 4: 3, 5: ROOT}


def test_each_task_has_one_row_whatever_the_parents_are() -> None:
    tasks = {number: Task(id=number, parent=(number * 7 + 3) % 60) for number in range(1, 51)}
    found = outline_of(Plan(tasks=tasks))
    assert sorted(found.order) == sorted(tasks)
    assert all(found.rows[found.parents[task_id]] < found.rows[task_id] for task_id in tasks if found.parents[task_id])


def test_a_task_with_the_id_of_the_root_has_a_row_too() -> None:
    found = outline(Task(id=0), Task(id=1), Task(id=2, parent=1))
    assert found.order == (0, 1, 2)
    assert found.wbs() == {0: "1", 1: "2", 2: "2.1"}


def test_an_empty_plan_has_no_rows() -> None:
    found = outline()
    assert found.order == ()
    assert found.wbs() == {}


def test_a_chain_of_a_hundred_thousand_levels_is_no_trouble() -> None:
    ranks = initial_ranks(100_000)
    tasks = {number: Task(id=number, parent=number - 1, rank=rank) for number, rank in enumerate(ranks, start=1)}
    found = outline_of(Plan(tasks=tasks))
    assert found.levels[100_000] == 100_000
    assert len(found.descendants(1)) == 99_999
    assert sum(1 for _ in found.ancestors(100_000)) == 99_999
    assert found.wbs_of(1_000) == ".".join(["1"] * 1_000)
