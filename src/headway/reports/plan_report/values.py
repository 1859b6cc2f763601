"""The facts of a report as values: everything computed, nothing yet worded.

Instants and spans are those of the engine (tenths of a minute), shares in hundredths of a percent; sentences are
messages.  Renderers do not read these: :func:`headway.reports.plan_report.compose.compose` words them, in a locale, as
a :class:`headway.reports.document.Document`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.core.message import Message
    from headway.core.plan.plan import Rules

ALL = 10_000
"""A whole, in hundredths of a percent."""


class Reference(StrEnum):
    """Why the report counts a date as now."""

    DATA_DATE = "data date"
    TODAY = "today"
    """The plan has no data date."""
    PROGRESS = "progress"
    """It has none and today lies outside the plan: the last actual date."""
    START = "start"
    """Nor has anything begun."""


class Standing(StrEnum):
    """How a milestone stands to what was promised; the first that holds, in this order."""

    DONE = "done"
    DONE_LATE = "done late"
    MISSES_DEADLINE = "misses its deadline"
    OVERDUE = "overdue"
    LATER = "later"
    """Than its baseline."""
    MOVED = "moved"
    """Later than in the last plan, without a baseline to break."""
    EARLIER = "earlier"
    ON_TIME = "on time"
    BEFORE_DEADLINE = "before its deadline"
    """No baseline, but a deadline that is kept."""
    UNPROMISED = "nothing promised"


class Verdict(StrEnum):
    """How a dimension stands.  There is no green without evidence."""

    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    STALE = "stale"
    """Assessed from data too old to be believed."""
    NOT_ASSESSED = "not assessed"


class Happening(StrEnum):
    """What a task does in a week."""

    STARTS = "starts"
    FINISHES = "finishes"
    STARTS_AND_FINISHES = "starts and finishes"
    DUE = "due"
    """A milestone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A task of the report."""

    task: int
    row: int
    name: str
    """Empty where it has none."""
    phase: str
    """The summary it stands under, empty at the top."""
    people: tuple[str, ...]
    milestone: bool
    start: int
    finish: int
    total_float: int | None
    percent: int
    critical: bool
    baseline_start: int | None = None
    baseline_finish: int | None = None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A date that others wait for: promised, said last, and now.  The finish of the plan has no ``task``."""

    row: Row | None
    """``None`` for the finish of the plan."""
    now: int
    baseline: int | None
    last: int | None
    """In the last plan."""
    slip: int | None
    """Working time later than the baseline; negative is earlier."""
    moved: int | None
    """Working time later than in the last plan."""
    total_float: int | None
    deadline: int | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Dimension:
    """Schedule, cost, scope, resources, quality: the verdict and the sentence that says by which evidence."""

    code: str
    verdict: Verdict
    reason: Message


@dataclass(frozen=True, slots=True)
class Step:
    """What one group of changes did to the finish, after the groups before it; the spans add up to the whole move.

    ``span`` is positive where it made the finish later.
    """

    sentence: Message
    span: int
    changes: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One material change since the last plan, with all that it moved; the most material first."""

    sentence: Message
    task: int | None
    """Id in the new plan of the task that changed; ``None`` where that is no task, or one that is gone."""
    span: int
    """The greatest slip among the tasks it moved; positive is later."""
    on_finish: bool
    """It is why the last task moved."""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last plan."""

    name: str
    """File of the last plan."""
    reference: int | None
    """Its data date."""
    finish: int
    """When it ended."""
    moved: int
    """From there to the finish of now; positive is later."""
    headline: Message
    steps: tuple[Step, ...]
    lines: tuple[ChangeLine, ...]
    """All root causes."""
    groups: tuple[tuple[Message, int], ...]
    """Heading of each group of changes, and how many it has: all changes, material or not."""
    changes: int
    """Raw changes; 0 where both plans say the same."""


@dataclass(frozen=True, slots=True)
class FloatBand:
    """Unfinished tasks whose total float lies in a range of working days.

    ``over`` is exclusive, ``up_to`` inclusive; ``None`` is no end.  The first band is below zero, the second none.
    """

    over: int | None
    up_to: int | None
    count: int


