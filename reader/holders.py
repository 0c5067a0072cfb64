"""Who is named in a credit: photographers, and agencies under the name that everybody calls them by."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.credits import AGENCY, COURTESY, LONGEST, UNCASED, namey, unlabel
from reader.restrictions import restrictions
from reader.rules.captions import HOUSES, PARTICLES
from reader.rules.rights import AGENCY_NAMES, BESIDE_NAMES, NO_AGENCIES, ORGANISATIONS

_NAMES = {spelling: name for name, spellings in AGENCY_NAMES for spelling in spellings.split("|")}
_NO_PEOPLE = ORGANISATIONS | frozenset(HOUSES)
# Between two who have to do with a picture, and between two who took it.
_PARTS = re.compile(r"\s*(?:[/|;()\[\]・／]|[–—]|\s-\s|:|(?<=\w{3})\.\s|\b[Vv]ia\b|\bVIA\b)\s*")
_FOR = re.compile(r"\s(?:for|FOR|pour|für|para|per|voor)\s.*")
_BY = re.compile(r".*\b(?:by|By|BY|von|par|por|di)\s+(?=[^\W\d_a-z])")
_PEOPLE = re.compile(r"\s*(?:[,、，&+]|\s(?:and|und|et|y|e|en|i|och|og)\s)\s*")
_WORDS = "|".join(sorted(map(re.escape, BESIDE_NAMES), key=len, reverse=True))
_BESIDE = re.compile(rf"(?<![\w'’-])(?:{_WORDS})(?![\w'’])", re.I)
_SIGNS = re.compile(r"©|\([cC]\)|™|®|\b(?:19|20)\d\d\b|(?<!\w)[-.,]+(?!\w)")
_LENT = re.compile(rf"(?<!\w)(?:{COURTESY.pattern})", re.I)  # and who lent it took no picture
_SHORT = re.compile(r"(?:\w\.){2}|[A-Z]{2,}(?!\w)(?=.*[a-z])")  # "U.S. Navy", "GE Profile"; but not "ANN RAY"
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Holders:
    """The people and the agencies of one credit, each once, in its order."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]


@lru_cache(maxsize=4096)
def holders(credit: str) -> Holders:
    """Who is named in ``credit``, the words printed for a picture or written into its file."""
    credit = credit[: 2 * LONGEST]
    for words, _ in restrictions(credit):
        if not COURTESY.match(words):
            credit = credit.replace(words, " ; ")
    start, end = unlabel(credit)
    shown = credit[start:end]
    agencies = dict.fromkeys(_called(match[0]) for match in AGENCY.finditer(shown))
    return Holders(tuple(_people(shown)), tuple(name for name in agencies if name))


def _called(words: str) -> str:
    """The agency's name; "" for what is none."""
    plain = " ".join(re.split(r"[\s-]+", words.lower()))
    return "" if plain in NO_AGENCIES else _NAMES.get(plain, words)


def _people(credit: str) -> Iterator[str]:
    """The photographers: whoever is named in the first part of the credit that names people."""
    lent = _LENT.search(credit)
    for part in _PARTS.split(credit[: lent.start()] if lent else credit):
        named = _BY.sub("", _FOR.sub("", part), 1)
        found = [name for name in map(_bare, _PEOPLE.split(named)) if _is_person(name, credit)]
        if found:
            yield from dict.fromkeys(found)
            return


def _bare(part: str) -> str:
    """``part`` without agencies, signs, years and the words that stand beside names."""
    return " ".join(_BESIDE.sub(" ", AGENCY.sub(" ", _SIGNS.sub(" ", part))).split()).strip(" .,-–—·'\"“”")


def _is_person(name: str, credit: str) -> bool:
    if UNCASED.search(name):
        return 2 <= len(name) <= 12 and len(name) < len(credit)
    words = name.split()
    told = [word.lower().strip(".’'") for word in words]
    if not 2 <= len(words) <= _MOST_WORDS or not _NO_PEOPLE.isdisjoint(told) or re.search(r"[\d@#_]", name):
        return False
    is_name = words[0][0].isupper() and not _SHORT.match(name) and namey(name)
    return is_name and sum(word not in PARTICLES for word in told) > 1
