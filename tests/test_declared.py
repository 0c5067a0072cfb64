"""Words that JSON-LD declares for a picture stand under it where the page shows none, and are never said twice."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import json
from typing import Any

import pytest
from samples import PARAGRAPHS, TITLE, URL, part, prose

from reader import read_html
from reader.declared import Picture, dress

FILE = "https://img.gazette.example/2026/03/harbour-bridge-towers"
SAID = "Welders inspect the northern tower before dawn on Monday."
IMAGE = f'<figure><img src="{FILE}-1024x683.jpg?w=900" alt="A bridge" width="1024" height="683"></figure>'


def figures(markup: str, *images: dict[str, Any], byline: str = "Nell Ardmore") -> list[tuple[str, str]]:
    """Caption and credit of the article's figures, with ``markup`` between two paragraphs and ``images`` declared."""
    about = {"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": byline}, "image": list(images)}
    script = json.dumps({"@context": "https://schema.org", "@graph": [about]})
    head = f'<title>{TITLE}</title><meta property="og:site_name" content="The Gazette"><script type="application/ld+json">{script}</script>'
    body = f"<article><h1>{TITLE}</h1>{prose(0, 2)}{markup}{prose(2)}</article>"
    article = read_html(f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>", URL)
    assert article.html.count(SAID) <= 1
    return [(row.caption, row.credit) for row in article.figures]


def declared(file: str = f"{FILE}.jpg", **words: Any) -> dict[str, Any]:
    return {"@type": "ImageObject", "url": file, **words}


@pytest.mark.parametrize(("words", "caption", "credit"), [
    ({"caption": SAID, "creditText": "Ruth Okoye"}, SAID, "Ruth Okoye"),
    ({"caption": f"{SAID} Photo: Ruth Okoye/Gazette"}, SAID, "Ruth Okoye/Gazette"),
    ({"caption": f"&lt;p&gt;{SAID}&lt;/p&gt;"}, SAID, ""),
    ({"caption": "Towers at dawn (Credit: iStock)"}, "Towers at dawn", "iStock"),
    ({"caption": "夜明け前に塔を調べる溶接工たち。"}, "夜明け前に塔を調べる溶接工たち。", ""),
    ({"copyrightHolder": {"@type": "Organization", "name": "Getty"}}, "", "Getty"),
    ({"author": {"@type": "Person", "name": "Ruth Okoye"}}, "", "Ruth Okoye"),
    ({"creditText": "Photo: Ruth Okoye", "author": "Somebody Else"}, "", "Ruth Okoye"),
    ({"url": "", "contentUrl": f"{FILE}-640x360.jpg", "caption": SAID}, SAID, ""),
])
def test_a_bare_image_gets_the_declared_words(words: dict[str, Any], caption: str, credit: str) -> None:
    assert figures(IMAGE, declared(**words) if "url" not in words else {"@type": "ImageObject", **words}) == [(caption, credit)]


@pytest.mark.parametrize("words", [
    {"caption": TITLE}, {"caption": "A bridge"}, {"caption": "harbour-bridge-towers"}, {"caption": "Harbour bridge towers"},
    {"caption": PARAGRAPHS[4]}, {"caption": f"{PARAGRAPHS[0].split(',')[0]}."},
    {"caption": "A bridge", "author": "Nell Ardmore"}, {"copyrightHolder": "The Gazette"}, {"author": {"name": "The Gazette"}},
    {"author": "Ruth Okoye", "uploadDate": "2026-03-02"}, {"creditText": "https://gazette.example/licence"}, {"caption": 7}, {"caption": []},
])
def test_what_is_no_caption_and_no_credit(words: dict[str, Any]) -> None:
    assert figures(IMAGE, declared(**words)) == [("", "")]


@pytest.mark.parametrize(("shown", "caption", "credit"), [
    ("The towers seen from the quay. (Bo Ray)", "The towers seen from the quay. (Bo Ray)", ""),
    ("The towers seen from the quay.", "The towers seen from the quay.", "Ruth Okoye"),
    ("Photo: Bo Ray", SAID, "Bo Ray"),
    ("Ruth Okoye took this from the quay.", "Ruth Okoye took this from the quay.", ""),
    (f"<em>{SAID}</em>", SAID, "Ruth Okoye"),
])
def test_visible_words_go_before_declared_ones(shown: str, caption: str, credit: str) -> None:
    markup = IMAGE.replace("</figure>", f"<figcaption>{shown}</figcaption></figure>")
    assert figures(markup, declared(caption=SAID, creditText="Ruth Okoye")) == [(caption, credit)]


def test_the_same_picture_twice_has_its_words_once() -> None:
    again = f"{IMAGE}<p>{PARAGRAPHS[0][::-1]}</p>{IMAGE}"
    assert [row for row in figures(again, declared(caption=SAID)) if row != ("", "")] == [(SAID, "")]


def test_two_things_said_of_one_file_are_none() -> None:
    assert figures(IMAGE, declared(creditText="Ruth Okoye"), declared(creditText="Bo Ray")) == [("", "")]


@pytest.mark.parametrize(("shown", "told", "same"), [
    ("https://img.gazette.example/a1/image.jpg", "https://img.gazette.example/b2/image.jpg", False),
    ("https://img.gazette.example/a1b2c3d4/master/5000.jpg", "https://img.gazette.example/a1b2c3d4/master/1200.jpg?w=9", True),
    ("https://img.gazette.example/a1b2c3d4/0_0_5000_3000/image.jpg", "https://img.gazette.example/a1b2c3d4/image.jpg", True),
    ("https://img.gazette.example/2025/08/image.jpg", "https://img.gazette.example/2026/03/image.jpg", False),
    ("https://img.gazette.example/ferry-crew.jpg", f"{FILE}.jpg", False),
])
def test_a_file_is_told_by_its_name_and_a_common_name_by_its_folders(shown: str, told: str, same: bool) -> None:
    found = figures(f'<figure><img src="{shown}" alt=""></figure>', declared(told, creditText="Ruth Okoye"))
    assert found == [("", "Ruth Okoye" if same else "")]


def test_a_figure_of_several_images_gets_none() -> None:
    content = part(f'<div><figure data-r-figure=""><img src="{FILE}.jpg"><img src="{FILE}-by-night.jpg"></figure></div>')
    dress(content, (Picture(f"{FILE}.jpg", SAID, "Ruth Okoye"),), ())
    assert content.find(".//figcaption") is None


def test_characters_that_no_text_may_hold_are_left_out() -> None:
    """JSON can escape them, and no tree takes them."""
    said = SAID.replace(" ", "\ud800 \u0000", 1).replace(" ", " \ufffe", 1)
    assert figures(IMAGE, declared(caption=said, creditText="Ruth\u0007 Okoye\udfff")) == [(SAID, "Ruth Okoye")]
