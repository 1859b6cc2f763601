"""From a plan to a network: settings, links, gates, members, loops, calendars."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from headway.core.plan.entities import Link, Task
from headway.core.plan.plan import FloatKind, P6Options, Plan, ProgressRule, Project, Rules
from headway.core.schedule import compile, compile_plan
from headway.core.schedule import network as net
from headway.core.schedule.compile import FLOAT_KINDS, PROGRESS_RULES, wanted_calendars
from headway.core.time import NEVER
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import compiled_from, node, plan_from

EIGHT = instant("2027-03-01", 4_800)


def test_rows_follow_the_plan() -> None:
    compiled = compiled_from("A 1d\nB 1d after A")
    assert compiled.task_ids == (1, 2)
    assert compiled.index == {1: 0, 2: 1}
    assert compiled.link_ids == (1,)
    assert compiled.rules is Rules.MSPROJECT


def test_links_are_grouped_by_successor_and_by_predecessor() -> None:
    compiled = compiled_from("A 1d\nB 1d\nC 1d after B, A\nD 1d after A")
    tasks, links = compiled.network.tasks, compiled.network.links
    c = tasks[node(compiled, "C")]
    into_c = links[c["predecessors"] : c["predecessors_end"]]
    assert into_c["predecessor"].tolist() == [1, 0]
    a = tasks[node(compiled, "A")]
    out = compiled.network.outgoing[a["successors"] : a["successors_end"]]
    assert sorted(links[out]["successor"].tolist()) == [2, 3]
    assert [compiled.plan.links[number].successor for number in compiled.link_ids] == [3, 3, 4]


def test_settings_of_ms_project() -> None:
    settings = compiled_from("A 1d", "status date 2027-03-05; critical float 2d; soft constraints").settings
    assert settings.start == EIGHT
    assert settings.data_date == instant("2027-03-05", 10_200)
    assert (settings.critical_float, settings.honour_constraints, settings.from_finish) == (9_600, 0, 0)
    assert settings.finish == settings.must_finish_by == NEVER
    assert settings.not_before_data_date == 0


def test_settings_of_p6() -> None:
    options = "rules p6; must finish by 2027-03-12; open ends critical; float kind smallest; progress override"
    settings = compiled_from("A 1d", options).settings
    assert settings.data_date == settings.start == EIGHT, "without a data date it is the start"
    assert settings.must_finish_by == instant("2027-03-12", 10_200)
    assert (settings.open_ends_critical, settings.use_expected_finish, settings.lag_from_early_start) == (1, 1, 1)
    assert (settings.float_kind, settings.progress_rule) == (net.FLOAT_SMALLEST, net.PROGRESS_OVERRIDE)


def test_p6_starts_no_earlier_than_its_data_date() -> None:
    settings = compiled_from("A 1d", "rules p6; data date 2027-03-04").settings
    assert settings.start == settings.data_date == instant("2027-03-04", 4_800)


def test_p6_without_options_has_the_defaults() -> None:
    settings = compile_plan(Plan(project=Project(start=0, rules=Rules.P6), tasks={1: Task(id=1)})).settings
    with_options = Plan(project=Project(start=0, rules=Rules.P6, p6=P6Options()), tasks={1: Task(id=1)})
    assert settings == compile_plan(with_options).settings


def test_every_option_has_its_code() -> None:
    assert set(PROGRESS_RULES) == set(ProgressRule)
    assert set(FLOAT_KINDS) == set(FloatKind)


def test_from_finish_needs_a_finish() -> None:
    with_finish = compiled_from("A 1d", "finish 2027-03-12; from finish").settings
    assert (with_finish.from_finish, with_finish.finish) == (1, instant("2027-03-12", 10_200))
    assert compiled_from("A 1d", "from finish").settings.from_finish == 0
    assert compiled_from("A 1d", "finish 2027-03-12").settings.finish == NEVER


def test_unfinished_work_moves_only_with_a_data_date() -> None:
    assert compiled_from("A 1d", "move unfinished").settings.not_before_data_date == 0
    assert compiled_from("A 1d", "move unfinished; data date 2027-03-02").settings.not_before_data_date == 1


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("A 1d SNET 2027-03-04", "2027-03-04"),
        ("A 1d actual start=2027-03-03", "2027-03-03"),
        ("A 1d manual start=2027-03-02", "2027-03-02"),
    ],
)
def test_a_plan_without_a_start_begins_with_its_earliest_date(line: str, start: str) -> None:
    plan = plan_from(line + "\nB 1d FNLT 2027-03-30")
    plan = replace(plan, project=replace(plan.project, start=None))
    assert compile_plan(plan).settings.start == instant(start, 4_800)


def test_only_calendars_that_move_dates_are_compiled() -> None:
    plan = plan_from(
        """
        calendar One: Wed off
        calendar Two: Thu off
        calendar Three: Fri off
        calendar Four: Mon off
        resource Ann: calendar Two
        resource Paint: material; calendar Three
        A 1d calendar One
        """
    )
    names = {plan.calendars[number].name for number in wanted_calendars(plan)}
    assert names == {"Standard", "One", "Two"}


# ------------------------------------------------------------------------------------------------------------- gates


def test_plain_summaries_have_no_gate() -> None:
    compiled = compiled_from("P\n  A 1d\n  B 1d after A")
    assert compiled.network.tasks.size == 3
    assert compiled.network.tasks[0]["role"] == net.ASIDE


@pytest.mark.parametrize(
    "lines",
    [
        "P after X\n  A 1d\nX 1d",
        "P\n  A 1d\nX 1d after P",
        "P SNET 2027-03-02\n  A 1d",
        "P deadline 2027-03-02\n  A 1d",
        "P manual start=2027-03-01 finish=2027-03-02\n  A 1d",
    ],
)
def test_summaries_with_logic_have_one(lines: str) -> None:
    compiled = compiled_from(lines)
    size = len(compiled.task_ids)
    tasks = compiled.network.tasks
    assert tasks.size == size + 1
    assert (tasks[size]["role"], tasks[size]["summary_of"]) == (net.GATE, 0)
    assert tasks[node(compiled, "A")]["gate"] == size
    assert tasks[0]["role"] == net.SUMMARY


def test_a_link_into_a_summary_leads_to_its_gate_and_one_out_of_it_leaves_the_summary() -> None:
    compiled = compiled_from("P after X\n  A 1d\nX 1d\nY 1d after P")
    pairs = {(link["predecessor"], link["successor"]) for link in compiled.network.links}
    assert pairs == {(2, 4), (0, 3)}


def test_gates_nest_and_members_belong_to_the_nearest() -> None:
    compiled = compiled_from("P after X\n  A 1d\n  Q after Y\n    B 1d\n    R\n      C 1d\nX 1d\nY 1d")
    tasks = compiled.network.tasks
    outer, inner = 8, 9
    assert [tasks[node(compiled, name)]["gate"] for name in "ABC"] == [outer, inner, inner]
    assert (tasks[inner]["gate"], tasks[outer]["gate"]) == (outer, -1)

    def members(name: str) -> list[int]:
        row = tasks[node(compiled, name)]
        return sorted(compiled.order.members[row["members"] : row["members_end"]].tolist())

    assert members("P") == [node(compiled, "A"), node(compiled, "Q")]
    assert members("Q") == [node(compiled, "B"), node(compiled, "C")]


def test_the_order_puts_gates_before_and_summaries_after_their_members() -> None:
    compiled = compiled_from("P after X\n  A 1d\nX 1d\nY 1d after P")
    order = compiled.order.nodes.tolist()
    assert [order.index(i) for i in (2, 4, 1, 0, 3)] == sorted(order.index(i) for i in (2, 4, 1, 0, 3))


# ------------------------------------------------------------------------------------------------------------- links


def test_links_that_cannot_be_used_are_told() -> None:
    plan = plan_from("P\n  A 1d\n  Q\n    B 1d\nC 1d")
    links = {1: Link(1, 1, 4), 2: Link(2, 4, 1), 3: Link(3, 5, 5), 4: Link(4, 5, 77), 5: Link(5, 2, 4)}
    compiled = compile_plan(replace(plan, links=links))
    assert [(w.code, w.task, w.tasks) for w in compiled.warnings] == [
        ("link_inside_summary", 4, (1, 4)),
        ("link_inside_summary", 1, (4, 1)),
        ("link_inside_summary", 5, (5, 5)),
        ("link_without_end", None, ()),
    ]
    assert compiled.link_ids == (5,)


def test_a_loop_loses_one_link() -> None:
    compiled = compiled_from("A 1d after B\nB 1d after A\nC 1d after B")
    [loop] = compiled.warnings
    assert loop.code == "loop"
    assert set(loop.tasks) == {1, 2}
    [(name, dropped)] = loop.params
    assert name == "link"
    assert set(compiled.link_ids) == {1, 2, 3} - {dropped}
    assert compiled.order.nodes.size == 3


def test_loops_that_share_a_link() -> None:
    compiled = compiled_from("A 1d after C, D\nB 1d after A\nC 1d after B\nD 1d after B")
    assert {warning.code for warning in compiled.warnings} == {"loop"}
    assert compiled.order.nodes.size == 4


def test_past_the_most_loops_the_rest_is_dropped_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compile, "MOST_LOOPS", 1)
    compiled = compiled_from("A 1d after B\nB 1d after A\nC 1d after D\nD 1d after C\nE 1d after A")
    assert [warning.code for warning in compiled.warnings] == ["loop", "too_many_loops"]
    assert compiled.order.nodes.size == 5
    kept = {(compiled.plan.links[n].predecessor, compiled.plan.links[n].successor) for n in compiled.link_ids}
    assert not {(3, 4), (4, 3)} <= kept


def test_level_of_effort_takes_part_in_no_loop() -> None:
    compiled = compiled_from("A 1d after L\nL LOE; after A SS, A FF", "rules p6")
    assert compiled.warnings == ()
    assert len(compiled.link_ids) == 3


def test_compiling_reads_the_plan_only() -> None:
    plan = plan_from("P after X\n  A 1d\nX 1d")
    before = compile_plan(plan)
    after = compile_plan(plan)
    assert before.network.tasks.tobytes() == after.network.tasks.tobytes()
    assert np.array_equal(before.order.nodes, after.order.nodes)
