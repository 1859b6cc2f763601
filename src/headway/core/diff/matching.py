"""Two plans aligned: which entity of the one is which of the other, and the new plan in the old one's numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from headway.core.diff.matching_parts import (
    pair_assignments,
    pair_calendars,
    pair_links,
    pair_named,
    pair_resources,
)
from headway.core.diff.matching_tasks import pair_tasks
from headway.core.diff.pairing import Pair, Pairing, Reason
from headway.core.diff.renumbering import Numbers, Table, numbers_of, origin, placed, replaced
from headway.core.plan.entities import Entity
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Plan, Project

__all__ = ["Matching", "Pair", "Reason", "matched"]

V = TypeVar("V", bound=Entity)


class Matching(msgspec.Struct, frozen=True, gc=False):
    """The new plan in the old one's numbers, and how that came about."""

    plan: Plan
    """The new plan; what the old plan has too has its number there, the rest numbers that the old plan does not use.

    Rows that kept their order have their old ranks, and matched entities their old origin (``external``) but for the
    code: row numbers and the identifiers of a file are no part of what a plan says."""
    pairs: Mapping[str, tuple[Pair, ...]]
    """By entity name (``task``, ``link`` ...), in the order of the old numbers."""
    numbers: Mapping[str, Mapping[int, int]]
    """By entity name: the number in ``plan`` of each number of the new plan as it came."""

    def own(self, entity: str) -> dict[int, int]:
        """The other way round: the new plan's own number of each number in ``plan``."""
        return {number: own for own, number in self.numbers[entity].items()}


def matched(old: Plan, new: Plan) -> Matching:
    """Align two plans; the order in which they hold their entities makes no difference.

    Tasks by unique id, GUID, code, then place and name; resources and calendars by the same and by name, links by
    their ends, assignments by task and resource, baselines and sprints by name.  See ``docs/algorithms/diff.md``.
    """
    before, after = outline_of(old), outline_of(new)
    tasks = pair_tasks(before, after)
    resources = pair_resources(old, new, trusted=tasks.trusted)
    calendars = pair_calendars(old, new, resources, trusted=tasks.trusted)
    sprints = pair_named(old.sprints, new.sprints)
    numbers = Numbers(
        tasks=Table(table(tasks)),
        calendars=Table(table(calendars)),
        resources=Table(table(resources)),
        sprints=Table(table(sprints)),
    )
    links = Pairing(old.links, {i: numbers.link(each) for i, each in new.links.items()})
    pair_links(links)
    assignments = Pairing(old.assignments, {i: numbers.assignment(each) for i, each in new.assignments.items()})
    pair_assignments(assignments)
    baselines = pair_named(old.baselines, new.baselines)
    parts: dict[str, Pairing[Any]] = {
        "calendar": calendars,
        "resource": resources,
        "task": tasks,
        "link": links,
        "assignment": assignments,
        "baseline": baselines,
        "sprint": sprints,
    }
    plan = Plan(
        project=project_of(old.project, new.project, numbers),
        tasks=placed(after, before, numbers),
        links=collected(links, table(links)),
        calendars=collected(calendars, numbers.calendars.numbers, numbers.calendar),
        resources=collected(resources, numbers.resources.numbers, numbers.resource),
        assignments=collected(assignments, table(assignments)),
        baselines=collected(baselines, table(baselines), lambda each: numbers.baseline(each, old_of(baselines, each))),
        sprints=collected(sprints, numbers.sprints.numbers),
        saved={numbers.tasks.of(i): numbers.saved(each) for i, each in new.saved.items()},
    )
    return Matching(
        plan=plan,
        pairs={kind: found.pairs() for kind, found in parts.items()},
        numbers={kind: table(found) for kind, found in parts.items()},
    )


def table(found: Pairing[V]) -> dict[int, int]:
    """The numbers of everything new once the pairs are known."""
    return numbers_of(found.to_old, found.old, found.new)


def old_of(found: Pairing[V], value: V) -> V | None:
    """The partner of a new entity."""
    partner = found.to_old.get(number_of(value))
    return None if partner is None else found.old[partner]


def number_of(value: Entity) -> int:
    """The number of an entity."""
    return int(getattr(value, "id"))  # noqa: B009 (all the kinds that are matched have one)


def collected(found: Pairing[V], numbers: Mapping[int, int], recast: Callable[[V], V] | None = None) -> dict[int, V]:
    """The new entities under their numbers, in their own order; matched ones keep their origin."""
    values: dict[int, V] = {}
    for number, each in found.new.items():
        value = each if recast is None else recast(each)
        partner = old_of(found, each)
        fields: dict[str, object] = {"id": numbers[number]}
        if partner is not None and "external" in value.__struct_fields__:
            fields["external"] = origin(getattr(partner, "external"), getattr(value, "external"))  # noqa: B009
        values[numbers[number]] = replaced(value, **fields)
    return values


def project_of(old: Project, new: Project, numbers: Numbers) -> Project:
    """The new settings, with the calendar in the old numbers and the old origin."""
    return replaced(
        new,
        calendar=numbers.calendars.known(new.calendar),
        external=origin(old.external, new.external),
    )
