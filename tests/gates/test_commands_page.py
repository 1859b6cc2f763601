"""Each command has its entry in the reference, with the words of its own help."""

from __future__ import annotations

from headway.cli.registry import COMMANDS
from tests.gates import commands_page
from tests.gates.sources import ROOT


def test_the_page_says_what_the_commands_say() -> None:
    assert commands_page.PAGE.read_text(encoding="utf-8") == commands_page.page(), "run bin/docs"


def test_the_readme_lists_every_command() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [name for name in COMMANDS if f"| `headway {name}" not in readme] == []
