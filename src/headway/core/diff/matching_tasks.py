"""Tasks of two plans paired: by unique id, GUID and code, then by where they stand and what they are called."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from headway.core.diff.pairing import Pairing, Reason, alike, singles
from headway.core.plan.outline import ROOT

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from headway.core.plan.entities import Calendar, Entity, Resource, Task
    from headway.core.plan.outline import Outline

    Read = Calendar | Resource | Task
    """What carries the identifiers of the file it came from."""

SIMILAR = 0.6
"""Share of pairs of letters that two names must have in common to count as one name that was changed."""
MOST_COMPARED = 10_000
"""Pairs of names under one parent that are weighed against each other; beyond that only the exact names count."""


class TaskPairing(Pairing["Task"]):
    """Tasks being paired, with the outlines they stand in."""

    def __init__(self, old: Outline, new: Outline) -> None:
        super().__init__(dict(old.tasks), dict(new.tasks))
        self.before = old
        self.after = new
        self.names_before = {number: name(task) for number, task in old.tasks.items()}
        self.names_after = {number: name(task) for number, task in new.tasks.items()}
        self.trusted = unique_ids_agree(self)
        self.codes_before = codes(old)
        self.codes_after = codes(new)

    def same_place(self, old: int, new: int) -> bool:
        """Whether two tasks stand under the same row."""
        above = self.after.parents[new]
        return self.before.parents[old] == (self.to_old.get(above, -1) if above != ROOT else ROOT)

    def same_place_and_form(self, old: int, new: int) -> bool:
        """Whether both are summaries or neither is, under the same row."""
        return self.before.is_summary(old) == self.after.is_summary(new) and self.same_place(old, new)

    def free_children(self, old: int, new: int) -> tuple[list[int], list[int]]:
        """Rows under a pair of rows that still have no partner, in outline order."""
        olds = [i for i in self.before.children.get(old, ()) if i not in self.to_new]
        return olds, [i for i in self.after.children.get(new, ()) if i not in self.to_old]


def pair_tasks(old: Outline, new: Outline) -> TaskPairing:
    """Pair the tasks of two outlines.  Each step takes only what the ones before it left."""
    found = TaskPairing(old, new)
    found.unique(Reason.GUID, guid)
    if found.trusted:
        by_unique_id(found)
    found.unique(Reason.CODE, code)
    below(found, everything(found))
    if found.trusted:
        by_unique_id_alone(found)
    below(found, everything(found))
    below(found, moved(found))
    by_children(found)
    below(found, everything(found), renamed=True)
    for number, partner in found.to_new.items():
        if unique_id(old.tasks[number]) == unique_id(new.tasks[partner]):
            found.reasons[number] = Reason.UNIQUE_ID
    return found


def unique_id(value: Read) -> int:
    """The file's own unique id; ours for what came from no file."""
    external = value.external
    return value.id if external is None or external.unique_id is None else external.unique_id


def guid(value: Read) -> str | None:
    """The GUID, in one spelling; ``None`` without one."""
    given = value.external.guid if value.external is not None else None
    return given.strip("{}").casefold() or None if given else None


def code(value: Read) -> str | None:
    """P6 activity id or tracker key; ``None`` without one."""
    given = value.external.code if value.external is not None else None
    return given.strip().casefold() or None if given else None


def codes(outline: Outline) -> frozenset[str | None]:
    """All codes of an outline."""
    return frozenset(code(task) for task in outline.tasks.values() if task.external is not None)


def name(value: Entity) -> str | None:
    """The name without differences of case and of spaces; ``None`` for a task without one."""
    given: str = getattr(value, "name", "")
    return " ".join(given.split()).casefold() or None


def unique_ids_agree(found: TaskPairing) -> bool:
    """Whether unique ids mean the same in both plans: half of the tasks of one name at one place share them.

    Where no task has its place in both, half of the tasks of one name; where plans share no name at all, half of the
    tasks look alike and stand alike.  Two exports of one plan, from other programs or with the rows numbered anew, have
    numbers in common that mean nothing.
    """
    table: dict[Hashable, int] = {}
    shared = in_both(
        paths(found.before, found.names_before, table), paths(found.after, found.names_after, table)
    ) or in_both(
        [(number, found.names_before[number]) for number in found.before.order],
        [(number, found.names_after[number]) for number in found.after.order],
    )
    if not shared:
        return forms_agree(found)
    agree = sum(unique_id(found.old[old]) == unique_id(found.new[new]) for old, new in shared)
    return 2 * agree >= len(shared)


