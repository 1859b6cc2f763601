"""Mends carried out: each offer is tried on the plan, dated and reviewed again, and kept only when it does no harm.

Offers of a rule are tried together; when something about them is wrong, half of them are tried, and so on down to the
one at fault.  So hundreds of offers cost a few reviews, and each bad one a few more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from headway.core.calendar.kernels import work_between
from headway.core.changes import apply
from headway.core.edits import Edit, EditError, describe, expand, naming
from headway.core.message import Message, message
from headway.core.plan.invariants import check
from headway.core.review.history import touched_past
from headway.core.review.review import offers, review
from headway.core.review.thresholds import USUAL, Thresholds
from headway.core.review.values import Offer, Review, Status
from headway.core.schedule import Schedule, patch, solve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from headway.core.changes import Change
    from headway.core.plan.plan import Plan
    from headway.core.review.values import Result

MOST_TRIALS = 400
"""Reviews that one call makes at most; offers that were not tried are refused with that reason."""
MOST_PASSES = 20
"""Rounds through all rules: one mend can make room for another."""


class Mended(msgspec.Struct, frozen=True, gc=False):
    """A mend that was carried out.  ``finish`` is by how much working time it moved the finish of the project, later
    when positive (span in the project's calendar)."""

    rule: str
    edit: Edit
    message: Message
    tasks: tuple[int, ...]
    finish: int


class Refused(msgspec.Struct, frozen=True, gc=False):
    """An offer that was not carried out, and why."""

    rule: str
    edit: Edit
    message: Message
    reason: Message


@dataclass(frozen=True)
class Fixed:
    """A plan after its mends, dated; ``changes`` lead from the old plan to it."""

    schedule: Schedule
    changes: tuple[Change, ...]
    mended: tuple[Mended, ...]
    refused: tuple[Refused, ...]
    before: Review
    after: Review


def fix(
    schedule: Schedule,
    rules: Sequence[str],
    thresholds: Thresholds = USUAL,
    name: Callable[[Message], str] | None = None,
) -> Fixed:
    """Mend what ``rules`` found, in that order, again and again until nothing more can be mended.

    A mend is refused when it makes the plan unsound, when a rule that passed would fail or could not be evaluated any
    more, when it does not make its own rule's findings fewer, and when it touches anything that has happened
    (:mod:`headway.core.review.history`).  ``name`` gives the names of tasks that mends make; ``KeyError`` for a rule
    that is not there.
    """
    before = review(schedule, thresholds)
    run = _Run(thresholds, name, _State(schedule, before, _problems(schedule.compiled.plan)))
    for _ in range(MOST_PASSES):
        mended = len(run.mended)
        for rule in rules:
            for part in before.result(rule).parts or (rule,):
                run.mend(part)
        if len(run.mended) == mended:
            break
    refused = tuple(each for each, _ in run.refused.values())
    return Fixed(run.state.schedule, tuple(run.changes), tuple(run.mended), refused, before, run.state.review)


@dataclass(frozen=True)
class _State:
    """A plan between two mends: dated, reviewed, and what was wrong with it all along."""

    schedule: Schedule
    review: Review
    problems: frozenset[object]

    @property
    def plan(self) -> Plan:
        return self.schedule.compiled.plan


@dataclass(frozen=True)
class _Trial:
    """What came of some offers."""

    state: _State
    changes: tuple[Change, ...]


@dataclass
class _Run:
    """One call of :func:`fix` on its way."""

    thresholds: Thresholds
    name: Callable[[Message], str] | None
    state: _State
    trials: int = 0
    changes: list[Change] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    refused: dict[bytes, tuple[Refused, int]] = field(default_factory=dict)
    """By edit: why not, and how many mends had been carried out then."""

    def mend(self, rule: str) -> None:
        """Carry out what one rule offers now, but for what was refused and could only be refused again."""
        found = offers(self.state.schedule, self.state.review, rule, self.thresholds)
        fresh = [offer for offer in found if self.refused.get(_key(offer), (None, -1))[1] != len(self.mended)]
        self._settle(fresh)

    def _settle(self, some: Sequence[Offer]) -> None:
        if not some:
            return
        outcome = self._try(some)
        if isinstance(outcome, _Trial):
            self._keep(some, outcome)
        elif len(some) == 1:
            self._refuse(some[0], outcome)
        else:
            half = len(some) // 2
            self._settle(some[:half])
            self._settle(some[half:])

    def _try(self, some: Sequence[Offer]) -> _Trial | Message:
        """The state after some offers, or why they cannot be carried out together."""
        if self.trials >= MOST_TRIALS:
            return message("fix.refused.too_many")
        self.trials += 1
        try:
            plan, changes = self._expanded(self.state.plan, some)
        except EditError as error:
            return message("fix.refused.edit", reason=str(error))
        past = touched_past(self.state.plan, changes)
        if past is not None:
            return past
        problem = next((each for each in check(plan) if each.key not in self.state.problems), None)
        if problem is not None:
            return message("fix.refused.unsound", problem=problem.message())
        schedule = solve(patch(self.state.schedule.compiled, plan, changes))
        found = review(schedule, self.thresholds)
        harm = harm_done(self.state.review, found) or no_help(self.state.review, found, some[0].rule)
        return harm or _Trial(_State(schedule, found, self.state.problems), changes)

    def _expanded(self, plan: Plan, some: Iterable[Offer]) -> tuple[Plan, tuple[Change, ...]]:
        """The plan after some edits and the changes they come to; each is expanded on what the one before left."""
        changes: list[Change] = []
        for offer in some:
            expanded = expand(plan, self._named(plan, offer.edit))
            plan = apply(plan, expanded)
            changes.extend(expanded)
        return plan, tuple(changes)

    def _named(self, plan: Plan, edit: Edit) -> Edit:
        asked = naming(plan, edit) if self.name is not None else None
        if asked is None or self.name is None:
            return edit
        return msgspec.structs.replace(edit, name=self.name(asked))

    def _keep(self, some: Sequence[Offer], trial: _Trial) -> None:
        """Remember what was done, in words of the plan it was done to, and with what each did to the finish."""
        moved = self._moved(self.state.schedule, some, trial.state.schedule.finish)
        plan = self.state.plan
        for offer, span in zip(some, moved, strict=True):
            edit = self._named(plan, offer.edit)
            self.mended.append(Mended(offer.rule, edit, describe(plan, edit), offer.tasks, span))
            self.refused.pop(_key(offer), None)
        self.changes.extend(trial.changes)
        self.state = trial.state

    def _moved(self, schedule: Schedule, some: Sequence[Offer], finish: int) -> list[int]:
        """By how much each of some offers moves the finish, one after the other; they move it to ``finish`` together.

        Offers that together move nothing are not looked at one by one.
        """
        if schedule.finish == finish:
            return [0] * len(some)
        if len(some) == 1:
            return [_work(schedule, schedule.finish, finish)]
        half = len(some) // 2
        plan, changes = self._expanded(schedule.compiled.plan, some[:half])
        middle = solve(patch(schedule.compiled, plan, changes))
        return self._moved(schedule, some[:half], middle.finish) + self._moved(middle, some[half:], finish)

    def _refuse(self, offer: Offer, reason: Message) -> None:
        plan = self.state.plan
        refused = Refused(offer.rule, offer.edit, describe(plan, offer.edit), reason)
        self.refused[_key(offer)] = (refused, len(self.mended))


def harm_done(before: Review, after: Review) -> Message | None:
    """The first rule that passed and would fail, or was evaluated and could not be any more."""
    now = {each.rule: each for each in after.results}
    for was in before.results:
        found = now[was.rule]
        title = message(f"rule.{was.rule}.title")
        if was.status is Status.PASS and found.status is Status.FAIL:
            return message("fix.refused.would_fail", rule=was.rule, title=title)
        if was.status is not Status.NOT_EVALUATED and found.status is Status.NOT_EVALUATED:
            return message("fix.refused.would_be_unknown", rule=was.rule, title=title)
    return None


def no_help(before: Review, after: Review, rule: str) -> Message | None:
    """A reason when a rule's own findings are not fewer, or at least not less grave, than before."""
    was, now = before.result(rule), after.result(rule)
    gone = _rows(was) - _rows(now)
    return None if gone and now.count <= was.count else message("fix.refused.no_help")


def _rows(result: Result) -> set[tuple[int, int | None, str]]:
    return {(row.task, row.link, row.message.code) for row in result.rows}


def _problems(plan: Plan) -> frozenset[object]:
    return frozenset(each.key for each in check(plan))


def _work(schedule: Schedule, begin: int, end: int) -> int:
    """Working time of the project's calendar, negative backwards."""
    calendars, project = schedule.compiled.calendars, schedule.compiled.plan.project
    return int(work_between(calendars.working_time, calendars.at(project.calendar), begin, end))


def _key(offer: Offer) -> bytes:
    return msgspec.json.encode((offer.rule, offer.edit))
