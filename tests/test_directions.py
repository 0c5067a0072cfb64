"""Right-to-left comes out right-to-left, whatever the page forgets to say."""
from __future__ import annotations

import pytest
from test_languages import PAGES

from reader import read_html, read_text
from reader.directions import direction

ARABIC = next(one for one in PAGES if one.paper["lang"] == "ar")
POLISH = next(one for one in PAGES if one.paper["lang"] == "pl")


@pytest.mark.parametrize("attributes", ['lang="ar"', 'dir="rtl"', "", 'lang="en-US"', 'lang="en" dir="ltr"'])
def test_an_arabic_page(attributes: str) -> None:
    article = read_html(ARABIC.html.replace('<html lang="ar">', f"<html {attributes}>"))
    assert article.dir == "rtl"
    assert all(text in article.text for text in ARABIC.prose)


def test_a_page_from_left_to_right() -> None:
    assert POLISH.read().dir == "ltr"
    assert direction("Words before عربي", "rtl") == "rtl"  # said by the page, and not refuted
    assert direction("Words before عربي") == "ltr"
    assert direction("") == "ltr"


def test_hebrew_and_persian_letters_run_right_to_left_too() -> None:
    assert direction("הגשר נפתח מחדש ביום שני, BBC") == "rtl"
    assert direction("پل بندر دوشنبه بازگشایی شد") == "rtl"


def test_the_words_of_a_page_pasted_as_text() -> None:
    for page in PAGES:
        lines = [page.paper["title"], page.paper["byline"], *page.prose]
        article = read_text("\n\n".join(lines))
        assert article.dir == ("rtl" if page.paper["lang"] == "ar" else "ltr")
        assert article.title == page.paper["title"]
        assert not [text for text in page.prose if text not in article.text and text != article.deck]
