"""For each rule of the plan review a plan in which it must fire, with the rows it must find, and one where it must not.

The rows are found by hand: task names, in the order of the result.  The pages of the rules show the first plan.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Example(NamedTuple):
    """A plan with the fault, the tasks (or the successors of the links) at fault, and the same plan without it."""

    faulty: str
    rows: tuple[str, ...]
    sound: str


START = "project: start 2027-03-01\n"
LATE = "project: start 2027-01-04; data date 2027-04-05\n"
AT_WORK = "project: start 2027-03-01; data date 2027-04-05\n"

LOGIC = {
    "dcma-01": Example(
        START + "Dig 3d\nPour 2d after Dig\nPaint 2d\nDone milestone; after Pour",
        ("Paint",),
        START + "Dig 3d\nPour 2d after Dig\nPaint 2d after Pour\nDone milestone; after Paint",
    ),
    "dcma-02": Example(
        START + "Dig 3d\nPour 2d after Dig FS-1d\nDone milestone; after Pour",
        ("Pour",),
        START + "Dig 2d\nClear 1d after Dig\nPour 2d after Dig\nDone milestone; after Clear, Pour",
    ),
    "dcma-03": Example(
        START + "Pour 2d\nBuild 5d after Pour FS+3d\nDone milestone; after Build",
        ("Build",),
        START + "Pour 2d\nHarden 3d after Pour\nBuild 5d after Harden\nDone milestone; after Build",
    ),
    "dcma-04": Example(
        START + "Dig 3d\nPour 2d after Dig SS\nDone milestone; after Dig, Pour",
        ("Pour",),
        START + "Dig 3d\nPour 2d after Dig\nDone milestone; after Pour",
    ),
    "dcma-05": Example(
        START + "Dig 3d\nPour 2d after Dig; MSO 2027-03-10\nDone milestone; after Pour",
        ("Pour",),
        START + "Dig 3d\nPour 2d after Dig; SNET 2027-03-10\nDone milestone; after Pour",
    ),
    "dcma-06": Example(
        START + "Dig 3d\nBuild 60d after Dig\nOrder 2d after Dig\nDone milestone; after Build, Order",
        ("Order",),
        START + "Dig 3d\nOrder 2d after Dig\nBuild 60d after Order\nDone milestone; after Build",
    ),
    "dcma-07": Example(
        START + "Dig 3d\nBuild 10d after Dig\nDone milestone; after Build; deadline 2027-03-12",
        ("Dig", "Build"),
        START + "Dig 3d\nBuild 10d after Dig\nDone milestone; after Build; deadline 2027-03-19",
    ),
    "dcma-08": Example(
        START + "Dig 3d\nBuild 60d after Dig\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nWalls 30d after Dig\nRoof 30d after Walls\nDone milestone; after Roof",
    ),
    "loops": Example(
        START + "Dig 3d after Pour\nPour 2d after Dig\nDone milestone; after Pour",
        ("Dig",),
        START + "Dig 3d\nPour 2d after Dig\nDone milestone; after Pour",
    ),
    "dangling-start": Example(
        START + "Dig 3d\nBuild 5d after Dig\nInspect 2d after Build FF\nDone milestone; after Inspect",
        ("Inspect",),
        START + "Dig 3d\nBuild 5d after Dig\nInspect 2d after Build SS, Build FF\nDone milestone; after Inspect",
    ),
    "dangling-finish": Example(
        START + "Dig 3d\nBuild 5d after Dig SS\nDone milestone; after Build",
        ("Dig",),
        START + "Dig 3d\nBuild 5d after Dig SS\nDone milestone; after Dig, Build",
    ),
    "duplicate-links": Example(
        START + "Dig 3d\nPour 2d after Dig, Dig SS\nDone milestone; after Pour",
        ("Pour",),
        START + "Dig 3d\nPour 2d after Dig\nDone milestone; after Pour",
    ),
    "long-lags": Example(
        START + "Order 1d\nBuild 5d after Order FS+60d\nDone milestone; after Build",
        ("Build",),
        START + "Order 1d\nDelivery 60d after Order\nBuild 5d after Delivery\nDone milestone; after Build",
    ),
    "links-on-summaries": Example(
        START + "Design\n  Draw 3d\n  Check 1d after Draw\nBuild 5d after Design\nDone milestone; after Build",
        ("Build",),
        START + "Design\n  Draw 3d\n  Check 1d after Draw\nBuild 5d after Check\nDone milestone; after Build",
    ),
    "summary-only-logic": Example(
        START
        + "Design\n  Draw 3d\n  Check 1d after Draw\n  Print 1d\nBuild 5d after Design\nDone milestone; after Build",
        ("Print",),
        START
        + "Design\n  Draw 3d\n  Check 1d after Draw\n  Print 1d after Check\n"
        + "Build 5d after Design\nDone milestone; after Build",
    ),
    "milestones-without-logic": Example(
        START + "Dig 3d\nBuild 5d after Dig\nApproved milestone\nDone milestone; after Build",
        ("Approved",),
        START + "Dig 3d\nBuild 5d after Dig\nApproved milestone; after Build\nDone milestone; after Approved",
    ),
    "inactive-predecessor": Example(
        START + "Dig 3d\nTest 2d after Dig; inactive\nBuild 5d after Test\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nTest 2d after Dig; inactive\nBuild 5d after Dig\nDone milestone; after Build",
    ),
    "delays-arrive": Example(
        START + "Dig 3d\nBuild 5d after Dig\nPaint 2d after Dig\nDone milestone; after Build",
        ("Paint",),
        START + "Dig 3d\nBuild 5d after Dig\nPaint 2d after Dig\nDone milestone; after Build, Paint",
    ),
    "critical-path-gaps": Example(
        START + "Dig 3d\nBuild 5d after Dig; SNET 2027-03-15\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nDeliver 7d after Dig\nBuild 5d after Dig, Deliver\nDone milestone; after Build",
    ),
    "finish-milestone": Example(
        START + "Dig 3d\nHalfway milestone; after Dig\nBuild 5d after Halfway",
        ("Build",),
        START + "Dig 3d\nBuild 5d after Dig\nDone milestone; after Build",
    ),
    "summaries-agree": Example(
        START + "Design manual start=2027-03-01 finish=2027-03-02\n  Draw 3d\n  Check 1d after Draw",
        ("Design",),
        START + "Design\n  Draw 3d\n  Check 1d after Draw",
    ),
}

ESTIMATES = {
    "dcma-10": Example(
        START + "resource Ann:\nDig 3d; resource Ann\nPour 2d after Dig",
        ("Pour",),
        START + "resource Ann:\nDig 3d; resource Ann\nPour 2d after Dig; resource Ann",
    ),
    "empty-elements": Example(
        START + "Design wbs element\n  Draw 3d\nBuild wbs element",
        ("Build",),
        START + "Design wbs element\n  Draw 3d\nBuild wbs element\n  Dig 2d",
    ),
    "task-names": Example(
        START + "Design\n  First 3d; called Review\n  Second 1d after First; called review",
        ("Review", "review"),
        START + "Design\n  First 3d; called Review drawings\n  Second 1d after First; called Review costs",
    ),
    "manual-tasks": Example(
        START + "Dig 3d\nBuild 5d after Dig; manual start=2027-03-04 finish=2027-03-10\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nBuild 5d after Dig\nDone milestone; after Build",
    ),
    "estimated-durations": Example(
        START + "Dig 3d\nBuild 5d? after Dig\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nBuild 5d after Dig\nDone milestone; after Build",
    ),
    "elapsed-durations": Example(
        START + "Dig 3d\nBuild 9ed after Dig\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nBuild 7d after Dig\nDone milestone; after Build",
    ),
    "round-estimates": Example(
        START + "".join(f"T{i} {days}d\n" for i, days in enumerate([5, 10, 5, 15, 20, 5, 3, 4, 7, 1])),
        ("T0", "T1", "T2", "T3", "T4", "T5"),
        START + "".join(f"T{i} {days}d\n" for i, days in enumerate([5, 10, 5, 15, 20, 6, 3, 4, 7, 1])),
    ),
    "no-owner": Example(
        START + "resource Ann:\nDig 3d; resource Ann\nPour 2d after Dig; owner Bob\nPaint 1d after Pour",
        ("Paint",),
        START + "resource Ann:\nDig 3d; resource Ann\nPour 2d after Dig; owner Bob\nPaint 1d after Pour; owner Ann",
    ),
    "over-allocation": Example(
        START + "resource Ann:\nDig 3d; resource Ann\nPaint 2d; resource Ann 50%",
        ("Dig",),
        START + "resource Ann:\nDig 3d; resource Ann 50%\nPaint 2d; resource Ann 50%",
    ),
}

PROGRESS = {
    "dcma-09": Example(
        AT_WORK + "Dig 3d\nBuild 30d after Dig; SNET 2027-04-05",
        ("Dig",),
        AT_WORK + "Dig 3d; actual start=2027-03-01 finish=2027-03-03\nBuild 30d after Dig; SNET 2027-04-05",
    ),
    "dcma-11": Example(
        AT_WORK + "Dig 3d; baseline 2027-03-01..2027-03-03; actual start=2027-03-01 finish=2027-03-08",
        ("Dig",),
        AT_WORK + "Dig 3d; baseline 2027-03-01..2027-03-03; actual start=2027-03-01 finish=2027-03-03",
    ),
    "dcma-12": Example(
        START + "Dig 3d\nBuild 5d after Dig; MFO 2027-03-19\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nBuild 5d after Dig\nDone milestone; after Build",
    ),
    "dcma-13": Example(
        AT_WORK + "Build 20d; SNET 2027-04-05; baseline 2027-04-05..2027-04-23",
        (),
        AT_WORK + "Build 20d; SNET 2027-04-05; baseline 2027-04-05..2027-04-30",
    ),
    "dcma-14": Example(
        AT_WORK + "Dig 3d; baseline 2027-03-01..2027-03-03\nBuild 20d after Dig; baseline 2027-03-04..2027-04-30",
        ("Dig",),
        AT_WORK + "Dig 3d; baseline 2027-03-01..2027-03-03; actual start=2027-03-01 finish=2027-03-03\n"
        "Build 20d after Dig; baseline 2027-03-04..2027-04-30",
    ),
    "out-of-sequence": Example(
        AT_WORK
        + "Dig 30d; actual start=2027-03-01; remaining 5d\nPour 2d after Dig; actual start=2027-04-01; remaining 1d",
        ("Pour",),
        AT_WORK + "Dig 20d; actual start=2027-03-01 finish=2027-03-26\n"
        "Pour 20d after Dig; actual start=2027-04-01; remaining 18d",
    ),
    "not-in-baseline": Example(
        START + "Dig 3d; baseline 2027-03-01..2027-03-03\nPaint 2d after Dig",
        ("Paint",),
        START + "Dig 3d; baseline 2027-03-01..2027-03-03\nPaint 2d after Dig; baseline 2027-03-04..2027-03-05",
    ),
    "stale-progress": Example(
        AT_WORK + "Dig 10d; actual start=2027-03-01; percent 20\nPour 2d after Dig",
        ("Dig",),
        AT_WORK + "Dig 30d; actual start=2027-03-01; percent 80\nPour 2d after Dig",
    ),
    "long-in-progress": Example(
        LATE + "Dig 70d; actual start=2027-01-04; percent 90\nPour 2d after Dig",
        ("Dig",),
        LATE
        + "Dig 63d; actual start=2027-01-04 finish=2027-03-31\n"
        + "Clear 7d after Dig; actual start=2027-04-01; remaining 5d\nPour 2d after Clear",
    ),
    "missed-dates": Example(
        START + "Dig 3d\nBuild 5d after Dig; deadline 2027-03-08\nDone milestone; after Build",
        ("Build",),
        START + "Dig 3d\nBuild 5d after Dig; deadline 2027-03-10\nDone milestone; after Build",
    ),
}

EXAMPLES: Mapping[str, Example] = MappingProxyType({**LOGIC, **ESTIMATES, **PROGRESS})
"""By rule id.  The practices of the GAO guide have none of their own, other rules judge them."""
