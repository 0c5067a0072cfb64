"""The names in a byline, without its labels, jobs, dates and links."""
from __future__ import annotations

import re
from functools import lru_cache

from reader.rules.bylines import CREDENTIALS, NOT_NAMES, PICTURES, WORDS

_LONGEST = 600  # a byline of ten authors; what is longer is an author's biography
_PARTICLES = frozenset(
    "de da di do dos das du del della dello der den des van von vom zu zum ter ten la le lo el al bin ibn bint "
    "of the y e af av na ní".split()
)
_ROLES = frozenset(word for row in WORDS for word in row.roles.split())
_ROLES_AT_END = tuple(sorted(role for role in _ROLES if not role.isascii()))
_ENDS = frozenset(word for row in WORDS for word in row.ends.split())
_OTHERS = frozenset(word for row in WORDS for word in row.others.split())
_DATES = frozenset(word for row in WORDS for word in f"{row.dates} {row.reading}".split())
# The months of every language, in full and cut to three and four letters.
MONTHS = frozenset(form for row in WORDS for month in row.months.split() for form in (month, month[:3], month[:4]))


def _alternatives(phrases: list[str]) -> str:
    found = {phrase for row in phrases for phrase in row.split("|") if phrase}
    return "|".join(re.escape(phrase) for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)))


_JOINS = _alternatives([row.joins for row in WORDS])
_BY = _alternatives([row.by for row in WORDS])

_EDGE = " \t\r\n\f\v\u00a0,;:|•·–—-/[](){}<>«»“”\"*_~"
# What stands between a name and the next thing: separators, brackets with what they hold, the end of a sentence.
# Initials in brackets are part of the name: "Ann (A.B.) Lee".
_BREAK = re.compile(
    r"[\n|•·*…]|(?<=[^\W\d_]{3})(?<!Prof)\.\s|\s[–—/-]+\s|(?!\((?:[A-Z]\.\s?){1,4}\)\s[A-Z])[({<][^)}>]*(?:[)}>]|$)"
)
_LABEL = re.compile(rf"[\W_]*(?:{_BY})(?:\s*[:：/／=＝]\s*|\s+(?=[^\s:])|\s*$|(?<=[^\x00-\u2fff])|(?<=[=:]))", re.I)
_INNER_LABEL = re.compile(r"(?:^|\s)(?:by|von|par|por|door)\s+(?=[^\W\d_])", re.I)
_PICTURE_LABEL = re.compile(rf"\b(?:{'|'.join(sorted(PICTURES))})\s*(?::|\b(?:by|von|par|por|di|door)\b)[^\n|]*", re.I)
_ADDRESS = re.compile(r"\S*@\s?\S*|\S*(?:https?://|www\.)\S*|\S+\.(?:com|net|org|co\.uk|de|fr|it|es)\b\S*", re.I)
_AUTHORS = re.compile(rf"\s*(?:[,，]\s*(?:{_JOINS})\s|[,;&+，、；]|\s(?:{_JOINS})\s)\s*")
_NUMBER = re.compile(r"(\d[\d:.,/]*)")
_NO_NAME = re.compile(r"[?!:\"/=#%$©]|(?<!\b\w)(?<!r)\.$")


def names(text: str) -> list[str]:
    """The authors a byline names, in its order and spelling; [] when it names nobody.

    ``text`` holds a line a block. A job or an organisation alone ("Staff Writer", "Reuters") counts as a name when it
    comes first; after a name it is that person's, and left out.
    """
    found: list[str] = []
    for line in _lines(text) if len(text) <= _LONGEST else ():
        more = _authors(line, first=not found)
        if found and not more:
            break  # a biography, a job, a share bar: the names end here
        found.extend(name for name in more if not any(name.startswith(one) or one.startswith(name) for one in found))
    return found


def people(byline: str) -> list[str]:
    """The authors of a byline as ``joined`` writes it, each as it is spelled there: nothing is weighed any more."""
    if "&" in byline and not all(" " in side.strip() for side in byline.split("&")):
        return [byline]  # one house, as above
    found: list[str] = []
    for part in filter(None, (part.strip() for part in _AUTHORS.split(byline))):
        if found and _plain(part) in CREDENTIALS:
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found


def is_label(text: str) -> bool:
    """Does ``text`` open as a byline does ("By …", "Von …", "Texte de …")?"""
    return bool(_LABEL.match(text))


def is_role(text: str) -> bool:
    """Is ``text`` a job ("Senior Reporter, Tech"), and no sentence?"""
    words = text.split()
    return 0 < len(words) <= 8 and text.rstrip()[-1:] not in ".!?" and any(_plain(word) in _ROLES for word in words)


