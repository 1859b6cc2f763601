"""Pairs in the making: unique keys, groups, and nothing paired twice."""

from __future__ import annotations

from headway.core.diff.pairing import Pair, Pairing, Reason, alike, groups, singles
from headway.core.plan.entities import Link, LinkKind, Resource


def resources(**names: int) -> dict[int, Resource]:
    return {number: Resource(id=number, name=name) for name, number in names.items()}


def by_name(resource: Resource) -> str | None:
    return resource.name or None


def test_a_key_that_one_entity_of_each_plan_has_makes_a_pair() -> None:
    found = Pairing(resources(Ann=1, Bob=2), resources(Bob=1, Cid=2))
    assert found.unique(Reason.NAME, by_name) == [(2, 1)]
    assert found.pairs() == (Pair(2, 1, Reason.NAME),)
    assert (found.free_old(), found.free_new()) == ([1], [2])


def test_a_key_that_two_have_makes_none() -> None:
    twins = {1: Resource(id=1, name="Ann"), 2: Resource(id=2, name="Ann")}
    assert Pairing(twins, resources(Ann=5)).unique(Reason.NAME, by_name) == []
    assert Pairing(resources(Ann=5), twins).unique(Reason.NAME, by_name) == []


def test_entities_without_a_key_are_left_alone() -> None:
    nameless = {1: Resource(id=1)}
    assert Pairing(nameless, nameless).unique(Reason.NAME, by_name) == []


def test_what_is_paired_stays_paired() -> None:
    found = Pairing(resources(Ann=1, Bob=2), resources(Ann=1, Bob=2))
    found.pair(1, 2, Reason.GUID)
    assert found.unique(Reason.NAME, by_name) == []
    assert not found.are_free(1, 1)
    assert not found.are_free(2, 2)
    assert found.are_free(2, 1)
    assert not found.are_free(7, 1)


def test_groups_are_paired_alike_first_then_in_order() -> None:
    old = {1: Link(1, 5, 6, lag=10), 2: Link(2, 5, 6, lag=20), 3: Link(3, 5, 6, lag=30)}
    new = {7: Link(7, 5, 6, lag=20), 8: Link(8, 5, 6, lag=99)}
    found = Pairing(old, new)
    found.grouped(Reason.ENDS, lambda link: (link.predecessor, link.successor), lambda link: link.lag)
    assert found.to_new == {2: 7, 1: 8}
    assert found.free_old() == [3]


def test_nothing_is_grouped_when_one_side_is_used_up() -> None:
    old = {1: Link(1, 5, 6)}
    found = Pairing(old, dict(old))
    for _ in range(2):
        found.grouped(Reason.ENDS, lambda link: link.successor, lambda link: link.lag)
    assert found.to_old == {1: 1}


def test_keys_tell_groups_apart() -> None:
    old = {1: Link(1, 5, 6), 2: Link(2, 5, 6, LinkKind.SS)}
    new = {1: Link(1, 5, 6, LinkKind.SS), 2: Link(2, 5, 7)}
    found = Pairing(old, new)
    found.grouped(Reason.ENDS, lambda link: (link.predecessor, link.successor, link.kind), lambda link: link.lag)
    assert found.to_new == {2: 1}


def test_singles_leave_out_what_is_there_twice_or_has_no_key() -> None:
    assert singles([(1, "a"), (2, "b"), (3, "a"), (4, None)]) == {"b": 2}


def test_groups_collect_numbers_in_their_order() -> None:
    links = {1: Link(1, 5, 6), 2: Link(2, 5, 7), 3: Link(3, 8, 6)}
    assert groups(links, [3, 2, 1], lambda link: link.successor) == {6: [3, 1], 7: [2]}
    assert groups(links, [1], lambda _link: None) == {}


def test_single_ones_are_paired_however_they_differ() -> None:
    one, other = {1: Link(1, 5, 6, lag=1)}, {2: Link(2, 5, 6, lag=2)}
    assert alike(one, other, [1], [2], lambda link: link.lag) == [(1, 2)]


def test_of_equal_ones_each_is_taken_once() -> None:
    one = {i: Link(i, 5, 6) for i in (1, 2, 3)}
    other = {i: Link(i, 5, 6) for i in (7, 8)}
    assert alike(one, other, [1, 2, 3], [7, 8], lambda link: link.lag) == [(1, 7), (2, 8)]
