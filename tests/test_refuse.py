# ruff: noqa: E501 - pages are data
"""What is no article is refused in a sentence that says what it looks like."""
from __future__ import annotations

from dataclasses import replace

import pytest
from samples import PARAGRAPHS, prose

from reader import metadata
from reader.errors import NoArticle
from reader.facts import Facts
from reader.held import Held
from reader.parse import parse
from reader.refuse import require_article

HEADLINES = "".join(f"<h2><a href='/2026/03/story-{at}-of-the-day/'>Story {at} of a long and busy day in the old harbour town</a></h2><p>{PARAGRAPHS[at][:140]}</p>" for at in range(7))


def asked(body: str, title: str = "The Gazette", kind: str = "") -> str:
    """The refusal's sentence, or "" when the body passes."""
    source = f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>"
    root = parse(source)
    about = replace(metadata.read(Held(root), ""), type=kind)
    content = root.find("body/div")
    try:
        assert require_article(content, Facts(root), about, source) is content
    except NoArticle as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(("body", "title", "like"), [
    ("<p>Hello.</p>", "x", "no article"), ("<p>Please log in.</p>", "x", "a page to log in"), ("<p>Wait</p>", "Just a moment...", "no robot"),
    (f"<p>Subscribe to continue reading.</p>{prose(0, 2)}", "x", "a subscription"), (f"<p>We use cookies.</p>{prose(0, 2)}", "x", "cookie"),
    (prose(0, 2), "Page not found", "an error page"), (HEADLINES, "x", "a list of articles"),
])
def test_refused(body: str, title: str, like: str) -> None:
    assert like in asked(body, title)


@pytest.mark.parametrize(("body", "title"), [
    (prose(), "Page not found"), (f"<p>Please log in, it says.</p>{prose()}", "x"), (prose(0, 1), "x"),
    (HEADLINES + prose(0, 3), "x"),  # a roundup with its own text
])
def test_passed(body: str, title: str) -> None:
    assert asked(body, title) == ""


def test_a_page_that_calls_itself_an_article_is_no_list() -> None:
    assert asked(HEADLINES, "x", "NewsArticle") == ""


def test_no_content_at_all() -> None:
    source = "<html><body><p>Please enable JavaScript.</p></body></html>"
    root = parse(source)
    with pytest.raises(NoArticle, match="JavaScript"):
        require_article(None, Facts(root), metadata.read(Held(root), ""), source)
