"""Pages that a browser saved: their address, and pictures that stayed in a folder."""
# ruff: noqa: E501 - markup is data
from __future__ import annotations

import pytest
from containers import SAVED, complete, data, illustrated, photo, single_file

from reader import saved
from reader.files import open_file, read_file


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("<!DOCTYPE html>\n<!-- saved from url=(0028)https://orrin.example/ferry -->\n<html>", "https://orrin.example/ferry"),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        ("<!-- saved from url=(0030)file:///C:/Users/ada/ferry.htm -->", ""),
        ("<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://orrin.example/f?a=1 \n saved date: x\n-->",
         "https://orrin.example/f?a=1"),
        ('<html lang="en" data-scrapbook-source="https://orrin.example/f?a=1&amp;b=2" data-scrapbook-create="20260302">',
         "https://orrin.example/f?a=1&b=2"),
        ("<!-- Mirrored from orrin.example/ferry.html by HTTrack Website Copier/3.x [XR&CO'2014], Mon -->",
         "http://orrin.example/ferry.html"),
        ("<p>The page says: saved from url=(0028)https://orrin.example/ferry</p>", ""),
    ],
)  # fmt: skip
def test_a_saved_page_says_where_it_stood(text: str, url: str) -> None:
    assert saved.address(text) == url


FOLDERS = ["./Harbour bridge_files/bridge-at-noon.jpg", "bridge_files/img/bridge-at-noon.jpg", "Br%C3%BCcke-Dateien/bridge-at-noon.jpg",
           "pont_fichiers/bridge-at-noon.jpg", "bridge.files/bridge-at-noon.jpg"]  # fmt: skip


@pytest.mark.parametrize("src", FOLDERS)
def test_what_stayed_behind_gets_no_address_that_never_was(src: str) -> None:
    opened = open_file(complete(src).encode())
    assert (opened.url, opened.article.canonical) == (SAVED, SAVED)
    row = opened.article.figures[0]
    assert (row.src, row.caption, row.credit) == ("", "The bridge at noon.", "Jo Weir")
    assert "<img" not in opened.article.html


@pytest.mark.parametrize(
    ("head", "src"),
    [
        ('<meta property="og:image" content="https://cdn.example/2026/bridge-at-noon.jpg?w=800&amp;q=1">',
         "https://cdn.example/2026/bridge-at-noon.jpg?w=800&q=1"),
        ('<script type="application/ld+json">{"image":"https:\\/\\/cdn.example\\/2026\\/bridge-at-noon.jpg"}</script>',
         "https://cdn.example/2026/bridge-at-noon.jpg"),
        ('<meta property="og:image" content="https://cdn.example/1/bridge-at-noon.jpg?w=8"><link rel=preload as=image '
         'href="https://cdn.example/1/bridge-at-noon.jpg?w=9">', "https://cdn.example/1/bridge-at-noon.jpg?w=8"),
        ('<link rel=preload as=image href="https://cdn.example/1/bridge-at-noon.jpg"><link rel=preload as=image '
         'href="https://cdn.example/2/bridge-at-noon.jpg">', ""),  # which of the two?
        ('<link rel=preload as=image href="https://cdn.example/2026/other-bridge-at-noon.jpg">', ""),
    ],
)  # fmt: skip
def test_the_markup_may_still_say_where_a_picture_stands(head: str, src: str) -> None:
    assert open_file(complete(FOLDERS[0], head).encode()).article.figures[0].src == src


def test_a_name_that_any_picture_has_tells_nothing() -> None:
    head = '<link rel=preload as=image href="https://cdn.example/2026/1.jpg">'
    assert open_file(complete("x_files/1.jpg", head).encode()).article.figures[0].src == ""


def test_an_address_in_another_attribute_counts() -> None:
    page = complete(FOLDERS[0]).replace("alt=", 'srcset="https://cdn.example/b-1200.jpg 1200w" alt=', 1)
    assert open_file(page.encode()).article.figures[0].src == "https://cdn.example/b-1200.jpg"


def test_pages_that_were_not_saved_stay_as_they_are() -> None:
    page = illustrated("/wp-content/uploads/bridge-at-noon.jpg")
    assert saved.without_folder(page) is page
    assert saved.shown_by_style(page) == page


def test_single_files_picture_is_kept_however_large() -> None:
    picture = photo(1200, 700)
    assert len(data(picture)) > 300_000
    opened = open_file(single_file(data(picture)).encode())
    assert opened.url == SAVED
    article = read_file(single_file(data(picture)).encode())
    row = article.figures[0]
    assert (row.src[:23], row.caption, row.credit) == ("data:image/jpeg;base64,", "The bridge at noon.", "Jo Weir")
    assert f'src="{row.src}"' in article.html


def test_single_files_small_picture_is_one_too() -> None:
    small = data(photo(64, 48))
    assert 2_000 < len(small) < 6_000
    assert read_file(single_file(small).encode()).figures[0].src.startswith("data:image/jpeg")


def test_single_file_keeps_a_picture_once_and_shows_it_by_style() -> None:
    empty = """data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect/></svg>"""
    page = single_file("§").replace('src="§"', f"src='{empty}' style=\"background-image:var(--sf-img-7)!important\"")
    page = page.replace("<head>", f'<head><style>:root{{--sf-img-7:url("{data(photo())}")}}</style>', 1)
    assert read_file(page.encode()).figures[0].src.startswith("data:image/jpeg;base64,")


def test_single_files_original_address_goes_first() -> None:
    page = single_file(data(photo())).replace("alt=", 'data-sf-original-src="https://cdn.example/bridge.jpg" alt=', 1)
    assert open_file(page.encode()).article.figures[0].src == "https://cdn.example/bridge.jpg"
