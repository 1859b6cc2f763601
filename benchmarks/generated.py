"""Random plans for the agreement of engines, written as Microsoft Project XML and as TaskJuggler text."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

START = datetime(2027, 1, 4, 8)
MINUTES_PER_DAY = 480
KINDS = {"FF": 0, "FS": 1, "SF": 2, "SS": 3}
"""Codes of links in Microsoft Project XML."""
CONSTRAINTS = {
    "must_start_on": 2,
    "must_finish_on": 3,
    "start_no_earlier_than": 4,
    "start_no_later_than": 5,
    "finish_no_earlier_than": 6,
    "finish_no_later_than": 7,
}
WEEKS: dict[int, tuple[tuple[int, ...], tuple[tuple[int, int], ...]]] = {
    1: ((2, 3, 4, 5, 6), ((8, 12), (13, 17))),
    2: ((2, 3, 4, 5, 6, 7), ((7, 12), (13, 18))),
}
"""Calendars: working days (Sunday is 1) and shifts in hours."""
ROOT = 0
ANCHOR = 1
"""A long first task: what a lead or a start-to-finish link pulls forward waits for it, and so stays in the project."""


@dataclass(frozen=True, slots=True)
class Link:
    predecessor: int
    kind: str = "FS"
    lag: int = 0
    """Working minutes; negative is a lead."""
    elapsed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One task; ids count from 1 in the order of the rows, a summary has the rows below it."""

    id: int
    parent: int
    minutes: int
    links: tuple[Link, ...] = ()
    calendar: int | None = None
    constraint: tuple[str, datetime] | None = None
    summary: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A whole plan."""

    seed: int
    rows: tuple[Row, ...]
    holidays: tuple[date, ...]

    @property
    def leaves(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.summary)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the plans may hold."""

    kinds: tuple[str, ...] = ("FS", "SS", "FF", "SF")
    leads: bool = True
    hours: bool = True
    """Durations and lags in hours, not in whole days only."""
    constraints: bool = True
    calendars: bool = True
    summaries: bool = True
    not_on: frozenset[date] = frozenset()
    """Days that no constraint may ask for."""


def make(seed: int, wish: Wish, leaves: int = 30) -> Made:
    """The plan of a seed: always the same."""
    chance = random.Random(seed)
    holidays = frozenset(START.date() + timedelta(days=chance.randrange(120)) for _ in range(5))
    wish = replace(wish, not_on=holidays)
    rows = [Row(ANCHOR, ROOT, 30 * MINUTES_PER_DAY)]
    done = [ANCHOR]
    parent = ROOT
    while len(done) < leaves:
        if wish.summaries and chance.random() < 0.15 and not rows[-1].summary:
            parent = len(rows) + 1
            rows.append(Row(parent, ROOT, 0, summary=True))
        rows.append(_leaf(chance, wish, len(rows) + 1, parent, done))
        done.append(len(rows))
    if rows[-1].summary:
        rows.pop()
    return Made(seed, tuple(rows), tuple(sorted(holidays)))


def _leaf(chance: random.Random, wish: Wish, task: int, parent: int, done: list[int]) -> Row:
    unit = 60 if wish.hours and chance.random() < 0.5 else MINUTES_PER_DAY
    milestone = chance.random() < 0.1
    minutes = 0 if milestone else unit * chance.randint(1, 10)
    nearest = done[-12:]
    chosen = chance.sample(nearest, min(len(nearest), chance.choice((0, 1, 1, 2, 2, 3))))
    links = tuple(_link(chance, wish, each) for each in sorted(chosen) if each != ANCHOR)
    if any(link.lag < 0 or link.kind == "SF" for link in links):
        links = (Link(ANCHOR), *links)
    calendar = 2 if wish.calendars and chance.random() < 0.2 else None
    constraint = None
    if wish.constraints and chance.random() < 0.12:
        kind = chance.choice(sorted(CONSTRAINTS))
        at = START + timedelta(days=chance.randrange(60))
        while at.weekday() > 4 or at.date() in wish.not_on:
            at += timedelta(days=1)
        constraint = (kind, at.replace(hour=17 if "finish" in kind else 8))
    return Row(task, parent, minutes, links, calendar, constraint)


def _link(chance: random.Random, wish: Wish, predecessor: int) -> Link:
    kind = chance.choice((*wish.kinds, "FS", "FS"))
    if chance.random() < 0.7:
        return Link(predecessor, kind)
    unit = 60 if wish.hours and chance.random() < 0.5 else MINUTES_PER_DAY
    return Link(predecessor, kind, unit * chance.randint(-2 if wish.leads else 1, 3))


def as_mspdi(plan: Made) -> str:
    """Microsoft Project XML."""
    tasks = "".join(_task(row, plan) for row in plan.rows)
    calendars = "".join(_calendar(number, plan) for number in WEEKS)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion>'
        f"<Name>plan{plan.seed}</Name><ScheduleFromStart>1</ScheduleFromStart><StartDate>{START.isoformat()}</StartDate>"
        "<CalendarUID>1</CalendarUID><DefaultStartTime>08:00:00</DefaultStartTime>"
        "<DefaultFinishTime>17:00:00</DefaultFinishTime><MinutesPerDay>480</MinutesPerDay>"
        "<MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><HonorConstraints>1</HonorConstraints>"
        f"<Calendars>{calendars}</Calendars><Tasks>{tasks}</Tasks></Project>\n"
    )


