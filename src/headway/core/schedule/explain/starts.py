"""Why a task starts where it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.calendar.compile import ELAPSED
from headway.core.message import Length, Message, Moment, Param, message
from headway.core.schedule.explain.probe import Hold, Probe
from headway.core.schedule.explain.values import Gap, Reason
from headway.core.schedule.network import (
    ASIDE,
    BY_CONSTRAINT,
    BY_LATE,
    EXTERNAL,
    LEAF,
    MANUAL,
    NOT_STARTED,
    SUMMARY,
    WBS_SUMMARY,
)

if TYPE_CHECKING:
    from headway.core.plan.entities import Constraint
    from headway.core.schedule.explain.facts import Facts

MOST_LINKS = 5
"""Links that a sentence names; the data holds all."""


def joined(messages: list[Message], how: str = "list.and") -> Message:
    """Several messages as one: ``list.and``, ``list.details``."""
    return messages[0] if len(messages) == 1 else Message(how, {"items": tuple(messages)})


def with_details(code: str, details: list[Message], **params: Param) -> Message:
    """A message, with remarks in brackets where there are some (its code then ends in ``.why``)."""
    if not details:
        return message(code, **params)
    return message(code + ".why", **params, details=joined(details, "list.details"))


def gap_message(gap: Gap) -> Message:
    """``Wed 13 Mar is a holiday: Spring bank holiday``."""
    if gap.kind == "holiday" and gap.name:
        code = "gap.holiday" if gap.days.first == gap.days.last else "gap.holidays"
        return message(code, days=gap.days, name=gap.name)
    if gap.kind == "weekend":
        return message("gap.weekend", days=gap.days)
    code = "gap.off" if gap.days.first == gap.days.last else "gap.offs"
    return message(code, days=gap.days)


def why_start(facts: Facts, node: int) -> Reason:
    """Why the task of a node starts where it does."""
    role, progress = facts.get(node, "role"), facts.get(node, "progress")
    start = facts.shown(node, "start")
    if role == ASIDE or role not in (LEAF, SUMMARY):
        return why_others_decide(facts, node, role)
    if role == SUMMARY:
        return why_rolled_up(facts, node)
    moment, marks = facts.start(node, start), facts.marks(node)
    if progress != NOT_STARTED and not marks & MANUAL:
        return Reason("actual", message("start.actual", start=moment))
    if marks & MANUAL:
        return Reason("manual", message("start.manual", start=moment))
    if marks & EXTERNAL:
        return Reason("external", message("start.external", start=moment))
    if facts.shown(node, "cause") == BY_LATE:
        early = facts.start(node, facts.weighed(node, "early_start"))
        return Reason("late", message("start.late", start=moment, early=early))
    return why_held(facts, node, start)


def why_others_decide(facts: Facts, node: int, role: int) -> Reason:
    """Tasks whose dates are not their own: aside, summaries by the outline, level of effort."""
    task = facts.task(node)
    if task.inactive:
        return Reason("inactive", message("none.inactive"))
    if role == ASIDE and not children_of(facts, node):
        return Reason("empty", message("none.empty"))
    if role in (ASIDE, WBS_SUMMARY):
        return why_rolled_up(facts, node)
    return Reason("span", message("start.span", start=facts.start(node, facts.shown(node, "start"))))


def children_of(facts: Facts, node: int) -> list[int]:
    """Scheduled tasks right below a summary (right beside a P6 WBS summary), in the plan's order."""
    above = facts.get(node, "parent") if facts.get(node, "role") == WBS_SUMMARY else node
    below = (facts.net.tasks["parent"] == above).nonzero()[0]
    return [int(i) for i in below if int(i) != node and facts.has_dates(int(i))]


def why_rolled_up(facts: Facts, node: int) -> Reason:
    """A summary starts with the first of its tasks."""
    if not facts.has_dates(node):
        return Reason("empty", message("none.empty"))
    start = facts.shown(node, "start")
    first = [i for i in children_of(facts, node) if facts.shown(i, "start") == start]
    moment = facts.start(node, start)
    if not first and facts.marks(node) & MANUAL:
        return Reason("manual", message("start.manual", start=moment))
    if not first:
        return Reason("span", message("start.span", start=moment))
    return Reason("rolled_up", message("start.rolled_up", start=moment, task=facts.name(first[0])))


def why_held(facts: Facts, node: int, start: int) -> Reason:
    """A task that has not started: links, summary, constraint, data date or project start hold it."""
    rows = facts.drivers.into(node)
    cause = facts.weighed(node, "cause")
    if cause == BY_CONSTRAINT or not rows:
        return why_date(facts, node, start)
    return why_linked(facts, node, rows, start)


