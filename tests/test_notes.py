"""Notes: links within the article keep leading somewhere, under names of our own."""
# ruff: noqa: E501 (a row of given and expected reads best on one line)
from __future__ import annotations

import time

import pytest
from lxml.html import fragment_fromstring, tostring

from reader.notes import anchor

PAGE = "https://site.example/story?a=1"


def anchored(markup: str, base: str = "") -> str:
    content = fragment_fromstring(f"<div>{markup}</div>")
    anchor(content, base)
    return tostring(content, encoding="unicode")[5:-6]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            '<p>a<sup id="ref1"><a href="#note1">1</a></sup></p><ol><li id="note1">b <a href="#ref1">back</a></li></ol>',
            '<p>a<sup id="r-fn-2"><a href="#r-fn-1">1</a></sup></p><ol><li id="r-fn-1">b <a href="#r-fn-2">back</a></li></ol>',
        ),
        ('<a href="#x">1</a><a href="#x">1</a><p id="x">n</p>', '<a href="#r-fn-1">1</a><a href="#r-fn-1">1</a><p id="r-fn-1">n</p>'),
        ('<a href="#s">S</a><h2 id="s">S</h2>', '<a href="#r-h-1">S</a><h2 id="r-h-1">S</h2>'),
        ('<a href="#s">S</a><h2><span id="s">S</span></h2>', '<a href="#r-h-1">S</a><h2 id="r-h-1"><span>S</span></h2>'),
        ('<a href="#s">S</a><a name="s"></a><h3>S</h3>', '<a href="#r-h-1">S</a><a></a><h3 id="r-h-1">S</h3>'),
        ('<a href="#s">S</a><a name="s">x</a><h3>S</h3>', '<a href="#r-fn-1">S</a><a id="r-fn-1">x</a><h3>S</h3>'),
        ('<a href="#s">S</a><h1 id="s">S</h1><a href="#t">T</a><p id="t">t</p>', '<a href="#r-h-1">S</a><h1 id="r-h-1">S</h1><a href="#r-fn-1">T</a><p id="r-fn-1">t</p>'),
        ('a <a href="#gone">b</a> c', "a b c"),
        ('a <a href="#">b</a> <a href="#top">c</a>', "a b c"),
        ('<p id="x" class="y">a</p><p name="z">b</p>', '<p class="y">a</p><p>b</p>'),
        ('<a href="#n%C3%A9">x</a><p id="né">y</p>', '<a href="#r-fn-1">x</a><p id="r-fn-1">y</p>'),
        ('<a href="https://a.example/#x">x</a><p id="x">y</p>', '<a href="https://a.example/#x">x</a><p>y</p>'),
        ('<a href="/other#x">x</a>', '<a href="/other#x">x</a>'),
        ('<a href="#x">1</a><p id="x">a</p><p id="x">b</p>', '<a href="#r-fn-1">1</a><p id="r-fn-1">a</p><p>b</p>'),
        ('<a id="x" href="#x">self</a>', '<a href="#r-fn-1" id="r-fn-1">self</a>'),
        ('<a href="#r-fn-7">1</a><p id="r-fn-7">n</p>', '<a href="#r-fn-1">1</a><p id="r-fn-1">n</p>'),
    ],
)
def test_links_and_their_targets(given: str, expected: str) -> None:
    assert anchored(given) == expected


@pytest.mark.parametrize("href", ["https://site.example/story?a=1#x", " https://site.example/story?a=1#x ", "#x"])
def test_the_pages_own_address_counts_as_the_page(href: str) -> None:
    expected = '<a href="#r-fn-1">1</a><p id="r-fn-1">n</p>'
    assert anchored(f'<a href="{href}">1</a><p id="x">n</p>', PAGE) == expected
    assert anchored(f'<a href="{href}">1</a><p id="x">n</p>', PAGE + "#here") == expected


def test_another_query_is_another_page() -> None:
    link = '<a href="https://site.example/story?a=2#x">1</a>'
    assert anchored(link + '<p id="x">n</p>', PAGE) == link + "<p>n</p>"


def test_the_text_of_a_link_that_leads_nowhere_keeps_its_place() -> None:
    assert anchored('<p>a<a href="#x">b<em>c</em></a>d</p>') == "<p>ab<em>c</em>d</p>"


def test_many_notes_take_no_time() -> None:
    notes = "".join(f'<a href="#n{number}">x</a><p id="n{number}">y</p>' for number in range(20_000))
    began = time.process_time()
    assert 'href="#r-fn-20000"' in anchored(notes)
    assert time.process_time() - began < 3
