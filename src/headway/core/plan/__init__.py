"""The plan as a value: entities, codec, order, ranks, invariants."""
