"""The line of a task: ``NAME [DURATION] clause; clause ...``.

links       ``after A``, ``after A SS+1d, B FF-2h``, ``after A +50%``, ``after A FS+3ed``, ``after A+1d SS``
constraint  ``SNET|SNLT|FNET|FNLT|MSO|MFO|SO|FO DATE`` (SO and FO are P6's start on and finish on), ``ALAP``;
            a second one becomes the secondary constraint
dates       ``deadline D``, ``expected finish D``
kinds       ``milestone``, ``start milestone``, ``finish milestone``, ``LOE``, ``wbs summary``, ``hammock``,
            ``wbs element``
progress    ``actual start=D finish=D duration=1d``, ``remaining 2d``, ``percent 40``, ``physical 40``, ``stop D``,
            ``resume D``, ``suspended D``
manual      ``manual``, ``manual start=D finish=D duration=2d``
resources   ``resource Ann``, ``resource Ann 50% work=8h actual=2h delay=1d driving``
others      ``calendar NAME``, ``inactive``, ``priority 600``, ``delay 2ed`` (levelling), ``parts D..D, D..D``,
            ``type fixed_work``, ``effort driven``, ``ignore resource calendars``, ``resource dependent``, ``external``,
            ``wbs 1.2``, ``estimate 1d 2d 5d``, ``owner Ann``, ``baseline D..D``, ``called Any words`` (else the name)

A date without a time is at the start of the day for starts and at its end for finishes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from headway.core.plan.entities import (
    Constraint,
    ConstraintKind,
    LagKind,
    LinkKind,
    Manual,
    Part,
    Progress,
    TaskKind,
    TaskType,
    ThreePoint,
)
from tests.drawn.words import (
    NAME,
    DrawnError,
    Units,
    clauses,
    hundredths,
    instant,
    is_span,
    opening,
    pair,
    signed_span,
    span,
)

CONSTRAINTS = {
    "SNET": ConstraintKind.START_NO_EARLIER_THAN,
    "SNLT": ConstraintKind.START_NO_LATER_THAN,
    "FNET": ConstraintKind.FINISH_NO_EARLIER_THAN,
    "FNLT": ConstraintKind.FINISH_NO_LATER_THAN,
    "MSO": ConstraintKind.MUST_START_ON,
    "MFO": ConstraintKind.MUST_FINISH_ON,
    "SO": ConstraintKind.START_ON,
    "FO": ConstraintKind.FINISH_ON,
}
_KINDS = {
    "start milestone": TaskKind.START_MILESTONE,
    "finish milestone": TaskKind.FINISH_MILESTONE,
    "LOE": TaskKind.LEVEL_OF_EFFORT,
    "wbs summary": TaskKind.WBS_SUMMARY,
    "hammock": TaskKind.HAMMOCK,
    "wbs element": TaskKind.WBS,
}
_FLAGS = {
    "inactive": {"inactive": True},
    "estimated": {"estimated": True},
    "effort driven": {"effort_driven": True},
    "ignore resource calendars": {"ignore_resource_calendars": True},
    "resource dependent": {"resource_dependent": True},
    "external": {"external_link": True},
    "milestone": {"milestone": True},
}
_LINK = re.compile(
    rf"(?P<name>{NAME})"
    r"(?:\s*(?P<first>FS|SS|FF|SF))?"
    r"(?:\s*(?P<sign>[+-])\s*(?P<lag>[\w.]+%?))?"
    r"(?:\s+(?P<last>FS|SS|FF|SF))?"
)


class DrawnLink(msgspec.Struct, frozen=True):
    """A link to a task that may stand further down: still by name."""

    predecessor: str
    kind: LinkKind
    lag: int
    lag_kind: LagKind


class DrawnTask(msgspec.Struct):
    """A line as read: fields of the task, and what needs the names of others."""

    name: str
    indent: int
    units: Units
    fields: dict[str, Any] = {}
    progress: dict[str, Any] = {}
    links: list[DrawnLink] = []
    assignments: list[tuple[str, dict[str, Any]]] = []
    calendar: str | None = None
    called: str | None = None
    baseline: tuple[int, int] | None = None

    def set_duration(self, text: str) -> None:
        found = span(text, self.units)
        self.fields["duration"] = found.tenths
        if found.elapsed:
            self.fields["elapsed"] = True
        if found.estimated:
            self.fields["estimated"] = True

    def all_fields(self) -> dict[str, Any]:
        """The fields of the task, progress among them."""
        return self.fields | ({"progress": Progress(**self.progress)} if self.progress else {})


def task_of(indent: int, text: str, units: Units) -> DrawnTask:
    """The task of one line without its expectations."""
    found = re.match(rf"({NAME})(?:\s+|;|$)(.*)", text)
    if found is None:
        raise DrawnError(f"a task opens with its name, a word: {text!r}")
    task = DrawnTask(found.group(1), indent, units)
    add_clauses(task, found.group(2))
    return task


def add_clauses(task: DrawnTask, text: str) -> None:
    """Read an optional duration and the clauses of a task."""
    first, _, rest = text.strip().partition(" ")
    if is_span(first.rstrip(";")):
        task.set_duration(first.rstrip(";"))
        text = rest
    for clause in clauses(text):
        _add_clause(task, clause)


def _add_clause(task: DrawnTask, clause: str) -> None:
    word, rest = opening(clause, [*_WORDS, *CONSTRAINTS, *_KINDS, *_FLAGS])
    if word in CONSTRAINTS:
        finish = word in ("FNET", "FNLT", "MFO", "FO")
        time_of_day = task.units.finish_time if finish else task.units.start_time
        _add_constraint(task, Constraint(CONSTRAINTS[word], instant(rest, time_of_day)))
    elif word in _KINDS:
        task.fields["kind"] = _KINDS[word]
    elif word in _FLAGS:
        task.fields |= _FLAGS[word]
    else:
        _WORDS[word](task, rest)


def _add_constraint(task: DrawnTask, constraint: Constraint) -> None:
    if "constraint" not in task.fields:
        task.fields["constraint"] = constraint
    elif "secondary_constraint" not in task.fields:
        task.fields["secondary_constraint"] = constraint
    else:
        raise DrawnError(f"{task.name} has more than two constraints")


def _add_links(task: DrawnTask, text: str) -> None:
    for piece in text.split(","):
        found = _LINK.fullmatch(piece.strip())
        if found is None:
            raise DrawnError(f"not a link: {piece.strip()!r}; write A, A SS, A FS+2d or A -50%")
        lag, lag_kind = _lag(found["sign"], found["lag"], task.units)
        kind = LinkKind(found["first"] or found["last"] or "FS")
        task.links.append(DrawnLink(found["name"], kind, lag, lag_kind))


def _lag(sign: str | None, text: str | None, units: Units) -> tuple[int, LagKind]:
    if text is None:
        return 0, LagKind.WORKING
    factor = -1 if sign == "-" else 1
    if text.endswith("e%"):
        return factor * hundredths(text[:-2]), LagKind.ELAPSED_PERCENT
    if text.endswith("%"):
        return factor * hundredths(text), LagKind.PERCENT
    found = span(text, units)
    return factor * found.tenths, LagKind.ELAPSED if found.elapsed else LagKind.WORKING


def _pairs(text: str) -> dict[str, str]:
    """``start=D finish=D`` as a mapping."""
    found = dict(piece.partition("=")[::2] for piece in text.split())
    if not all(found.values()):
        raise DrawnError(f"not a list of name=value: {text!r}")
    return found


def _typed(task: DrawnTask, pairs: dict[str, str], starts: set[str], spans: set[str]) -> dict[str, int]:
    """Values of ``pairs``: starts, spans, and the others are finishes."""
    units = task.units
    values = {}
    for name, text in pairs.items():
        if name in spans:
            values[name] = span(text, units).tenths
        else:
            values[name] = instant(text, units.start_time if name in starts else units.finish_time)
    return values


def _add_actual(task: DrawnTask, text: str) -> None:
    values = _typed(task, _pairs(text), {"start"}, {"duration"})
    task.progress |= {f"actual_{name}": value for name, value in values.items()}


def _add_manual(task: DrawnTask, text: str) -> None:
    task.fields["manual"] = Manual(**_typed(task, _pairs(text), {"start"}, {"duration"}))


def _add_resource(task: DrawnTask, text: str) -> None:
    name, *rest = text.split()
    names = {"work": "work", "actual": "actual_work", "remaining": "remaining_work", "delay": "delay"}
    fields: dict[str, Any] = {}
    for piece in rest:
        word, _, value = piece.partition("=")
        if word == "driving":
            fields["driving"] = True
        elif word.endswith("%"):
            fields["units"] = hundredths(word)
        elif word in names:
            fields[names[word]] = signed_span(value, task.units).tenths
        else:
            raise DrawnError(f"do not know {piece!r} of a resource; there are 50%, driving, {', '.join(names)}")
    task.assignments.append((name, fields))


def _add_delay(task: DrawnTask, text: str) -> None:
    found = span(text, task.units)
    task.fields |= {"levelling_delay": found.tenths, "levelling_delay_elapsed": found.elapsed}


def _add_parts(task: DrawnTask, text: str) -> None:
    ends = [pair(piece.strip()) for piece in text.split(",")]
    units = task.units
    parts = (Part(instant(start, units.start_time), instant(finish, units.finish_time)) for start, finish in ends)
    task.fields["parts"] = tuple(parts)


def _add_estimate(task: DrawnTask, text: str) -> None:
    minimum, likely, maximum = (span(piece, task.units).tenths for piece in text.split())
    task.fields["estimate"] = ThreePoint(minimum, likely, maximum)


def _set_baseline(task: DrawnTask, text: str) -> None:
    start, finish = pair(text)
    task.baseline = instant(start, task.units.start_time), instant(finish, task.units.finish_time)


def _set_called(task: DrawnTask, text: str) -> None:
    task.called = text


def _set_calendar(task: DrawnTask, text: str) -> None:
    task.calendar = text


_Word = Callable[[DrawnTask, str], None]


def _field(name: str, convert: Callable[[str, Units], object]) -> _Word:
    def set_field(task: DrawnTask, text: str) -> None:
        task.fields[name] = convert(text, task.units)

    return set_field


def _progress(name: str, convert: Callable[[str, Units], object]) -> _Word:
    def set_progress(task: DrawnTask, text: str) -> None:
        task.progress[name] = convert(text, task.units)

    return set_progress


def _start(text: str, units: Units) -> int:
    return instant(text, units.start_time)


def _finish(text: str, units: Units) -> int:
    return instant(text, units.finish_time)


_WORDS: dict[str, _Word] = {
    "after": _add_links,
    "ALAP": lambda task, _: _add_constraint(task, Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE)),
    "actual": _add_actual,
    "manual": _add_manual,
    "resource": _add_resource,
    "delay": _add_delay,
    "parts": _add_parts,
    "estimate": _add_estimate,
    "calendar": _set_calendar,
    "baseline": _set_baseline,
    "called": _set_called,
    "owner": _field("owner", lambda text, _: text),
    "deadline": _field("deadline", _finish),
    "expected finish": _field("expected_finish", _finish),
    "priority": _field("priority", lambda text, _: int(text)),
    "type": _field("type", lambda text, _: TaskType(text)),
    "wbs": _field("wbs", lambda text, _: text),
    "remaining": _progress("remaining_duration", lambda text, units: span(text, units).tenths),
    "percent": _progress("percent_complete", lambda text, _: hundredths(text)),
    "physical": _progress("physical_percent", lambda text, _: hundredths(text)),
    "stop": _progress("stop", _finish),
    "resume": _progress("resume", _start),
    "suspended": _progress("suspended", _start),
}
