"""The pages of all rules of the plan review, made from their texts, their code and their examples.

Run as a program (``bin/docs``) it writes them and takes away pages of rules that are gone.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.core.review import RULES, Family, Rule, review, words
from headway.core.review.mends import MENDS
from headway.core.review.practice import Practice
from headway.core.schedule import schedule
from headway.messages import Plural, render
from headway.messages.english import ENGLISH
from tests.cases.review_examples import EXAMPLES
from tests.drawn import build
from tests.gates.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = ROOT / "docs/reference/rules"
INDEX = "README"
_HEAD = """# Rules of the plan review

This list and the pages behind it are made by `bin/docs` from the rules themselves.
How one score comes of all of them: [plan review](../../algorithms/review.md). Other thresholds: [set your own
thresholds](../../howto/set-your-own-thresholds.md). The examples are plans as text: a task a line with its duration and
what it waits for.
"""
FAMILIES: Mapping[Family, str] = MappingProxyType(
    {
        Family.DCMA: "DCMA 14 points",
        Family.EXTRA: "Further rules",
        Family.GAO: "Ten practices of the GAO schedule guide",
    }
)
SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "most_percent": "the largest share that passes, in percent",
        "least_percent": "the smallest share that passes, in percent",
        "most_count": "the largest number that passes",
        "least_ratio": "the smallest ratio that passes",
        "days": "working days, as told below",
        "tolerance_days": "working days by which the answer may differ",
        "samples": "how many tasks are tried",
        "least_tasks": "the rule needs so many tasks to say anything",
    }
)
"""What each setting means; the unit is in its name."""
_POPULATION = "[the population](../../algorithms/review.md#who-counts)"
_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")


def pages() -> dict[str, str]:
    """Every page of the folder by its name without the ending."""
    return {INDEX: index(), **{rule.id: page(rule) for rule in RULES.values()}}


def index() -> str:
    """The list of all rules, by family."""
    parts = [_HEAD]
    for family, title in FAMILIES.items():
        parts.append(f"## {title}\n\n| rule | what passes | mended by `--fix` |\n|---|---|---|")
        parts += [_line(rule) for rule in RULES.values() if rule.family is family]
        parts.append("")
    return "\n".join(parts)


def page(rule: Rule) -> str:
    """The page of one rule."""
    said = words(rule.id)
    parts = [
        f"# {render(said.title)}",
        f"`{rule.id}`, {FAMILIES[rule.family]}. {_weight(rule)} [All rules](README.md).",
        f"**What passes.** {render(said.test)}",
        f"## Why it matters\n\n{render(said.why)}",
        f"## How to mend it\n\n{render(said.mend)}",
        *_fix(rule),
        *_thresholds(rule),
        f"## How it is counted\n\n{_counted(rule)}",
        *_not_evaluated(rule),
        *_example(rule),
    ]
    return "\n\n".join(parts) + "\n"


def _line(rule: Rule) -> str:
    said = words(rule.id)
    mended = "yes" if _is_mended(rule) else ""
    return f"| [{render(said.title)}]({rule.id}.md) `{rule.id}` | {render(said.test)} | {mended} |"


def _weight(rule: Rule) -> str:
    if not rule.weight:
        return "No part in the score."
    more = "; the others rest on this rule, so the whole score falls with it" if rule.basis else ""
    return f"Weight {rule.weight} in the score{more}."


def _is_mended(rule: Rule) -> bool:
    return rule.offer is not None or rule.id in MENDS


def _fix(rule: Rule) -> Iterator[str]:
    if _is_mended(rule):
        yield (
            f"`headway review PLAN --fix {rule.id} -o OUT` does what can be done without guessing, and says what it "
            "did to the finish."
        )


def _thresholds(rule: Rule) -> Iterator[str]:
    if rule.settings:
        table = "\n".join(f"| `{name}` | {value:g} | {SETTINGS[name]} |" for name, value in rule.settings.items())
        yield f"## Thresholds\n\n| setting | default | meaning |\n|---|---|---|\n{table}"


def _counted(rule: Rule) -> str:
    text = inspect.getdoc(rule.check) or ""
    shown = _ROLE.sub(r"`\1`", text).replace("``", "`").replace("the population", _POPULATION)
    paragraphs = [" ".join(paragraph.split()) for paragraph in shown.split("\n\n")]
    if rule.parts:
        links = ", ".join(f"[{render(words(part).title)}]({part}.md)" for part in rule.parts)
        paragraphs.append(f"The rules behind it: {links}.")
    return "\n\n".join(paragraphs)


def _not_evaluated(rule: Rule) -> Iterator[str]:
    reasons = list(dict.fromkeys(reasons_of(rule)))
    if reasons:
        lines = "\n".join(f"- {_text(code)}" for code in reasons)
        yield f"## When it is not evaluated\n\nThen it says so, and has no part in the score.\n\n{lines}"


def reasons_of(rule: Rule) -> Iterator[str]:
    """Codes of the reasons for which a rule is not evaluated, read from the source of its module."""
    if isinstance(getattr(rule.check, "__self__", None), Practice):
        return
    tree = ast.parse(inspect.getsource(sys.modules[rule.check.__module__]))
    told = {"share", "share_at_least", "none_allowed"}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in told:
            yield "rule.reason.nothing_to_look_at"
        elif name in ("not_evaluated", "message"):
            yield from (code for code in _codes(call) if name == "not_evaluated" or _is_reason(code, tree))


def _codes(call: ast.Call) -> Iterator[str]:
    """Literal codes of messages in the arguments of a call, or the code that the call itself makes."""
    for node in ast.walk(call):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("rule."):
            yield node.value


def _is_reason(code: str, tree: ast.Module) -> bool:
    """Whether a message is the reason of a result that is set to not evaluated afterwards."""
    later = any(isinstance(node, ast.Attribute) and node.attr == "NOT_EVALUATED" for node in ast.walk(tree))
    return later and code.endswith(".not_loaded")


def _text(code: str) -> str:
    text = ENGLISH.texts[code]
    return re.sub(r"\{\w+\}", "…", text.other if isinstance(text, Plural) else text)


def _example(rule: Rule) -> Iterator[str]:
    """The plan with the fault and what the rule says about it."""
    if rule.id not in EXAMPLES:
        return
    example = EXAMPLES[rule.id]
    plan = build(example.faulty)
    result = review(schedule(plan)).result(rule.id)
    said = [row.message for row in result.rows] or [result.reason or words(rule.id).test]
    lines = "\n".join(f"> - {render(each)}" for each in said)
    yield f"## Example\n\n```text\n{example.faulty.strip()}\n```\n\n{lines}"
    yield f"It passes when it reads\n\n```text\n{example.sound.strip()}\n```"


def write() -> None:
    """Write all pages; take away those that no rule has any more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.stem not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / f"{name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
