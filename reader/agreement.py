"""Whether what a page prints under an image and what the image's file says name the same makers."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reader.holders import Holders, holders
from reader.imprint import MAKERS, Imprint
from reader.rules.rights import BESIDE_NAMES

Verdict = Literal["silent", "unprinted", "agrees", "more", "conflict"]

# Words of a credit that name nobody.
_NOBODY = frozenset(("by", "and", "of", "for", "via", "all", *BESIDE_NAMES))


@dataclass(frozen=True, slots=True)
class Agreement:
    """``verdict``: the file names nobody; the page does not; both the same; the file some more; or others."""

    verdict: Verdict
    said: str


SAID: dict[Verdict, str] = {
    "silent": "The file says nothing about its makers.",
    "unprinted": "The page prints no credit; the file names its makers.",
    "agrees": "The file says the same.",
    "more": "The file says more than the page.",
    "conflict": "The file names others than the page.",
}


def compare(credit: str, imprint: Imprint) -> Agreement:
    """What the printed ``credit`` (as it stands; "" if none) and the file's ``imprint`` have to do with each other."""
    verdict = _verdict(credit, imprint)
    return Agreement(verdict, SAID[verdict])


def _verdict(credit: str, imprint: Imprint) -> Verdict:
    told = imprint.values(*MAKERS)
    if not told:
        return "silent"
    if not credit:
        return "unprinted"
    printed = holders(credit)
    people, agencies = _named_in(imprint)
    if _differ(printed, people, agencies) or not _shared(credit, told, printed, agencies):
        return "conflict"
    return "more" if _adds(credit, printed, people, agencies) else "agrees"


def _named_in(imprint: Imprint) -> tuple[list[str], list[str]]:
    """People and agencies of the file; a creator that is no agency is a person, however it looks."""
    found = [holders(value) for value in imprint.values(*MAKERS)]
    agencies = list(dict.fromkeys(name for one in found for name in one.agencies))
    creators = [name for value in imprint.values("creator") for name in holders(value).people or _lone(value)]
    return list(dict.fromkeys(creators or [name for one in found for name in one.people])), agencies


def _lone(value: str) -> tuple[str, ...]:
    return () if holders(value).agencies or _NOBODY.issuperset(_words(value)) else (value,)


def _differ(printed: Holders, people: list[str], agencies: list[str]) -> bool:
    """Does either name people, or agencies, of whom the other knows none?"""
    strangers = bool(printed.people and people) and not any(_same(one, two) for one in printed.people for two in people)
    return strangers or bool(printed.agencies and agencies and set(agencies).isdisjoint(printed.agencies))


def _same(one: str, two: str) -> bool:
    """Are they one person's: the same words in any order, some left out, or a first name cut to its letter?"""
    shorter, longer = sorted((_words(one), _words(two)), key=len)
    left = set(longer)
    for word in shorter:
        fitting = [other for other in left if other == word or (word[0] == other[0] and 1 in (len(word), len(other)))]
        if not fitting:
            return False
        left.discard(max(fitting, key=len))
    return any(len(word) > 1 and word in longer for word in shorter)


def _shared(credit: str, told: tuple[str, ...], printed: Holders, agencies: list[str]) -> bool:
    """Is there anything that both name?"""
    words = {word for value in told for word in _words(value)} - _NOBODY
    return not words.isdisjoint(_words(credit)) or not set(printed.agencies).isdisjoint(agencies)


def _adds(credit: str, printed: Holders, people: list[str], agencies: list[str]) -> bool:
    """Does the file name anybody, or anybody more fully, whom the page does not?"""
    words = set(_words(credit))
    fuller = [name for name in people if not words.issuperset(_words(name)) and not _shortened(name, printed.people)]
    return bool(fuller or set(agencies) - set(printed.agencies))


def _shortened(name: str, people: Iterable[str]) -> bool:
    return any(_same(name, one) and sum(map(len, _words(name))) <= sum(map(len, _words(one))) for one in people)


def _words(text: str) -> list[str]:
    """The words of ``text`` in small letters, without accents and signs."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return re.findall(r"\w+", plain.casefold())
