"""Which line of plain text is the caption or the credit of an image that did not come along."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.credits import LONGEST as LONGEST_CREDIT
from reader.credits import OPENING, creditlike, split, unlabel
from reader.rules import captions as say

LONGEST = 700  # characters of a caption with its credit
LONGEST_LABELLED = 400  # and where no bracket but only a label sets the credit apart


class Words(NamedTuple):
    """What stands under an image; both are "" in ``NO_WORDS``, which is falsy."""

    caption: str
    credit: str

    def __bool__(self) -> bool:
        return bool(self.caption or self.credit)


NO_WORDS = Words("", "")
_NOUNS = "|".join(say.IMAGE_NOUNS)
_IMAGE_LABEL = re.compile(rf"(?:{_NOUNS})\s*[:：]\s*", re.I)
_END = r"(?:\b|(?<=[^\x00-\u2fff]))"  # of a word: scripts without spaces have no boundary there
_OF_IMAGE = re.compile(
    rf"(?:{_NOUNS}|{'|'.join(say.COMPOUND_LABELS)}|(?:image |photo )?credits?){_END}|©|\(c\)", re.I
)


def _beginning(row: str) -> str:
    """The letters that whatever a row of ``rules.captions`` matches begins with: "photo" of "photos?"."""
    letters = re.split(r"[\\()\[?*+.|]", row, maxsplit=1)[0]
    return letters[:-1] if row[len(letters) :].startswith(("?", "*")) else letters


# A quick "no" before the exact patterns: one of these stands in a line's ends, lower-cased, or no label does.
_ROWS = (*say.IMAGE_NOUNS, *say.COMPOUND_LABELS, *say.SPOKEN_CAPTION[1:], *say.SPOKEN_CREDIT[1:])
_BEGINNINGS = {*map(_beginning, _ROWS), "media", "credit", "©", "(c)"}
_TOLD = sorted(one for one in _BEGINNINGS if not any(other in one for other in _BEGINNINGS - {one}))
_HEAD, _TAIL = 60, LONGEST_CREDIT + 40  # characters at the ends of a line in which a label can begin
_SPOKEN_CAPTION = re.compile(rf"(?:{'|'.join(say.SPOKEN_CAPTION)})\s*[,:،，：]\s*", re.I)
_SPOKEN_CREDIT = re.compile(rf"(?:{'|'.join(say.SPOKEN_CREDIT)})\s*[,:،，：]\s*", re.I)
_OPENERS = ("(", "[", "（", "【")
_CLOSERS = (")", "]", "）", "】")


def captioned(line: str) -> Words:
    """The caption and the credit that ``line``, one paragraph, is; ``NO_WORDS`` for the article's own words.

    A caption ends with a credit in brackets or behind a label ("Photo: …"), or begins with such a label; a line that is
    nothing but a labelled credit has no caption.
    """
    return _captioned(line) if len(line) <= LONGEST else NO_WORDS


def _is_told(line: str) -> bool:
    """Is there a bracket or a word at either end that could set a caption or a credit apart? In almost no paragraph."""
    if line.startswith(_OPENERS) or line.endswith(_CLOSERS):
        return True
    ends = line if len(line) <= _HEAD + _TAIL else f"{line[:_HEAD]} {line[-_TAIL:]}"
    return any(map(ends.lower().__contains__, _TOLD))


@lru_cache(maxsize=16)  # a line and the next are asked again and again in one go
def _captioned(line: str) -> Words:
    return (_spoken(line) or _labelled(line) or _credited(line)) if _is_told(line) else NO_WORDS


def _spoken(line: str) -> Words:
    """What pages say to screen readers before a caption or a credit: "Image caption, …"."""
    if found := _SPOKEN_CREDIT.match(line):
        return Words("", line[found.end() :])
    found = _SPOKEN_CAPTION.match(line)
    return Words(line[found.end() :], "") if found else NO_WORDS


def _labelled(line: str) -> Words:
    bare = line.lstrip("([（【")
    if OPENING.match(bare) and (_OF_IMAGE.match(bare) or bare != line) and creditlike(line):
        start, end = unlabel(line)
        return Words("", line[start:end]) if any(map(str.isalpha, line[start:end])) else NO_WORDS
    found = _IMAGE_LABEL.match(line)
    if not found or len(line) > LONGEST_LABELLED:
        return NO_WORDS
    rest = line[found.end() :]
    return _credited(rest) or (Words(rest, "") if rest else NO_WORDS)


def _credited(line: str) -> Words:
    """A caption that closes with its credit. A stop *after* the bracket makes it part of a sentence."""
    closed = line.endswith(_CLOSERS)
    where = split(line) if closed or len(line) <= LONGEST_LABELLED else None
    if where is None or not where.caption:
        return NO_WORDS
    sure = closed or _OF_IMAGE.search(line[where.caption : where.start])
    return Words(line[: where.caption], line[where.start : where.end]) if sure else NO_WORDS
