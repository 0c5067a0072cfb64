"""Where the credit stands in the words under an image, and where its label ends. Text only, no tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.rules import captions as say

LONGEST = 170  # characters; the longest credits seen name three people and two agencies


class Cut(NamedTuple):
    """Offsets into a text: ``text[:caption]`` is the caption, ``text[start:end]`` the credit."""

    caption: int
    start: int
    end: int


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


_NOUN, _CREDIT, _BY = _any(say.IMAGE_NOUNS), _any(say.CREDIT_NOUNS), _any(say.BY)
# Space is taken whole ("+" behind the "+"): to give some of it back, at each of three places, is cubic in its length.
_PLAIN = (
    rf"(?:{_any(say.COMPOUND_LABELS)})\s*[:：]|(?:{_any(say.SPOKEN_CREDIT)})[\s,،，]+|credits?\s*(?:\.\.\.|…)|(?:{_NOUN})\s+/\s+"
    rf"|(?:{_NOUN})(?:\s*+[-/]?\s*+(?:{_CREDIT}))?(?:\s*+[:：=＝]|\s++(?:{_BY})\b(?!\s*+\d)\s*+[:：]?)"
    rf"|(?:{_CREDIT})(?:\s++(?:{_NOUN}))?(?:\s*+[:：]|\s++(?:{_BY})\b\s*+[:：]?)"
    rf"|(?:{_NOUN})(?:\s++(?:{_CREDIT}))?\s*+(?=©|\(c\))"
    r"|(?:fot|zdj|phot)\."
)
_TELLING = rf"(?:{_any(say.TELLING_LABELS)})(?:\s*[:：]|\s+(?:{_BY})\b)"
_COURTESY = rf"(?:(?:{_NOUN})\s+)?(?:{_any(say.COURTESY)})\b"
_HOLDER = r"©|\(c\)|\bcopyright\b(?!\s+[a-z])"

PLAIN_LABEL = re.compile(rf"\W{{0,4}}(?:{_PLAIN})\s*", re.I)
OPENING = re.compile(rf"(?:{_PLAIN}|{_TELLING}|{_COURTESY}|{_HOLDER})\s*", re.I)
ANYWHERE = re.compile(rf"(?<![\w-])(?:{_PLAIN}|{_TELLING}|{_HOLDER})\s*", re.I)
BRACKETED = re.compile(r"[(\[（【]([^()\[\]（）【】]{2,170})[)\]）】]\s*[.。]?\s*$")
_EXACT = _any(map(re.escape, say.AGENCIES_EXACT))
_NAME = r"[^\W\d_a-z][\w.’'-]*"
# A quick "no" before the exact pattern: one lower-case alternation without flags is what the engine searches fastest.
MAYBE_AGENCY = re.compile(_any([*(re.escape(name.lower()) for name in say.AGENCIES_EXACT), *say.AGENCIES]))
LEADING = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]{2,170})[)\]）】]\s*(?=\S)")
# Scripts without spaces run a name on ("新华社记者 李明"); "共同" is a word, too: only certain words may follow.
_RUN_ON = r"(?!\w)|(?=记者|記者|发|電|电|提供|供图|配信|資料|자료|제공)"
AGENCY = re.compile(
    rf"(?<!\w)(?:{_EXACT})(?!\w)|(?<!\w)(?i:{_any(say.AGENCIES)})(?:{_RUN_ON})|(?i:gettyimages)"
)
_SMALL_OWNERS = frozenset(say.SMALL_OWNERS)
OWNER = re.compile(_any(map(re.escape, say.OWNERS)))
IMAGE = re.compile(rf"(?:{_NOUN})\s*[:：]", re.I)
HELD = re.compile(
    rf"©\s?(?:{_NAME}\s?/\s?)?(?:{_EXACT}|(?i:{_any(say.AGENCIES)}))(?!\w)(?:\s?/\s?{_NAME}(?: {_NAME})?)?"
)
SLASHED = re.compile(r"[^\W\d_][\w.’']*\s?/{1,2}\s?[^\W\d_a-z]")
HANDLE = re.compile(r"(?<!\S)[\w.-]+\s?/|/\s?[\w.-]+(?!\S)|(?<!\S)@\w+")
DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*"
    r"\.(?:com|org|net|de|fr|es|it|nl|co\.uk|co|io|gov|edu|ru|pl|se|jp|ca|au|tv|info)",
    re.I,
)
NAMED_FOR = re.compile(
    rf"{_NAME}(?: {_NAME}){{1,3}} (?:for|FOR|pour|POUR|für|FÜR|para|PARA|per|PER|voor)"
    r" (?:the |The |THE |le |la )?[«“\"]?\s?[^\W\d_a-z]"
)
SERVED = re.compile(  # "Staff photo by Ann Ray", "U.S. Navy photo"
    r"(?:[^\W\d_a-z][\w.’'-]*\s){1,5}(?i:photo|photograph|image|illustration|graphic|video)s?\s(?i:by|courtesy)\s[^\W\d_a-z]"
    r"|[^\W\d_a-z][\w.’'-]+\s[^\W\d_a-z][\w.’'-]+\sphoto$"
    r"|(?:[A-Z]{2,6}|(?:[A-Z]\.){2,3})\s(?:[^\W\d_a-z][\w.’'-]*\s){0,3}(?:photo|PHOTO)$"
)
POSTED = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}\s*[,|/–—-]\s*(?i:{_any(say.POSTS)})$|Special to [^\W\d_a-z]")
FIRM = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}} (?:{_any(say.FIRMS)})")
UNMARKED = re.compile(  # "Photo Ann Ray. AFP", as in France; "Photo Gallery" is none
    r"(?:Photos?|PHOTOS?|Foto|FOTO) (?!(?i:gallery|essay|of|album|story|series|editor|contest|credits?)\b)"
    rf"{_NAME} {_NAME}[\w .,/’'-]{{0,40}}"
)
COURTESY = re.compile(rf"{_COURTESY}\s*", re.I)
ATTRIBUTED = re.compile(rf"(?!(?i:{_any(say.SEEN)}))[^\W\d_a-z][\w ]{{1,25}}: [^\W\d_a-z]")
BARE = re.compile(rf"(?:{_any(say.BARE_NOUNS)})\s++(?!(?:{_BY}|{_CREDIT}|{_any(say.COURTESY)})\b)(?=\S+\s\S)", re.I)
LONE = re.compile(rf"(?:{_any(say.BARE_NOUNS)})\s+(?=[^\W\d_a-z]\w+$)")  # "(foto Berg)"
_TAKER = r"[^、，。.＝=()（）\u3041-\u309f]{2,24}"  # hiragana makes it a phrase: "無料で提供"
TAKEN_BY = re.compile(rf"[、，,＝=（(。.！？]\s?({_TAKER}(?:{_any(say.TAKEN)}))[)）]?[。.]?$")
BOUNDARY = re.compile(r"(?<=[.!?…。”\"’'»)])\s*(?=[^\W\d_a-z]|[©(\[@]|iStock)|\s[|–—•·-]\s|\s*\|\s*|＝")
UPPER_SOURCE = re.compile(r"(?<=[\w.!?”\"’])\s[–—-]\s([A-Z][A-Z&.\d]+(?: [A-Z][A-Z&.\d]+){0,3}|[A-Z][a-z]+[A-Z]\w+)$")
UNCASED = re.compile(r"[\u0590-\u08ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
RESERVED = re.compile(r"\ball rights reserved\b[^.!?]{0,60}[.!?]?$", re.I)
VIA = re.compile(r"[^\W\d_a-z][^()\[\]]{1,40} via [^\W\d_a-z][^()\[\]]{1,40}")
COUNT = re.compile(r"(?<=\w)\s*\(\d{1,2}\)$")  # of the pictures in a montage: "GETTY IMAGES (2)"
NO_CREDIT = re.compile(
    r"\b(?:reporting|writing|editing|edited|translated|written|reviewed) by\b|all rights reserved", re.I
)
FILE_PHOTO = re.compile(r"\W{0,2}file(?:d)? (?:photo|image|picture)", re.I)
TRIM = " \t\n|–—-/•·,、＝;:(（[【<>"


def unlabel(text: str) -> tuple[int, int]:
    """The offsets of the credit in ``text`` without brackets, quotes around the whole, and labels."""
    start, end = _unwrap(text, 0, len(text))
    while (label := PLAIN_LABEL.match(text, start, end)) and label.end() < end:
        start, end = _unwrap(text, label.end(), end)
    return start, end


def _unwrap(text: str, start: int, end: int) -> tuple[int, int]:
    pairs = {"(": ")", "[": "]", "（": "）", "【": "】", "'": "'", '"': '"', "‘": "’", "“": "”", "«": "»"}
    while True:
        while start < end and text[start] in " \t\n|–—:•·,;/-":
            start += 1
        while end > start and text[end - 1] in " \t\n|–—:•·,;/-":
            end -= 1
        if (
            end - start > 2
            and pairs.get(text[start]) == text[end - 1]
            and text.find(text[end - 1], start + 1, end) == end - 1
        ):
            start, end = start + 1, end - 1
        elif end - start > 3 and text[start] in "([" and pairs[text[start]] == text[end - 2] and text[end - 1] == ".":
            start, end = start + 1, end - 2
        elif start < end and text[start] in "([" and text.find(pairs[text[start]], start, end) < 0:
            start += 1  # its end stood outside the last element
        else:
            return start, end


def _agency(text: str) -> bool:
    return MAYBE_AGENCY.search(text.lower()) is not None and AGENCY.search(text) is not None


@lru_cache(maxsize=2048)
def creditlike(text: str) -> bool:
    """Is the whole text a credit by itself: a label, a holder, a courtesy, or names with an agency among them?"""
    start, end = _unwrap(text, 0, len(text))
    text = text[start:end]
    if not 1 < len(text) <= LONGEST or NO_CREDIT.search(text) or FILE_PHOTO.match(text):
        return False
    if opening := OPENING.match(text):
        rest = text[opening.end() :]
        if rest.strip(TRIM + ").]").lower() in _SMALL_OWNERS:
            return True
        if not rest.strip() or (len(rest.split()) <= 4 and not IMAGE.match(text)):
            return True  # "Credit:" and "©" are explicit; "Photo:" may open a caption
        return namey(rest) or bool((_agency(rest) or COURTESY.match(text)) and namey(rest, loose=True))
    if _agency(text):
        return namey(text)
    return bool(
        OWNER.fullmatch(COUNT.sub("", text))
        or DOMAIN.fullmatch(text)
        or (SLASHED.search(text) and namey(text))
        or FIRM.fullmatch(text)
        or ((NAMED_FOR.match(text) or SERVED.match(text) or POSTED.match(text)) and namey(text))
    )


def signed(text: str) -> bool:
    """Is the whole text a credit with a label that no caption or title has: "Credit:", "Photo by", "©"?"""
    start, end = _unwrap(text, 0, len(text))
    return OPENING.match(text, start, end) is not None and not IMAGE.match(text, start, end) and creditlike(text)


def closed(text: str) -> bool:
    """Does a sentence close with the sign of a holder and a credit, as no title does: "… at dawn. © Agency / Name"?"""
    at = text.rfind("©")
    return at > 0 and text[:at].rstrip()[-1:] in ".!?…。" and creditlike(text[at:])


def namey(text: str, loose: bool = False) -> bool:
    """Do the words look like names (capitals, particles), not like a sentence? ``loose`` allows one word in four."""
    rest = HANDLE.sub(" ", AGENCY.sub(" Agency ", text) if _agency(text) else text)
    words = [word for word in re.split(r"[\s/,;:|&()+•·–—]+", rest) if word]
    if len(words) > 22:
        return False
    if UNCASED.search(text):
        return len(text) <= 30 and not re.search(r"[。.!?！？＝]\s*\S", text)
    lower = sum(
        1
        for word in words
        if word[0].islower() and word.lower().strip(".’'") not in say.PARTICLES and "." not in word[1:-1]
    )
    return lower <= (len(words) // 4 if loose else 0) and not re.search(r"[?!]|[a-z]{3}\. [A-Z]\w+ [a-z]+ [a-z]+", text)


@lru_cache(maxsize=2048)
def split(text: str, seams: tuple[int, ...] = ()) -> Cut | None:
    """Find the credit that closes ``text``; ``seams`` are offsets at which the markup changed element.

    Tried in this order: a closing "All rights reserved" with its holder, a bracketed credit, a label, a last sentence
    or part that is a credit by itself.
    """
    end = len(text.rstrip())
    if end < 2:
        return None
    for attempt in (_reserved, _bracketed, _labelled, _tail, _taken):
        if cut := attempt(text[:end], seams):
            return _trimmed(text, cut)
    return None


def opening(text: str, seams: tuple[int, ...] = ()) -> tuple[int, int, int] | None:
    """(credit start, credit end, caption start) of a credit that stands before its caption, or None."""
    if (match := LEADING.match(text)) and creditlike(match[1]) and len(text) - match.end() > 10:
        start, end = unlabel(match[1])
        return match.start(1) + start, match.start(1) + end, match.end()
    for at in seams[:6]:
        if 2 < at <= LONGEST and len(text) - at > 10 and creditlike(text[:at]):
            start, end = unlabel(text[:at])
            return start, end, at
    if (match := HELD.match(text)) and len(text) - match.end() > 20:
        return 0, match.end(), match.end()
    return None


def _trimmed(text: str, cut: Cut) -> Cut:
    caption = len(text[: cut.caption].rstrip(TRIM))
    start, end = unlabel(text[cut.start : cut.end])
    return Cut(caption if re.search(r"\w", text[:caption]) else 0, cut.start + start, cut.start + end)


def _reserved(text: str, seams: tuple[int, ...]) -> Cut | None:
    """The holder of whom a caption of a work of art closes: "© The estate. All rights reserved, DACS 2024."."""
    match = RESERVED.search(text, max(0, len(text) - LONGEST))
    if match is None:
        return None
    head = text[: match.start()].rstrip()
    if (cut := split(head, seams)) and cut.end >= len(head) - 3:
        return Cut(cut.caption, cut.start, len(text))
    start = max(head.rfind(". ", 0, len(head) - 1), head.rfind("; ")) + 2
    holder = head[start:]
    return Cut(start, start, len(text)) if start > 1 and len(holder.split()) <= 8 and namey(holder) else None


def _bracketed(text: str, seams: tuple[int, ...]) -> Cut | None:
    match = BRACKETED.search(text, max(0, len(text) - LONGEST - 8))
    if match is None:
        return None
    inner = match[1].strip()
    if (bare := BARE.match(inner) or LONE.match(inner)) and namey(inner[bare.end() :]):
        return Cut(match.start(), match.end(1) - len(inner) + bare.end(), match.end(1))
    named = (ATTRIBUTED.match(inner) or VIA.fullmatch(inner)) and namey(inner)
    if creditlike(inner) or MAYBE_AGENCY.fullmatch(inner.lower()) or named:
        whole = _labelled(text, seams) if inner not in text[: match.start()] else None
        if whole is not None and match.start() - 60 < whole.start < match.start():
            return whole  # "Foto: Ann Ray (Agency)"
        name = _name_before(text, match.start(), seams)
        return Cut(match.start(), match.start(1), match.end(1)) if name is None else Cut(name, name, match.end())
    return None


def _name_before(text: str, bracket: int, seams: tuple[int, ...]) -> int | None:
    """Where a photographer's name begins that stands before his agency: "ANA RAY (EFE)"."""
    for at in sorted(_starts(text[:bracket], seams), reverse=True):
        name = text[at:bracket].strip()
        if 1 < len(name.split()) < 5 and namey(name) and (at in seams or name.isupper()):
            return at
    return None


