"""Exhaustion: what is made to stall the server costs the sender an answer in words, and nobody else anything."""
from __future__ import annotations

import functools
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bombs
import growth
import pytest
from baits import baits, patterns

from reader import read_html
from reader.totext import text_of
from reader.web.view import MEASURED, minutes

pytestmark = pytest.mark.security

READER = Path(__file__).parents[1] / "reader"
BAIT, SECONDS = 1000, 0.25
"""Characters of bait, and what a pattern may take for it: squares stay below a fifth of that, cubes are above."""
USE = r"\b{}\.(search|match|fullmatch|sub|split|finditer|findall)\b"


@functools.cache
def _sources() -> str:
    return "\n".join(path.read_text() for path in sorted(READER.rglob("*.py")))


def _uses(where: str) -> set[str]:
    """How the reader asks a pattern; one in a table is matched."""
    used = re.findall(USE.format(where.rpartition(".")[2]), _sources_of(where)) or ["match"]
    return {name if name in ("match", "fullmatch") else "search" for name in used}


def _sources_of(where: str) -> str:
    room, _, name = where.removeprefix("reader.").rpartition(".")
    own = (READER / f"{room.replace('.', '/')}.py")
    text = own.read_text() if own.exists() else ""
    return text if re.search(USE.format(name), text) else _sources()


def test_no_pattern_takes_long_on_its_bait(counts: dict[str, int]) -> None:
    found = patterns()
    assert len(found) > 300
    counts["patterns baited"], counts["baits tried"] = len(found), 0
    slow = []
    for pattern, where in found.items():
        for bait in baits(pattern, BAIT):
            text: Any = bait.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else bait
            counts["baits tried"] += 1
            asked = [functools.partial(getattr(pattern, use), text) for use in _uses(where)]
            slow += [where for ask in asked if _cpu(ask) > SECONDS]
    assert not slow


def _cpu(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def test_numbers_before_a_caption_are_read_one_after_the_other() -> None:
    caption = "[1/3] " * 3000 + "A harbour at dawn, seen from the old quay."
    figure = f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>"
    assert read_html(bombs.story(figure), growth.URL).figures


def test_a_hundred_thousand_readings_of_a_sign_are_written_at_once() -> None:
    assert _cpu(lambda: text_of("<p>" + "<rt></rt>" * 100_000 + "</p>")) < 3


def test_the_minutes_of_a_huge_article_are_told_at_once() -> None:
    huge = "<blockquote>" * 100 + "<p>" + "word<br>" * 1_000_000
    assert _cpu(lambda: minutes(huge)) < 0.5
    assert minutes("<p>word</p> " * (MEASURED // 4)) == pytest.approx(MEASURED / 4 / 238, rel=0.02)
