"""What may not be done with a picture, as its caption, its credit or its file says: the words that were found."""
from __future__ import annotations

import re
from functools import lru_cache

from reader.rules.rights import RESTRICTIONS, Restriction

LONGEST = 4_000  # characters that are looked at; the longest captions seen have 1,200


def _compiled(rows: tuple[Restriction, ...]) -> tuple[tuple[Restriction, re.Pattern[str]], ...]:
    return tuple((row, re.compile(rf"(?<!\w)(?:{row.words})(?!\w)", re.I)) for row in rows)


_ROWS = _compiled(RESTRICTIONS)


@lru_cache(maxsize=4096)
def restrictions(text: str, is_credit: bool = True) -> tuple[tuple[str, str], ...]:
    """(words as they stand, what they ask) of each kind of restriction in ``text``, in the order of the rules, once.

    ``is_credit`` is False for a caption, in which some words are about what is seen.
    """
    found: list[tuple[int, int, str]] = []
    for row, pattern in _ROWS:
        if (is_credit or row.where == "anywhere") and (match := pattern.search(text, 0, LONGEST)):
            found.append((*match.span(), row.why))
    whole = [(start, end, why) for start, end, why in found if not _is_inside(start, end, found)]
    return tuple((text[start:end], why) for start, end, why in whole)


def _is_inside(start: int, end: int, found: list[tuple[int, int, str]]) -> bool:
    """Do the words stand in others that say more: "for editorial use" in "free for editorial use"?"""
    return any(one <= start and end <= two and two - one > end - start for one, two, _ in found)
