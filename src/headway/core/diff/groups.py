"""The raw changes as sentences, grouped by what they are about, the greatest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put, Remove, Set, id_of
from headway.core.diff.changed import link_step
from headway.core.diff.clauses import link_words, name_of, task_of
from headway.core.diff.group_tasks import Found, TaskItems, percent
from headway.core.diff.values import ChangeGroup, Group, Item, StepKind, Totals
from headway.core.message import Days, Message, Moment, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.changes import Change
    from headway.core.diff.aligned import Dated
    from headway.core.diff.changed import Changed
    from headway.core.plan.entities import Assignment, Calendar, CalendarException, Resource
    from headway.core.plan.plan import Plan, Project

DATED = ("data_date", "start", "finish")


def change_groups(changed: Changed, before: Dated, after: Dated) -> tuple[ChangeGroup, ...]:
    """All groups that have something, in the order of :class:`Group`."""
    found: dict[Group, list[Item]] = {group: [] for group in Group}
    for group, item in items(changed, before, after):
        found[group].append(item)
    places = after.outline.rows
    return tuple(
        ChangeGroup(
            group,
            message(f"group.{group}", count=len(there)),
            tuple(
                sorted(there, key=lambda item: (-item.effect, places.get(item.task.id if item.task else 0, 0), item.id))
            ),
        )
        for group, there in found.items()
        if there
    )


def items(changed: Changed, before: Dated, after: Dated) -> Iterator[Found]:
    """A sentence for each change that a reader would tell apart."""
    tasks = TaskItems(changed, before.outline, after.outline)
    for (entity, _), changes in by_entity(changed.changes).items():
        first = changes[0]
        if entity != "task":
            yield from SENTENCES[entity](changed, changes)
        elif isinstance(first, Put):
            yield tasks.came(first.after)
        elif isinstance(first, Remove):
            yield tasks.gone(first.before)
        else:
            yield from tasks.of_fields([each for each in changes if isinstance(each, Set)])


def by_entity(changes: Iterable[Change]) -> dict[tuple[str, int], list[Change]]:
    """The changes of each entity."""
    found: dict[tuple[str, int], list[Change]] = {}
    for change in changes:
        found.setdefault((change.entity, id_of(change)), []).append(change)
    return found


def link_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """A link between tasks that both plans have; those of new and of removed tasks come and go with them."""
    first = changes[0]
    if link_step(changed, first) is StepKind.SCOPE:
        return
    number = id_of(first)
    link = changed.link(number)
    task, predecessor = (name_of(task_of(changed, end)) for end in (link.successor, link.predecessor))
    if isinstance(first, Set):
        was = link_words(changed.before.links[number])
        text = message("clause.link_changed", task=task, predecessor=predecessor, before=was, after=link_words(link))
    else:
        code = "item.link_added" if isinstance(first, Put) else "item.link_removed"
        text = message(code, task=task, predecessor=predecessor, link=link_words(link))
    yield Group.LOGIC, Item(text, task, "link", number, abs(link.lag))


def calendar_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """Calendars that came, went or have other working time."""
    first, number = changes[0], id_of(changes[0])
    calendar = changed.after.calendars.get(number) or changed.before.calendars[number]
    if not isinstance(first, Set):
        code = "item.calendar_added" if isinstance(first, Put) else "item.calendar_removed"
        if not calendar.personal:
            yield Group.CALENDARS, Item(message(code, calendar=calendar.name), None, "calendar", number)
        return
    was = changed.before.calendars[number]
    fields = {each.field for each in changes if isinstance(each, Set)}
    texts = exception_messages(was, calendar) if "exceptions" in fields else []
    if fields - {"exceptions", "name", "external"}:
        texts.append(message("clause.working_time", calendar=calendar.name))
    if "name" in fields:
        texts.append(message("item.calendar_renamed", before=was.name, after=calendar.name))
    for text in texts:
        yield Group.CALENDARS, Item(text, None, "calendar", number)


def exception_messages(was: Calendar, becomes: Calendar) -> list[Message]:
    """Days that a calendar treats differently now."""
    new = [each for each in becomes.exceptions if each not in was.exceptions]
    gone = [each for each in was.exceptions if each not in becomes.exceptions]
    return [exception_message("new", becomes, each) for each in new] + [
        exception_message("gone", becomes, each) for each in gone
    ]


def exception_message(what: str, calendar: Calendar, exception: CalendarException) -> Message:
    """``calendar 'Office' has a new exception: Fri 14 Mar (Spring holiday)``."""
    days = Days(exception.first, exception.last)
    if exception.name:
        return message(f"item.exception_{what}.named", calendar=calendar.name, days=days, name=exception.name)
    return message(f"item.exception_{what}", calendar=calendar.name, days=days)


def resource_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """Resources that came, went or are not what they were."""
    first, number = changes[0], id_of(changes[0])
    resource = changed.after.resources.get(number) or changed.before.resources[number]
    if not isinstance(first, Set):
        code = "item.resource_added" if isinstance(first, Put) else "item.resource_removed"
        yield Group.RESOURCES, Item(message(code, resource=resource.name), None, "resource", number)
        return
    was = changed.before.resources[number]
    for each in changes:
        if isinstance(each, Set):
            yield Group.RESOURCES, Item(resource_message(was, resource, each.field), None, "resource", number)


def resource_message(was: Resource, becomes: Resource, field: str) -> Message:
    """One field of a resource."""
    if field == "name":
        return message("item.resource_renamed", before=was.name, after=becomes.name)
    if field == "max_units":
        return message(
            "item.resource_units",
            resource=becomes.name, before=percent(was.max_units), after=percent(becomes.max_units),
        )  # fmt: skip
    known = field if field in ("rates", "calendar", "availability", "kind", "notes", "custom") else "settings"
    return message("item.resource_field", resource=becomes.name, field=message(f"field.{known}"))


def assignment_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """Who works on a task that both plans have, and how much of the time."""
    first, number = changes[0], id_of(changes[0])
    there = changed.after.assignments.get(number) or changed.before.assignments[number]
    if there.task in changed.added or there.task in changed.removed:
        return
    task, resource = name_of(task_of(changed, there.task)), resource_name(changed, there)
    if not isinstance(first, Set):
        code = "item.assigned" if isinstance(first, Put) else "item.unassigned"
        text = message(code, task=task, resource=resource)
        yield Group.ASSIGNMENTS, Item(text, task, "assignment", number, there.work)
        return
    was = changed.before.assignments[number]
    if was.units != there.units:
        text = message(
            "item.units", task=task, resource=resource, before=percent(was.units), after=percent(there.units)
        )
        yield Group.ASSIGNMENTS, Item(text, task, "assignment", number, abs(there.work - was.work))


def resource_name(changed: Changed, assignment: Assignment) -> str | Message:
    """The name of who is assigned."""
    number = assignment.resource
    resource = None if number is None else changed.after.resources.get(number) or changed.before.resources.get(number)
    return message("item.nobody") if resource is None or not resource.name else resource.name


def project_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """Settings of the project."""
    was, becomes = changed.before.project, changed.after.project
    for each in changes:
        if isinstance(each, Set) and (each.field != "finish" or becomes.from_finish):
            group, text = project_message(was, becomes, each.field)
            yield group, Item(text, None, "project", 0)


def project_message(was: Project, becomes: Project, field: str) -> tuple[Group, Message]:
    """One setting."""
    if field == "name":
        return Group.RENAMED, message("item.project_renamed", before=was.name, after=becomes.name)
    before, after = getattr(was, field), getattr(becomes, field)
    if field == "must_finish_by" and after is not None:
        return Group.CONSTRAINTS, message("item.must_finish_by", after=Moment(after, finish=True))
    if field == "rules":
        return Group.SETTINGS, message("clause.rules", rules=message(f"rules.{after}"))
    if field in DATED and after is not None:
        if before is None:
            return Group.SETTINGS, message(f"item.{field}_new", after=Moment(after))
        return Group.SETTINGS, message(f"item.{field}", before=Moment(before), after=Moment(after))
    known = field if field in PROJECT_FIELDS else "settings"
    return Group.SETTINGS, message("item.project_field", field=message(f"field.{known}"))


PROJECT_FIELDS = ("calendar", "p6", "custom", "manager", "company", "currency", "external", *DATED)


def baseline_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """Baselines taken, cleared or taken anew."""
    first, number = changes[0], id_of(changes[0])
    there = changed.after.baselines.get(number) or changed.before.baselines[number]
    what = "changed" if isinstance(first, Set) else "added" if isinstance(first, Put) else "removed"
    text = message(f"item.baseline_{what}", baseline=there.name or str(number))
    yield Group.BASELINES, Item(text, None, "baseline", number)


def sprint_items(changed: Changed, changes: list[Change]) -> Iterator[Found]:
    """Sprints planned, dropped or changed."""
    first, number = changes[0], id_of(changes[0])
    there = changed.after.sprints.get(number) or changed.before.sprints[number]
    what = "changed" if isinstance(first, Set) else "added" if isinstance(first, Put) else "removed"
    yield Group.OTHER, Item(message(f"item.sprint_{what}", sprint=there.name or str(number)), None, "sprint", number)


def saved_items(_changed: Changed, _changes: list[Change]) -> Iterator[Found]:
    """What a program saved as its result is compared elsewhere."""
    return iter(())


SENTENCES = {
    "link": link_items,
    "calendar": calendar_items,
    "resource": resource_items,
    "assignment": assignment_items,
    "project": project_items,
    "baseline": baseline_items,
    "sprint": sprint_items,
    "saved": saved_items,
}
"""Entity to the sentences about it."""


def totals(before: Dated, after: Dated) -> Totals:
    """Work and cost of all rows that are no summary."""
    old, new = sums(before.plan, before), sums(after.plan, after)
    return Totals(work_before=old[0], work_after=new[0], cost_before=old[1], cost_after=new[1])


def sums(plan: Plan, dated: Dated) -> tuple[int, int]:
    """Work and cost of one plan."""
    amounts = [plan.tasks[task].amounts for task in dated.outline.leaves()]
    return sum(each.work for each in amounts if each), sum(each.cost for each in amounts if each)
