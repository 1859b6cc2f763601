"""Canonical JSON of any plan: nothing is lost, equal plans give equal bytes."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from headway.core.plan.codec import decode, encode
from headway.core.plan.plan import Plan
from headway.core.plan.registry import COLLECTIONS, entities_of
from tests.property.strategies import plans


@given(plans())
def test_json_round_trip_loses_nothing(plan: Plan) -> None:
    data = encode(plan)
    again = decode(data)
    assert again == plan
    assert encode(again) == data


@given(plans(), st.integers())
def test_the_order_of_the_mappings_does_not_change_the_bytes(plan: Plan, seed: int) -> None:
    mixed: dict[str, Any] = {}
    for row in COLLECTIONS:
        items = list(entities_of(plan, row).items())
        random.Random(seed).shuffle(items)
        mixed[row.collection] = dict(items)
    assert encode(Plan(project=plan.project, **mixed)) == encode(plan)
