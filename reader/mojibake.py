"""Text that was UTF-8, has been taken for Latin-1 or windows-1252, and was encoded once more: "donâ€™t" is "don’t"."""

from __future__ import annotations

import re

# The characters that windows-1252 shows for the bytes 0x80 to 0x9f; where it has none, Latin-1's control characters.
_BYTES = {bytes((code,)).decode("cp1252", "replace"): code for code in range(0x80, 0xA0)}
_BYTES = {char: code for char, code in _BYTES.items() if char != "\ufffd"} | {chr(c): c for c in range(0x80, 0xC0)}
_NEXT = "[" + re.escape("".join(_BYTES)) + "]"
_TWICE = re.compile(f"[\u00c2-\u00df]{_NEXT}|[\u00e0-\u00ef]{_NEXT}{{2}}|[\u00f0-\u00f4]{_NEXT}{{3}}")
_ALONE = re.compile("[\x80-\x9f]")
# What gives it away: control characters that no page holds on purpose, and the beginning of every quotation mark. A
# few look-ups, because almost no page is so, and a pattern over the whole text costs as much as parsing it. (One
# character is found far sooner than two.)
_SIGNS, _QUOTED = ("\x80", "\x90", "\x92", "\x99"), "â€"


def mend(text: str) -> str:
    """``text`` as it was before somebody encoded it twice; what is not so is returned as it is. Never raises."""
    if text.isascii() or not (any(map(text.__contains__, _SIGNS)) or (_QUOTED[1] in text and _QUOTED in text)):
        return text
    return _ALONE.sub(_windows, _TWICE.sub(_once, text))


def _once(found: re.Match[str]) -> str:
    twice = found[0]
    try:
        return bytes((ord(twice[0]), *(_BYTES[char] for char in twice[1:]))).decode()
    except UnicodeDecodeError:  # the characters stand side by side by chance
        return twice


def _windows(found: re.Match[str]) -> str:
    """The character that a lone control character was in windows-1252, as browsers read it in references."""
    return found[0].encode("latin-1").decode("cp1252", "ignore") or found[0]
