"""The elements of a page, and which bear what."""
from __future__ import annotations

from lxml import html

from reader.held import Held


def test_elements_stand_in_the_order_of_the_page_and_bearers_once() -> None:
    root = html.document_fromstring("<div hidden style='x'><p itemprop=author>A</p></div><p style=y>B</p><p>C</p>")
    held = Held(root)
    assert held.elements == list(root.iter())
    assert [el.tag for el in held.bearing("hidden", "style")] == ["div", "p"]
    assert [el.text for el in held.bearing("itemprop")] == ["A"]
    assert list(held.bearing("data-tweet-id")) == []


def test_what_has_left_the_tree_bears_nothing() -> None:
    root = html.document_fromstring("<div id=a><p hidden>A</p></div><p hidden>B</p>")
    held = Held(root)
    root.get_element_by_id("a").drop_tree()
    assert [el.text for el in held.bearing("hidden")] == ["B"]
