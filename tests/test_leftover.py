# ruff: noqa: E501 - pages are data
"""Outside the article: recommendations get receipts, navigation and prose do not."""
from __future__ import annotations

import pytest
from samples import HOMES, PARAGRAPHS, STORIES, cut, stories, units_of

from reader.facts import Facts
from reader.leftover import clear
from reader.targets import text_of


def cuts(outside: str) -> list[tuple[str, str, str]]:
    root, units = units_of(f"<html><body><div data-x=1></div>{outside}</body></html>")
    root.find(".//div[@data-x]").set("data-r-content", "")
    clear(units, Facts(root), [], HOMES)
    return cut(units)


def test_links_to_stories_are_a_unit() -> None:
    found = cuts(f"<div>{stories()}</div>")
    assert [row[:2] for row in found] == [("related-end", "outside")]
    assert all(title in found[0][2] for title, _ in STORIES)


def test_a_sign_up_line_is_a_unit() -> None:
    assert [row[:2] for row in cuts("<div><p>Sign up for our morning letter.</p></div>")] == [("newsletter", "newsletter-promo")]


def test_two_headed_groups_are_two_units() -> None:
    found = cuts(f"<div><section><h2>City</h2>{stories(2)}</section><section><h2>Coast</h2>{stories(3)}</section></div>")
    assert len(found) == 2


def test_stories_beside_navigation_are_found_without_it() -> None:
    found = cuts(f"<div><div class='breadcrumbs'><a href='/a'>Home</a></div><div>{stories()}</div></div>")
    assert ["Home" in text for _, _, text in found] == [False]


@pytest.mark.parametrize("outside", [
    "<div>" + "".join(f"<a href='/2026/0{at}/'>Month {at}</a> " for at in range(1, 6)) + "</div>",
    "<nav>" + "".join(f"<a href='/2026/0{at}/'>March</a>" for at in range(1, 6)) + "</nav>",
    "<div><a href='/about'>About us</a> <a href='/privacy'>Privacy</a></div>",
    "<div>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>",
    "<div><p>Nobody links anywhere from here.</p></div>",
    "",
])
def test_the_rest_is_no_unit(outside: str) -> None:
    assert cuts(outside) == []


def test_the_articles_place_is_never_cut() -> None:
    root, units = units_of(f"<html><body><div><div data-x=1></div>{stories()}</div></body></html>")
    root.find(".//div[@data-x]").set("data-r-content", "")
    clear(units, Facts(root), [], HOMES)
    assert root.find(".//div[@data-r-content]") is not None
    assert STORIES[0][0] not in text_of(root)