def _taken(text: str, seams: tuple[int, ...]) -> Cut | None:
    """Captions in Japanese, Chinese and Korean close with "、(name)撮影", "(name) 摄" or "(name) 제공"."""
    match = TAKEN_BY.search(text, max(0, len(text) - 40))
    if match is None:
        return None
    stop = match.start() + (text[match.start()] in "。.！？")  # a full stop is the caption's
    return Cut(stop, match.start(1), match.end(1))


def _labelled(text: str, seams: tuple[int, ...]) -> Cut | None:
    found = None
    for match in ANYWHERE.finditer(text, max(0, len(text) - LONGEST)):
        if _opens(text, match.start(), match[0], seams) and creditlike(text[match.start() :]):
            found = found or Cut(match.start(), match.start(), len(text))
    return found


def _opens(text: str, at: int, label: str, seams: tuple[int, ...]) -> bool:
    """A label is one at the beginning, after punctuation or a seam, or in the middle with a capital and a colon."""
    before = text[:at].rstrip()
    if not before or at in seams or before[-1] in ".!?…。”\"’'»)|–—:•·([/-":
        return True
    return not label[0].islower() and label.rstrip()[-1:] in (":", "：", "©", ")")


def _tail(text: str, seams: tuple[int, ...]) -> Cut | None:
    best = None
    for at in sorted(_starts(text, seams), reverse=True):
        if creditlike(text[at:]) or (UNMARKED.fullmatch(text[at:]) and namey(text[at:])):
            best = Cut(at, at, len(text))
        elif best is not None and len(text) - at > LONGEST:
            break
    if best is None and (source := UPPER_SOURCE.search(text, max(0, len(text) - 60))):
        best = Cut(source.start(), source.start(1), source.end(1))
    return best


def _starts(text: str, seams: tuple[int, ...]) -> Iterator[int]:
    floor = max(0, len(text) - LONGEST)
    if not floor:
        yield 0
    for at in seams:
        if floor < at < len(text):
            yield at
    for match in BOUNDARY.finditer(text, floor):
        yield match.end()
