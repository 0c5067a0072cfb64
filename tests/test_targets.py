# ruff: noqa: E501 - pages are data
"""Links are told apart by where they lead."""
from __future__ import annotations

import pytest
from samples import HOMES, STORIES, part, stories

from reader.targets import at_home, homes_of, is_document, site_of, spells, story_links, story_shaped

pytestmark = pytest.mark.security


@pytest.mark.parametrize("href", [
    "/2026/03/baker-wins-prize/", "https://www.gazette.example/city/bridge-closes-monday", "/news/1234567", "/a/story.html", "/?p=81", "/2026/3/",
])
def test_a_storys_address(href: str) -> None:
    assert story_shaped(href, HOMES)


@pytest.mark.parametrize("href", [
    "", "#comments-of-the-day", "/", "/sport", "mailto:a-b-c@gazette.example", "javascript:go-to-the-story()", "/tag/old-stone-bridges/",
    "/author/anna-maria-lind/", "/files/the-whole-report-2026.pdf", "http://[::1/a-b-c-d", "https://elsewhere.example/2026/03/baker-wins-prize/",
])
def test_no_storys_address(href: str) -> None:
    assert not story_shaped(href, HOMES)


def test_elsewhere_counts_when_no_home_is_asked_for() -> None:
    assert story_shaped("https://elsewhere.example/2026/03/baker-wins-prize/")


@pytest.mark.parametrize(("host", "site"), [
    ("news.bbc.co.uk", "bbc"), ("www.bbc.com", "bbc"), ("gazette.example", "gazette"), ("GAZETTE.example.", "gazette"), ("localhost", "localhost"),
])
def test_site_of(host: str, site: str) -> None:
    assert site_of(host) == site


def test_homes_are_the_addresses_or_else_the_most_linked_site() -> None:
    root = part("<p>" + "<a href='https://www.daily.example/a'>a</a>" * 2 + "<a href='https://other.example/'>b</a></p>")
    assert homes_of(root, "") == {"daily"}
    assert homes_of(root, "https://gazette.example/x", "") == {"gazette"}  # two links are no witness against an address
    assert homes_of(part("<p><a href='/x'>x</a></p>"), "") == frozenset()


def test_story_links_keep_the_longest_text() -> None:
    root = part(f"<div><a href='{STORIES[0][1]}'>More</a>{stories(2)}<a href='/sport'>Sport</a></div>")
    assert story_links(root, HOMES) == {href: title for title, href in STORIES[:2]}


def test_at_home() -> None:
    assert at_home(part("<p><a href='/a'>a</a> <a href='https://m.gazette.example/b'>b</a></p>"), HOMES)
    assert not at_home(part("<p><a href='/a'>a</a> <a href='https://other.example/b'>b</a></p>"), HOMES)


def test_spells() -> None:
    assert spells(STORIES[0][1], STORIES[0][0])
    assert not spells("/2026/03/council-argues-over-parking/", STORIES[0][0])
    assert not spells("/x", "")


def test_documents_are_no_stories() -> None:
    assert is_document("https://council.example/files/report.pdf")
    assert not is_document("https://council.example/files/report/")
