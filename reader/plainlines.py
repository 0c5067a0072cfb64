"""Plain text as lines, and what the shape of a line says: prose, a sentence, a headline, a cut teaser."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.rules.labels import match
from reader.sizes import size

# Characters. A paragraph of a story is longer than a headline; a headline of two lines in print stays below its limit.
PROSE, LONG_PROSE, SENTENCE, HEADLINE = 120, 220, 60, 160
HARD_WRAP = 100  # no mail program or typewriter breaks lines beyond this column
_TOLERANCE = 6  # columns: a wrapped line that is shorter than the widest by less than the next word and this is full
_SENTENCE_END = re.compile(r"[.!?。！？؟۔।…][\"”’'»›)\]」』）]*$")
_FULL_STOP = re.compile(r"[.。۔।][\"”’'»›)\]」』）]*$")
_CUT = re.compile(r"(?:…|\.\.\.)[\])]?[\"”’»]?(?P<button>[^.…]{0,30})$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f]")
_BREAK = re.compile("\r\n?|\u2028|\x0b|\x85|\u2029|\x0c")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, its space folded; ``block`` counts the blank lines (runs of them) before it."""

    text: str
    block: int


def lines(text: str) -> list[Line]:
    """The paragraphs of ``text``, by blank lines or one a line; hard-wrapped lines are joined."""
    found: list[Line] = []
    block, blank = 0, False
    for raw in _BREAK.sub("\n", _INVISIBLE.sub("", text)).split("\n"):
        line = " ".join(raw.split())
        if line:
            block += blank
            found.append(Line(line, block))
        blank = not line
    return list(_unwrapped(found)) if _wrapped(found) else found


def _wrapped(found: list[Line]) -> bool:
    """Were lines broken at a right margin? Then no line is longer, and each line of a block but the last is full."""
    width = max((len(line.text) for line in found), default=0)
    pairs = [(one, two) for one, two in pairwise(found) if one.block == two.block]
    full = sum(_full(one, two, width) for one, two in pairs)
    return 40 <= width <= HARD_WRAP and len(pairs) >= 3 and full >= 0.7 * len(pairs)


def _full(one: Line, two: Line, width: int) -> bool:
    word = 1 if _WIDE.match(two.text) else len(two.text.split(" ", 1)[0])
    return len(one.text) + 1 + word > width - _TOLERANCE


def _unwrapped(found: list[Line]) -> Iterator[Line]:
    width = max(len(line.text) for line in found)
    held: list[str] = []
    for one, two in pairwise([*found, Line("", -1)]):
        held.append(one.text)
        if one.block != two.block or not _full(one, two, width):
            yield Line(("" if _WIDE.match(one.text) else " ").join(held), one.block)
            held = []


def cut(text: str) -> bool:
    """Does ``text`` end in an ellipsis, or in one and a button ("… Read more"), as teasers do?"""
    found = _CUT.search(text[-40:])
    return found is not None and (not found["button"].strip() or bool(match(found["button"])))


def ended(text: str) -> bool:
    """Does ``text`` end as a sentence does?"""
    return bool(_SENTENCE_END.search(text[-8:]))


def stopped(text: str) -> bool:
    """Does ``text`` end with a full stop? Headlines may end with the other marks."""
    return bool(_FULL_STOP.search(text[-8:]))


def prose(text: str) -> bool:
    """Is ``text`` a paragraph of a story, by its length and end? Languages without full stops need more length."""
    length = size(text)
    return length >= PROSE and not cut(text) and (ended(text) or length >= LONG_PROSE)


def sentence(text: str) -> bool:
    """Is ``text`` a whole sentence or more, if a short one?"""
    return (size(text) >= SENTENCE and not cut(text) and stopped(text)) or prose(text)


def headline(text: str) -> bool:
    """Could ``text`` be a headline: short, with letters, without a full stop?"""
    return size(text) <= HEADLINE and any(map(str.isalpha, text)) and (cut(text) or not stopped(text))
