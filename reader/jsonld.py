"""JSON-LD as pages have it: broken, nested, escaped, and bounded here."""
from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import Any

_LARGEST = 2_000_000  # characters of one script; articleBody of the longest reads stays far below
_MOST = 2_000  # objects looked at on one page
# Strings first, so that what looks like a comment inside one stays. Unclosed ones run to the end: linear on any input.
_DEBRIS = re.compile(r'("(?:[^"\\]++|\\.)*+(?:"|\Z))|/\*(?:.*?\*/|.*)|(?<!:)//[^\n]*|,(?=\s*[}\]])', re.S)
_TAG = re.compile(r"<[^<>]{0,300}>")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WRAPPER = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")


def objects(scripts: Iterable[str]) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD scripts in reading order, lists and @graph opened, down to main entities.

    A script that cannot be mended is passed over: the page still has its other sources.
    """
    found: list[dict[str, Any]] = []
    for script in scripts:
        stack = _load(script)[::-1] if len(script) <= _LARGEST else []
        for _ in range(_MOST):
            if not stack:
                break
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(value[_MOST::-1])
            elif isinstance(value, dict):
                found.append(value)
                inner = (value.get(key) for key in ("mainEntityOfPage", "mainEntity", "@graph"))
                stack.extend(one for one in inner if isinstance(one, list | dict))
    return found


def plain(text: str) -> str:
    """A string as plain text: entities undone, markup, extra white space and what no text may hold gone.

    JSON can escape control characters and halves of characters, which no tree takes and no answer can be written with.
    """
    return " ".join(_TAG.sub(" ", _NO_TEXT.sub("", html.unescape(text))).split())


def _load(script: str) -> list[Any]:
    """The script's values; mended once when it does not parse as it is."""
    try:
        return [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return _values(_mended(script))


def _mended(script: str) -> str:
    """Without comments, CDATA, HTML wrappers and trailing commas; entities undone when they are all that quotes."""
    script = _WRAPPER.sub("", script)
    if '"' not in script:
        script = html.unescape(script)
    return _DEBRIS.sub(lambda match: match[1] or "", script).strip().rstrip(";")


def _values(text: str) -> list[Any]:
    """The values that stand one after another in ``text``, up to the first that is broken."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    place = 0
    try:
        while place < len(text) and len(values) < 100:
            value, place = decoder.raw_decode(text, place)
            values.append(value)
            place += len(text[place:place + 1000]) - len(text[place:place + 1000].lstrip(" \t\r\n,;"))
    except (ValueError, RecursionError):
        return values
    return values
