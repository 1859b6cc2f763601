"""Mends carried out: each offer is tried on the plan, dated and reviewed again, and kept only when it does no harm.

Offers of a rule are tried together; when something about them is wrong, either half is tried, and so on down to those
at fault.  So hundreds of offers cost a few reviews, and each bad one a few more.  Where a few single ones out of many
are all refused, the others are not tried: what is wrong is then wrong about their kind.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from headway.core.calendar.kernels import work_between
from headway.core.changes import apply
from headway.core.edits import Edit, EditError, describe, expand, name_of, naming
from headway.core.message import Message, message
from headway.core.plan.invariants import check
from headway.core.review.history import touched_past
from headway.core.review.review import offers, review
from headway.core.review.rules import RULES
from headway.core.review.score import trust
from headway.core.review.thresholds import USUAL, Thresholds
from headway.core.review.values import Offer, Review, Status
from headway.core.review.worth import grades_lost
from headway.core.schedule import Schedule, patch, solve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from headway.core.changes import Change
    from headway.core.plan.plan import Plan
    from headway.core.review.values import Result

MOST_TRIALS = 64
"""Reviews that the offers of one rule cost at most in one pass."""
FEW = 8
"""So many offers are always tried one by one if need be."""
SAMPLES = 4
"""Of more, so many are tried singly before the others are."""
MOST_PASSES = 20
"""Rounds through all rules: one mend can make room for another."""
CURES: Mapping[str, frozenset[str]] = MappingProxyType(
    {"move_link": frozenset({"links-on-summaries", "summary-only-logic"})}
)
"""Rules whose findings an edit takes away for good, although they may have nothing to look at afterwards."""
SLIGHT = 1e-6
"""What is no difference between two sums of grades."""


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

    A mend is refused when it makes the plan unsound, when a rule that passed would fail, when what a rule found could
    not be seen any more, when all rules together would cost more of the score, when it does not make its own rule's
    findings fewer, and when it touches anything that has happened (:mod:`headway.core.review.history`).  Mending a
    mended plan does nothing.

    ``name`` gives the names of tasks that mends make; ``KeyError`` for a rule that is not there.
    """
    before = review(schedule, thresholds)
    run = _Run(thresholds, name, _State(schedule, before, _problems(schedule.compiled.plan)))
    wanted = tuple(dict.fromkeys(part for rule in rules for part in parts_of(before, rule)))
    for _ in range(MOST_PASSES):
        mended = len(run.mended)
        run.refused.clear()
        for rule in wanted:
            run.mend(rule)
        if len(run.mended) == mended:
            break
    return Fixed(
        run.state.schedule, tuple(run.changes), tuple(run.mended), tuple(run.refused), before, run.state.review
    )


def parts_of(found: Review, rule: str) -> tuple[str, ...]:
    """The rule itself; for a practice those of its parts that fail."""
    result = found.result(rule)
    return tuple(part for part in result.parts if found.result(part).status is Status.FAIL) if result.parts else (rule,)


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
    changes: list[Change] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    """In this pass."""

    def mend(self, rule: str) -> None:
        """Carry out what one rule offers now."""
        found = self._possible(offers(self.state.schedule, self.state.review, rule, self.thresholds))
        outcome = self._attempt(found) if found else None
        if outcome is None:
            return
        alike = self._sample(found) if len(found) > FEW else None
        if alike is None:
            self._narrow(found, outcome)
            return
        for offer in found:
            self._refuse(offer, message("fix.refused.kind", count=SAMPLES, reason=alike))

    def _narrow(self, found: Sequence[Offer], outcome: Message) -> None:
        """Halve what cannot be done together, the largest groups first, until only those at fault are left."""
        groups, trials = deque([(found, outcome)]), 0
        while groups:
            some, why = groups.popleft()
            if len(some) == 1 or trials >= MOST_TRIALS:
                for offer in some:
                    reason = why if len(some) == 1 else message("fix.refused.together", count=len(some), reason=why)
                    self._refuse(offer, reason)
                continue
            half = len(some) // 2
            for part in (some[:half], some[half:]):
                trials += 1
                failed = self._attempt(part)
                if failed is not None:
                    groups.append((part, failed))

    def _sample(self, found: Sequence[Offer]) -> Message | None:
        """Why none of a few offers, taken from all over, could be carried out; ``None`` when one could."""
        picked = [found[n * (len(found) - 1) // (SAMPLES - 1)] for n in range(SAMPLES)]
        reasons = [outcome for offer in picked if isinstance(outcome := self._try([offer]), Message)]
        return reasons[0] if len(reasons) == len(picked) else None

    def _possible(self, found: Sequence[Offer]) -> list[Offer]:
        """The offers that this plan can take, one by one, without touching the past; the others are refused."""
        if self._impossible(found) is None:
            return list(found)
        reasons = [(offer, self._impossible([offer])) for offer in found]
        for offer, reason in reasons:
            if reason is not None:
                self._refuse(offer, reason)
        return [offer for offer, reason in reasons if reason is None]

    def _impossible(self, some: Sequence[Offer]) -> Message | None:
        try:
            _, changes = self._expanded(self.state.plan, some)
        except EditError as error:
            return message("fix.refused.edit", reason=str(error))
        return touched_past(self.state.plan, changes)

    def _attempt(self, some: Sequence[Offer]) -> Message | None:
        """Carry out some offers together, or say why that cannot be."""
        outcome = self._try(some)
        if isinstance(outcome, Message):
            return outcome
        self._keep(some, outcome)
        return None

    def _try(self, some: Sequence[Offer]) -> _Trial | Message:
        """The state after some offers, or why they cannot be carried out together."""
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
        cured = frozenset(rule for offer in some for rule in (offer.rule, *CURES.get(name_of(offer.edit), ())))
        harm = harm_done(self.state.review, found, cured) or no_help(self.state.review, found, some[0].rule)
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
        self.refused.append(Refused(offer.rule, offer.edit, describe(self.state.plan, offer.edit), reason))


def harm_done(before: Review, after: Review, cured: frozenset[str]) -> Message | None:
    """The first rule that passed and would fail, or whose findings nobody would see any more.

    A rule that found nothing, or is among those that were ``cured``, may end with nothing to look at: that hides
    nothing.
    """
    now = {each.rule: each for each in after.results}
    for was in before.results:
        found = now[was.rule]
        title = message(f"rule.{was.rule}.title")
        if was.status is Status.PASS and found.status is Status.FAIL:
            return message("fix.refused.would_fail", rule=was.rule, title=title)
        hidden = was.status is not Status.NOT_EVALUATED and found.status is Status.NOT_EVALUATED
        if hidden and was.rows and was.rule not in cured:
            return message("fix.refused.would_be_unknown", rule=was.rule, title=title)
    return dearer(before, after)


def dearer(before: Review, after: Review) -> Message | None:
    """The rule that would cost most more than before, when all of them together, or one they rest on, would."""
    was, now = grades_lost(RULES, before.results), grades_lost(RULES, after.results)
    shaken = trust(RULES, after.results) < trust(RULES, before.results) - SLIGHT
    if not shaken and sum(now.values()) <= sum(was.values()) + SLIGHT:
        return None
    worst = max(now, key=lambda rule: (shaken and RULES[rule].basis, now[rule] - was.get(rule, 0.0)))
    return message("fix.refused.dearer", rule=worst, title=message(f"rule.{worst}.title"))


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
