"""Everything but tasks paired: resources, calendars, links, assignments, baselines and sprints of two plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from headway.core.diff.matching_tasks import code, guid, name, similar, unique_id
from headway.core.diff.pairing import Pairing, Reason

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from headway.core.plan.entities import Assignment, Baseline, Calendar, Link, Resource, Sprint
    from headway.core.plan.plan import Plan

Named = TypeVar("Named", "Baseline", "Sprint")


def pair_resources(old: Plan, new: Plan, *, trusted: bool) -> Pairing[Resource]:
    """By GUID, unique id with name, name and kind, code, name; then by a unique id that can be ``trusted``."""
    found = Pairing(old.resources, new.resources)
    found.unique(Reason.GUID, guid)
    if trusted:
        found.unique(Reason.UNIQUE_ID, lambda each: (unique_id(each), name(each)))
    found.grouped(Reason.NAME, name_or_blank, lambda each: (each.kind, each.max_units))
    found.unique(Reason.CODE, code)
    if trusted:
        by_unique_id_alone(found)
    return found


def pair_calendars(old: Plan, new: Plan, resources: Pairing[Resource], *, trusted: bool) -> Pairing[Calendar]:
    """By GUID, unique id with name, the resource it belongs to, name, then by a unique id that can be ``trusted``."""
    found = Pairing(old.calendars, new.calendars)
    found.unique(Reason.GUID, guid)
    if trusted:
        found.unique(Reason.UNIQUE_ID, lambda each: (unique_id(each), name(each)))
    by_owner(found, owners(old.resources, {}), owners(new.resources, resources.to_old))
    found.grouped(Reason.NAME, name_or_blank, lambda each: (each.personal, each.days, each.exceptions, each.work_weeks))
    if trusted:
        by_unique_id_alone(found)
    return found


def name_or_blank(each: Resource | Calendar) -> str:
    """The name as a key: those without one are alike."""
    return name(each) or ""


Placed = TypeVar("Placed", "Resource", "Calendar")


def by_unique_id_alone(found: Pairing[Placed]) -> None:
    """The same unique id under another name: renamed, unless GUIDs say otherwise."""
    before = {unique_id(found.old[number]): number for number in reversed(found.free_old())}
    for new in found.free_new():
        old = before.get(unique_id(found.new[new]))
        if old is None or not found.are_free(old, new):
            continue
        was, becomes = found.old[old], found.new[new]
        guids_differ = guid(was) is not None and guid(becomes) is not None
        if not guids_differ or similar(name(was) or "", name(becomes) or ""):
            found.pair(old, new, Reason.UNIQUE_ID)


def owners(resources: Mapping[int, Resource], to_old: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """By calendar the resources that work by it, in the old plan's numbers where they have one."""
    found: dict[int, list[int]] = {}
    for number, resource in resources.items():
        if resource.calendar is not None:
            found.setdefault(resource.calendar, []).append(to_old.get(number, number) if to_old else number)
    return {calendar: tuple(sorted(numbers)) for calendar, numbers in found.items()}


def by_owner(
    found: Pairing[Calendar], before: Mapping[int, tuple[int, ...]], after: Mapping[int, tuple[int, ...]]
) -> None:
    """Personal calendars of the same resource."""
    olds = {before[i]: i for i in reversed(found.free_old()) if found.old[i].personal and i in before}
    for new in found.free_new():
        if found.new[new].personal and new in after:
            old = olds.get(after[new])
            if old is not None and found.are_free(old, new):
                found.pair(old, new, Reason.ENDS)


def pair_links(found: Pairing[Link]) -> None:
    """Links between the same tasks, of one kind first; the new ones must have their ends in the old numbers."""
    found.grouped(Reason.ENDS, lambda link: (link.predecessor, link.successor, link.kind), delay)
    found.grouped(Reason.ENDS, lambda link: (link.predecessor, link.successor), delay)


def delay(link: Link) -> Hashable:
    """What tells links between the same tasks apart."""
    return link.lag, link.lag_kind


def pair_assignments(found: Pairing[Assignment]) -> None:
    """Assignments of the same resource to the same task; the new ones must have both in the old numbers."""
    found.grouped(
        Reason.ENDS,
        lambda each: (each.task, each.resource),
        lambda each: (each.units, each.work, each.delay, each.start, each.cost),
    )


def pair_named(old: Mapping[int, Named], new: Mapping[int, Named]) -> Pairing[Named]:
    """Baselines or sprints: by number and name, by name, by number."""
    found: Pairing[Named] = Pairing(dict(old), dict(new))
    found.unique(Reason.UNIQUE_ID, lambda each: (each.id, each.name))
    found.unique(Reason.NAME, name)
    found.unique(Reason.UNIQUE_ID, lambda each: each.id)
    return found
