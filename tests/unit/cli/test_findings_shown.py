"""Findings on the screen: a few of each kind, so that none hides the others."""

from __future__ import annotations

from typing import Any

from headway.cli.commands.schedule import ALIKE_SHOWN, a_few_of_each


def finding(code: str, number: int) -> dict[str, Any]:
    return {"code": code, "severity": "warning", "message": f"{code} {number}", "tasks": [number]}


def test_many_alike_do_not_hide_another() -> None:
    found = [finding("out_of_sequence", n) for n in range(80)] + [finding("deadline_missed", 81)]
    shown = a_few_of_each(found)
    assert [each["code"] for each in shown] == ["out_of_sequence"] * ALIKE_SHOWN + ["deadline_missed"]


def test_a_few_stay_as_they_are() -> None:
    found = [finding("loop", 1), finding("open_ends", 2), finding("loop", 3)]
    assert a_few_of_each(found) == found
