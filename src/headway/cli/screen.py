"""What the user sees: two consoles, tables, progress on standard error, JSON on standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

NARROW = 80
"""Columns every screen must read well in; also the width when there is no terminal."""
WIDEST = 120

CRITICAL = "bold red"
FAINT = "dim"
GOOD = "green"
WEAK = "yellow"


_HARMFUL = {code: "\ufffd" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if code != 0x0A}
_HARMFUL |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
"""Control characters and marks that turn the direction of text: a name in a foreign file must not steer a terminal."""


class PlainConsole(Console):
    """A console that shows control characters in texts as replacement signs."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of a renderable, texts made harmless; the console's own control codes stay."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=segment.text.translate(_HARMFUL))


def _console(stream_is_error: bool) -> Console:
    stream = sys.stderr if stream_is_error else sys.stdout
    console = PlainConsole(stderr=stream_is_error, highlight=False, emoji=False)
    if not stream.isatty():
        console.width = NARROW if "COLUMNS" not in console._environ else console.width
    elif console.width > WIDEST:
        console.width = WIDEST
    return console


def out() -> Console:
    """Where answers go.  No colours when piped or under ``NO_COLOR``."""
    return _console(stream_is_error=False)


def err() -> Console:
    """Where progress, notes and failures go."""
    return _console(stream_is_error=True)


def print_json(value: Any) -> None:
    """One JSON document, two spaces deep, UTF-8, on standard output."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    sys.stdout.write(text.decode() + "\n")


def note(text: str) -> None:
    """A remark that is no part of the answer."""
    err().print(Text(text), style=FAINT)


def warn(text: str) -> None:
    """A remark that the user should not miss."""
    console = err()
    console.print(Text.assemble(("Note: ", WEAK), text))


def show_failure(where: str, message: str, mend: str = "", candidates: Sequence[str] = ()) -> None:
    """Say what is wrong, where, and how to mend it."""
    console = err()
    place = f"{where}: " if where else ""
    console.print(Text.assemble(("Error: ", CRITICAL), place, _sentence(message)), soft_wrap=not console.is_terminal)
    if mend:
        console.print(Text(_sentence(mend)), soft_wrap=not console.is_terminal)
    for candidate in candidates:
        console.print(Text(f"  {candidate}"), soft_wrap=not console.is_terminal)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":")) else text + "."


@contextmanager
def working(text: str) -> Iterator[None]:
    """A spinner on standard error while something takes its time; nothing where that is no terminal."""
    console = err()
    if not console.is_terminal:
        yield
        return
    with console.status(Text(text), spinner="dots"):
        yield


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str | Text]], right: Sequence[int] = (), gives: int = 1
) -> Table:
    """A calm table: a line under the heads, numbers to the right.

    Column ``gives`` is cut short where the screen is narrow; all others keep their width.
    """
    made = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True
    )
    cells = [[Text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    for position, title in enumerate(columns):
        width = max([len(title), *(row[position].cell_len for row in cells if len(row) > position)])
        made.add_column(
            title,
            justify="right" if position in right else "left",
            no_wrap=True,
            overflow="ellipsis",
            ratio=1 if position == gives else None,
            min_width=None if position == gives else width,
        )
    for row in cells:
        made.add_row(*row)
    return made


def lines(rows: Sequence[Sequence[str | Text]], widths: Sequence[int]) -> Table:
    """Rows without heads: columns of fixed width, and a last one that wraps."""
    made = Table.grid(padding=(0, 1, 0, 0))
    for width in widths:
        made.add_column(no_wrap=True, width=width)
    made.add_column(overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    return made


def facts(rows: Sequence[tuple[str, str]]) -> Table:
    """Label and value, one fact a line; empty values are left out."""
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(style=FAINT, no_wrap=True)
    made.add_column(overflow="fold")
    for label, value in rows:
        if value:
            made.add_row(label, Text(value))
    return made
