"""What an organisation asks for where it differs from the defaults: thresholds, who counts, and rules switched off.

The mapping has the shape of the file that people write (``docs/howto/set-your-own-thresholds.md``): one table a rule
with the names of its settings, ``enabled = false`` for a rule that is not asked, and a table ``population``.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from headway.core.review.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.review.rule import Settings

POPULATION = "population"
ENABLED = "enabled"
_NEAR = 3
_WHOLE = 100.0
_MOST_DAYS = 10_000
"""Working days, some 40 years: what is longer is a slip of the finger, and dates so far ahead cannot be worked out."""
_TRIED = frozenset({("dcma-12", "days"), ("delays-arrive", "days"), ("delays-arrive", "samples")})
"""Settings of rules that try something out: with less than 1 nothing is tried, and everything would pass."""


class Population(msgspec.Struct, frozen=True, gc=False):
    """Who is not counted by the DCMA checks."""

    leave_out_milestones: bool = True
    leave_out_unbaselined: bool = True


AS_USUAL = Population()


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What differs from the defaults.  ``settings`` are by rule id; ``off`` are rules that are not asked."""

    settings: Mapping[str, Settings] = field(default_factory=lambda: MappingProxyType({}))
    population: Population = AS_USUAL
    off: frozenset[str] = frozenset()

    def of(self, rule: str) -> Settings:
        """The settings of one rule that differ."""
        return self.settings.get(rule, {})


USUAL = Thresholds()
"""Nothing differs from the defaults."""


class ThresholdError(ValueError):
    """A table or a key that means nothing, or a value that cannot be: ``rule`` and ``key`` say where, ``mend`` how to
    go on, ``candidates`` what may have been meant."""

    def __init__(self, rule: str, key: str, message: str, mend: str, candidates: tuple[str, ...] = ()) -> None:
        hint = f"{mend} {', '.join(candidates)}" if candidates else mend
        super().__init__(f"{message}. {hint}{'' if hint.endswith('?') else '.'}")
        self.rule = rule
        self.key = key
        self.message = message
        self.mend = mend
        self.candidates = candidates


def thresholds_of(tables: Mapping[str, object]) -> Thresholds:
    """The thresholds that a mapping of tables stands for; :class:`ThresholdError` for anything that it cannot mean.

    >>> thresholds_of({"dcma-01": {"most_percent": 10}}).of("dcma-01")["most_percent"]
    10.0
    """
    settings: dict[str, Settings] = {}
    population, off = AS_USUAL, set[str]()
    for name, table in tables.items():
        if name != POPULATION and name not in RULES:
            raise _unknown(name, "", f"There is no rule '{name}'", (*RULES, POPULATION))
        if not isinstance(table, Mapping):
            raise ThresholdError(
                name,
                "",
                f"'{name}' is {_shown(table)}, not a table",
                f"Write [{name}] on a line, and the settings below",
            )
        if name == POPULATION:
            population = _population_of(table)
            continue
        if not _switch(name, ENABLED, table.get(ENABLED, True)):
            off.add(name)
        settings[name] = MappingProxyType(
            {key: _figure(name, key, value) for key, value in table.items() if key != ENABLED}
        )
    return Thresholds(MappingProxyType(settings), population, frozenset(off))


def _population_of(table: Mapping[str, object]) -> Population:
    known = Population.__struct_fields__
    for key in table:
        if key not in known:
            raise _unknown(POPULATION, key, f"[{POPULATION}] has no setting '{key}'", known)
    return Population(**{key: _switch(POPULATION, key, value) for key, value in table.items()})


def _figure(rule: str, key: str, value: object) -> float:
    """A threshold: a number from 0 on, no share over 100 % and no length that no plan has."""
    known = RULES[rule].settings
    if key not in known:
        raise _unknown(rule, key, f"[{rule}] has no setting '{key}'", (*known, ENABLED))
    usual = f"Write {key} = {known[key]:g}, or another number"
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ThresholdError(rule, key, f"[{rule}] {key} is {_shown(value)}, not a number", usual)
    wrong = _out_of_range(rule, key, value)
    if wrong:
        raise ThresholdError(rule, key, f"[{rule}] {key} is {_shown(value)}, {wrong}", usual)
    return float(value)


def _out_of_range(rule: str, key: str, value: float) -> str:
    """What is wrong with the size of a number; nothing where it can be used."""
    least = 1 if (rule, key) in _TRIED else 0
    if value < least:
        return f"below {least}"
    if key.endswith("percent") and value > _WHOLE:
        return "more than 100 %"
    if key.endswith("days") and value > _MOST_DAYS:
        return f"more than {_MOST_DAYS:,} working days"
    return ""


def _switch(rule: str, key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ThresholdError(
        rule, key, f"[{rule}] {key} is {_shown(value)}, not true or false", f"Write {key} = true or {key} = false"
    )


def _unknown(rule: str, key: str, message: str, known: Iterable[str]) -> ThresholdError:
    names = tuple(known)
    near = nearest(key or rule, names)
    if near:
        mend = "Did you mean one of these?"
    elif key:
        mend = f"Choose one of: {', '.join(names)}"
    else:
        mend = f"Rules are called dcma-01 and so on; there is also [{POPULATION}]"
    return ThresholdError(rule, key, message, mend, near)


def nearest(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that may have been meant: the one with the same number first (``DCMA 1`` is ``dcma-01``)."""
    wanted = name.casefold().replace("_", "-").replace(" ", "-")
    family, _, number = wanted.rpartition("-")
    padded = f"{family}-{number:0>2}"
    close = difflib.get_close_matches(wanted, names, n=_NEAR, cutoff=0.5)
    return tuple(dict.fromkeys([*([padded] if padded in names else []), *close]))[:_NEAR]


def _shown(value: object) -> str:
    """A value as the file has it, as far as one line holds it."""
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
