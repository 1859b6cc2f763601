"""Options that several commands share, so that one thing has one name everywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from headway.core.plan.plan import Rules

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The plan file, of any known format.")]
ProjectOption = Annotated[
    str | None,
    typer.Option("--project", metavar="NAME", help="Which project of a file that holds several: name, code or number."),
]


_OF_REVIEW = re.compile(r"(dcma|gao)|[a-z]+-[a-z]", re.IGNORECASE)
"""What looks like a rule of the review, which is another thing."""


def _rules(text: str) -> Rules:
    try:
        return Rules(text.lower())
    except ValueError as error:
        known = " or ".join(rules.value for rules in Rules)
        hint = "; rules of the review are chosen with --rule" if _OF_REVIEW.match(text) else ""
        raise typer.BadParameter(f"dates follow the rules of {known}, not of {text!r}{hint}") from error


def _rule_names() -> list[str]:
    return [rules.value for rules in Rules]


RulesOption = Annotated[
    Rules | None,
    typer.Option(
        "--rules",
        metavar="msproject|p6",
        parser=_rules,
        autocompletion=_rule_names,
        help="Whose rules dates follow; by default those of the file's own program.",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Data date (2027-03-01, or with T17:00): unfinished work lies after it."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit with 1 when there are findings.")]
