"""Plans as lists: what each word means."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from headway.core.plan.entities import (
    BaselineDates,
    Constraint,
    ConstraintKind,
    LagKind,
    Link,
    LinkKind,
    Manual,
    Part,
    ResourceKind,
    Shift,
    Task,
    TaskKind,
    TaskType,
    ThreePoint,
)
from headway.core.plan.invariants import check
from headway.core.plan.plan import CriticalRule, FloatKind, LagCalendar, ProgressRule, Rules
from headway.core.time import to_day, to_instant
from tests.drawn import DrawnError, build, id_of


def at(text: str) -> int:
    return to_instant(datetime.fromisoformat(text))


def the_task(line: str) -> Task:
    plan = build("B 1d\n" + line)
    return plan.tasks[2]


def test_tasks_are_numbered_by_line_and_named_by_the_first_word() -> None:
    plan = build("""
        A 3d   # a comment
        B 2d

        C 1d
    """)
    assert [(task.id, task.name, task.duration) for task in plan.tasks.values()] == [
        (1, "A", 14_400),
        (2, "B", 9_600),
        (3, "C", 4_800),
    ]
    assert id_of(plan, "C") == 3
    assert check(plan) == ()


@pytest.mark.parametrize(
    ("text", "tenths", "elapsed"),
    [
        ("3d", 14_400, False),
        ("4h", 2_400, False),
        ("30m", 300, False),
        ("1w", 24_000, False),
        ("1mo", 96_000, False),
        ("1.5d", 7_200, False),
        ("0d", 0, False),
        ("2ed", 28_800, True),
        ("1eh", 600, True),
        ("1ew", 100_800, True),
    ],
)
def test_durations(text: str, tenths: int, elapsed: bool) -> None:
    assert (the_task(f"A {text}").duration, the_task(f"A {text}").elapsed) == (tenths, elapsed)


def test_a_question_mark_is_an_estimate() -> None:
    assert the_task("A 3d?").estimated


def test_indentation_is_the_outline() -> None:
    plan = build("""
        P
          A 1d
          Q
            B 1d
        C 1d
    """)
    assert [task.parent for task in plan.tasks.values()] == [0, 1, 1, 3, 0]
    assert plan.tasks[1].duration == 0


@pytest.mark.parametrize(
    ("text", "kind", "lag", "lag_kind"),
    [
        ("B", "FS", 0, "working"),
        ("B SS", "SS", 0, "working"),
        ("B FF+1d", "FF", 4_800, "working"),
        ("B FS-2h", "FS", -1_200, "working"),
        ("B+1d", "FS", 4_800, "working"),
        ("B+1d SS", "SS", 4_800, "working"),
        ("B +3ed", "FS", 43_200, "elapsed"),
        ("B SF +50%", "SF", 5_000, "percent"),
        ("B -25e%", "FS", -2_500, "elapsed_percent"),
    ],
)
def test_links(text: str, kind: str, lag: int, lag_kind: str) -> None:
    plan = build(f"A 1d after {text}\nB 1d")
    assert plan.links == {1: Link(1, 2, 1, LinkKind(kind), lag, LagKind(lag_kind))}


def test_several_links_in_one_clause_or_in_several() -> None:
    plan = build("A 1d\nB 1d\nC 1d after A, B SS+1d; after A FF")
    assert [(link.predecessor, link.kind) for link in plan.links.values()] == [(1, "FS"), (2, "SS"), (1, "FF")]


@pytest.mark.parametrize(
    ("text", "kind", "moment"),
    [
        ("SNET 2027-03-04", "start_no_earlier_than", "2027-03-04T08:00"),
        ("SNLT 2027-03-04", "start_no_later_than", "2027-03-04T08:00"),
        ("FNET 2027-03-04", "finish_no_earlier_than", "2027-03-04T17:00"),
        ("FNLT 2027-03-04", "finish_no_later_than", "2027-03-04T17:00"),
        ("MSO 2027-03-04T10:30", "must_start_on", "2027-03-04T10:30"),
        ("MFO 2027-03-04", "must_finish_on", "2027-03-04T17:00"),
        ("SO 2027-03-04", "start_on", "2027-03-04T08:00"),
        ("FO 2027-03-04", "finish_on", "2027-03-04T17:00"),
    ],
)
def test_constraints(text: str, kind: str, moment: str) -> None:
    assert the_task(f"A 1d; {text}").constraint == Constraint(ConstraintKind(kind), at(moment))


def test_a_second_constraint_is_the_secondary_one() -> None:
    task = the_task("A 1d ALAP; FNLT 2027-03-04")
    assert task.constraint == Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE)
    assert task.secondary_constraint == Constraint(ConstraintKind.FINISH_NO_LATER_THAN, at("2027-03-04T17:00"))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("A milestone", "milestone", True),
        ("A start milestone", "kind", TaskKind.START_MILESTONE),
        ("A 1d LOE", "kind", TaskKind.LEVEL_OF_EFFORT),
        ("A wbs summary", "kind", TaskKind.WBS_SUMMARY),
        ("A hammock", "kind", TaskKind.HAMMOCK),
        ("A wbs element", "kind", TaskKind.WBS),
        ("A 1d inactive", "inactive", True),
        ("A 1d priority 700", "priority", 700),
        ("A 1d type fixed_work", "type", TaskType.FIXED_WORK),
        ("A 1d effort driven", "effort_driven", True),
        ("A 1d ignore resource calendars", "ignore_resource_calendars", True),
        ("A 1d resource dependent", "resource_dependent", True),
        ("A external", "external_link", True),
        ("A 1d wbs 1.2", "wbs", "1.2"),
        ("A 1d estimate 1d 2d 5d", "estimate", ThreePoint(4_800, 9_600, 24_000)),
        ("A 1d delay 2ed", "levelling_delay", 28_800),
        ("A 1d deadline 2027-03-04", "deadline", at("2027-03-04T17:00")),
        ("A 1d expected finish 2027-03-04", "expected_finish", at("2027-03-04T17:00")),
        ("A manual", "manual", Manual()),
    ],
)
def test_other_words(text: str, field: str, value: object) -> None:
    assert getattr(the_task(text), field) == value


def test_a_levelling_delay_counts_calendar_time_when_written_so() -> None:
    assert the_task("A 1d delay 1ed").levelling_delay_elapsed
    assert not the_task("A 1d delay 1d").levelling_delay_elapsed


def test_manual_dates_and_parts() -> None:
    task = the_task("A 2d manual start=2027-03-01 finish=2027-03-02T12:00; parts 2027-03-01..2027-03-01, 2027-03-04")
    assert task.manual == Manual(at("2027-03-01T08:00"), at("2027-03-02T12:00"))
    assert task.parts == (
        Part(at("2027-03-01T08:00"), at("2027-03-01T17:00")),
        Part(at("2027-03-04T08:00"), at("2027-03-04T17:00")),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("percent 25", {"percent_complete": 2_500, "actual_duration": 4_800, "remaining_duration": 14_400}),
        ("remaining 1d", {"percent_complete": 7_500, "actual_duration": 14_400, "remaining_duration": 4_800}),
        ("percent 50; remaining 3d", {"percent_complete": 5_000, "remaining_duration": 14_400}),
        (
            "actual start=2027-03-01 finish=2027-03-04",
            {
                "actual_start": at("2027-03-01T08:00"),
                "actual_finish": at("2027-03-04T17:00"),
                "percent_complete": 10_000,
            },
        ),
        ("actual duration=1d", {"actual_duration": 4_800}),
        ("physical 40%", {"physical_percent": 4_000}),
        ("stop 2027-03-01; resume 2027-03-03", {"stop": at("2027-03-01T17:00"), "resume": at("2027-03-03T08:00")}),
        ("suspended 2027-03-02", {"suspended": at("2027-03-02T08:00")}),
    ],
)
def test_progress(text: str, expected: dict[str, Any]) -> None:
    progress = the_task(f"A 4d; {text}").progress
    assert progress is not None
    assert {field: getattr(progress, field) for field in expected} == expected


def test_the_standard_calendar_is_there_unasked() -> None:
    plan = build("A 1d")
    assert plan.project.calendar == 1
    assert plan.calendars[1].name == "Standard"
    assert plan.calendars[1].days[4:6] == ((Shift(4_800, 7_200), Shift(7_800, 10_200)), ())


def test_calendars() -> None:
    plan = build("""
        A 1d; calendar Night
        calendar Night: Mon-Fri 22:00-30:00; Sat off; off 2027-03-05..2027-03-06; work 2027-03-07 08:00-12:00; personal
        calendar Short: parent Night; Fri 08:00-12:00 13:00-14:30
        calendar Always: 24h
    """)
    night, short, always = plan.calendars[2], plan.calendars[3], plan.calendars[4]
    assert plan.tasks[1].calendar == 2
    assert night.days[:6] == ((Shift(13_200, 18_000),),) * 5 + ((),)
    assert [(each.first, each.last, len(each.shifts)) for each in night.exceptions] == [
        (to_day(datetime(2027, 3, 5).date()), to_day(datetime(2027, 3, 6).date()), 0),
        (to_day(datetime(2027, 3, 7).date()), to_day(datetime(2027, 3, 7).date()), 1),
    ]
    assert night.personal
    assert short.parent == 2
    assert short.days == (None, None, None, None, (Shift(4_800, 7_200), Shift(7_800, 8_700)), None, None)
    assert always.days == ((Shift(0, 14_400),),) * 7


def test_standard_can_be_changed() -> None:
    plan = build("calendar Standard: off 2027-03-05\nA 1d")
    assert len(plan.calendars) == 1
    assert len(plan.calendars[1].exceptions) == 1


def test_resources_and_assignments() -> None:
    plan = build("""
        resource Ann: units 50%
        resource Sand: material
        A 2d; resource Ann 50% driving; resource Sand work=8h actual=2h delay=1d
    """)
    assert (plan.resources[1].max_units, plan.resources[2].kind) == (5_000, ResourceKind.MATERIAL)
    ann, sand = plan.assignments[1], plan.assignments[2]
    assert (ann.resource, ann.units, ann.work, ann.remaining_work, ann.driving) == (1, 5_000, 4_800, 4_800, True)
    assert (sand.work, sand.actual_work, sand.remaining_work, sand.delay) == (4_800, 1_200, 3_600, 4_800)


def test_project_settings() -> None:
    project = build("""
        project: starts 2027-03-01; data date 2027-03-03; must finish by 2027-06-01; critical float 1d; longest path
        project: finish 2027-12-31; from finish; calendar Long; soft constraints; no split; move unfinished
        calendar Long: Mon-Sat 08:00-18:00
        A 1d
    """).project
    assert (project.start, project.data_date) == (at("2027-03-01T08:00"), at("2027-03-03T08:00"))
    assert (project.must_finish_by, project.finish) == (at("2027-06-01T17:00"), at("2027-12-31T17:00"))
    assert (project.critical_float, project.critical_rule) == (4_800, CriticalRule.LONGEST_PATH)
    assert (project.from_finish, project.calendar, project.rules) == (True, 2, Rules.MSPROJECT)
    assert not project.honour_constraints
    assert not project.split_in_progress
    assert project.move_unfinished_after_data_date
    assert project.p6 is None


def test_p6_settings() -> None:
    project = build("""
        project: rules p6; progress override; lag calendar successor; float kind smallest; open ends critical
        A 1d
    """).project
    assert project.p6 is not None
    assert project.rules is Rules.P6
    assert project.p6.progress_rule is ProgressRule.PROGRESS_OVERRIDE
    assert project.p6.lag_calendar is LagCalendar.SUCCESSOR
    assert project.p6.float_kind is FloatKind.SMALLEST
    assert project.p6.open_ends_critical


def test_the_hours_of_a_day_hold_wherever_they_stand() -> None:
    plan = build("A 2d\nproject: critical float 1h; hours per day 7.5")
    assert plan.tasks[1].duration == 2 * 4_500
    assert plan.project.minutes_per_week == 2_250


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A", "has no duration"),
        ("A 1d\nA 2d", "line 2.*two tasks"),
        ("A 1d after B", "no task 'B'; there are: A"),
        ("A 1d after B?", "not a link"),
        ("A 1d SNET 1.3.2027", "not a date"),
        ("A 1d; red", "do not know 'red'"),
        ("A 1d; calendar Night", "no calendar 'Night'"),
        ("A 1d; resource Ann", "no resource 'Ann'"),
        ("resource Ann: units 1\nA 1d; resource Ann fast", "do not know 'fast'"),
        ("A 1d; SNET 2027-03-01; FNLT 2027-03-02; ALAP", "more than two constraints"),
        ("project: rules asta", "line 1.*asta"),
        ("calendar: 24h", "needs a name"),
        ("calendar X: Son off", "not a day"),
        ("calendar X: Mon 8-12", "not a shift"),
        ("A 1d percent x", "not a percentage"),
        ("A 1d actual start", "not a list of name=value"),
        ("A 1d delay soon", "not a span"),
        ("1 2d", "opens with its name"),
        ("  A 1d\n B 1d\n  C 2d\nD 1d", "stands under nothing"),
        ("A | XX |", "a drawn task needs a line"),
    ],
)
def test_mistakes_are_named(text: str, words: str) -> None:
    with pytest.raises(DrawnError, match=words):
        build(text)


def test_a_task_has_an_owner_a_baseline_and_words_for_a_name() -> None:
    plan = build("A 1d; owner Ann; baseline 2027-03-01..2027-03-02\nB 1d; called Dig the trench\nC 1d; called")
    assert [task.name for task in plan.tasks.values()] == ["A", "Dig the trench", ""]
    assert plan.tasks[1].owner == "Ann"
    start, finish = to_instant(datetime(2027, 3, 1, 8)), to_instant(datetime(2027, 3, 2, 17))
    assert plan.baselines[1].dates == (BaselineDates(1, start, finish),)
    assert build("A 1d").baselines == {}
