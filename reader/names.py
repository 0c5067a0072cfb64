"""The names in a byline, without its labels, jobs, dates and links."""
from __future__ import annotations

import re
from functools import lru_cache

from reader.rules.bylines import CREDENTIALS, NOT_NAMES, PICTURES, WORDS

_LONGEST = 600  # a byline of ten authors; what is longer is an author's biography
_PARTICLES = frozenset("de da di do dos das du del della dello der den des van von vom zu zum ter ten la le lo el al bin ibn bint of the y e af av na ní".split())
_ROLES = frozenset(word for row in WORDS for word in row.roles.split())
_DATES = frozenset(word for row in WORDS for word in (row.dates + " " + row.reading).split())
_MONTHS = frozenset(form for row in WORDS for month in row.months.split() for form in (month, month[:3], month[:4]))
_JOINS = "|".join(sorted({join for row in WORDS for join in row.joins.split("|") if join}))
_BY = "|".join(re.escape(by) for by in sorted({by for row in WORDS for by in row.by.split("|") if by}, key=len, reverse=True))

_EDGE = " \t\r\n\f\v\u00a0,;:|•·–—-/[](){}<>«»“”\"*_~"
_BREAK = re.compile(r"[\n|•·*]|(?<=[^\W\d_]{3})(?<!Prof)\.\s|\s[–—/-]+\s|[({<].*?(?:[)}>]|$)|…")
_LABEL = re.compile(rf"[\W_]*(?:{_BY})(?:\s*[:：/／]\s*|\s+(?=[^\s:])|\s*$|(?<=[^\x00-\u2fff]))", re.I)
_INNER_LABEL = re.compile(r"(?:^|\s)(?:by|von|par|por|door)\s+(?=[^\W\d_])", re.I)
_PICTURE_LABEL = re.compile(rf"\b(?:{'|'.join(sorted(PICTURES))})\b[^\n|]*", re.I)
_ADDRESS = re.compile(r"\S*@\s?\S*|\S*(?:https?://|www\.)\S*|\S+\.(?:com|net|org|co\.uk|de|fr|it|es)\b\S*", re.I)
_AUTHORS = re.compile(rf"\s*(?:[,，]\s*(?:{_JOINS})\s|[,;&+，、；]|\s(?:{_JOINS})\s)\s*")
_NUMBER = re.compile(r"(\d[\d:.,/]*)")


def names(text: str) -> list[str]:
    """The authors a byline names, in its order and spelling; [] when it names nobody.

    ``text`` holds a line a block. A job or an organisation alone ("Staff Writer", "Reuters") counts as a name when it
    comes first; after a name it is that person's, and left out.
    """
    found: list[str] = []
    for line in _lines(text[:_LONGEST] if len(text) <= _LONGEST else ""):
        more = _authors(line, first=not found)
        if found and not more:
            break  # a biography, a job, a share bar: the names end here
        found.extend(name for name in more if not name.startswith(tuple(found) or "\n"))
    return found


def is_label(text: str) -> bool:
    """Does ``text`` open as a byline does ("By …", "Von …", "Texte de …")?"""
    return bool(_LABEL.match(text))


def is_role(text: str) -> bool:
    """Is ``text`` a job ("Senior Reporter, Tech"), and no sentence?"""
    words = text.split()
    return 0 < len(words) <= 8 and not text.rstrip().endswith((".", "!", "?")) and any(_plain(word) in _ROLES for word in words)


def joined(found: list[str], shown: str) -> str:
    """The names as one line: as ``shown`` (the visible byline) reads when it holds them and nothing else between, else "A, B and C"."""
    if len(found) < 2:
        return "".join(found)
    start, end = shown.find(found[0]), shown.rfind(found[-1])
    between = shown[start:end + len(found[-1])]
    rest = between
    for name in found:
        rest = rest.replace(name, " ", 1)
    if 0 <= start < end and re.fullmatch(rf"(?:[\s,;&+，、]|\b(?:{_JOINS})\b)*", rest) and rest.strip():
        return re.sub(r"\s+([,;，、])", r"\1", " ".join(between.split()))
    return f"{', '.join(found[:-1])} and {found[-1]}"


def _lines(text: str) -> list[str]:
    """The stretches of a byline that may hold names: cut at separators, brackets, addresses, numbers, picture labels."""
    lines = []
    for piece in _BREAK.split(_PICTURE_LABEL.sub("", _ADDRESS.sub("\n", text))):
        parts = _NUMBER.split(piece)
        for place in range(0, len(parts), 2):
            line = _undated(parts[place], after=place > 0, before=place + 1 < len(parts))
            line = _unlabelled(line)
            if line:
                lines.append(line)
    return lines


def _undated(text: str, after: bool, before: bool) -> str:
    """``text`` without the words of a date on the side where a number stood."""
    words = text.split()
    while after and words and _plain(words[0]) in _DATES | _MONTHS:
        words.pop(0)
    while words and ((_plain(words[-1]) in _DATES and words[-1][:1].islower()) or (before and _plain(words[-1]) in _DATES | _MONTHS)):
        words.pop()
    return " ".join(words)


def _unlabelled(text: str) -> str:
    for _ in range(3):  # "Written by: By X"
        label = _LABEL.match(text)
        if not label:
            break
        text = text[label.end():]
    inner = _INNER_LABEL.search(text)
    return (text[inner.end():] if inner else text).strip(_EDGE)


def _authors(line: str, first: bool) -> list[str]:
    if "&" in line and not all(" " in side.strip() for side in line.split("&")):
        return [line] if first and len(line) <= 60 else []  # "Tax & Accounting" is one house, not two people
    found: list[str] = []
    for part in _AUTHORS.split(line):
        name = _name(part)
        if found and _plain(part) in CREDENTIALS:
            found[-1] += f", {part.strip(_EDGE)}"
        elif name and ((first and not found) or _second(name, (found or [""])[0])):
            found.append(name)
        elif not found and not name and part.strip(_EDGE):
            break
    return found


@lru_cache(maxsize=4096)
def _name(part: str) -> str:
    """The name a part opens with: capitalised words up to the first that reads on as prose; "" when it is none."""
    words: list[str] = []
    for word in part.strip(_EDGE).split():
        if (words and _plain(word) in NOT_NAMES) or (word[:1].islower() and _plain(word) not in _PARTICLES and _plain(word) not in _ROLES and "'" not in word and "’" not in word):
            break
        words.append(word)
    while words and _plain(words[-1]) in _PARTICLES and words[-1][:1].islower():
        words.pop()
    lone = part.strip(_EDGE)
    if not words and re.fullmatch(r"[^\W\d_]{3,40}", lone):
        words = [lone]  # a handle: "written by tinykitchen"
    name = " ".join(words).strip(_EDGE)
    fits = 2 <= len(name) <= 60 and len(words) <= 6 and not re.search(r"[?!:\"/=#%$©]|[.]\s*$(?<!\b\w\.)(?<!r\.)", name)
    return name if fits and not ({_plain(words[0]), _plain(words[-1])} & NOT_NAMES) and not name.lower().endswith("admin") else ""


def _second(name: str, first: str) -> bool:
    """May ``name`` stand as a further author beside ``first``, rather than as a job, a house or a place?"""
    words = name.split()
    if any(_plain(word) in _ROLES for word in words) or _plain(words[0]) == "the":
        return False
    if not name.isascii() and len(words) == 1:
        return bool(first) and not first.isascii()
    return len(words) > 1 or (len(first.split()) == 1 and first.isascii())


def _plain(word: str) -> str:
    return word.strip(_EDGE + ".,'’").replace(".", "").lower()