def is_nobody(name: str) -> bool:
    """Is ``name`` made of words for jobs alone ("Staff Writer")?"""
    return all(_plain(word) in _ROLES for word in name.split())


def joined(found: list[str], shown: str) -> str:
    """The names in one line: as ``shown`` (the visible byline) reads if it holds just them, else "A, B, C"."""
    if len(found) < 2:
        return "".join(found)
    start, end = shown.find(found[0]), shown.rfind(found[-1])
    between = shown[start:end + len(found[-1])]
    rest = between
    for name in found:
        rest = rest.replace(name, " ", 1)
    if 0 <= start < end and re.fullmatch(rf"(?:[\s,;&+，、]|\b(?:{_JOINS})\b)*", rest) and re.search(r"[^\s,]|,", rest):
        return re.sub(r"\s+([,;，、])", r"\1", " ".join(between.split()))
    return ", ".join(found)


def _lines(text: str) -> list[str]:
    """The stretches of a byline that may hold names: cut at separators, addresses, numbers and picture labels."""
    found = []
    for piece in _BREAK.split(_PICTURE_LABEL.sub("", _ADDRESS.sub("\n", text))):
        parts = _NUMBER.split(piece)
        for place in range(0, len(parts), 2):
            line = _undated(parts[place], after=place > 0, before=place + 1 < len(parts))
            line = _unlabelled(line)
            if line:
                found.append(line)
    return found


def _undated(text: str, after: bool, before: bool) -> str:
    """``text`` without the words of a date on the side where a number stood."""
    words = text.split()
    around = _DATES | MONTHS
    while after and words and _plain(words[0]) in around:
        words.pop(0)
    while words and _plain(words[-1]) in (around if before else _DATES) and (before or words[-1][:1].islower()):
        words.pop()
    return " ".join(words)


def _unlabelled(text: str) -> str:
    """What follows the last label; "" when the label is somebody's who did not write ("Fact-checked by")."""
    for _ in range(3):  # "Written by: By X"
        label = _LABEL.match(text)
        if not label:
            break
        text = text[label.end():]
    inner = _INNER_LABEL.search(text)
    if inner and _OTHERS & set(re.findall(r"\w+", text[:inner.start()].lower())):
        return ""
    return (text[inner.end():] if inner else text).strip(_EDGE)


def _authors(line: str, first: bool) -> list[str]:
    if "&" in line and not all(" " in side.strip() for side in line.split("&")):
        return [line] if first and len(line) <= 60 else []  # "Tax & Accounting" is one house, not two people
    found: list[str] = []
    for part in _AUTHORS.split(line):
        name = _name(part)
        if found and _plain(part) in CREDENTIALS:
            found[-1] += f", {part.strip(_EDGE)}"
        elif name and ((first and not found) or _is_second(name, (found or [""])[0])):
            found.append(name)
        elif not found and part.strip(_EDGE):
            break
    return found


@lru_cache(maxsize=4096)
def _name(part: str) -> str:
    """The name a part opens with, up to the small word that reads on ("in", "is"); "" when it is none."""
    words: list[str] = []
    for word in part.strip(_EDGE).removeprefix("the ").split():
        plain = _plain(word)
        if plain.endswith("admin"):
            return ""
        small = word[:1].islower() and plain not in _PARTICLES and "'" not in word and "’" not in word
        ends = _ENDS | _ROLES if small else _ROLES if word[:1] == word[:1].swapcase() else ()  # Hangul has no capitals
        if words and (plain in NOT_NAMES or (plain in ends and not is_nobody(" ".join(words)))):
            break
        if small and plain not in _ROLES:
            return word if re.fullmatch(r"[^\W\d_]{3,40}", part.strip(_EDGE)) and plain not in NOT_NAMES else ""
        words.append(word)
    while words and words[-1][:1].islower() and _plain(words[-1]) in _PARTICLES:
        words.pop()
    name = " ".join(words).strip(_EDGE)
    fits = 2 <= len(name) <= 60 and 0 < len(words) <= 6 and _plain(words[0]) not in NOT_NAMES
    return name if fits and not _NO_NAME.search(name) else ""


def _is_second(name: str, first: str) -> bool:
    """May ``name`` stand as a further author beside ``first``, rather than as a job, a house or a place?"""
    words = [_plain(word) for word in name.split()]
    if any(word in _ROLES for word in words) or words[0] in ("the", "from") or "'s" in name or "’s" in name:
        return False
    if not name.isascii() and len(words) == 1:  # a script without spaces: the job is the end of the word
        return bool(first) and not first.isascii() and not name.endswith(_ROLES_AT_END)
    return len(words) > 1 or (len(first.split()) == 1 and first.isascii())


def _plain(word: str) -> str:
    return word.strip(_EDGE + ".'’").replace(".", "").lower()
