"""The markup of plain text: tags of ours around words that pass both sanitizers as text, many lines at a time."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import chain, zip_longest

from reader.sanitize import MANY_ENTITIES, PIECE, sanitize, with_nh3


class Markup:
    """Markup as it is written. bleach's time is spent by the tag, and these are ours: it sees the words alone."""

    def __init__(self) -> None:
        self._tags = [""]
        self._words: list[str] = []

    def put(self, tags: str, *rest: str) -> None:
        """Append ``tags``, then words, tags, words, tags … in turn. Words are text, in one line and not escaped."""
        self._tags[-1] += tags
        self._words += rest[::2]
        self._tags += rest[1::2]

    def html(self) -> str:
        """All that was put, sanitized; the last hand on it is nh3's, as it is on a page."""
        words = chain.from_iterable(map(_sanitized, _bunches(self._words)))
        return with_nh3("".join(chain.from_iterable(zip_longest(self._tags, words, fillvalue=""))))


def _bunches(words: Sequence[str]) -> Iterator[list[str]]:
    """``words`` in bunches no longer, and with no more entities, than bleach reads in time; a longer one goes alone."""
    bunch: list[str] = []
    size = entities = 0
    for word in words:
        size += len(word) + 1
        entities += word.count("&") + word.count("<") + word.count(">")
        if bunch and (size > PIECE or entities > MANY_ENTITIES):
            yield bunch
            bunch, size, entities = [], len(word) + 1, 0
        bunch.append(word)
    if bunch:
        yield bunch


def _sanitized(bunch: Sequence[str]) -> list[str]:
    return sanitize(escape("\n".join(bunch), quote=False)).split("\n")