def forms_agree(found: TaskPairing) -> bool:
    """Whether half of the tasks look alike and hang under the same unique id as the one with their unique id."""
    before, after = forms(found.before), forms(found.after)
    agree = sum(form == after.get(number) for number, form in before.items())
    return 2 * agree >= max(len(before), len(after))


def forms(outline: Outline) -> dict[int, Hashable]:
    """By unique id, looks of the task and unique id of the row above."""
    above = {number: unique_id(task) for number, task in outline.tasks.items()}
    return {
        above[number]: (above.get(outline.parents[number], ROOT), *looks(task))
        for number, task in outline.tasks.items()
    }


def in_both(before: Iterable[tuple[int, Hashable]], after: Iterable[tuple[int, Hashable]]) -> list[tuple[int, int]]:
    """Tasks of both plans that share a key; of several with one key those that come in the same place."""
    old, new = occurrences(before), occurrences(after)
    return [(number, new[key]) for key, number in old.items() if key in new]


def paths(outline: Outline, names: Mapping[int, str | None], table: dict[Hashable, int]) -> list[tuple[int, int]]:
    """Each task with a number for its path of names; equal paths have equal numbers in all outlines of a table."""
    known = {ROOT: 0}
    for number in outline.order:
        known[number] = table.setdefault((known[outline.parents[number]], names[number]), len(table) + 1)
    return [(number, known[number]) for number in outline.order]


def occurrences(keyed: Iterable[tuple[int, Hashable]]) -> dict[Hashable, int]:
    """The number of each key; where a key comes again, of the pair of the key and how many came before."""
    counts: dict[Hashable, int] = {}
    found: dict[Hashable, int] = {}
    for number, key in keyed:
        if found.setdefault(key, number) != number:
            counts[key] = seen = counts.get(key, 0) + 1
            found[key, seen] = number
    return found


def by_unique_id(found: TaskPairing) -> None:
    """The same unique id and the same name, unless a GUID or a code says that it went elsewhere."""
    for old, new in same_unique_ids(found):
        if found.names_before[old] == found.names_after[new] and not elsewhere(found, old, new):
            found.pair(old, new, Reason.UNIQUE_ID)


def by_unique_id_alone(found: TaskPairing) -> None:
    """The same unique id under another name: renamed, unless all else differs as well.

    A number that was given to another task tells nothing: another GUID and another name, or, without GUIDs, another
    name at another place or for a summary where there was none.
    """
    for old, new in same_unique_ids(found):
        before, after = found.old[old], found.new[new]
        if elsewhere(found, old, new):
            continue
        guids_differ = guid(before) is not None and guid(after) is not None
        if similar(found.names_before[old] or "", found.names_after[new] or "") or (
            not guids_differ and found.same_place_and_form(old, new)
        ):
            found.pair(old, new, Reason.UNIQUE_ID)


def same_unique_ids(found: TaskPairing) -> list[tuple[int, int]]:
    """Free tasks that share a unique id, in the order of the old outline."""
    before = singles((number, unique_id(found.old[number])) for number in found.before.order)
    after = singles((number, unique_id(found.new[number])) for number in found.after.order)
    shared = ((old, after[value]) for value, old in before.items() if value in after)
    return [(old, new) for old, new in shared if found.are_free(old, new)]


def elsewhere(found: TaskPairing, old: int, new: int) -> bool:
    """Whether both have a code of their own and the plans know these as different tasks."""
    before, after = code(found.old[old]), code(found.new[new])
    if before is None or after is None or before == after:
        return False
    return before in found.codes_after or after in found.codes_before


def everything(found: TaskPairing) -> list[tuple[int, int]]:
    """All pairs and the top of both outlines, from the first row down; nothing when all rows have a partner."""
    if len(found.to_new) in (len(found.old), len(found.new)):
        return []
    return [(ROOT, ROOT), *((old, found.to_new[old]) for old in found.before.order if old in found.to_new)]


