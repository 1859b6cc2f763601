"""Random plans with everything that the rules of the review look at, in whole hours of the standard week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from headway.core.plan.entities import (
    Assignment,
    Baseline,
    BaselineDates,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    Manual,
    Progress,
    Resource,
    ResourceKind,
    Task,
)
from headway.core.plan.plan import Plan, Project
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR
from tests.drawn.settings import STANDARD
from tests.drawn.words import instant

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

START = instant("2027-03-01T08:00", 0)
DATA_DATE = instant("2027-04-05T08:00", 0)
RESOURCES = {
    1: Resource(1, "Ann"),
    2: Resource(2, "Bob", max_units=5_000),
    3: Resource(3, "Sand", kind=ResourceKind.MATERIAL),
}
HOURS = st.sampled_from([1, 4, 8, 12, 24, 40, 80, 120, 400])
NAMES = st.sampled_from(["Dig", "dig", "Pour", "Paint  it", "paint it", "", "Check"])
DAYS = st.integers(0, 60)


@st.composite
def plans(draw: DrawFn) -> Plan:
    """Two summaries at most, up to nine tasks, links of all kinds that point forwards, progress up to the data date."""
    summaries = draw(st.integers(0, 2))
    count = draw(st.integers(2, 9))
    tasks = {number: Task(number, f"Phase {number}", rank=f"{number}1") for number in range(1, summaries + 1)}
    for number in range(summaries + 1, summaries + count + 1):
        tasks[number] = Task(number, rank=f"9{number:02}1", **draw(_fields(summaries)))
    parents = {task.parent for task in tasks.values()}
    tasks = {number: task for number, task in tasks.items() if number > summaries or number in parents}
    return Plan(
        project=Project(start=START, calendar=1, data_date=draw(st.sampled_from([None, DATA_DATE]))),
        tasks=tasks,
        links=draw(_links(sorted(tasks), summaries)),
        calendars={1: STANDARD},
        resources=RESOURCES,
        assignments=draw(_assignments([number for number in tasks if number > summaries], tasks)),
        baselines=draw(_baselines(sorted(tasks))),
    )


@st.composite
def _fields(draw: DrawFn, summaries: int) -> dict[str, Any]:
    milestone = draw(st.integers(0, 4)) == 0
    duration = 0 if milestone else draw(HOURS) * TENTHS_PER_HOUR
    rare = draw(st.integers(0, 9))
    fields: dict[str, Any] = {
        "name": draw(NAMES),
        "parent": draw(st.integers(0, summaries)),
        "milestone": milestone,
        "duration": duration,
        "owner": draw(st.sampled_from([None, None, "Ann"])),
        "inactive": rare == 0,
        "estimated": rare == 1 and not milestone,
        "progress": None if milestone else draw(_progress(duration)),
    }
    if rare == 2:
        start = START + draw(DAYS) * TENTHS_PER_DAY
        fields["manual"] = Manual(start=start, duration=duration)
    if rare in (3, 4):
        fields["deadline"] = START + draw(DAYS) * TENTHS_PER_DAY + 9 * TENTHS_PER_HOUR
    if rare == 5:
        kind = draw(st.sampled_from([ConstraintKind.START_NO_EARLIER_THAN, ConstraintKind.FINISH_NO_LATER_THAN]))
        fields["constraint"] = Constraint(kind, START + draw(DAYS) * TENTHS_PER_DAY)
    return fields


@st.composite
def _progress(draw: DrawFn, duration: int) -> Progress | None:
    """Nothing, begun with a share of whole hours done, or done; a day of the four weeks before the data date."""
    state = draw(st.sampled_from(["", "", "begun", "done"]))
    if not state:
        return None
    start = START + 7 * draw(st.integers(0, 4)) * TENTHS_PER_DAY
    if state == "done":
        finish = start + 9 * TENTHS_PER_HOUR
        return Progress(start, finish, duration, 0, 10_000)
    done = draw(st.sampled_from([0, 0, duration // 2 // TENTHS_PER_HOUR * TENTHS_PER_HOUR]))
    return Progress(start, None, done, duration - done, done * 10_000 // duration)


@st.composite
def _links(draw: DrawFn, numbers: list[int], summaries: int) -> dict[int, Link]:
    """Forwards in the order of the numbers, none of a summary with a task (which could be its own)."""
    pairs = [(a, b) for a in numbers for b in numbers if a < b and (a > summaries) == (b > summaries)]
    if not pairs:
        return {}
    tie = st.tuples(
        st.sampled_from(pairs), st.sampled_from(list(LinkKind)), st.sampled_from([0, 0, 0, 0, 8, -8, 40, 400])
    )
    found = draw(st.lists(tie, max_size=10))
    return {
        number: Link(number, a, b, kind, lag * TENTHS_PER_HOUR)
        for number, ((a, b), kind, lag) in enumerate(found, start=1)
    }


@st.composite
def _assignments(draw: DrawFn, numbers: list[int], tasks: dict[int, Task]) -> dict[int, Assignment]:
    """Work that is the duration at the units, so that resources never decide a date; none on milestones."""
    working = [number for number in numbers if tasks[number].duration]
    if not working:
        return {}
    pairs = draw(st.lists(st.tuples(st.sampled_from(working), st.sampled_from([1, 2, 3])), unique=True, max_size=6))
    found = {}
    for number, (task, resource) in enumerate(pairs, start=1):
        progress = tasks[task].progress
        left = tasks[task].duration if progress is None else progress.remaining_duration or 0
        units = draw(st.sampled_from([5_000, 10_000]))
        work = tasks[task].duration * units // 10_000
        found[number] = Assignment(
            number, task, resource, units, work, work - left * units // 10_000, left * units // 10_000
        )
    return found


@st.composite
def _baselines(draw: DrawFn, numbers: list[int]) -> dict[int, Baseline]:
    known = draw(st.lists(st.sampled_from(numbers), unique=True)) if draw(st.booleans()) else []
    dates = tuple(BaselineDates(number, START, START + 9 * TENTHS_PER_HOUR) for number in sorted(known))
    return {1: Baseline(1, dates=dates)} if dates else {}
