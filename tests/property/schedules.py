"""Random small plans, as values of the oracle and as plans of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from headway.core.plan.entities import (
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    Shift,
    Task,
)
from headway.core.plan.plan import P6Options, Plan, Project, Rules
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR
from tests.drawn.words import instant
from tests.property.schedule_oracle import HOURS_PER_WEEK, Net, Step, Tie, WorkedHour

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

MONDAY = instant("2027-03-01", 0)
FIRST_DAY = MONDAY // TENTHS_PER_DAY
OFF_DAYS = (3, 9, 10)
"""Days after the first Monday on which the office is closed."""

_OFFICE = (Shift(4_800, 7_200), Shift(7_800, 10_200))
_CLOSED = tuple(CalendarException(FIRST_DAY + day, FIRST_DAY + day) for day in OFF_DAYS)
CALENDARS = {
    1: Calendar(id=1, name="Office", days=(_OFFICE,) * 5 + ((), ()), exceptions=_CLOSED),
    2: Calendar(id=2, name="Every day", days=((Shift(5_400, 9_000),),) * 7),
    3: Calendar(id=3, name="Night", days=((Shift(13_200, 18_000),),) * 5 + ((), ())),
    4: Calendar(id=4, name="Always", days=((Shift(0, 14_400),),) * 7),
}


def _office(hour: int) -> bool:
    day, time = divmod(hour, 24)
    return day % 7 < 5 and day not in OFF_DAYS and (8 <= time < 12 or 13 <= time < 17)


def _every_day(hour: int) -> bool:
    return 9 <= hour % 24 < 15


def _night(hour: int) -> bool:
    """From ten in the evening of a working day to six."""
    return (hour - 22) % HOURS_PER_WEEK < 5 * 24 and (hour - 22) % 24 < 8


def _always(_hour: int) -> bool:
    return True


WORKED: tuple[WorkedHour, ...] = (_office, _every_day, _night, _always)
"""The same calendars as the oracle sees them: index 0 is calendar 1."""


def nets(
    *,
    calendars: int = 1,
    kinds: str = "FS SS FF SF",
    most_lag: int = 20,
    least_lag: int = -10,
    constraints: bool = False,
) -> SearchStrategy[Net]:
    """Plans of two to seven tasks whose links point forwards."""
    return _nets(calendars, kinds.split(), least_lag, most_lag, constraints)


@st.composite
def _nets(draw: DrawFn, calendars: int, kinds: list[str], least: int, most: int, constraints: bool) -> Net:
    start = 8 + 24 * draw(st.integers(0, 2))
    not_before = st.one_of(st.none(), st.integers(start - 30, start + 200)) if constraints else st.none()
    step = st.builds(Step, st.integers(1, 30), st.integers(0, calendars - 1), not_before)
    steps = draw(st.lists(step, min_size=2, max_size=7))
    pairs = [(a, b) for b in range(len(steps)) for a in range(b)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=9))
    ties = [Tie(a, b, draw(st.sampled_from(kinds)), draw(st.integers(least, most))) for a, b in chosen]
    return Net(start, tuple(steps), tuple(ties))


def instant_of(hour: int) -> int:
    return MONDAY + hour * TENTHS_PER_HOUR


def hour_of(moment: int | None) -> int:
    """The hour of an instant of the engine, which must lie on one."""
    assert moment is not None
    hour, rest = divmod(moment - MONDAY, TENTHS_PER_HOUR)
    assert rest == 0, "plans in hours have dates in hours"
    return hour


def plan_of(net: Net, rules: Rules) -> Plan:
    """The plan of a net; task and link numbers are its indices plus one."""
    project = Project(
        start=instant_of(net.start), calendar=1, rules=rules, p6=P6Options() if rules is Rules.P6 else None
    )
    tasks = {number: _task(number, step) for number, step in enumerate(net.steps, start=1)}
    links = {
        number: Link(number, tie.before + 1, tie.after + 1, LinkKind(tie.kind), tie.lag * TENTHS_PER_HOUR)
        for number, tie in enumerate(net.ties, start=1)
    }
    return Plan(project=project, tasks=tasks, links=links, calendars=CALENDARS)


def _task(number: int, step: Step) -> Task:
    constraint = None
    if step.not_before is not None:
        constraint = Constraint(ConstraintKind.START_NO_EARLIER_THAN, instant_of(step.not_before))
    return Task(id=number, duration=step.duration * TENTHS_PER_HOUR, calendar=step.calendar + 1, constraint=constraint)
