"""Each rule has its four texts and its page, each page its rule, and the pages say what the rules say."""

from __future__ import annotations

import ast
import re

import pytest

from headway.core.review import RULES, words
from headway.messages import Plural
from headway.messages.english import ENGLISH
from headway.messages.rules import RULES as TEXTS
from tests.gates import rule_pages
from tests.gates.sources import ROOT

SOURCES = ROOT / "src/headway/core/review"


def test_the_pages_are_those_of_the_rules() -> None:
    found = {path.stem: path.read_text(encoding="utf-8") for path in rule_pages.FOLDER.glob("*.md")}
    wanted = rule_pages.pages()
    assert sorted(found) == sorted(wanted), "run bin/docs"
    assert [name for name in wanted if found[name] != wanted[name]] == [], "run bin/docs"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_all_four_texts(rule: str) -> None:
    for message in words(rule):
        text = ENGLISH.texts[message.code]
        assert isinstance(text, str)
        assert text.lstrip("'")[0].isupper()
        assert set(re.findall(r"\{(\w+)\}", text)) <= set(message.params)


@pytest.mark.parametrize("rule", RULES)
def test_nobody_has_to_read_more_than_four_sentences(rule: str) -> None:
    for message in (words(rule).why, words(rule).mend):
        sentences = re.findall(r"[.?!](?:\s|$)", str(ENGLISH.texts[message.code]))
        assert 1 <= len(sentences) <= 4


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_how_it_counts_and_its_settings_have_a_meaning(rule: str) -> None:
    assert (RULES[rule].check.__doc__ or "").strip()
    assert set(RULES[rule].settings) <= set(rule_pages.SETTINGS)


def test_the_module_of_a_rule_has_its_name() -> None:
    modules = {path.stem for path in (SOURCES / "rules").glob("*.py")} - {"__init__"}
    plain = {rule.replace("-", "_") for rule in RULES if not rule.startswith(("dcma-", "gao-"))}
    numbered = {module for module in modules if module.startswith(("dcma_", "gao_"))}
    assert modules == plain | numbered
    assert sorted(module[: module.index("_") + 3].replace("_", "-") for module in numbered) == sorted(
        rule for rule in RULES if rule.startswith(("dcma-", "gao-"))
    )


def test_no_text_of_a_rule_is_without_use() -> None:
    literals, openings = set(), set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                openings.add(str(node.values[0].value))
    said = {message.code for rule in RULES for message in words(rule)}
    openings = {opening for opening in openings if opening.startswith("rule.") and opening.count(".") >= 2}
    unused = [code for code in TEXTS if code not in said | literals and not code.startswith(tuple(openings))]
    assert unused == []


def test_every_row_of_a_rule_names_what_it_is_about() -> None:
    names = ("{task}", "{successor}", "{predecessor}", "{resource}", "{tasks}", "{number}")
    rows = {code: text for code, text in TEXTS.items() if re.search(r"\.row(\.|$)", code)}
    forms = [(code, form) for code, text in rows.items() for form in (text if isinstance(text, Plural) else (text,))]
    assert [code for code, form in forms if not any(name in form for name in names)] == []
