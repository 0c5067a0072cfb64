# ruff: noqa: E501 - pages are data
"""Wrappers go, text stays; addresses become absolute; places are kept."""
from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring
from samples import part

from reader.body import absolute, flatten, join, markup
from reader.targets import text_of


def flat(inside: str) -> str:
    content = part(f"<div>{inside}</div>")
    flatten(content)
    return markup(content)


@pytest.mark.parametrize(("inside", "outside"), [
    ("<div><section><p>a</p></section></div>", "<p>a</p>"),
    ("<div>a <b>b</b></div>", "<p>a <b>b</b></p>"),
    ("loose <i>text</i><p>a</p>", "<p>loose <i>text</i></p><p>a</p>"),
    ("<h1>Part</h1>", "<h2>Part</h2>"),
    ("<p>a <font color=red>b</font> <span class=x>c</span></p>", "<p>a b c</p>"),
    ("<p>a <span class=credit>c</span></p>", '<p>a <span class="credit">c</span></p>'),
    ("<ul><li><div>a</div></li></ul>", "<ul><li>a</li></ul>"),
    ("<ul><li><div>a</div><div>b</div></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("<div></div><p>a</p>", "<p>a</p>"),
    ("<p onclick=x style=y>a<!-- b --></p>", "<p>a</p>"),
    ("<div>a<p>b</p>c</div>", "<p>a</p><p>b</p><p>c</p>"),
    ("<p>a</p><div data-r-cut='1' data-r-place='x'></div>", '<p>a</p><div data-r-place="x"></div>'),
    ("<p>a</p><div data-r-cut='1'></div>", "<p>a</p>"),
])
def test_flatten(inside: str, outside: str) -> None:
    assert flat(inside) == outside


def test_tables_code_and_quotes_keep_their_shape() -> None:
    inside = "<table><tbody><tr><td>1</td></tr></tbody></table><pre>a\n  b</pre><blockquote><p>q</p></blockquote>"
    assert flat(inside) == inside


def test_no_word_is_lost() -> None:
    content = part("<div>a<custom-tag>b</custom-tag><center>c<font>d</font></center><dl><dt>e<dd>f</dl><form>g<p>h</p>i</form></div>")
    before = text_of(content).replace(" ", "")
    flatten(content)
    assert text_of(content).replace(" ", "") == before


def test_addresses_become_absolute() -> None:
    content = part("<div><a href='/a'>a</a><a href='#n'>n</a><a href='https://x.example/'>x</a><img src='i.jpg'><q cite='../q'>q</q></div>")
    absolute(content, "https://gazette.example/city/one/")
    assert [el.get("href") or el.get("src") or el.get("cite") for el in content] == [
        "https://gazette.example/a", "#n", "https://x.example/", "https://gazette.example/city/one/i.jpg", "https://gazette.example/city/q"]


def test_what_is_no_address_joins_to_nothing() -> None:
    assert join("https://gazette.example/", "//[::1/x") == ""
    assert join("", " /x ") == "/x"


def test_markup_escapes_the_loose_start() -> None:
    assert markup(part("<div>a &lt; b <p>c</p>d</div>")) == "a &lt; b <p>c</p>d"


def test_a_list_or_quotation_that_only_held_a_removed_unit_leaves_no_shell() -> None:
    content = fragment_fromstring(
        "<div><p>Before.</p><ul><li><div data-r-cut='1' data-r-place='0123456789ab'></div></li></ul>"
        "<blockquote> <div data-r-cut='2' data-r-place='ba9876543210'></div> </blockquote>"
        "<ul><li>Kept</li><li><div data-r-cut='3'></div></li></ul></div>"
    )
    flatten(content)
    assert [el.tag for el in content] == ["p", "div", "div", "ul"]
    assert markup(content).endswith("<ul><li>Kept</li></ul>")
    assert [el.get("data-r-place") for el in content.iter("div") if el.get("data-r-place")] == ["0123456789ab", "ba9876543210"]
