"""Which way a text runs, told by its letters."""
from __future__ import annotations

import re

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BEGINNING = 4000  # characters that are looked at


def direction(text: str, said: str = "ltr") -> str:
    """"rtl" when most letters at the beginning of ``text`` run right to left, whatever was ``said``; else that."""
    start = text[:_BEGINNING]
    if start.isascii() or not _RIGHT_TO_LEFT.search(start):
        return said
    return "rtl" if 2 * len(_RIGHT_TO_LEFT.findall(start)) > sum(map(str.isalpha, start)) else said
