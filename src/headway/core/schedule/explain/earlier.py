"""What would have to move for a task to be earlier, what would hold it then, and how much that wins."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from headway.core.calendar.compile import ELAPSED
from headway.core.message import Length, Message, message
from headway.core.schedule.explain.facts import Facts, node_index, present
from headway.core.schedule.explain.probe import DATA_DATE, DELAY, PROJECT_START, Hold, Probe
from headway.core.schedule.explain.starts import (
    MOST_LINKS,
    asked_moment,
    constraint_message,
    gap_message,
    joined,
    why_hold,
)
from headway.core.schedule.explain.values import Earlier, Gap, Holder
from headway.core.schedule.network import BY_LATE, EXTERNAL, FINISHED, LEAF, MANUAL, NOT_STARTED
from headway.core.schedule.primitives import work_can_start


class Floor(NamedTuple):
    """The earliest start that anybody can promise, and what says so."""

    start: int
    hold: Hold


def floor_of(probe: Probe, rest: set[Hold]) -> Floor:
    """The project's start or the data date, whichever is later, moved on to where the task can be worked on.

    MS Project may leave open work before the data date; as a promise nobody believes it.  Under P6 the project's start
    holds what waits for nothing else.
    """
    facts, node = probe.facts, probe.node
    settings, i = facts.passes.settings, node_index(node)
    found = [(settings.data_date, DATA_DATE)] if present(settings.data_date) else []
    own = facts.schedule.compiled.plan.project.start if facts.is_p6 else settings.start
    waits = any(hold.cause == "link" for hold in rest) or facts.get(node, "progress") != NOT_STARTED
    if own is not None and not (facts.is_p6 and waits):
        found.insert(0, (own, PROJECT_START))
    instant, hold = max(found, key=lambda each: each[0])
    return Floor(int(work_can_start(facts.net, facts.schedule.compiled.calendars.working_time, i, instant)), hold)


def is_behind(floor: Floor, start: int) -> bool:
    """Whether a task that has not begun lies before the data date."""
    return floor.hold == DATA_DATE and start < floor.start


def behind(facts: Facts, node: int, holders: list[Holder]) -> Earlier:
    """Nobody can begin in the past."""
    none = facts.length(node, 0)
    told = tuple(msgspec.structs.replace(each, gain=none) for each in holders)
    return Earlier(message("earlier.behind", asked=facts.data_date()), told, none)


def not_before(facts: Facts, text: Message, floor: Floor, logic: int) -> Message:
    """A remark on what cuts the gain short."""
    if floor.hold != DATA_DATE or logic >= floor.start:
        return text
    return message("earlier.not_before", earlier=text, asked=facts.data_date())


def why_not_earlier(facts: Facts, node: int) -> Earlier:
    """What holds a task where it is."""
    if not facts.has_dates(node):
        return Earlier(message("earlier.no_dates"))
    if facts.get(node, "role") != LEAF:
        return Earlier(message("earlier.others"))
    if facts.get(node, "progress") == FINISHED:
        return Earlier(message("earlier.done"))
    if facts.get(node, "progress") != NOT_STARTED and not facts.is_p6:
        return Earlier(message("earlier.started"))
    marks = facts.marks(node)
    if marks & EXTERNAL:
        return Earlier(message("earlier.external"))
    if marks & MANUAL:
        return typed(facts, node)
    if facts.shown(node, "cause") == BY_LATE:
        return as_late_as_possible(facts, node)
    return held(facts, node)


def typed(facts: Facts, node: int) -> Earlier:
    """Dates typed by hand hold the task; logic would give others."""
    probe, start = Probe.of(facts, node), facts.shown(node, "start")
    everything = set(probe.holds())
    floor = floor_of(probe, everything)
    if is_behind(floor, start):
        return behind(facts, node, [Holder("manual", message("hold.manual"), facts.length(node, 0))])
    logic = probe.start(everything)
    free = max(logic, floor.start)
    gain = facts.work(node, free, start)
    holder = Holder("manual", message("hold.manual"), facts.length(node, max(gain, 0)))
    if gain <= 0:
        return Earlier(message("earlier.manual_not", logic=facts.start(node, free)), (holder,), facts.length(node, 0))
    text = message("earlier.manual", logic=facts.start(node, free), gain=facts.length(node, gain))
    return Earlier(not_before(facts, text, floor, logic), (holder,), facts.length(node, gain))


def as_late_as_possible(facts: Facts, node: int) -> Earlier:
    """Only the wish to be late holds the task, down to its early start."""
    probe, start = Probe.of(facts, node), facts.shown(node, "start")
    early, floor = facts.weighed(node, "early_start"), floor_of(probe, set(probe.holds()))
    if is_behind(floor, start):
        return behind(facts, node, [Holder("late", message("hold.late"), facts.length(node, 0))])
    free = max(early, floor.start)
    gain = facts.length(node, max(facts.work(node, free, start), 0))
    holder = Holder("late", message("hold.late"), gain)
    text = message("earlier.late", gain=gain, early=facts.start(node, free))
    return Earlier(not_before(facts, text, floor, early), (holder,), gain)


def held(facts: Facts, node: int) -> Earlier:
    """Links and dates hold the task: who does, what each alone wins, and who is next."""
    probe = Probe.of(facts, node)
    everything = set(probe.holds())
    start = probe.start(everything)
    modifiers = everything & {DELAY}
    alone = {hold: probe.start(modifiers | {hold}) for hold in everything - modifiers}
    without = {hold: probe.start(everything - {hold}) for hold in everything if hold.cause != "link"}
    holders = {h for h, at in alone.items() if at == start} | {h for h, at in without.items() if at < start}
    if not holders or probe.start(everything - holders) > start:
        return pulled(facts, node, probe, everything, start)
    rest = everything - holders
    then, floor = probe.start(rest), floor_of(probe, rest)
    found = [
        holder(facts, node, hold, start, gain_of(probe, everything - {hold}, holders, start))
        for hold in ordered(holders)
    ]
    if is_behind(floor, start):
        return behind(facts, node, found)
    gain = gain_of(probe, rest, holders, start)
    next_ones = [h for h, at in alone.items() if h in rest and at == then]
    if then < floor.start:
        then, next_ones = min(floor.start, start), [floor.hold]
    following = tuple(holder(facts, node, hold, then, None) for hold in ordered(next_ones)) if gain is not None else ()
    gaps = facts.days_off(facts.get(node, "calendar"), last_asked(facts, node, holders, start), start)
    text = sentence(facts, found, following, gain, gaps)
    if facts.get(node, "progress") != NOT_STARTED:
        text = message("earlier.remaining", earlier=text)
    return Earlier(text, tuple(found), gain, following, gaps)


def pulled(facts: Facts, node: int, probe: Probe, everything: set[Hold], start: int) -> Earlier:
    """A constraint pulls the task ahead of its logic: nothing that gives way makes it earlier but that constraint."""
    constraints = [hold for hold in everything if "constraint" in hold.cause]
    if not constraints:
        return Earlier(message("earlier.calendar"))
    logic = probe.start(everything - set(constraints))
    found = tuple(holder(facts, node, hold, start, facts.length(node, 0)) for hold in ordered(constraints))
    text = message("earlier.pulled", holders=joined([h.message for h in found]), logic=facts.start(node, logic))
    return Earlier(text, found, facts.length(node, 0))


def ordered(holds: set[Hold] | list[Hold]) -> list[Hold]:
    return sorted(holds, key=lambda h: (h.cause != "link", h.cause, h.row))


def gain_of(probe: Probe, rest: set[Hold], holders: set[Hold], start: int) -> Length | None:
    """Working time won when only ``rest`` holds the task; ``None`` when nothing does any more."""
    facts, node = probe.facts, probe.node
    then, floor = probe.start(rest), floor_of(probe, rest)
    if then < floor.start and floor.hold in holders:
        return None
    return facts.length(node, max(facts.work(node, max(then, floor.start), start), 0))


def last_asked(facts: Facts, node: int, holders: set[Hold], start: int) -> int:
    """The latest instant that a holder asks for, before the calendar has its say."""
    settings = facts.passes.settings
    asked = [facts.asked(hold.row) for hold in holders if hold.cause == "link"]
    if Hold("data_date") in holders:
        asked.append(settings.data_date)
    if Hold("project_start") in holders:
        asked.append(settings.start)
    before = [moment for moment in asked if moment <= start]
    return max(before) if before else start


def holder(facts: Facts, node: int, hold: Hold, start: int, gain: Length | None) -> Holder:
    """One holder with its text."""
    if hold.cause == "link":
        fact = facts.link(hold.row)
        return Holder("link", facts.link_message(hold.row), gain, fact.link, fact.predecessor)
    if hold.cause == "summary":
        reason = why_hold(facts, node, hold, start)
        inner = [facts.link_message(row) for row in gate_rows(facts, node)]
        text = joined(inner[:MOST_LINKS]) if inner else message("hold.summary")
        return Holder(hold.cause, text, gain, reason.links[0].link if reason.links else None)
    return Holder(hold.cause, date_message(facts, node, hold), gain)


def gate_rows(facts: Facts, node: int) -> list[int]:
    """Driving links of the nearest summary above that has some."""
    gate = facts.get(node, "gate")
    while gate >= 0:
        rows = facts.drivers.into(gate)
        if rows:
            return rows
        gate = facts.get(gate, "gate")
    return []


def date_message(facts: Facts, node: int, hold: Hold) -> Message:
    """What a date that holds a task is called."""
    task = facts.task(node)
    if hold.cause in ("constraint", "secondary_constraint"):
        constraint = task.constraint if hold.cause == "constraint" else task.secondary_constraint
        return message("hold.constraint", constraint=constraint_message(facts, node, constraint))
    if hold.cause == "delay":
        elapsed = facts.get(node, "delay_calendar") == ELAPSED
        return message("hold.delay", delay=Length(facts.get(node, "delay"), elapsed=elapsed))
    moves = facts.is_p6 or facts.passes.settings.not_before_data_date
    code = "hold.past" if hold == DATA_DATE and not moves else f"hold.{hold.cause}"
    return message(code, asked=asked_moment(facts, node, hold))


def sentence(
    facts: Facts, found: list[Holder], following: tuple[Holder, ...], gain: Length | None, gaps: tuple[Gap, ...]
) -> Message:
    """``To start earlier, ... would have to move; at most 2 working days can be won, then ... holds it``."""
    shown = [h.message for h in found[:MOST_LINKS]]
    if len(found) > MOST_LINKS:
        shown.append(message("link.more", count=len(found) - MOST_LINKS))
    one = "one" if len(found) == 1 else "all"
    named = [gap for gap in gaps if gap.kind != "weekend"]
    if gain is None:
        text = message(f"earlier.{one}.free", holders=joined(shown))
    elif gain.span == 0 and following:
        then = joined([h.message for h in following[:MOST_LINKS]])
        text = message(f"earlier.{one}.no_gain", holders=joined(shown), next=then)
    elif gain.span == 0:
        text = message(f"earlier.{one}.nothing", holders=joined(shown))
    elif not following:
        text = message(f"earlier.{one}.gain", holders=joined(shown), gain=gain)
    else:
        then = joined([h.message for h in following[:MOST_LINKS]])
        text = message(f"earlier.{one}.next", holders=joined(shown), gain=gain, next=then)
    if named:
        off = joined([gap_message(gap) for gap in named], "list.details")
        text = message("earlier.or_worked", earlier=text, gaps=off)
    return text
