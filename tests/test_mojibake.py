"""Text that was encoded twice is read as it was meant, and all other text as it is."""
from __future__ import annotations

import time

import pytest
from samples import page, prose

from reader import read_html
from reader.mojibake import mend

MEANT = (
    "Don’t — “never” • café, Dariusz Jaroń, 12 €", "Это мост", "עברית", "العربية",
    "橋は月曜に閉まる。", "한국어", "🏗️ done", "Straße",
)


def taken_for(charset: str, byte: int) -> str:
    """The character a browser shows for the byte: where windows-1252 has none, the control character."""
    return bytes((byte,)).decode(charset, "ignore") or chr(byte)


@pytest.mark.parametrize("charset", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", MEANT)
def test_what_was_encoded_twice_is_mended(text: str, charset: str) -> None:
    meant = f"“{text}”"
    assert mend("".join(taken_for(charset, byte) for byte in meant.encode())) == meant


@pytest.mark.parametrize("text", [
    *MEANT, "ÂME ET ÉMOIS", "â la carte", "Ä°stanbul", "naïve café", "Ã © are drawn", "plain", "",
])
def test_all_other_text_stays_as_it_is(text: str) -> None:
    assert mend(text) == text


def test_a_lone_control_character_is_what_windows_made_of_it() -> None:
    assert mend("We\x92re off") == "We’re off"


def test_what_is_no_character_beside_a_sign_stays() -> None:
    assert mend("â€œ and Â( and ð") == "â€œ and Â( and ð".replace("â€œ", "“")


def test_the_article_of_such_a_page_is_mended() -> None:
    title = "The bridge that wasn’t"
    html = page(prose(), title).encode().decode("latin-1")
    article = read_html(html)
    assert article.title == title
    assert "“We would have liked" in article.text


def test_a_large_page_costs_little() -> None:
    text = "Ein großer Text über Brücken. " * 100_000
    start = time.process_time()
    assert mend(text) is text
    assert time.process_time() - start < 0.2
