"""Attributes go, whatever they are called."""
from __future__ import annotations

import pytest
from samples import page, prose

from reader import read_html
from reader.attributes import drop_attributes
from reader.parse import parse

BROKEN = ("{}", "{z-index:1}a", "{a}b", "{", "{{x}}")


@pytest.mark.parametrize("name", BROKEN)
def test_attributes_that_look_like_namespaces_go_too(name: str) -> None:
    el = next(parse(f"<p id=a {name}=1 class=b>x</p>").iter("p"))
    assert name in el.keys()  # noqa: SIM118
    drop_attributes(el, [name, "id"])
    assert el.items() == [("class", "b")]


@pytest.mark.parametrize("name", BROKEN)
def test_a_page_with_such_a_tag_is_read(name: str) -> None:
    article = read_html(page(f"{prose(0, 3)}<p {name}=1>A last paragraph of the story, with a brace in its tag.</p>"))
    assert "with a brace in its tag" in article.text


def test_a_post_with_such_a_tag_is_read() -> None:
    post = "<blockquote class=twitter-tweet {}=1><p>The bridge is open.</p></blockquote>"
    assert "The bridge is open." in read_html(page(prose(0, 3) + post)).text


def test_a_line_whose_only_link_is_empty_is_read() -> None:
    line = "<p>See: <a name=x></a><a href=/b></a>the harbour</p>"
    assert "See: the harbour" in read_html(page(prose(0, 2) + line + prose(2, 4))).text
