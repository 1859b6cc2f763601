"""SVG elements as text, with every value escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from headway.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

Attribute = str | float | None


def element(name: str, inner: str = "", /, **attributes: Attribute) -> str:
    """An element around markup; underscores in attribute names stand for hyphens, ``None`` leaves one out.

    >>> element("rect", x=1.50, stroke_width=2, fill=None)
    '<rect x="1.5" stroke-width="2"/>'
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def group(parts: Iterable[str], /, **attributes: Attribute) -> str:
    """Elements that share attributes; nothing when there are none."""
    inner = "\n".join(part for part in parts if part)
    return element("g", f"\n{inner}\n", **attributes) if inner else ""


def words(content: str, at: tuple[float, float], /, **attributes: Attribute) -> str:
    """A line of text; its baseline begins at ``at``."""
    shown = said(content)
    return element("text", shown, x=at[0], y=at[1], **attributes) if shown else ""


def said(content: str) -> str:
    """Text of the plan as markup.

    >>> said("A < B\\x00")
    'A &lt; B'
    """
    return escape(printable(content))


def points(*pairs: tuple[float, float]) -> str:
    """Corners of a polygon."""
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in pairs)


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else _number(value)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