def why_linked(facts: Facts, node: int, rows: list[int], start: int) -> Reason:
    """Driving links, with lag, calendars and the days off in between."""
    links = tuple(facts.link(row) for row in rows)
    gaps: dict[Gap, None] = {}
    details: list[Message] = []
    for row, link in zip(rows, links, strict=True):
        c = int(facts.net.links["calendar"][row])
        if link.lag.span > 0 and c != ELAPSED:
            gaps.update(dict.fromkeys(facts.days_off(c, link.anchor.instant, facts.asked(row))))
    own = facts.get(node, "calendar")
    if facts.get(node, "role") == LEAF:
        latest = max(facts.asked(row) for row in rows)
        gaps.update(dict.fromkeys(facts.days_off(own, latest, start)))
    calendar = next((x.calendar for x in links if x.lag.span and x.calendar), facts.calendar_name(own))
    foreign = calendar != facts.calendar_name(facts.passes.settings.project_calendar)
    if calendar and (foreign or any(gap.kind != "weekend" for gap in gaps)):
        details.append(message("detail.calendar", calendar=calendar))
    details.extend(gap_message(gap) for gap in gaps)
    delay = facts.get(node, "delay") if facts.get(node, "role") == LEAF and not facts.is_p6 else 0
    if delay:
        details.append(
            message("detail.delay", delay=Length(delay, elapsed=facts.get(node, "delay_calendar") == ELAPSED))
        )
    reasons = [facts.link_message(row) for row in rows[:MOST_LINKS]]
    if len(rows) > MOST_LINKS:
        reasons.append(message("link.more", count=len(rows) - MOST_LINKS))
    text = with_details("start.link", details, start=facts.start(node, start), reason=joined(reasons))
    return Reason("link", text, links, tuple(gaps), calendar)


def why_date(facts: Facts, node: int, start: int) -> Reason:
    """A date decides: constraint, summary above, data date, project start, a date from outside, levelling."""
    probe = Probe.of(facts, node)
    holds = probe.holds()
    everything = set(holds)
    for hold in sorted(holds, key=lambda h: ORDER.index(h.cause)):
        if hold.cause != "link" and decides(probe, everything, hold, start):
            return why_hold(facts, node, hold, start)
    return Reason("calendar", message("start.calendar", start=facts.start(node, start)))


ORDER = (
    "constraint",
    "secondary_constraint",
    "external",
    "resume",
    "delay",
    "summary",
    "data_date",
    "project_start",
    "link",
)
"""Of several dates that ask the same, the one that is named."""


def decides(probe: Probe, everything: set[Hold], hold: Hold, start: int) -> bool:
    """Whether a date holds this start: it alone asks for it, or without it the start is another."""
    if hold.cause not in ("delay",) and probe.start({hold}) == start:
        return True
    return probe.start(everything - {hold}) != start


def why_hold(facts: Facts, node: int, hold: Hold, start: int) -> Reason:
    """The reason that one date gives."""
    moment = facts.start(node, start)
    if hold.cause == "summary":
        return why_summary(facts, node, start)
    if hold.cause in ("constraint", "secondary_constraint"):
        task = facts.task(node)
        constraint = task.constraint if hold.cause == "constraint" else task.secondary_constraint
        gaps = facts.days_off(facts.get(node, "calendar"), min(asked_by(constraint, start), start), start)
        text = with_details(
            "start.constraint", [gap_message(gap) for gap in gaps],
            start=moment, constraint=constraint_message(facts, node, constraint),
        )  # fmt: skip
        return Reason(hold.cause, text, gaps=gaps)
    if hold.cause == "delay":
        elapsed = facts.get(node, "delay_calendar") == ELAPSED
        delay = Length(facts.get(node, "delay"), elapsed=elapsed)
        return Reason("delay", message("start.delay", start=moment, delay=delay))
    asked = asked_moment(facts, node, hold)
    if asked.instant == start and hold.cause == "project_start":
        return Reason(hold.cause, message("start.with_project", start=moment))
    gaps = facts.days_off(facts.get(node, "calendar"), asked.instant, start)
    text = with_details(f"start.{hold.cause}", [gap_message(gap) for gap in gaps], start=moment, asked=asked)
    return Reason(hold.cause, text, gaps=gaps)


def asked_moment(facts: Facts, node: int, hold: Hold) -> Moment:
    """The date that the project or another project asks for."""
    if hold.cause == "data_date":
        return facts.data_date()
    instants = {
        "project_start": facts.passes.settings.start,
        "external": facts.get(node, "external_early_start"),
        "resume": facts.get(node, "resume"),
    }
    return facts.start(node, instants[hold.cause])


def asked_by(constraint: Constraint | None, start: int) -> int:
    """Date of a constraint on the start; of others the start itself."""
    on_start = constraint is not None and "start" in constraint.kind
    return constraint.date if constraint is not None and on_start and constraint.date is not None else start


def constraint_message(facts: Facts, node: int, constraint: Constraint | None) -> Message:
    """``must not start before Thu 14 Mar``."""
    if constraint is None or constraint.date is None:
        return message("constraint.as_late_as_possible")
    at_start = "start" in constraint.kind
    date = facts.start(node, constraint.date) if at_start else facts.finish(node, constraint.date)
    return message(f"constraint.{constraint.kind}", date=date)


def why_summary(facts: Facts, node: int, start: int) -> Reason:
    """Logic on a summary holds what is below: the first summary upwards with a driving link or a constraint."""
    gate = facts.get(node, "gate")
    while gate >= 0:
        rows = facts.drivers.into(gate)
        if rows:
            linked = why_linked(facts, gate, rows, start)
            reasons = [facts.link_message(row) for row in rows[:MOST_LINKS]]
            text = message("start.link", start=facts.start(node, start), reason=joined(reasons))
            return Reason("summary", text, linked.links, linked.gaps, linked.calendar)
        above = facts.get(gate, "summary_of")
        date = facts.get(above, "constraint_date")
        if date == facts.weighed(gate, "early_start"):
            constraint = constraint_message(facts, above, facts.task(above).constraint)
            text = message(
                "start.summary_constraint",
                start=facts.start(node, start),
                summary=facts.name(above),
                constraint=constraint,
            )
            return Reason("summary", text)
        gate = facts.get(gate, "gate")
    return Reason("summary", message("start.summary", start=facts.start(node, start)))
