"""The lines with a colon: ``project: ...``, ``calendar NAME: ...``, ``resource NAME: ...``.

project: ``start|starts D``, ``finish D``, ``from finish``, ``data date D``, ``must finish by D``, ``rules p6``,
``hours per day 7.5``, ``calendar NAME``, ``critical float 1d``, ``longest path``, ``retained logic``, ``progress
override``, ``actual dates``, ``lag calendar successor``, ``float kind start``, ``open ends critical``, ``lag from
actual start``, ``no expected finish``, ``soft constraints``, ``no split``, ``several critical paths``, ``move
unfinished``.

calendar: ``Mon-Fri 08:00-12:00 13:00-17:00``, ``Sat off``, ``off D..D``, ``work D..D 08:00-12:00``, ``parent NAME``,
``24h``, ``personal``.  A first calendar, Standard (Monday to Friday, 8 to 12 and 13 to 17), is always there and is the
project's.

resource: ``calendar NAME``, ``units 50%``, ``material``, ``cost``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from headway.core.plan.entities import Calendar, CalendarException, Resource, ResourceKind, Shift
from headway.core.plan.plan import CriticalRule, FloatKind, LagCalendar, P6Options, ProgressRule, Project, Rules
from tests.drawn.words import DrawnError, Units, clauses, day, hundredths, instant, opening, pair, span

_WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_OFFICE = (Shift(4_800, 7_200), Shift(7_800, 10_200))
STANDARD = Calendar(id=1, name="Standard", days=(_OFFICE,) * 5 + ((), ()))

Fields = dict[str, Any]
ProjectWord = Callable[[str, Units], Fields]


def _number_of(name: str, numbers: Mapping[str, int]) -> int:
    if name not in numbers:
        raise DrawnError(f"there is no {name!r}; there are: {', '.join(numbers)}")
    return numbers[name]


_PROJECT: dict[str, ProjectWord] = {
    "name": lambda text, _: {"name": text},
    "start": lambda text, units: {"start": instant(text, units.start_time)},
    "starts": lambda text, units: {"start": instant(text, units.start_time)},
    "finish": lambda text, units: {"finish": instant(text, units.finish_time)},
    "from finish": lambda _text, _units: {"from_finish": True},
    "data date": lambda text, units: {"data_date": instant(text, units.start_time)},
    "status date": lambda text, units: {"data_date": instant(text, units.finish_time)},
    "must finish by": lambda text, units: {"must_finish_by": instant(text, units.finish_time)},
    "rules": lambda text, _: {"rules": Rules(text)},
    "critical float": lambda text, units: {"critical_float": span(text, units).tenths},
    "longest path": lambda _text, _units: {"critical_rule": CriticalRule.LONGEST_PATH},
    "soft constraints": lambda _text, _units: {"honour_constraints": False},
    "no split": lambda _text, _units: {"split_in_progress": False},
    "several critical paths": lambda _text, _units: {"multiple_critical_paths": True},
    "move unfinished": lambda _text, _units: {"move_unfinished_after_data_date": True},
    "hours per day": lambda text, _: {
        "minutes_per_day": round(float(text) * 60),
        "minutes_per_week": round(float(text) * 300),
    },
}
_P6: dict[str, Callable[[str], Fields]] = {
    "retained logic": lambda _: {"progress_rule": ProgressRule.RETAINED_LOGIC},
    "progress override": lambda _: {"progress_rule": ProgressRule.PROGRESS_OVERRIDE},
    "actual dates": lambda _: {"progress_rule": ProgressRule.ACTUAL_DATES},
    "lag calendar": lambda text: {"lag_calendar": LagCalendar(text)},
    "float kind": lambda text: {"float_kind": FloatKind(text)},
    "open ends critical": lambda _: {"open_ends_critical": True},
    "lag from actual start": lambda _: {"ss_lag_from_early_start": False},
    "no expected finish": lambda _: {"use_expected_finish": False},
    "ignore other projects": lambda _: {"ignore_other_projects": True},
}


def project_of(text: str, calendars: Mapping[str, int]) -> Project:
    """The project of the clauses after ``project:``; ``calendars`` maps names to ids."""
    fields: Fields = {"calendar": STANDARD.id}
    p6: Fields = {}
    pieces = clauses(text)
    for clause in sorted(pieces, key=lambda piece: not piece.startswith("hours per day")):
        word, rest = opening(clause, [*_PROJECT, *_P6, "calendar"])
        if word == "calendar":
            fields["calendar"] = _number_of(rest, calendars)
        elif word in _P6:
            p6 |= _P6[word](rest)
        else:
            fields |= _PROJECT[word](rest, Units())
    if p6 or fields.get("rules") is Rules.P6:
        fields["p6"] = P6Options(**p6)
    return Project(**fields)


def units_of(project: Project) -> Units:
    """How long the project's days and weeks are."""
    return Units(
        day=project.minutes_per_day * 10,
        week=project.minutes_per_week * 10,
        month=project.minutes_per_day * project.days_per_month * 10,
        start_time=project.default_start_time,
        finish_time=project.default_finish_time,
    )


