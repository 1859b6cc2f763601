"""What changed about single tasks, one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.diff.changed import is_rolled_up
from headway.core.diff.clauses import (
    constraint_clause,
    delay_clause,
    duration_clause,
    manual_clause,
    name_of,
    own_calendar_clause,
    progress_clause,
)
from headway.core.diff.tracing import OWN_DURATION
from headway.core.diff.values import Group, Item
from headway.core.message import Length, Message, Moment, Param, message
from headway.core.plan.entities import Amounts
from headway.core.plan.outline import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.changes import Set
    from headway.core.diff.changed import Changed
    from headway.core.plan.entities import Task
    from headway.core.plan.outline import Outline

Found = tuple[Group, Item]
PEOPLE = ("owner", "team")
OTHER = ("notes", "wbs", "custom", "agile", "priority", "type", "effort_driven", "recurrence", "recurring")
WORKED = OWN_DURATION - {"estimate", *OTHER}


class TaskItems:
    """Sentences about the tasks of two plans."""

    def __init__(self, changed: Changed, before: Outline, after: Outline) -> None:
        self.changed = changed
        self.before = before
        self.after = after

    def of_fields(self, sets: list[Set]) -> Iterator[Found]:
        """Both plans have the task: all that is new about it, given its changed fields."""
        number = sets[0].id
        was, becomes = self.changed.before.tasks[number], self.changed.after.tasks[number]
        told = {each.field for each in sets if not is_rolled_up(each, self.before, self.after)}
        yield from self._outline(was, becomes, told)
        yield from self._work(was, becomes, told)
        yield from self._limits(was, becomes, told)
        yield from self._people(was, becomes, told)
        if "amounts" in told:
            yield from amounts_items(was, becomes)
        for field in OTHER:
            if field in told:
                yield Group.OTHER, item(becomes, field_message(field, becomes))
        if "external" in told:
            yield Group.OTHER, item(becomes, field_message("code", becomes))

    def came(self, task: Task) -> Found:
        """The task is new."""
        return Group.ADDED, self._scope("item.added", task, self.after)

    def gone(self, task: Task) -> Found:
        """The task is not there any more."""
        return Group.REMOVED, self._scope("item.removed", task, self.before)

    def _scope(self, code: str, task: Task, outline: Outline) -> Item:
        above = outline.parents[task.id]
        if above == ROOT:
            return item(task, message(code, task=name_of(task)), task.duration)
        return item(
            task, message(f"{code}.under", task=name_of(task), parent=name_of(outline.tasks[above])), task.duration
        )

    def _outline(self, was: Task, becomes: Task, told: set[str]) -> Iterator[Found]:
        if "name" in told:
            yield Group.RENAMED, item(becomes, message("item.renamed", task=name_of(was), after=name_of(becomes)))
        if "parent" in told:
            yield Group.MOVED, item(becomes, self._moved(was, becomes), becomes.duration or 1)
        elif "rank" in told:
            yield Group.MOVED, item(becomes, message("item.reordered", task=name_of(becomes)))
        if "inactive" in told:
            group, code = (Group.REMOVED, "clause.inactive") if becomes.inactive else (Group.ADDED, "clause.active")
            yield group, item(becomes, message(code, task=name_of(becomes)), becomes.duration)

    def _moved(self, was: Task, becomes: Task) -> Message:
        old, new = self.before.parents[was.id], self.after.parents[becomes.id]
        places: list[Param] = [
            message("place.top") if above == ROOT else name_of(outline.tasks[above])
            for above, outline in ((old, self.before), (new, self.after))
        ]
        return message("item.moved", task=name_of(becomes), before=places[0], after=places[1])

    def _work(self, was: Task, becomes: Task, told: set[str]) -> Iterator[Found]:
        subject = name_of(becomes)
        if told & WORKED:
            text = duration_clause(was, becomes, subject)
            more = becomes.duration - was.duration
            if more and was.elapsed == becomes.elapsed:
                old, new = Length(was.duration, was.elapsed), Length(becomes.duration, becomes.elapsed)
                text = message("item.duration", clause=text, before=old, after=new)
            yield Group.DURATIONS, item(becomes, text, abs(more))
        elif told & {"estimate", "estimated"}:
            yield Group.DURATIONS, item(becomes, field_message("estimate", becomes))
        if "progress" in told:
            yield Group.PROGRESS, item(becomes, self._progress(was, becomes), becomes.duration)
        if told & {"calendar", "ignore_resource_calendars"}:
            yield Group.CALENDARS, item(becomes, own_calendar_clause(self.changed.after, becomes, subject))
        if told & {"levelling_delay", "levelling_delay_elapsed"}:
            yield Group.RESOURCES, item(becomes, delay_clause(was, becomes, subject), becomes.levelling_delay)

    def _progress(self, was: Task, becomes: Task) -> Message:
        text = progress_clause(was, becomes, name_of(becomes))
        old, new = (0 if each.progress is None else each.progress.percent_complete for each in (was, becomes))
        if old == new or text.code == "clause.finished":
            return text
        if text.code == "clause.progress":
            return message("item.percent", task=name_of(becomes), before=percent(old), after=percent(new))
        return message("item.progress", clause=text, before=percent(old), after=percent(new))

    def _limits(self, was: Task, becomes: Task, told: set[str]) -> Iterator[Found]:
        subject = name_of(becomes)
        if told & {"constraint", "secondary_constraint", "expected_finish"}:
            yield Group.CONSTRAINTS, item(becomes, constraint_clause(was, becomes, subject))
        if "deadline" in told:
            yield Group.CONSTRAINTS, item(becomes, deadline_message(was, becomes), abs(deadline_shift(was, becomes)))
        if "manual" in told:
            yield Group.CONSTRAINTS, item(becomes, manual_clause(was, becomes, subject))
        if "external_link" in told:
            yield Group.CONSTRAINTS, item(becomes, field_message("external_link", becomes))

    def _people(self, was: Task, becomes: Task, told: set[str]) -> Iterator[Found]:
        for field in PEOPLE:
            if field not in told:
                continue
            before, after = getattr(was, field) or "", getattr(becomes, field) or ""
            code = f"item.{field}" if before and after else f"item.{field}_new" if after else f"item.{field}_gone"
            yield Group.ASSIGNMENTS, item(becomes, message(code, task=name_of(becomes), before=before, after=after))


def item(task: Task, text: Message, effect: int = 0) -> Item:
    """One sentence about a task."""
    return Item(text, name_of(task), "task", task.id, effect)


def field_message(field: str, task: Task) -> Message:
    """``the notes of 'Dig' changed``."""
    return message("item.field", field=message(f"field.{field}"), task=name_of(task))


def percent(hundredths: int) -> str:
    """Hundredths of a percent as text: ``62.5 %``."""
    return f"{hundredths / 100:g} %"


def money(amount: int) -> str:
    """An amount in 1/10,000 as text."""
    return f"{amount / 10_000:,.2f}"


def deadline_shift(was: Task, becomes: Task) -> int:
    """By how much a deadline moved, 0 for one that is new or gone."""
    return 0 if was.deadline is None or becomes.deadline is None else becomes.deadline - was.deadline


def deadline_message(was: Task, becomes: Task) -> Message:
    """A deadline that is new, another or gone."""
    subject = name_of(becomes)
    if becomes.deadline is None:
        return message("item.deadline_gone", task=subject)
    after = Moment(becomes.deadline, finish=True)
    if was.deadline is None:
        return message("item.deadline_new", task=subject, after=after)
    return message("item.deadline", task=subject, before=Moment(was.deadline, finish=True), after=after)


def amounts_items(was: Task, becomes: Task) -> Iterator[Found]:
    """Work and cost of a task, planned first; what has been spent where only that changed."""
    old, new = was.amounts or Amounts(), becomes.amounts or Amounts()
    subject = name_of(becomes)
    if old.work != new.work:
        text = message("item.work", task=subject, before=Length(old.work), after=Length(new.work))
        yield Group.COSTS, item(becomes, text, abs(new.work - old.work))
    elif old.actual_work != new.actual_work:
        text = message("item.actual_work", task=subject, before=Length(old.actual_work), after=Length(new.actual_work))
        yield Group.COSTS, item(becomes, text, abs(new.actual_work - old.actual_work))
    for field in ("cost", "actual_cost"):
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            text = message(f"item.{field}", task=subject, before=money(before), after=money(after))
            yield Group.COSTS, item(becomes, text, abs(after - before))
            return