def _calendar(number: int, plan: Made) -> str:
    worked, shifts = WEEKS[number]
    times = "".join(
        f"<WorkingTime><FromTime>{first:02}:00:00</FromTime><ToTime>{last:02}:00:00</ToTime></WorkingTime>"
        for first, last in shifts
    )
    days = "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(day in worked)}</DayWorking>"
        + (f"<WorkingTimes>{times}</WorkingTimes>" if day in worked else "")
        + "</WeekDay>"
        for day in range(1, 8)
    )
    holidays = "".join(
        "<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod>"
        f"<FromDate>{day}T00:00:00</FromDate><ToDate>{day}T23:59:00</ToDate></TimePeriod>"
        "<Occurrences>1</Occurrences><Name>Holiday</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>"
        for day in plan.holidays
    )
    return (
        f"<Calendar><UID>{number}</UID><Name>Week {number}</Name><IsBaseCalendar>1</IsBaseCalendar>"
        f"<WeekDays>{days}</WeekDays><Exceptions>{holidays}</Exceptions></Calendar>"
    )


def _task(row: Row, plan: Made) -> str:
    level = 1 if row.parent == ROOT else 2
    constraint = "<ConstraintType>0</ConstraintType>"
    if row.constraint is not None:
        kind, at = row.constraint
        constraint = (
            f"<ConstraintType>{CONSTRAINTS[kind]}</ConstraintType><ConstraintDate>{at.isoformat()}</ConstraintDate>"
        )
    links = "".join(
        f"<PredecessorLink><PredecessorUID>{link.predecessor}</PredecessorUID><Type>{KINDS[link.kind]}</Type>"
        f"<LinkLag>{link.lag * 10}</LinkLag><LagFormat>{8 if link.elapsed else 7}</LagFormat></PredecessorLink>"
        for link in row.links
    )
    duration = f"PT{row.minutes // 60}H{row.minutes % 60}M0S"
    return (
        f"<Task><UID>{row.id}</UID><ID>{row.id}</ID><Name>T{row.id}</Name><Active>1</Active><Manual>0</Manual>"
        f"<Type>1</Type><OutlineLevel>{level}</OutlineLevel><Duration>{duration}</Duration>"
        f"<ActualDuration>PT0H0M0S</ActualDuration><RemainingDuration>{duration}</RemainingDuration>"
        f"<DurationFormat>7</DurationFormat><Milestone>{int(row.minutes == 0 and not row.summary)}</Milestone>"
        f"<Summary>{int(row.summary)}</Summary>{constraint}<CalendarUID>{row.calendar or -1}</CalendarUID>"
        f"{links}</Task>"
    )


def as_taskjuggler(plan: Made) -> str:
    """TaskJuggler text: whole days of eight hours, links as dependencies, one report of starts and ends."""
    days = {2: "mon", 3: "tue", 4: "wed", 5: "thu", 6: "fri", 7: "sat", 1: "sun"}
    worked, shifts = WEEKS[1]
    hours = ", ".join(f"{first}:00 - {last}:00" for first, last in shifts)
    lines = [
        f'project plan "Plan {plan.seed}" {START:%Y-%m-%d} +24m {{',
        '  timezone "UTC"',
        f"  workinghours {', '.join(days[day] for day in worked)} {hours}",
        "  dailyworkinghours 8",
        "}",
        *(f'leaves holiday "Holiday" {day}' for day in plan.holidays),
    ]
    for row in plan.rows:
        lines += _juggler_task(row, plan)
    lines += [
        'taskreport "out" {',
        "  formats csv",
        "  columns id, start, end",
        '  timeformat "%Y-%m-%dT%H:%M:%S"',
        "  hideresource @all",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _juggler_task(row: Row, plan: Made) -> list[str]:
    length = f"  length {row.minutes // MINUTES_PER_DAY}d" if row.minutes else "  milestone"
    depends = [_dependency(link, row, plan) for link in row.links]
    body = [length, f"  depends {', '.join(depends)}" if depends else f"  start {START:%Y-%m-%d-%H:%M}"]
    return [f'task t{row.id} "T{row.id}" {{', *body, "}"]


def _dependency(link: Link, row: Row, plan: Made) -> str:
    """A forward scheduler pulls starts only: finish to finish becomes the start to start that says the same; and a
    milestone, whose start is its end, is waited for by its end, else a chain of milestones is taken for a loop."""
    minutes = link.lag
    before = plan.rows[link.predecessor - 1]
    if link.kind == "FF":
        minutes += before.minutes - row.minutes
    end = "onend" if link.kind == "FS" or before.minutes == 0 else "onstart"
    gap = f" gaplength {minutes // MINUTES_PER_DAY}d" if minutes else ""
    return f"t{link.predecessor} {{ {end}{gap} }}"


def fit_for_taskjuggler(plan: Made) -> Made:
    """Without finish-to-finish links that would need a lead as start to start."""
    rows = tuple(
        replace(
            row,
            links=tuple(
                link
                for link in row.links
                if link.kind != "FF" or plan.rows[link.predecessor - 1].minutes + link.lag >= row.minutes
            ),
        )
        for row in plan.rows
    )
    return replace(plan, rows=rows)
