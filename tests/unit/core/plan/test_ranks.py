"""Ranks always leave room and stay short."""

from __future__ import annotations

import random

import pytest

from headway.core.plan.ranks import DIGITS, RankError, initial_ranks, is_rank, rank_between


def test_a_rank_is_letters_and_digits_without_a_zero_at_the_end() -> None:
    assert is_rank("a1")
    assert is_rank("")
    assert not is_rank("a0")
    assert not is_rank("a-1")
    assert not is_rank("é")


def test_initial_ranks_are_sorted_different_and_short() -> None:
    ranks = list(initial_ranks(100_000))
    assert ranks == sorted(set(ranks))
    assert all(is_rank(rank) for rank in ranks)
    assert max(map(len, ranks)) <= 4


def test_a_digit_carries_over_to_the_next() -> None:
    assert rank_between("az", None) == "b01"
    assert rank_between("b0z", None) == "b11"
    assert rank_between("bzz", None) == "c001"


def test_rows_put_before_the_first_count_downwards() -> None:
    assert rank_between("", "a1") == "Zz"
    assert rank_between("", "Z1") == "Yzz"
    assert rank_between("", "Y11") == "Y0z"
    assert rank_between("", "Y01") == "Xzzz"


@pytest.mark.parametrize(
    "upper", ["1", "5", "01", "001", "0A1", "A", "A1", "Z", "a", "b", "z", "a0V", "Y00V", "9" + "0" * 30 + "1"]
)
def test_there_is_a_rank_before_any_other(upper: str) -> None:
    rank = rank_between("", upper)
    assert "" < rank < upper
    assert is_rank(rank)


@pytest.mark.parametrize("lower", ["1", "z", "zz", "z" * 40, "A", "Zz", "b", "0V", "a5V"])
def test_there_is_a_rank_after_any_other(lower: str) -> None:
    rank = rank_between(lower, None)
    assert lower < rank
    assert is_rank(rank)


@pytest.mark.parametrize(("lower", "upper"), [("a1", "a1"), ("b", "a"), ("a0", "a1"), ("a1", "a 2"), ("", "")])
def test_ranks_that_leave_no_room_are_refused(lower: str, upper: str) -> None:
    with pytest.raises(RankError):
        rank_between(lower, upper)


@pytest.mark.parametrize("place", ["first", "last", "after the first", "before the last"])
def test_ten_thousand_rows_at_one_place_stay_short(place: str) -> None:
    lower, upper = rank_between("", None), rank_between("a1", None)
    longest = 0
    for _ in range(10_000):
        if place == "first":
            lower = rank = rank_between("", lower)
        elif place == "last":
            upper = rank = rank_between(upper, None)
        elif place == "after the first":
            upper = rank = rank_between(lower, upper)
        else:
            lower = rank = rank_between(lower, upper)
        longest = max(longest, len(rank))
    assert longest <= 10


def test_rows_put_anywhere_stay_sorted_and_short() -> None:
    generator = random.Random(7)
    ranks = ["a1"]
    for _ in range(5_000):
        at = generator.randrange(len(ranks) + 1)
        lower = ranks[at - 1] if at else ""
        ranks.insert(at, rank_between(lower, ranks[at] if at < len(ranks) else None))
    assert ranks == sorted(set(ranks))
    assert max(map(len, ranks)) <= 30


def test_any_two_ranks_have_one_between_them() -> None:
    generator = random.Random(11)

    def anything() -> str:
        text = "".join(generator.choices(DIGITS[:3] + "AZYabz", k=generator.randint(1, 6)))
        return text.rstrip("0")

    for _ in range(20_000):
        lower, upper = sorted((anything(), anything()))
        if lower != upper:
            rank = rank_between(lower, upper)
            assert lower < rank < upper
            assert is_rank(rank)
