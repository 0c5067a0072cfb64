"""Dates as pages write them, to ISO 8601."""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from reader.rules.bylines import WORDS

_LONGEST = 200  # what is longer is prose, not a date
_CLOCK = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
_ZONE = r"(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d)"
_WORD = r"(?P<name>[^\W\d_]{3,12})"
_NUMERIC = re.compile(r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>\d{4})(?!\d)")
_KANJI = re.compile(r"(?P<year>\d{4})[年년]\s?(?P<month>\d\d?)[月월]\s?(?P<day>\d\d?)[日일]")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?{_WORD}\.?,?\s+(?:del?\s+)?(?P<year>\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"(?<!\w){_WORD}\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=$|T)")
_SHAPES = (_NUMERIC, _DOTTED, _KANJI, _DAY_FIRST, _MONTH_FIRST, _COMPACT)
_CLOCKED = re.compile(rf"(?<![\d.]){_CLOCK}(?:\s?{_ZONE})?", re.I)
_DIGIT = re.compile(r"\d")
_TIME = re.compile(rf"[T,;|·•–-]?\s?(?:(?:at|um|à|a las|às|alle|ore|om|o|godz\.?)\s)?{_CLOCK}(?:\s?{_ZONE})?", re.I)


# Words that stand around a date or a reading time, and those that say it is of a change.
_AROUND = frozenset(word for row in WORDS for word in f"{row.dates} {row.reading} {row.months}".split())
_UPDATED = re.compile(
    r"\b(?:updated|modified|aktualisiert|geändert|stand|mis à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]"
    r"|bijgewerkt|aktualizacja|uppdatera[dt]|opdateret|oppdatert|обновлено|güncelle\w+|تحديث|更新|수정)", re.I)
_LONGEST_LINE = 120  # of dates and the words around them


def _months() -> dict[str, int]:
    """Each month's names and their short forms of three letters and more; a form that two months share is none."""
    found: dict[str, set[int]] = {}
    for words in WORDS:
        for number, name in enumerate(words.months.split(), 1):
            for size in range(3, len(name) + 1):
                found.setdefault(name[:size], set()).add(number)
    return {form: numbers.pop() for form, numbers in found.items() if len(numbers) == 1}


_MONTHS = _months()


def iso(text: str) -> str:
    """The first date in ``text`` as ISO 8601, with time and zone when it gives them; "" when there is none.

    Digits alone with the day or month first (3/4/2020) are ambiguous, and no date here.
    """
    if len(text) > _LONGEST:
        return ""
    for match in _dates(text):
        moment = _moment(match, _TIME.match(text, match.end()))
        if moment:
            return moment
    return ""


def alone(text: str, others: int = 1) -> bool:
    """Is ``text`` a date, a time or a reading time, with the words that stand around one and ``others`` at most?"""
    if len(text) > _LONGEST_LINE or not _DIGIT.search(text):
        return False
    words = re.findall(r"[^\W\d_]+", without(text))
    strange = sum(word.lower() not in _AROUND for word in words)
    return strange <= (others if iso(text) else 0)


def told(text: str) -> tuple[str, str]:
    """When a line says that the story was published, and when that it was changed: each as ``iso`` gives it."""
    seam = _UPDATED.search(text)
    return (iso(text[: seam.start()]), iso(text[seam.start() :])) if seam else (iso(text), "")


def without(text: str) -> str:
    """``text`` with its dates and the times behind them blanked out."""
    if not _DIGIT.search(text):
        return text
    for shape in _SHAPES:
        text = shape.sub(lambda match: " " if _day(match) else match[0], text)
    return _CLOCKED.sub(" ", text)


def _dates(text: str) -> Iterator[re.Match[str]]:
    for shape in _SHAPES if _DIGIT.search(text) else ():
        yield from shape.finditer(text)


def _day(match: re.Match[str]) -> datetime | None:
    parts = match.groupdict()
    month = _MONTHS.get(parts["name"].lower(), 0) if "name" in parts else int(parts["month"])
    try:
        return datetime(int(parts["year"]), month, int(parts["day"]))
    except ValueError:  # the 31st of a word that is no month
        return None


def _moment(match: re.Match[str], clock: re.Match[str] | None) -> str:
    day = _day(match)
    if day is None:
        return ""
    if clock is None:
        return day.date().isoformat()
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        moment = day.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
        return moment.replace(tzinfo=_zone(clock["zone"])).isoformat()
    except ValueError:  # 25:61 is no time of the day
        return day.date().isoformat()


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