def below(found: TaskPairing, pairs: Iterable[tuple[int, int]], *, renamed: bool = False) -> None:
    """Pair what has the same name (or a similar one) under a pair, then what is below that."""
    waiting = deque(pairs)
    while waiting:
        place = waiting.popleft()
        olds, news = found.free_children(*place)
        if not olds or not news:
            continue
        for old, new in same_names(found, olds, news):
            found.pair(old, new, Reason.PLACE)
            waiting.append((old, new))
        if renamed:
            for old, new in similar_names(found, *found.free_children(*place)):
                found.pair(old, new, Reason.SIMILAR)
                waiting.append((old, new))


def same_names(found: TaskPairing, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    """Rows of the same name; of several those alike first, then in their order."""
    by_name: dict[str | None, tuple[list[int], list[int]]] = {}
    for number in olds:
        by_name.setdefault(found.names_before[number], ([], []))[0].append(number)
    for number in news:
        by_name.setdefault(found.names_after[number], ([], []))[1].append(number)
    return [
        pair
        for before, after in by_name.values()
        if before and after
        for pair in alike(found.old, found.new, before, after, looks)
    ]


def looks(task: Task) -> tuple[Hashable, ...]:
    """What tells tasks of one name apart."""
    return task.kind, task.milestone, task.duration, task.progress is None


def similar_names(found: TaskPairing, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    """Rows of similar names, the most similar first."""
    if len(olds) * len(news) > MOST_COMPARED:
        return []
    scored = []
    for at, old in enumerate(olds):
        for other, new in enumerate(news):
            score = likeness(found.names_before[old] or "", found.names_after[new] or "")
            if score >= SIMILAR:
                scored.append((-score, abs(at - other), at, other))
    made: dict[int, int] = {}
    for _, _, at, other in sorted(scored):
        if olds[at] not in made and news[other] not in made.values():
            made[olds[at]] = news[other]
    return list(made.items())


def moved(found: TaskPairing) -> list[tuple[int, int]]:
    """Pair the names that one row of each plan is left with: these rows were moved; returns the pairs."""
    before = singles(
        (number, (name(found.old[number]), number in found.before.children)) for number in found.free_old()
    )
    after = singles(
        (number, (found.names_after[number], number in found.after.children)) for number in found.free_new()
    )
    shared = sorted((before[key], after[key]) for key in before.keys() & after.keys() if key[0] is not None)
    for old, new in shared:
        found.pair(old, new, Reason.NAME)
    return shared


def similar(one: str, other: str) -> bool:
    """Whether two names are so alike that one may have become the other."""
    return likeness(one, other) >= SIMILAR


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of pairs of neighbouring letters in common (Dice); 1 if one name opens with the other."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if len(short) >= 4 and long.startswith((short + " ", short + ",")):
        return 1.0
    here, there = letter_pairs(one), letter_pairs(other)
    shared = sum(min(count, there.get(pair, 0)) for pair, count in here.items())
    total = sum(here.values()) + sum(there.values())
    return 2 * shared / total if total else 0.0


def letter_pairs(text: str) -> dict[str, int]:
    """How often each pair of neighbouring letters stands in a text."""
    found: dict[str, int] = {}
    for at in range(len(text) - 1):
        found[text[at : at + 2]] = found.get(text[at : at + 2], 0) + 1
    return found


def by_children(found: TaskPairing) -> None:
    """A summary without a partner is the one that most of its rows stand under now."""
    for old in reversed(found.before.order):
        if old in found.to_new or old not in found.before.children:
            continue
        votes: dict[int, int] = {}
        rows = found.before.children[old]
        for child in rows:
            above = found.after.parents[found.to_new[child]] if child in found.to_new else ROOT
            if above != ROOT and above not in found.to_old:
                votes[above] = votes.get(above, 0) + 1
        best = max(sorted(votes), key=lambda number: votes[number], default=ROOT)
        if best != ROOT and 2 * votes[best] > max(len(rows), len(found.after.children[best])):
            found.pair(old, best, Reason.CHILDREN)
