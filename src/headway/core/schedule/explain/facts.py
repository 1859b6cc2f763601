"""The schedule as explanations see it: names, moments with the right face, calendars by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from headway.core.calendar.compile import ELAPSED
from headway.core.calendar.kernels import next_start, previous_finish, work_between
from headway.core.calendar.layers import ROUND_THE_CLOCK, STANDARD_WEEK, Layered
from headway.core.calendar.working import WorkingCalendar
from headway.core.message import Length, Message, Moment, TaskName, message
from headway.core.plan.plan import Rules
from headway.core.schedule import msproject, p6
from headway.core.schedule.explain.gaps import days_off
from headway.core.schedule.explain.values import Gap, LinkFact
from headway.core.schedule.network import (
    EXTERNAL,
    FF,
    FINISHED,
    FS,
    GATE,
    LEAF,
    MANUAL,
    MILESTONE,
    NOT_STARTED,
    SS,
    Network,
)
from headway.core.time import NEVER, TENTHS_PER_DAY, TENTHS_PER_MINUTE

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.schedule.drivers import Drivers
    from headway.core.schedule.passes import Passes
    from headway.core.schedule.result import Schedule

KINDS = ("FS", "SS", "FF", "SF")


@dataclass(frozen=True, slots=True)
class Facts:
    """A schedule with its driving links."""

    schedule: Schedule
    drivers: Drivers

    @property
    def net(self) -> Network:
        return self.schedule.compiled.network

    @property
    def passes(self) -> Passes:
        return self.drivers.passes

    @property
    def is_p6(self) -> bool:
        return self.schedule.compiled.rules is Rules.P6

    def get(self, node: int, column: str) -> int:
        """One value of a node of the network."""
        return int(self.net.tasks[column][node])

    def marks(self, node: int) -> int:
        """Marks of a node that the rules look at: P6 knows no dates typed by hand."""
        marks = self.get(node, "marks")
        return marks & ~(MANUAL | EXTERNAL) if self.is_p6 else marks

    def weighed(self, node: int, column: str) -> int:
        """One date of a node as the passes weighed it."""
        return int(self.passes.weighed[column][node])

    def shown(self, node: int, column: str) -> int:
        """One date of a task as the schedule shows it."""
        return int(self.schedule.arrays[column][node])

    def task(self, node: int) -> Task:
        """The plan's task of a node; of a gate, its summary."""
        compiled = self.schedule.compiled
        if self.get(node, "role") == GATE:
            node = self.get(node, "summary_of")
        return compiled.plan.tasks[compiled.task_ids[node]]

    def name(self, node: int) -> TaskName:
        """Name of a node's task; its code or row in the file when it has none."""
        task = self.task(node)
        name = task.name.strip()
        if not name and task.external is not None:
            name = task.external.code or ("" if task.external.row is None else str(task.external.row))
        return TaskName(task.id, name)

    def has_dates(self, node: int) -> bool:
        """Whether the schedule gives the task dates."""
        return self.shown(node, "start") != NEVER

    def start(self, node: int, instant: int) -> Moment:
        """An instant as a start: the time of day matters unless it is the first of that day's work.

        A milestone may stand at the end of a day's work as well.
        """
        if self.get(node, "role") == LEAF and self.get(node, "marks") & MILESTONE:
            at_end = self.finish(node, instant)
            if not at_end.timed:
                return at_end
        day = instant // TENTHS_PER_DAY * TENTHS_PER_DAY
        calendar, wt = self.net.tasks["calendar"][node], self.schedule.compiled.calendars.working_time
        usual = (0, self.schedule.compiled.plan.project.default_start_time)
        return Moment(instant, timed=instant - day not in usual and int(next_start(wt, calendar, day)) != instant)

    def data_date(self) -> Moment:
        """The data date: a day, unless it stands in the middle of one."""
        project, instant = self.schedule.compiled.plan.project, self.passes.settings.data_date
        usual = (0, project.default_start_time, project.default_finish_time)
        return Moment(instant, timed=instant % TENTHS_PER_DAY not in usual)

    def finish(self, node: int, instant: int) -> Moment:
        """An instant as a finish, as it is: the time of day matters unless it is the end of that day's work.

        Dates that are typed, actual or given are never moved to another face, nor are those of tasks without work: an
        explanation shows what the schedule shows.
        """
        if instant % TENTHS_PER_DAY == 0:
            return Moment(instant, timed=True)
        calendar, wt = self.net.tasks["calendar"][node], self.schedule.compiled.calendars.working_time
        day = instant // TENTHS_PER_DAY * TENTHS_PER_DAY
        at_end = int(previous_finish(wt, calendar, day + TENTHS_PER_DAY)) == instant
        usual = self.schedule.compiled.plan.project.default_finish_time
        return Moment(instant, finish=True, timed=instant - day != usual and not at_end)

    def done_by(self, node: int, instant: int) -> Moment:
        """A limit that links leave, as a finish: the end of the last work before it."""
        calendar, wt = self.net.tasks["calendar"][node], self.schedule.compiled.calendars.working_time
        ended = int(previous_finish(wt, calendar, instant))
        return self.finish(node, ended if int(next_start(wt, calendar, ended)) >= instant else instant)

    def calendar(self, c: int) -> WorkingCalendar:
        """A compiled calendar by its dense index, the project's own name for it first."""
        compiled = self.schedule.compiled
        calendars, project = compiled.calendars, compiled.plan.project.calendar
        names = [i for i, dense in calendars.index.items() if dense == c and i in calendars.layered]
        if not names:
            week = (ROUND_THE_CLOCK,) * 7 if c == ELAPSED else STANDARD_WEEK
            return WorkingCalendar(calendars.working_time, c, Layered(0, "", week))
        best = project if project in names else min(names, key=lambda i: (compiled.plan.calendars[i].personal, i))
        return WorkingCalendar(calendars.working_time, c, calendars.layered[best])

    def calendar_name(self, c: int) -> str:
        """Name of a compiled calendar; empty for the built-in ones and for combinations."""
        return self.calendar(c).name

    def own_calendar(self, c: int) -> str:
        """Name of a calendar that is not the project's; empty for the project's own, which goes without saying."""
        return "" if c == self.passes.settings.project_calendar else self.calendar_name(c)

    def has_other_days(self, c: int) -> bool:
        """Whether no day of a calendar's week is as long as the project counts a working day."""
        project = self.schedule.compiled.plan.project
        worked = {sum(end - begin for begin, end in shifts) for shifts in self.calendar(c).layered.week}
        return project.minutes_per_day * TENTHS_PER_MINUTE not in worked

    def days_off(self, c: int, begin: int, end: int) -> tuple[Gap, ...]:
        """Whole days without work between two instants."""
        return days_off(self.calendar(c), begin, end)

    def work(self, node: int, begin: int, end: int) -> int:
        """Working time of the task's calendar between two instants."""
        wt = self.schedule.compiled.calendars.working_time
        return int(work_between(wt, self.net.tasks["calendar"][node], begin, end))

    def length(self, node: int, span: int) -> Length:
        """A span in the task's calendar."""
        return Length(span, elapsed=self.get(node, "calendar") == 0)

    def asked(self, row: int) -> int:
        """What a link asks of its successor's start (of its start or finish, when the successor is a gate)."""
        wt, dates = self.schedule.compiled.calendars.working_time, self.passes.weighed
        if self.is_p6:
            return int(p6.link_start(self.net, wt, self.passes.settings, dates, row))
        if self.get(int(self.net.links["successor"][row]), "role") == GATE:
            return int(msproject.link_instant(self.net, wt, dates, row, self.passes.late))
        return int(msproject.link_start(self.net, wt, dates, row, self.passes.late))

    def anchor(self, row: int) -> Moment:
        """Start or finish of the predecessor that a link counts from; actual when there is one."""
        link = self.net.links[row]
        node, kind = int(link["predecessor"]), int(link["kind"])
        progress = self.get(node, "progress")
        if kind in (FS, FF):
            if progress == FINISHED:
                return self.finish(node, self.get(node, "actual_finish"))
            late = not self.is_p6 and self.passes.late and bool(msproject.drives_late(self.net, row))
            return self.finish(node, self.weighed(node, "late_finish" if late else "early_finish"))
        if progress != NOT_STARTED:
            return self.start(node, self.get(node, "actual_start"))
        return self.start(node, self.weighed(node, "early_start"))

    def link(self, row: int) -> LinkFact:
        """The facts of one link."""
        link = self.net.links[row]
        successor, calendar = int(link["successor"]), int(link["calendar"])
        kind = int(link["kind"])
        asked = self.asked(row)
        is_gate = self.get(successor, "role") == GATE
        at_finish = kind not in (FS, SS)
        return LinkFact(
            link=self.schedule.compiled.link_ids[row],
            predecessor=self.name(int(link["predecessor"])),
            kind=KINDS[kind],
            lag=Length(int(link["lag"]), elapsed=calendar == 0),
            anchor=self.anchor(row),
            asked=self.done_by(successor, asked) if at_finish and is_gate else self.start(successor, asked),
            calendar=self.calendar_name(calendar),
            summary=self.name(successor) if is_gate else None,
        )

    def link_message(self, row: int) -> Message:
        """``'A' finishes Tue 12 Mar + 2 working days``."""
        link, fact = self.net.links[row], self.link(row)
        kind, predecessor = int(link["kind"]), int(link["predecessor"])
        progress = self.get(predecessor, "progress")
        if kind in (FS, FF):
            code = "anchor.finished" if progress == FINISHED else "anchor.finishes"
        else:
            code = "anchor.starts" if progress == NOT_STARTED else "anchor.started"
        text = message(code, task=fact.predecessor, moment=fact.anchor)
        if fact.lag.span:
            sign = "link.lag" if fact.lag.span > 0 else "link.lead"
            text = message(sign, anchor=text, lag=Length(abs(fact.lag.span), elapsed=fact.lag.elapsed))
        if kind not in (FS, SS):
            text = message("link.holds_finish", anchor=text)
        if fact.summary is not None:
            text = message("link.of_summary", anchor=text, summary=fact.summary)
        return text


def present(instant: int) -> bool:
    """Whether an entry of an array is there."""
    return instant != NEVER


def node_index(node: int) -> int:
    """A node as the compiled kernels take it: with a plain int they would be compiled once more."""
    return np.int32(node)  # type: ignore[return-value]