@dataclass(frozen=True, slots=True)
class ResourceLoad:
    """Work (spans) of one resource in each month of the load; ``resource`` is ``None`` for work nobody has yet."""

    resource: int | None
    name: str
    work: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """Work by month and resource, every month between the first and the last that have any.

    ``rows`` hold every resource with work, the largest first; they add up to ``total``.
    """

    months: tuple[int, ...]
    """First instant of each period."""
    step: int
    """Months in a period: 1, 3 where there are many, or 12."""
    rows: tuple[ResourceLoad, ...]
    total: tuple[int, ...]
    unspread: int
    """Work of assignments whose tasks have no dates."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A rule of the review that fails, and what to do about it."""

    rule: str
    title: Message
    why: Message
    mend: Message
    count: int
    rows: tuple[str, ...]
    """Names of the first tasks concerned."""


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The review in numbers, and the mends that are worth most."""

    score: int | None
    """0 to 100."""
    passed: int
    failed: int
    not_evaluated: int
    mends: tuple[Mend, ...]
    before: int | None
    """Score of the last plan."""


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A task that starts or finishes in a week."""

    row: Row
    happening: Happening


@dataclass(frozen=True, slots=True)
class Week:
    """Monday (instant) and what happens until Sunday."""

    monday: int
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field beside the saved dates."""

    field: str
    compared: int
    equal: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one kind: how bad, the first sentences, and how many more there are."""

    severity: str
    sentences: tuple[Message, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One task of the chain behind the finish, and what it waits for."""

    name: str
    finish: int | None
    sentence: Message


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the file that the plan does not keep."""

    what: str
    count: int
    remark: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The key numbers."""

    tasks: int
    """Leaf tasks with dates."""
    finished: int
    critical: int
    """Unfinished tasks on the critical path."""
    overdue: int
    """Tasks that should have finished before the reference date and have no actual finish."""
    overdue_first: Row | None
    """The one of them that was due first."""
    longest_critical: Row | None
    """The critical task with the most working time still before it."""
    longest_span: int
    """That working time, by the project's calendar."""
    milestones_left: int
    done: int
    """Share of the planned duration that is done."""
    tightest: int | None
    """Smallest total float of an unfinished task."""
    tightest_row: Row | None
    tightest_why: Message | None
    """Why the tightest task has the float it has."""


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the numbers can be believed: findings, losses, and the dates that the file was saved with."""

    findings: tuple[FindingGroup, ...]
    losses: tuple[Loss, ...]
    agreement: tuple[Agreement, ...]
    compared: int
    agreeing: int


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything of the report."""

    name: str
    manager: str
    source: str
    rules: Rules
    reference: int
    """The date that the report looks forward from."""
    reference_is: Reference
    start: int | None
    finish: MilestoneRow
    overrun: bool
    """The finish is past by today, yet not all is done."""
    work_ends: int
    """Finish of the last task: before that of the plan where a summary or a level of effort runs on."""
    baseline_name: str
    must_finish_by: int | None
    tolerance: int
    """By how much the finish may be later than the baseline before the schedule is off track (span)."""
    numbers: Numbers
    dimensions: tuple[Dimension, ...]
    milestones: tuple[MilestoneRow, ...]
    """All of them in order of time."""
    since: Since | None
    critical: tuple[Row, ...]
    """All unfinished critical tasks in order of time; where none of them decides the finish, the longest path."""
    by_longest_path: bool
    chain: tuple[ChainLink, ...]
    """What the finish hangs on, last task first."""
    bands: tuple[FloatBand, ...]
    load: Load | None
    """``None`` where no assignment has work."""
    review: ReviewFacts | None
    weeks: tuple[Week, ...]
    """Six, from the week of the reference date on."""
    trust: Trust
    minutes_per_day: int

    def verdict(self, code: str) -> Verdict | None:
        """Of a dimension; ``None`` where the plan has nothing to judge."""
        return next((each.verdict for each in self.dimensions if each.code == code), None)

    @property
    def stale(self) -> bool:
        """Nobody has reported progress lately: nothing that is still to come counts as good."""
        return self.verdict("progress") is Verdict.STALE
