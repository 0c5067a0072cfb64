# ruff: noqa: E501 - pages are data
"""A very large page is thinned to what bears text."""
from __future__ import annotations

from lxml.html import tostring
from samples import PARAGRAPHS, page, prose

from reader.parse import parse
from reader.thin import thin

EMPTY = '<div class="x" style="color:red"><span></span></div>' * 25_000


def test_a_small_page_is_left_as_it_is() -> None:
    root = parse(page(prose() + "<div style='a:b'></div>"))
    before = tostring(root)
    thin(root)
    assert tostring(root) == before


def test_empty_elements_and_unread_attributes_go() -> None:
    root = parse(page(f"{EMPTY}<p class=k style=a:b data-src=d>{PARAGRAPHS[0]}</p><img src=/a.jpg onerror=x()><table><tr><td></td><td>1</td></tr></table>a<br>b"))
    thin(root)
    markup = tostring(root, encoding="unicode")
    assert len(markup) < 2000
    assert PARAGRAPHS[0] in markup
    assert root.find(".//p").attrib == {"class": "k", "data-src": "d"}
    assert root.find(".//img").attrib == {"src": "/a.jpg"}
    assert (len(root.findall(".//td")), len(root.findall(".//br"))) == (2, 1)


def test_text_after_an_empty_element_stays() -> None:
    root = parse(page(f"{EMPTY}<p>one <i></i>two</p>"))
    thin(root)
    assert root.find(".//p").text_content() == "one two"


def test_the_space_in_an_inline_element_stays() -> None:
    root = parse(page(f"{EMPTY}<p>one<b> </b>two</p>"))
    thin(root)
    assert root.find(".//p").text_content() == "one two"
