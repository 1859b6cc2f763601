"""Why a task ends where it does."""

from __future__ import annotations

from headway.core.calendar.compile import ELAPSED
from headway.core.message import Message, Moment, message
from headway.core.plan.entities import ResourceKind
from headway.core.schedule.explain.facts import Facts, node_index, present
from headway.core.schedule.explain.starts import (
    children_of,
    constraint_message,
    gap_message,
    joined,
    why_others_decide,
    with_details,
)
from headway.core.schedule.explain.values import Gap, Reason
from headway.core.schedule.network import (
    ASIDE,
    BY_LATE,
    EXTERNAL,
    FINISHED,
    FNET,
    LEAF,
    MANUAL,
    MUST_FINISH,
    NOT_STARTED,
    SUMMARY,
    WBS_SUMMARY,
)
from headway.core.schedule.primitives import remaining_after, work_can_start
from headway.core.time import TENTHS_PER_MINUTE

MOST_GAPS = 6
"""Days off that a sentence names; the data holds all."""


def why_finish(facts: Facts, node: int) -> Reason:
    """Why the task of a node ends where it does."""
    role = facts.get(node, "role")
    if not facts.has_dates(node):
        return why_others_decide(facts, node, role)
    finish = facts.shown(node, "finish")
    moment, marks = ended(facts, node, finish), facts.marks(node)
    if role in (SUMMARY, ASIDE, WBS_SUMMARY):
        last = [i for i in children_of(facts, node) if facts.shown(i, "finish") == finish]
        if last:
            return Reason("rolled_up", message("finish.rolled_up", finish=moment, task=facts.name(last[0])))
    if role != LEAF and marks & MANUAL:
        return Reason("manual", message("finish.manual", finish=moment))
    if role != LEAF:
        return Reason("span", message("finish.span", finish=moment))
    given = why_given(facts, node, finish)
    return given or why_worked(facts, node)


def ended(facts: Facts, node: int, finish: int) -> Moment:
    """The finish as it is shown; what ends when it starts reads as its start does."""
    return facts.start(node, finish) if finish == facts.shown(node, "start") else facts.finish(node, finish)


def why_given(facts: Facts, node: int, finish: int) -> Reason | None:
    """A date decides the finish: actual, typed, from another project, constraint or expectation."""
    moment, marks, settings = ended(facts, node, finish), facts.marks(node), facts.passes.settings
    if facts.get(node, "progress") == FINISHED and not marks & MANUAL:
        return Reason("actual", message("finish.actual", finish=moment))
    if marks & MANUAL:
        return Reason("manual", message("finish.manual", finish=moment))
    if marks & EXTERNAL:
        return Reason("external", message("finish.external", finish=moment))
    if facts.is_p6 and settings.use_expected_finish and facts.get(node, "expected_finish") == finish:
        return Reason("expected_finish", message("finish.expected", finish=moment))
    kind = facts.get(node, "constraint")
    at_finish = kind == MUST_FINISH or (kind == FNET and facts.get(node, "progress") != NOT_STARTED)
    if at_finish and facts.get(node, "constraint_date") == finish:
        constraint = constraint_message(facts, node, facts.task(node).constraint)
        return Reason("constraint", message("finish.constraint", finish=moment, constraint=constraint))
    return None


def why_worked(facts: Facts, node: int) -> Reason:
    """Work decides the finish: the duration, the assignments or what remains, in their calendars."""
    begin, finish, span, cause = worked_from(facts, node)
    c, calendar = facts.get(node, "calendar"), facts.calendar_name(facts.get(node, "calendar"))
    moment = ended(facts, node, finish)
    if span == 0 and facts.get(node, "pieces") == facts.get(node, "pieces_end"):
        if begin == facts.shown(node, "start"):
            return Reason("milestone", message("finish.milestone", finish=moment))
        return Reason("remaining", message("finish.nothing_left", finish=moment, begin=facts.start(node, begin)))
    gaps = facts.days_off(c, begin, finish)
    foreign = c not in (ELAPSED, facts.passes.settings.project_calendar)
    named = calendar and (foreign or any(gap.kind != "weekend" for gap in gaps))
    details = [message("detail.calendar", calendar=calendar)] if named else []
    per_day = facts.schedule.compiled.plan.project.minutes_per_day
    if foreign and span >= per_day * TENTHS_PER_MINUTE and facts.has_other_days(c):
        details.append(message("detail.day", hours=f"{per_day / 60:g}"))
    details.extend(gap_details(gaps))
    if facts.task(node).parts:
        details.append(message("detail.split", count=len(facts.task(node).parts)))
    if facts.get(node, "pieces") < facts.get(node, "pieces_end"):
        return why_assigned(facts, node, begin, finish, gaps)
    text = with_details(
        f"finish.{cause}", details, finish=moment, begin=facts.start(node, begin), duration=facts.length(node, span)
    )
    return Reason(cause, text, gaps=gaps, calendar=calendar)


def worked_from(facts: Facts, node: int) -> tuple[int, int, int, str]:
    """Where the deciding work begins, where it ends, how long it is and what it is called."""
    start, finish = facts.shown(node, "start"), facts.shown(node, "finish")
    if facts.get(node, "progress") == NOT_STARTED:
        early = facts.shown(node, "cause") != BY_LATE
        # The span of a split task has its pauses in it.
        span = facts.task(node).duration if facts.task(node).parts else facts.get(node, "span")
        return start, finish, span, "duration" if early else "late"
    remaining = facts.get(node, "remaining")
    if facts.is_p6:
        return facts.weighed(node, "early_start"), finish, remaining, "remaining"
    resume, wt = facts.get(node, "resume"), facts.schedule.compiled.calendars.working_time
    if present(resume):
        again = int(work_can_start(facts.net, wt, node_index(node), resume))
        if int(remaining_after(facts.net, wt, node_index(node), again)) == finish:
            return again, finish, remaining, "remaining"
    return start, finish, facts.get(node, "span"), "started"


def gap_details(gaps: tuple[Gap, ...]) -> list[Message]:
    """Holidays and odd days by name, weekends by number."""
    named = [gap for gap in gaps if gap.kind != "weekend"]
    details = [gap_message(gap) for gap in named[:MOST_GAPS]]
    if len(named) > MOST_GAPS:
        details.append(message("gap.more", count=len(named) - MOST_GAPS))
    weekends = len(gaps) - len(named)
    if weekends:
        details.append(message("gap.weekends", count=weekends))
    return details


def why_assigned(facts: Facts, node: int, begin: int, finish: int, gaps: tuple[Gap, ...]) -> Reason:
    """Assignments decide: the people whose work ends last, each in the own calendar."""
    plan = facts.schedule.compiled.plan
    task = facts.task(node)
    people = [
        plan.resources[a.resource]
        for a in plan.assignments.values()
        if a.task == task.id and a.resource is not None and a.resource in plan.resources
    ]
    names = [r.name for r in people if r.kind is ResourceKind.WORK and r.name]
    params = {"finish": facts.finish(node, finish), "begin": facts.start(node, begin)}
    if not names:
        return Reason("resources", Message("finish.resources", dict(params)), gaps=gaps)
    items = joined([message("name", name=name) for name in dict.fromkeys(names)])
    return Reason("resources", Message("finish.resources_named", {**params, "people": items}), gaps=gaps)
