# ruff: noqa: E501 - pages are data
"""Receipts say what a unit was, where it stood and where it led, under an id that stays."""
from __future__ import annotations

import re

from lxml.html import tostring
from samples import STORIES, part, prose, stories, units_of

from reader.article import Removal
from reader.receipts import receipt_id, write

BASE = "https://gazette.example/"


def written(before: str = "", inside: str = "", after: str = "", kind: str = "related-end") -> tuple[tuple[Removal, ...], int, str]:
    """Receipts and count for a page whose elements of class ``u`` are cut; and the content's markup."""
    root, units = units_of(f"<html><body>{before}<div id=here></div>{after}</body></html>")
    content = part(f"<div>{inside}</div>")
    root.get_element_by_id("here").set("data-r-content", "")
    for tree in (root, content):
        for el in list(tree.iter("div", "p", "section")):
            if el.get("class") == "u":
                units.cut(el, kind, "rule", "because")
    removed, furniture = write(units, root, content, BASE)
    return removed, furniture, tostring(content, encoding="unicode")


UNIT = f"<div class=u><h3>More stories</h3>{stories(2)}</div>"


def test_an_id_is_a_hash_of_kind_text_and_place() -> None:
    one = receipt_id("share", "Share  this\n", 1)
    assert re.fullmatch("[0-9a-f]{12}", one)
    assert one == receipt_id("share", "Share this", 1)
    assert len({one, receipt_id("share", "Share this", 2), receipt_id("comments", "Share this", 1), receipt_id("share", "Share", 1)}) == 4
    assert receipt_id("share", "\ud800", 1)


def test_a_receipt_says_heading_items_and_reason() -> None:
    (unit,), _, content = written(inside=prose(0, 1) + UNIT + prose(1, 2))
    assert (unit.kind, unit.rule, unit.why, unit.heading, unit.place) == ("related-inline", "rule", "because", "More stories", "inside")
    assert unit.items == tuple((title, BASE.rstrip("/") + href) for title, href in STORIES[:2])
    assert unit.text.splitlines() == ["More stories", STORIES[0][0], STORIES[1][0]]
    assert f'data-r-place="{unit.id}"' in content


def test_reading_order_and_places() -> None:
    removed, _, _ = written(f"<p class=u>{stories(1)}x</p>".replace("ul", "b").replace("li", "i"), prose(0, 1) + UNIT + prose(1, 2), UNIT)
    assert [(unit.place, unit.kind) for unit in removed] == [("before", "related-end"), ("inside", "related-inline"), ("after", "related-end")]
    assert len({unit.id for unit in removed}) == 3


def test_equal_units_have_ids_of_their_own() -> None:
    removed, _, _ = written(inside=f"<p>a</p>{UNIT}<p>b</p>{UNIT}<p>c</p>")
    assert len({unit.id for unit in removed}) == 2


def test_furniture_outside_is_counted_and_inside_gets_a_receipt() -> None:
    outside = "<div class=u>Menu</div>"
    removed, furniture, _ = written(outside, f"<p>a</p>{outside}", outside, kind="furniture")
    assert ([unit.place for unit in removed], furniture) == (["inside"], 2)


def test_an_empty_unit_has_no_receipt() -> None:
    removed, furniture, content = written(inside="<p>a</p><div class=u><br></div>")
    assert (removed, furniture) == ((), 0)
    assert "data-r-place" not in content


def test_items_are_stories_once_with_their_longest_title() -> None:
    title, href = STORIES[0]
    (unit,), _, _ = written(inside=f"<p>a</p><div class=u><a href='{href}'></a><a href='{href}'>{title}</a><a href='{href}'>More</a><a href='/x'>Share</a></div>")
    assert unit.items == ((title, BASE.rstrip("/") + href),)
    assert unit.heading == ""


def test_the_fragment_is_shown_only_sanitized() -> None:
    (unit,), _, _ = written(inside="<p>a</p><div class=u><p onclick='x()'>Buy <a href='javascript:x()'>now</a></p></div>")
    assert "onclick" in unit.raw
    assert "onclick" not in unit.html
    assert "javascript" not in unit.html
