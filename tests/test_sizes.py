"""Text without spaces between its words says no less than text with them."""
from __future__ import annotations

from reader.sizes import count_words, size, words

EN = "The bridge over the harbour reopened on Monday, two years after the flood had taken its middle arch away."
JA = "港の橋は月曜日に再び開通した。二年前の洪水で中央のアーチが流されていた。"
ZH = "港口大桥周一重新开放，两年前的洪水冲走了它中间的桥拱，居民绕行至今。"
KO = "항구의 다리가 월요일 다시 열렸다. 이 년 전 홍수로 가운데 아치가 떠내려갔다."


def test_latin_characters_count_as_they_are() -> None:
    assert [size(text) for text in ("", EN, "Über „Öl“ und Fluß", "Мост открыт")] == [0, len(EN), 18, 11]
    assert size("أعيد فتح الجسر") == 14


def test_a_paragraph_in_japanese_chinese_or_korean_counts_like_its_english_equal() -> None:
    for text in (JA, ZH, KO):
        assert 0.65 * len(EN) < size(text) < 1.35 * len(EN)
        assert 0.5 * len(EN.split()) < count_words(text) < 1.5 * len(EN.split())


def test_a_text_that_only_mentions_them_is_latin() -> None:
    text = "He said at last what the sign above the door of the inn had said for a century: 港の橋"
    assert size(text) == len(text)
    assert count_words("港の橋 is its name") == 4


def test_words_are_told_apart() -> None:
    assert words("Der Bus, der nie kommt") == ["Der", "Bus", "der", "nie", "kommt"]
    assert words("橋は2026年、BBCへ。") == ["橋", "は", "2026", "年", "BBC", "へ"]
