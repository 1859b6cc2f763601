"""What a language brings: texts, names of days and months, and its plural."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec


class Plural(NamedTuple):
    """A text in the form for one and in the form for any other number."""

    one: str
    other: str


class UnknownMessageError(LookupError):
    """A message has a code that the catalogue has no text for."""

    def __init__(self, code: str, locale: str) -> None:
        super().__init__(f"the catalogue {locale!r} has no text for {code!r}; add one to headway.messages")
        self.code = code


def one_is_singular(count: int) -> int:
    """0 for the form of one, 1 for the other: English and most languages west of the Oder."""
    return 0 if count == 1 else 1


class Catalogue(msgspec.Struct, frozen=True, gc=False):
    """The texts of one language.  ``plural`` gives the index of the form for a number, as gettext's rules do."""

    locale: str
    texts: Mapping[str, str | Plural]
    weekdays: tuple[str, ...]
    """Monday first, abbreviated."""
    months: tuple[str, ...]
    plural: Callable[[int], int] = one_is_singular
    number: Callable[[int], str] = str
    """How whole numbers are written."""

    def text(self, code: str, count: int = 1) -> str:
        """The text of a code; :class:`UnknownMessageError` when there is none."""
        text = self.texts.get(code)
        if text is None:
            raise UnknownMessageError(code, self.locale)
        return text if isinstance(text, str) else text[self.plural(count)]
