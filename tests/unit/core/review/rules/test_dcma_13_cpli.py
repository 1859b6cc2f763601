"""The critical path length index."""

from __future__ import annotations

import pytest

from headway.core.review import Bound, Status, Unit
from headway.core.review.rules.dcma_13_cpli import cpli
from tests.recounts.drawing import asked, drawn, reason_of

RULE = "dcma-13"
NOW = "project: data date 2027-03-01\n"


@pytest.mark.parametrize(
    ("length", "total_float", "index"),
    [(100, -10, 0.90), (100, 0, 1.0), (100, 10, 1.10), (100, -5, 0.95), (20, -30, -0.5)],
)
def test_the_formula(length: float, total_float: float, index: float) -> None:
    assert cpli(length, total_float) == pytest.approx(index, abs=1e-12)


def test_ten_days_late_of_a_hundred_fail() -> None:
    result = asked(RULE, drawn(NOW + "A 100d", baseline="A 90d"))
    assert (result.status, result.value, result.threshold) == (Status.FAIL, 0.9, 0.95)
    assert (result.bound, result.unit) == (Bound.AT_LEAST, Unit.RATIO)
    assert reason_of(result) == (
        "100 working days are left until Fri 16 Jul 2027; the agreed finish, Fri 2 Jul, is 10 working days earlier."
    )


def test_five_days_late_of_a_hundred_just_pass() -> None:
    assert asked(RULE, drawn(NOW + "A 100d", baseline="A 95d")).status is Status.PASS
    assert asked(RULE, drawn(NOW + "A 100d", baseline="A 759h")).status is Status.FAIL


def test_early_and_on_time() -> None:
    early = asked(RULE, drawn(NOW + "A 10d", baseline="A 12d"))
    assert (early.value, early.status) == (1.2, Status.PASS)
    assert reason_of(early).endswith("the agreed finish, Tue 16 Mar, is 2 working days later.")
    even = asked(RULE, drawn(NOW + "A 10d", baseline="A 10d"))
    assert (even.value, reason_of(even)) == (1, "10 working days are left until Fri 12 Mar 2027, the agreed finish.")


def test_the_baseline_finish_is_the_last_one_of_all_tasks() -> None:
    found = drawn(NOW + "Sum\n    A 10d\n    B 4d\nC 3d", baseline="Sum\n    A 8d\n    B 9d\nC 3d")
    assert asked(RULE, found).value == 0.9


def test_the_date_to_finish_by_stands_in_for_a_baseline() -> None:
    found = drawn("project: data date 2027-03-01; rules p6; must finish by 2027-03-11\nA 10d")
    assert asked(RULE, found).value == 0.9


def test_the_least_ratio_is_a_setting() -> None:
    assert asked(RULE, drawn(NOW + "A 100d", baseline="A 90d"), least_ratio=0.9).status is Status.PASS


@pytest.mark.parametrize(
    ("text", "baseline", "reason"),
    [
        ("A 3d", "A 3d", "no data date"),
        (NOW + "A 3d", None, "no baseline"),
        (NOW + "A 3d actual start=2027-03-01 finish=2027-03-03", "A 3d", "Everything is finished."),
        (NOW + "", None, "Everything is finished."),
        ("project: status date 2027-03-12\nA 3d", "A 3d", "is not after the data date"),
        ("project: status date 2027-03-03\nA 3d", "A 3d", "is not after the data date"),
    ],
)
def test_what_cannot_be_said_is_not_evaluated(text: str, baseline: str | None, reason: str) -> None:
    result = asked(RULE, drawn(text, baseline=baseline))
    assert (result.status, result.value, result.unit) == (Status.NOT_EVALUATED, None, Unit.RATIO)
    assert reason in reason_of(result)
