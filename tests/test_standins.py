"""Pictures held aside and put back: only our own encoder's output, only where an image stands, only so much."""
# ruff: noqa: E501 - markup is data
from __future__ import annotations

import base64
import io
from dataclasses import replace
from typing import Any

import pytest
from containers import WORDS, data, illustrated, photo
from PIL import Image
from samples import page, prose
from test_pictures import as_file
from witness import strangers

from reader import standins
from reader.files import open_file, read_file
from reader.sanitize import sanitize
from reader.standins import HOST, MOST_CHARACTERS, MOST_PICTURES, Aside, Pictures, put_back


def many(*sources: str) -> str:
    figures = "".join(f'<figure><img src="{src}" width=320 height=180>{WORDS}</figure><p>{prose(3, 4)}</p>' for src in sources)
    return page(f"{prose(0, 2)}{figures}{prose(2)}")


def drawn(src: str) -> Any:
    return Image.open(io.BytesIO(base64.b64decode(src.partition(",")[2])))


def test_what_is_put_back_is_drawn_anew() -> None:
    told = as_file(Image.effect_noise((320, 180), 60).convert("RGB"), "JPEG", comment=b"run()")
    article = read_file(illustrated(data(told + b"<script>run()</script>")))
    body = base64.b64decode(article.figures[0].src.partition(",")[2])
    assert b"run()" in told
    assert b"run()" not in body
    assert strangers(article.html) == []
    assert sanitize(article.marked_html.replace(article.figures[0].src, "https://a.example/b.jpg"))


@pytest.mark.parametrize(
    "src",
    [
        data(b"<svg xmlns='http://www.w3.org/2000/svg' onload='run()'>" + b" " * 9_000, "image/svg+xml"),
        data(b"<html><script>run()</script>" + b" " * 9_000, "text/html"),
        data(b"<html><script>run()</script>" + b" " * 9_000, "image/png"),
        data(b"<svg onload='run()'>" + b" " * 9_000, "image/png"),
        "data:image/png;base64," + "!" * 9_000,
        data(photo()[:4_000] * 2),
    ],
)
def test_what_is_no_picture_leaves_its_words(src: str) -> None:
    article = read_file(illustrated(src))
    assert "data:" not in article.html
    assert HOST not in repr(article)
    assert (article.figures[0].src, article.figures[0].caption) == ("", "The bridge at noon.")


def test_nothing_but_an_images_source_is_replaced() -> None:
    held = open_file(illustrated(data(photo()))).waiting[0].address
    told = f'<p>It said src="{held}" and <a href="{held}">linked</a> to it, in a sentence that is long enough.</p>'
    article = read_file(illustrated(data(photo())).replace("<p>Shop", f"{told}<p>Shop"))
    assert article.marked_html.count("data:image") == 1
    assert f'src="{held}" and' in article.text
    assert f'href="{held}"' not in article.marked_html


def test_a_page_that_makes_such_an_address_up_gets_nothing_for_it() -> None:
    article = read_file(illustrated(f"{HOST}p{'0' * 32}.jpg"))
    assert "data:" not in repr(article)


def test_a_picture_is_held_once_and_shown_wherever_it_stands() -> None:
    opened = open_file(many(*[data(photo())] * 2))
    assert len(opened.waiting) == 1
    assert read_file(many(*[data(photo())] * 2)).marked_html.count("data:image") == 2


def test_many_pictures_are_smaller() -> None:
    few, more = open_file(many(data(photo()))), open_file(many(*(data(photo(100 + n, 90)) for n in range(20))))
    assert [aside.width for aside in few.waiting] == [1_400]
    assert {aside.width for aside in more.waiting} == {700}
    assert drawn(read_file(many(data(photo(1_600, 400)))).figures[0].src).size == (1_400, 350)


def test_there_is_an_end_to_pictures() -> None:
    whole = read_file(many(data(photo())))
    address = open_file(many(data(photo()))).waiting[0].address
    asides = open_file(many(data(photo()))).waiting * 3
    article = replace(whole, marked_html="".join(f'<img src="{address[:-9]}{n}0000.jpg">' for n in range(3)))
    held = [replace(aside, address=f"{address[:-9]}{n}0000.jpg") for n, aside in enumerate(asides)]
    filled = put_back(article, held, lambda aside: "data:image/png;base64," + "A" * (MOST_CHARACTERS // 2))
    assert filled.marked_html.count("data:image") == 1
    assert filled.marked_html.count("<img>") == 2
    assert len(standins.Pictures({}, "").waiting(whole)) <= MOST_PICTURES


def test_one_that_is_too_much_is_drawn_smaller_before_it_is_left_out() -> None:
    opened = open_file(many(data(photo())))

    def sized(aside: Aside) -> str:
        return "data:image/png;base64," + "A" * (MOST_CHARACTERS if aside.width == 1_400 else 9)

    assert put_back(opened.article, opened.waiting, sized).figures[0].src == "data:image/png;base64,AAAAAAAAA"


def test_pictures_of_what_was_removed_are_small() -> None:
    cards = "".join(
        f'<div class=card><a href="/2026/03/story-{n}/"><img src="{data(photo(500 + n, 300))}"><h3>The story number {n} of today'
        "</h3></a></div>" for n in range(4)
    )  # fmt: skip
    article = read_file(page(f"{prose()}<section class=you-may-also-like><h2>You May Also Like</h2>{cards}</section>"))
    put = "".join(unit.html for unit in article.removed)
    assert put.count("data:image/jpeg") == 4
    assert len(put) < 4 * 100_000
    assert "data:" not in article.html


def test_what_counts_who_opens_a_mail_is_not_shown() -> None:
    spacer = as_file(Image.new("RGB", (1, 1)), "PNG")
    pictures = Pictures({"cid:x": spacer}, "")
    assert HOST in pictures.aside('<img src="cid:x">')
    assert read_file(illustrated(data(as_file(Image.effect_noise((2, 9_000), 9).convert("RGB"), "PNG")))).figures[0].src == ""


def test_ordinary_pages_are_not_touched() -> None:
    text = illustrated("/bridge.jpg", 'srcset="/b-2.jpg 2x" ')
    assert Pictures({}, "https://a.example/").aside(text) == text