def calendar_of(number: int, name: str, text: str, calendars: Mapping[str, int]) -> Calendar:
    """A calendar of the clauses after ``calendar NAME:``; days it does not speak of are as in Standard or its
    parent."""
    base = Calendar(id=number, name=name, days=STANDARD.days)
    fields: Fields = {}
    exceptions: list[CalendarException] = []
    pieces = clauses(text)
    if any(piece.startswith("parent ") for piece in pieces):
        base = Calendar(id=number, name=name)
    days = list(base.days)
    for clause in pieces:
        word, _, rest = clause.partition(" ")
        if word == "parent":
            fields["parent"] = _number_of(rest, calendars)
        elif word == "personal":
            fields["personal"] = True
        elif word == "24h":
            days = [(Shift(0, 14_400),)] * 7
        elif word in ("off", "work"):
            exceptions.append(_exception(rest))
        else:
            _set_days(days, word, rest)
    return msgspec.structs.replace(base, days=tuple(days), exceptions=tuple(exceptions), **fields)


def _exception(text: str) -> CalendarException:
    dates, _, shifts = text.partition(" ")
    first, last = pair(dates)
    return CalendarException(day(first), day(last), _shifts(shifts))


def _set_days(days: list[tuple[Shift, ...] | None], word: str, rest: str) -> None:
    first, _, last = word.partition("-")
    if first not in _WEEK or (last or first) not in _WEEK:
        raise DrawnError(f"not a day or a range of days: {word!r}; write Mon or Mon-Fri")
    for index in range(_WEEK.index(first), _WEEK.index(last or first) + 1):
        days[index] = () if rest == "off" else _shifts(rest)


def _shifts(text: str) -> tuple[Shift, ...]:
    """Shifts like ``08:00-12:00 22:00-30:00``; hours past 24 belong to the next day."""
    shifts = []
    for piece in text.split():
        found = re.fullmatch(r"(\d\d?):(\d\d)-(\d\d?):(\d\d)", piece)
        if found is None:
            raise DrawnError(f"not a shift: {piece!r}; write 08:00-12:00")
        hour, minute, last_hour, last_minute = map(int, found.groups())
        shifts.append(Shift((hour * 60 + minute) * 10, (last_hour * 60 + last_minute) * 10))
    return tuple(shifts)


def resource_of(number: int, name: str, text: str, calendars: Mapping[str, int]) -> Resource:
    """A resource of the clauses after ``resource NAME:``."""
    fields: Fields = {}
    for clause in clauses(text):
        word, rest = opening(clause, ["calendar", "units", "material", "cost"])
        if word == "calendar":
            fields["calendar"] = _number_of(rest, calendars)
        elif word == "units":
            fields["max_units"] = hundredths(rest)
        else:
            fields["kind"] = ResourceKind(word)
    return Resource(id=number, name=name, **fields)
