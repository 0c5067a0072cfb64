"""What is printed above the article leaves its body; whatever else stands there stays."""
from __future__ import annotations

import time
from dataclasses import replace

import pytest
from lxml import html

from reader.heading import drop
from reader.metadata import Metadata

ABOUT = Metadata(
    title="The old ferry will stop", deck="What it means for two towns without a bridge", byline="Ann Lee and Bo Ray",
    published="2020-05-03", updated="", site="The Daily", canonical="", lang="en", dir="ltr", lead="", base="",
    description="", article_body="", type="",
)  # fmt: skip
FIRST = "The ferry that has crossed the bay for ninety years will make its last trip on Sunday, Ann Lee was told."
BODY = f"<p>{FIRST}</p><p>Nobody in the two towns can say who will carry the children to school when it is gone.</p>"


def left(top: str, about: Metadata = ABOUT, body: str = BODY) -> str:
    """What ``drop`` leaves of ``top`` when it stands above the paragraphs."""
    content = html.fragment_fromstring(f"<div>{top}{body}</div>")
    drop(content, about)
    return html.tostring(content, encoding="unicode").removeprefix("<div>").removesuffix(f"{body}</div>")


@pytest.mark.parametrize("top", [
    "<h1>The old ferry will stop</h1>",
    "<h2>The old <em>ferry</em> will stop</h2>",
    "<header><div><h1>The old ferry will stop</h1></div></header>",
    "<h1>The old ferry will stop</h1><p>What it means for two towns without a bridge</p>",
    "<p>By Ann Lee and Bo Ray</p>",
    "<p>By <a>Ann Lee</a>, Special to the Gazette</p>",
    "<p><b>ANN LEE</b> in London</p>",
    "<p>Ann Lee<br>Staff writer<br>@annlee</p>",
    "<div><span>Ann Lee</span><span>May 3, 2020</span></div>",
    "<ul><li>by Ann Lee</li><li>@annlee</li><li>Nov 18, 2019 at 9:24 pm ET • 2 min read</li></ul>",
    "<p>Published 3 May 2020, 10:15 am · Updated 4 May 2020</p>",
    "<p>Updated Nov 19, 6:55 AM; Posted Nov 19, 6:51 AM</p>",
    "<p>Von Ann Lee, 3. Mai 2020, 14:03 Uhr</p>",
    "<time>2020-05-03</time>",
    "<p>5 min read</p>",
    "<p>Lesezeit: 5 Minuten</p>",
    "<p>The Daily, May 3, 2020</p>",
    "<p>Opinion</p><h1>The old ferry will stop</h1>",
    "<ul><li><a>Home</a></li><li><a>World</a></li></ul><h1>The old ferry will stop</h1>",
    "<!-- byline --><p>By <!-- x -->Ann Lee</p><!-- end -->",
])
def test_headline_deck_byline_date_and_section_go(top: str) -> None:
    assert html.fragment_fromstring(f"<div>{left(top)}</div>").text_content().strip() == ""
    assert "<p" not in left(top)


@pytest.mark.parametrize("top", [
    "<p>PARIS (AP) —</p>",
    "<p>By the numbers</p>",
    "<p>By Sunday, it is over.</p>",
    "<h2>By The Numbers</h2>",
    "<h2>May 3, 2020</h2>",
    "<p>2019</p>",
    "<p>1.</p>",
    "<p>Editor's note: Ann Lee, who wrote this story, owns a boat in the harbour, and knows the captain.</p>",
    "<p>Ann Lee has left the building.</p>",
    "<p>On May 3, 2020 the ferry stopped.</p>",
    "<p>Opinion</p>",
    "<ol><li>Ferry</li><li>Bridge</li></ol>",
    "<p>The old ferry will stop, but when?</p>",
    "<p>Photos by Cy Ho</p>",
    "<p>Fred Miller, director of the harbour</p>",
])
def test_what_belongs_to_the_article_stays(top: str) -> None:
    assert left(top) == top


def test_the_same_lines_further_down_stay() -> None:
    below = f"<p>By Ann Lee</p><p>May 3, 2020</p><p>{ABOUT.deck}</p><h2>{ABOUT.title}</h2>"
    assert left("", body=BODY + below) == ""


def test_a_second_h1_with_the_headline_goes_wherever_it_stands() -> None:
    content = html.fragment_fromstring(f"<div>{BODY}<h1>The old ferry will stop</h1>tail<h1>Another</h1></div>")
    drop(content, ABOUT)
    assert [one.text for one in content.iter("h1")] == ["Another"]
    assert "tail" in content.text_content()


def test_figures_and_marked_places_are_passed_over() -> None:
    figure = '<figure data-r-figure=""><img src="a.jpg"><figcaption>The old ferry will stop</figcaption></figure>'
    place = '<div data-r-place="0123456789ab"></div>'
    top = f"<h1>The old ferry will stop</h1>{figure}<div>By Ann Lee{place}</div>"
    assert left(top) == f"{figure}<div>{place}</div>"


def test_text_beside_a_dropped_line_stays() -> None:
    assert left("<div><span>By Ann Lee</span><br>Content</div>") == "<div><br>Content</div>"
    assert FIRST in left(f"<div><h1>The old ferry will stop</h1>{FIRST}</div>")


def test_a_caption_after_a_date_is_no_job() -> None:
    assert "founder" in left("<p>May 3, 2020</p><div>Ferry founder Fred Miller</div>")


def test_a_page_without_metadata_loses_nothing_but_dates() -> None:
    blank = replace(ABOUT, title="", deck="", byline="", site="")
    assert left("<h1>Ferry</h1><p>Ann Lee</p><p>May 3, 2020</p>", blank) == "<h1>Ferry</h1><p>Ann Lee</p>"


@pytest.mark.parametrize("top", [
    "<div>" * 1_500 + "By Ann Lee" + "</div>" * 1_500,
    "<p>" + "<i> </i>" * 20_000 + "By Ann Lee</p>",
    "<div></div>" * 20_000,
    "<h1>The old ferry will stop</h1>" * 5_000,
    "x " * 500_000,
    "<span>1 a</span>" * 20_000,
])
def test_hostile_tops_cost_no_more_than_their_size(top: str) -> None:
    content = html.fragment_fromstring(f"<div>{top}{BODY}</div>", parser=html.HTMLParser(huge_tree=True))
    start = time.process_time()
    drop(content, ABOUT)
    assert time.process_time() - start < 2
    assert FIRST in content.text_content()
