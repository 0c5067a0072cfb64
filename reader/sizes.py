"""How much a text says, in Latin characters and words, whatever script it is written in and whether it has spaces."""
from __future__ import annotations

import re

_SIGNS = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WIDE = re.compile(f"[{_SIGNS}]")
_WORDS = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+")
_PLAIN_WORDS = re.compile(r"\w+")
_HEAD = 40  # characters in which a text in Chinese, Japanese or Korean shows that it is one


def size(text: str) -> int:
    """Characters of ``text``; one of Chinese, Japanese or Korean says as much as two and a half Latin ones."""
    count = len(text)
    if text.isascii() or not _WIDE.search(text, 0, _HEAD):
        return count
    # In UTF-8 such a character has three bytes: counting those is far quicker than looking at each.
    return count + 3 * (len(text.encode("utf-8", "replace")) - count) // 4


def count_words(text: str) -> int:
    """Words of ``text``; two signs of Chinese, Japanese or Korean, which have no spaces between them, count as one."""
    words = len(text.split())
    if text.isascii() or not _WIDE.search(text):
        return words
    return max(words, len(_WIDE.findall(text)) // 2)


def words(text: str) -> list[str]:
    """The words of ``text`` without punctuation; each sign of Chinese, Japanese or Korean is one."""
    if text.isascii() or not _WIDE.search(text, 0, 10 * _HEAD):
        return _PLAIN_WORDS.findall(text)
    return [word for word in _WORDS.findall(text) if word[0].isalnum() or word[0] == "_"]
