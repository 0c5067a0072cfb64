"""What only counts goes out of an address; what chooses the page stays, to the letter."""
# ruff: noqa: E501 - links are data
from __future__ import annotations

import pytest
from samples import page, prose

from reader import read_html
from reader.tracking import bare, clean

PAPER = "https://paper.example/2026/story"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("?utm_source=x&utm_medium=y", ""), ("?id=3&utm_source=x", "?id=3"), ("?fbclid=IwAR0&p=12", "?p=12"),
        ("?UTM_Source=x&a=1", "?a=1"), ("?utm%5Fsource=x&a=1", "?a=1"), ("?a=1&amp;utm_source=x", "?a=1"),
        ("?gclid=1&mc_cid=2&mc_eid=3&igshid=4&ref_src=5&mkt_tok=6", ""), ("?a=1&&utm_x=2&b", "?a=1&&b"),
        ("?__cft__[0]=x&__tn__=R", ""), ("?cmpid=news&page=2", "?page=2"), ("?wt.mc_id=a&q=b", "?q=b"),
        ("#xtor=RSS-3208", ""), ("#Echobox=1700000000", ""), ("?a=1#xtor=AL-32&part2", "?a=1#part2"),
    ],
)  # fmt: skip
def test_what_only_counts_goes(given: str, left: str) -> None:
    assert clean(PAPER + given) == PAPER + left


@pytest.mark.parametrize(
    "kept",
    [
        "?id=1", "?p=12&page=2", "?article=7#comments", "?v=dQw4", "?q=utm_source", "?story=a&ref=b", "?src=1&cmp=2&mod=3",
        "?", "#", "?#", "?a=%20+b;c&&d=", "#:~:text=forty", "?t=90&s=5&si=1", "?next=/x?utm_source=1", "?unlocked_article_code=1.x",
        "?tag=house-20&awc=1",
    ],
)  # fmt: skip
def test_every_other_character_stays(kept: str) -> None:
    assert clean(PAPER + kept) == PAPER + kept


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("https://www.youtube.com/watch?v=abc&si=xyz&t=90", "https://www.youtube.com/watch?v=abc&t=90"),
        ("https://x.com/a/status/1?s=20&t=xyz", "https://x.com/a/status/1"),
        ("https://www.theguardian.com/a?CMP=share_btn", "https://www.theguardian.com/a"),
        ("https://www.nytimes.com/a.html?smid=url-share&unlocked_article_code=1", "https://www.nytimes.com/a.html?unlocked_article_code=1"),
        ("https://notx.com/a?s=20", "https://notx.com/a?s=20"), ("https://x.com.evil.example/a?s=20", "https://x.com.evil.example/a?s=20"),
        ("https://evil.example/@x.com?s=20", "https://evil.example/@x.com?s=20"),
    ],
)  # fmt: skip
def test_some_names_count_on_some_sites_alone(given: str, left: str) -> None:
    assert clean(given) == left


def test_the_address_of_a_page_holds_no_passage() -> None:
    assert bare(f"{PAPER}?utm_source=x#:~:text=forty,dogs") == PAPER
    assert bare(f"{PAPER}#part:~:text=forty") == f"{PAPER}#part"


def test_links_of_an_article_do_not_count_who_follows_them() -> None:
    links = f'<p>See <a href="{PAPER}?id=3&amp;utm_source=story#note">the report</a> and <a href="/map?fbclid=1">a map</a>.</p>'
    image = '<figure><img src="https://img.example/a.jpg?utm_source=x&amp;s=signed" width=640 height=400></figure>'
    dirty = f"{PAPER}?utm_campaign=mail&p=1"
    article = read_html(page(prose(0, 4) + links + image + prose(4)), dirty + "#:~:text=a")
    assert f'href="{PAPER}?id=3#note"' in article.html
    assert 'href="https://paper.example/map"' in article.html
    assert article.figures[0].src == "https://img.example/a.jpg?utm_source=x&s=signed"
    assert article.canonical == f"{PAPER}?p=1"
    named = page(prose()).replace("<head>", f'<head><link rel=canonical href="{dirty}">')
    assert read_html(named, PAPER).canonical == f"{PAPER}?p=1"
