"""The elements of a page, and which bear what."""
from __future__ import annotations

from lxml import html

from reader.held import Held


def test_classes_are_asked_once_for_each_string() -> None:
    asked: list[str] = []
    held = Held(html.document_fromstring("<p class='a b'>A</p><p class='a b'>B</p><p class=c>C</p>"))
    found = list(held.classed(lambda names: asked.append(names) or names == "a b"))
    assert [el.text for el in found] == ["A", "B"]
    assert asked == ["a b", "c"]


def test_elements_stand_in_the_order_of_the_page_and_bearers_once() -> None:
    root = html.document_fromstring("<div hidden style='x'><p itemprop=author>A</p></div><p style=y>B</p><p>C</p>")
    held = Held(root)
    assert held.elements == list(root.iter())
    assert [el.tag for el in held.bearing("hidden", "style")] == ["div", "p"]
    assert [el.text for el in held.bearing("itemprop")] == ["A"]
    assert list(held.bearing("data-tweet-id")) == []


def test_what_has_left_the_tree_bears_nothing() -> None:
    root = html.document_fromstring("<p id=a class=x hidden>A</p><p hidden>B</p>")
    held = Held(root)
    root.get_element_by_id("a").drop_tree()
    assert [el.text for el in held.bearing("hidden")] == ["B"]
    assert [el.text for el in held.tagged("p")] == ["B"]
    assert list(held.classed("x".__eq__)) == []
