"""Each code that the engines use has a text, and each text gets what it asks for."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

import headway
from headway.core.plan.entities import ConstraintKind
from headway.messages import Catalogue, Plural, UnknownMessageError, catalogue_for
from headway.messages.english import ENGLISH, EXPLAIN, FINDINGS

CORE = Path(headway.__file__).parent / "core"
FAMILIES = {
    "constraint.": [kind.value for kind in ConstraintKind],
    "start.": [
        *("data_date", "project_start", "external", "resume"),
        *("data_date.why", "project_start.why", "external.why", "resume.why"),
    ],
    "finish.": ["duration", "late", "remaining", "started", "duration.why", "late.why", "remaining.why", "started.why"],
    "limit.": ["deadline", "summary", "external", "must_finish_by", "project_finish", "open_end"],
    "hold.": ["past", "data_date", "project_start", "external", "resume"],
    "earlier.": [f"{who}.{what}" for who in ("one", "all") for what in ("free", "nothing", "no_gain", "gain", "next")],
}
"""Codes that the source puts together from an opening and a name."""
CHOSEN = {
    "anchor.finishes", "anchor.finished", "anchor.starts", "anchor.started", "link.lag", "link.lead",
    "gap.holiday", "gap.holidays", "gap.off", "gap.offs", "list.and", "list.comma", "list.details", "open_starts",
    "open_ends", "start.link.why", "start.constraint.why",
}  # fmt: skip
"""Codes that the source picks from two."""
RENDERED = {
    "task", "task.unnamed", "date", "date.year", "date.time", "days.range", "length.days", "length.calendar_days",
    "length.hours", "length.minutes", "length.parts", "length.none",
}  # fmt: skip
"""How values read: used by the rendering itself."""
WARNINGS = {
    "loop", "too_many_loops", "link_inside_summary", "link_without_end", "calendar_missing", "calendar_without_work",
    "calendar_has_no_beginning", "calendar_has_no_end", "calendar_parent_cycle", "calendar_parent_missing",
    "calendar_shifts_odd", "calendars_never_meet",
}  # fmt: skip
"""Codes of warnings that compiling gives."""


def calls() -> list[tuple[str, ast.Call]]:
    """Every call in the core that makes a message, with its file."""
    found = []
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id in ("message", "with_details", "Message") and node.args:  # type: ignore[attr-defined]
                found.append((path.name, node))
    return found  # type: ignore[return-value]


def literal_codes() -> set[str]:
    """Codes that stand in the source as they are."""
    firsts = [call.args[0] for _, call in calls()]
    return {code.value for code in firsts if isinstance(code, ast.Constant) and isinstance(code.value, str)}


def all_codes() -> set[str]:
    """Every code that can come out of the core."""
    joined = {opening + name for opening, names in FAMILIES.items() for name in names}
    return literal_codes() | joined | CHOSEN | WARNINGS


def places(code: str) -> set[str]:
    """Names of the places in a text, those of all forms together."""
    text = ENGLISH.texts[code]
    forms = [text] if isinstance(text, str) else list(text)
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_the_source_has_messages() -> None:
    assert len(literal_codes()) > 60


@pytest.mark.parametrize("code", sorted(all_codes()))
def test_each_code_has_a_text(code: str) -> None:
    assert ENGLISH.text(code)


@pytest.mark.parametrize("code", sorted(EXPLAIN | FINDINGS))
def test_each_text_has_a_use(code: str) -> None:
    assert code in all_codes() | RENDERED


@pytest.mark.parametrize("code", sorted({code for code in all_codes() if code.endswith(".why")}))
def test_remarks_have_their_place(code: str) -> None:
    assert places(code) == places(code.removesuffix(".why")) | {"details"}


@pytest.mark.parametrize(
    ("code", "given"),
    sorted(
        (call.args[0].value, tuple(sorted(keyword.arg for keyword in call.keywords if keyword.arg)))
        for _, call in calls()
        if isinstance(call.args[0], ast.Constant)
        and isinstance(call.func, ast.Name)
        and call.func.id == "message"
        and all(keyword.arg for keyword in call.keywords)
    ),
)
def test_each_place_in_a_text_is_filled(code: str, given: tuple[str, ...]) -> None:
    assert places(code) <= set(given)


def test_a_code_without_a_text_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownMessageError, match=r"'en' has no text for 'no\.such'") as error:
        ENGLISH.text("no.such")
    assert error.value.code == "no.such"


def test_plurals_follow_the_language() -> None:
    def slavic(count: int) -> int:
        return 0 if count % 10 == 1 else 1

    catalogue = Catalogue("xx", {"n": Plural("{count} a", "{count} b")}, ENGLISH.weekdays, ENGLISH.months, slavic)
    assert [catalogue.text("n", count) for count in (1, 2, 21)] == ["{count} a", "{count} b", "{count} a"]


@pytest.mark.parametrize("locale", ["en", "en_GB", "en-US", "xx", ""])
def test_every_locale_finds_a_catalogue(locale: str) -> None:
    assert catalogue_for(locale) is ENGLISH


def test_names_of_days_and_months_are_complete() -> None:
    assert (len(ENGLISH.weekdays), len(ENGLISH.months)) == (7, 12)


def test_sentences_end_with_a_full_stop() -> None:
    openings = ("start.", "finish.", "late.", "float.", "earlier.", "none.", "chain.")
    texts = [text for code, text in ENGLISH.texts.items() if code.startswith(openings)]
    assert texts
    assert all(isinstance(text, str) and text.endswith((".", "{earlier}")) for text in texts)
