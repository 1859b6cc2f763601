"""What the comparison of two plans says: frozen data, with a message for each fact.

Ids are those of the *old* plan for everything that both plans have; what only the new plan has keeps a number of its
own that the old one does not use (:class:`headway.core.diff.matching.Matching` says which).  Slips are signed: later is
positive.  They are counted in the working time of the new plan's project calendar; where no working time lies between
two dates that differ (a Saturday, a Sunday), in calendar time.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from headway.core.changes import Change
from headway.core.diff.matching import Matching
from headway.core.message import Length, Message, Moment, TaskName


class Fact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Base of the parts of a comparison."""


class Group(StrEnum):
    """What a change is about; the order in which the groups are listed."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    """To another place in the outline."""
    LOGIC = "logic"
    DURATIONS = "durations"
    """Durations, estimates, splits, kind and activity of a task."""
    PROGRESS = "progress"
    CONSTRAINTS = "constraints"
    """Constraints, deadlines, dates typed by hand."""
    CALENDARS = "calendars"
    RESOURCES = "resources"
    ASSIGNMENTS = "assignments"
    """Who does what: assignments, owners, teams."""
    COSTS = "costs"
    """Work and cost."""
    SETTINGS = "settings"
    """Data date, start and rules of the project."""
    BASELINES = "baselines"
    OTHER = "other"
    """Notes, codes, custom fields: nothing that moves a date."""


class Item(Fact, frozen=True):
    """One thing that changed, in one sentence."""

    message: Message
    task: TaskName | None = None
    """The task it is about; of a link the successor."""
    entity: str = "task"
    """Entity and number of what changed (``link`` 7), as in the raw changes."""
    id: int = 0
    effect: int = 0
    """How much it weighs inside its group (span or money, without sign): the greatest comes first."""


class ChangeGroup(Fact, frozen=True):
    """All changes of one group, the greatest first."""

    group: Group
    message: Message
    """The heading: how many, or a total."""
    items: tuple[Item, ...] = ()


class CauseKind(StrEnum):
    """What made a date move."""

    ADDED = "added"
    """The task is new."""
    REMOVED = "removed"
    """What held it is gone."""
    LINK_ADDED = "link_added"
    LINK_REMOVED = "link_removed"
    LINK_CHANGED = "link_changed"
    DURATION = "duration"
    PROGRESS = "progress"
    CONSTRAINT = "constraint"
    MANUAL = "manual"
    DELAY = "delay"
    """Delay by levelling."""
    CALENDAR = "calendar"
    RESOURCES = "resources"
    ACTIVATION = "activation"
    """Made inactive, or active again."""
    OUTLINE = "outline"
    SETTINGS = "settings"
    """Data date, start or rules of the project."""
    SPAN = "span"
    """Dates of other tasks that it is tied to."""
    UNKNOWN = "unknown"
    """Several changes at once that cannot be told apart."""


class Cause(Fact, frozen=True):
    """Why something moved: the root of the chain, where a change of the plan itself stands."""

    kind: CauseKind
    message: Message
    """A clause that fits after "because": ``'Wiring' takes 3 working days longer``."""
    task: TaskName | None = None
    """The task that was changed; ``None`` for a calendar or the project."""
    via: tuple[TaskName, ...] = ()
    """Tasks that handed the move on, from the one that moved back to the root, both left out."""


class DateMove(Fact, frozen=True):
    """A task whose dates are not what they were."""

    task: TaskName
    message: Message
    """``'Inspection' finishes 4 working days later (Thu 12 Mar -> Wed 18 Mar) because 'Wiring' takes longer.``"""
    slip: Length
    """By how much the finish moved; later is positive."""
    start_slip: Length
    causes: tuple[Cause, ...] = ()
    """The weightiest first; usually one."""
    start_before: Moment | None = None
    start_after: Moment | None = None
    finish_before: Moment | None = None
    finish_after: Moment | None = None
    milestone: bool = False
    summary: bool = False
    critical: bool = False
    """In the new schedule."""


class StepKind(StrEnum):
    """Steps from the old finish to the new one, in the order in which they are taken."""

    SCOPE = "scope"
    LOGIC = "logic"
    DURATIONS = "durations"
    PROGRESS = "progress"
    CONSTRAINTS = "constraints"
    CALENDARS = "calendars"
    RESOURCES = "resources"
    SETTINGS = "settings"
    """Data date, start and rules of the project."""
    REST = "rest"
    """What no step explains: only where plans have loops, which need not be cut at the same link."""


class FinishStep(Fact, frozen=True):
    """What one group of changes does to the project's finish, after the groups before it."""

    kind: StepKind
    message: Message
    before: Moment
    after: Moment
    slip: Length
    changes: int
    """Raw changes in the step."""
    causes: tuple[Cause, ...] = ()
    """The main ones: changed tasks on what decides the finish."""


class FinishMove(Fact, frozen=True):
    """The project's finish, and the steps whose slips add up to its slip."""

    before: Moment
    after: Moment
    slip: Length
    message: Message
    steps: tuple[FinishStep, ...] = ()
    """In their order; steps without changes are left out, steps that moved nothing are kept."""


class CauseEffect(Fact, frozen=True):
    """One root cause and all that it moved."""

    cause: Cause
    message: Message
    """``'Wiring' takes 3 working days longer: moves 12 tasks, 'Handover' by 4 working days.``"""
    tasks: tuple[int, ...] = ()
    """Ids of the tasks it moved, the most moved first."""
    milestones: tuple[int, ...] = ()
    slip: Length = Length(0)
    """The greatest slip among them."""
    on_finish: bool = False
    """Whether it is why the project's last task moved."""


class Totals(Fact, frozen=True):
    """A sum over all tasks, before and after: work as spans, cost as money."""

    work_before: int = 0
    work_after: int = 0
    cost_before: int = 0
    cost_after: int = 0


class Summary(Fact, frozen=True):
    """The differences of two plans, grouped and in words."""

    headline: Message
    """One sentence: the finish and the most important reason, or that nothing changed."""
    finish: FinishMove
    milestones: tuple[DateMove, ...] = ()
    """Milestones that moved, the most moved first."""
    dates: tuple[DateMove, ...] = ()
    """All tasks that moved, milestones and summaries too, the most moved first."""
    causes: tuple[CauseEffect, ...] = ()
    """What matters: root causes by effect, the project's finish first."""
    groups: tuple[ChangeGroup, ...] = ()
    """In the order of :class:`Group`; empty ones are left out."""
    totals: Totals = Totals()


class PlanDiff(Fact, frozen=True):
    """Everything that two plans differ in."""

    matching: Matching
    changes: tuple[Change, ...]
    """What makes the new plan of the old one, in the ids of the old; saved dates are left out."""
    summary: Summary

    @property
    def same(self) -> bool:
        """Whether the plans say the same and have the same dates."""
        return not self.changes and not self.summary.dates
