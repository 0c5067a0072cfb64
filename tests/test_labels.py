"""Labels: found as a line of their own or before a headline, never inside a sentence."""

from __future__ import annotations

import time

import pytest

from reader.rules.labels import Label, check, match


@pytest.mark.parametrize(
    ("line", "kind", "heading", "rest"),
    [
        ("You May Also Like", "related-end", "You May Also Like", ""),
        ("YOU MAY ALSO LIKE:", "related-end", "YOU MAY ALSO LIKE:", ""),
        ("Related: Ferry fares to rise", "related-inline", "Related", "Ferry fares to rise"),
        ("READ MORE Ferry fares to rise", "related-inline", "READ MORE", "Ferry fares to rise"),
        ("👉 Lesen Sie auch: Fähren fahren", "related-inline", "👉 Lesen Sie auch", "Fähren fahren"),
        ("A LIRE AUSSI", "related-inline", "A LIRE AUSSI", ""),
        ("Sur le même sujet", "related-end", "Sur le même sujet", ""),
        ("Te puede interesar", "related-end", "Te puede interesar", ""),
        ("Leia também: A ponte", "related-inline", "Leia também", "A ponte"),
        ("Leggi anche › Il ponte", "related-inline", "Leggi anche", "Il ponte"),
        ("Lees ook", "related-inline", "Lees ook", ""),
        ("Czytaj także: Most", "related-inline", "Czytaj także", "Most"),
        ("Läs också", "related-inline", "Läs också", ""),
        ("ЧИТАЙТЕ ТАКЖЕ: Мост", "related-inline", "ЧИТАЙТЕ ТАКЖЕ", "Мост"),
        ("İLGİLİ HABERLER", "related-end", "İLGİLİ HABERLER", ""),
        ("ilgili haberler", "related-end", "ilgili haberler", ""),
        ("اقرأ أيضاً: خبر الجسر", "related-inline", "اقرأ أيضاً", "خبر الجسر"),
        ("【関連記事】橋が閉鎖", "related-inline", "関連記事", "橋が閉鎖"),
        ("相关阅读", "related-inline", "相关阅读", ""),
        ("[관련기사] 다리 폐쇄", "related-inline", "관련기사", "다리 폐쇄"),
        ("Comments (23)", "comments", "Comments (23)", ""),
        ("More from the Gazette", "related-end", "More from the Gazette", ""),
        ("Most Read", "most-read", "Most Read", ""),
        ("Advertisement", "sponsored", "Advertisement", ""),
    ],
)
def test_a_label_is_found(line: str, kind: str, heading: str, rest: str) -> None:
    hit = match(line)
    assert (hit.label.kind, hit.heading, hit.rest) == (kind, heading, rest)


@pytest.mark.parametrize(
    "line",
    [
        "You may also like the bridge better at night, when the ferries are lit.",
        "Related costs rose as well.",
        "Read more about how the bridge was built in our report.",
        "He reads more: newspapers, letters, whatever the boat brings.",
        "More from the same pot was then carried over to the people who had waited since the morning",
        "More from the sea than from the land.",
        "MORE boats came in",
        "NATO Russia talks open today",
        "The most read of her books is about a bridge.",
        "»",
        "",
        "Photos: Jane Doe/AP",
    ],
)
def test_the_same_words_in_a_sentence_are_none(line: str) -> None:
    assert not match(line)


def test_ordinary_sub_headings_are_weak() -> None:
    weak = ["Up next", "Background", "Further reading", "Recommendations", "Comments", "Empfehlungen", "参考"]
    assert [match(line).label.weak for line in weak] == [True] * len(weak)
    assert not match("Related").label.weak


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (Label("en", "»!", "related-end", "whole"), "cannot match"),
        (Label("en", "x" * 101, "related-end", "whole"), "cannot match"),
        (Label("en", "a", "feed", "whole"), "cannot match"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_row_is_refused(row: Label, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        check([row])


def test_a_row_said_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="said before"):
        check([Label("en", "Read on", "related-end", "whole"), Label("de", "READ ON!", "most-read", "whole")])


def test_a_long_line_costs_no_more_than_a_short_one() -> None:
    long = "Related" + " word" * 2_000_000
    start = time.perf_counter()
    for _ in range(20):
        match(long)
    assert time.perf_counter() - start < 2  # strip() alone reads the line
