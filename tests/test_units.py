# ruff: noqa: E501 - pages are data
"""Cutting leaves a place behind, and what was cut from inside goes with the outer unit."""
from __future__ import annotations

from lxml.html import HtmlElement
from samples import lines_of, part

from reader.facts import Facts
from reader.markers import CUT
from reader.targets import text_of
from reader.units import Units


def built(markup: str) -> tuple[HtmlElement, Units]:
    root = part(markup)
    return root, Units(Facts(root))


def test_cut_leaves_a_marker_and_the_tail() -> None:
    root, units = built("<div><p>a</p><p>b</p>tail</div>")
    units.cut(root.findall("p")[1], "share", "rule", "why")
    (unit,) = units.by_mark.values()
    assert unit.marker.tail == "tail"
    assert unit.marker.get(CUT) in units.by_mark
    assert (text_of(root), text_of(unit.element), unit.element.tail) == ("atail", "b", None)
    assert units.facts.text[0] == len("atail")


def test_cut_run_is_one_unit_in_order() -> None:
    root, units = built("<div><p>a</p><h3>b</h3> <p>c</p>tail<p>d</p></div>")
    units.cut_run([root[1], root[2]], "related-end", "rule", "why")
    (unit,) = units.by_mark.values()
    assert lines_of(unit.element) == ["b", "c"]
    assert lines_of(root) == ["a", "tail", "d"]
    assert units.facts.text[0] == len("ataild")


def test_what_was_cut_from_inside_goes_with_the_outer_unit() -> None:
    root, units = built("<div><section><p>a</p><p>b</p>tail</section><p>c</p></div>")
    units.cut(root.find("section/p"), "share", "inner", "why")
    units.cut(root.find("section"), "related-end", "outer", "why")
    (unit,) = units.by_mark.values()
    assert (unit.rule, lines_of(unit.element)) == ("outer", ["a", "b", "tail"])


def test_lines_are_blocks() -> None:
    assert lines_of(part("<section><p>wrapped in\nthe source</p></section>")[0]) == ["wrapped in the source"]
    assert lines_of(part("<section><div> a <b>b</b><p>c  d</p>e<br>f<ul><li>g</li></ul></div>tail</section>")[0]) == ["a b", "c d", "e", "f", "g"]
