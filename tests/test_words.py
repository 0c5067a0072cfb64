"""Class words are read as publishers write them, and never across two names."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import pytest

from reader.rules.words import NOTHING, ROWS, WORDS, WordIndex, WordRow

ROW = WordRow("row", "most-read", "sure", "most read|trend*|ad", "why")


def rows(names: str) -> tuple[list[str], list[str]]:
    verdict = WORDS.judge(names)
    return [row.name for row in verdict.sure], [row.name for row in verdict.maybe]


@pytest.mark.parametrize("names", [
    "most-read", "mostRead", "most_read", "mostread", "MostRead", "c-card__most-read--big", "block most-read", "sidebarMostRead", "MOST-READ", "trending", "trends-2",
])
def test_the_many_spellings_of_one_name(names: str) -> None:
    assert WordIndex((ROW,)).judge(names).sure == (ROW,)


@pytest.mark.parametrize("names", ["most read", "read-most", "almost-read", "mostly-reads", "road", "add", "header", "", "read", "untrendy"])
def test_words_of_two_names_or_parts_of_words_match_nothing(names: str) -> None:
    assert WordIndex((ROW,)).judge(names) is NOTHING


@pytest.mark.parametrize(("words", "wrong"), [
    ("", ""), ("most read|", ""), ("most-read", "most-read"), ("good|*", "*"), ("a*b", "a*b"), ("one two three*", "one two three*"), ("what's", "what's"),
])
def test_a_wrong_row_is_refused(words: str, wrong: str) -> None:
    with pytest.raises(ValueError, match="never match"):
        WordIndex((WordRow("bad", "share", "sure", words, "why"),))


def test_weights_are_kept_apart() -> None:
    assert WordIndex((ROW, WordRow("soft", "share", "maybe", "read", "why"))).judge("most-read").maybe[0].name == "soft"


@pytest.mark.parametrize("names", ["related-articles", "relatedPosts", "jp-relatedposts", "you-may-also-like", "c-recirculation", "readNext", "rich-link"])
def test_recommendations_are_known(names: str) -> None:
    assert "related-words" in rows(names)[0]


@pytest.mark.parametrize(("names", "row"), [
    ("newsletter-signup", "newsletter-words"), ("social-share", "share-words"), ("disqus_thread", "comments-words"), ("breadcrumbs", "furniture-words"),
    ("next-gallery", "related-words"),
])
def test_other_kinds_are_known(names: str, row: str) -> None:
    assert row in rows(names)[0]


@pytest.mark.parametrize("names", ["article-body", "entry-content", "story", "wp-block-image", "post hentry", "paragraph text-lead", "shadow-box", "content__text", "gallery next", "enquete"])
def test_the_article_s_own_names_call_up_nothing_sure(names: str) -> None:
    assert rows(names)[0] == []


def test_each_row_says_why() -> None:
    assert all(row.why and row.why[0].islower() for row in ROWS)
    assert len({row.name for row in ROWS}) == len(ROWS)
