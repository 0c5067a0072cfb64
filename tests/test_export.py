"""An article as text, Markdown, JSON and HTML: read back, the exports say what the article says."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring
from markdown_it import MarkdownIt

from reader import Article, Figure, Removal
from reader.capture import Capture
from reader.export import FORMATS
from reader.export.json import as_json, removed_as_json
from reader.export.markdown import markdown
from reader.export.page import page
from reader.export.text import plain
from reader.sanitize import sanitize
from reader.totext import text_of

BODY = sanitize("""
<figure><img src="https://a.test/b(1).jpg" alt="Bridge [dawn]"><figcaption>The <em>old</em> bridge
<span class="credit">Jane Doe/AP</span></figcaption></figure>
<p>One <em>two</em> <strong>three</strong>
<a href="https://a.test/x_(y)?a=1&amp;b=2">fo]ur*</a> <code>a`b</code> 5 &lt; 6</p>
<p>1. no list</p><p># no heading</p><p>- no list</p><p>&gt; no quote</p>
<p>a_b_c *d* [e](f) ~~g~~ | h!<a href="https://a.test/i">j</a></p>
<h2>A heading #</h2>
<ul><li>one<ul><li>inner</li></ul></li><li><p>p1</p><p>p2</p></li></ul>
<ol start="4"><li>four</li><li>five</li></ol>
<blockquote><p>q1</p><blockquote><p>q2</p></blockquote></blockquote>
<pre><code>x ``` y
  z</code></pre>
<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>1<br>2</td><td>3</td></tr></tbody></table>
<figure><a href="https://v.test/1">Video, v.test</a></figure>
<p>line<br>break, H<sub>2</sub>O, <ruby>漢<rt>かん</rt></ruby></p><hr><dl><dt>term</dt><dd>meaning</dd></dl>
<details><summary>More</summary><p>hidden</p></details>
""")
UNIT = Removal(
    "0123456789ab", "related-end", "label", "2 stories under the label “More”", "More",
    (("A title", "https://a.test/1"), ("Another", "")), "More\nA title\nAnother", "after",
    '<p>More</p><script>alert(1)</script><a href="javascript:alert(1)" onclick="x()">A title</a>',
)  # fmt: skip


CAPTURE = Capture(
    "https://a.test/story?x=1", ("https://a.test/story?x=1", "https://a.test/story"),
    datetime(2026, 5, 4, 8, 15, 30, tzinfo=UTC), "ab" * 32, "0.1.0", "0123456789ab", 1234, "text/html; charset=utf-8",
)  # fmt: skip


def article(**told: object) -> Article:
    given: dict[str, object] = {
        "title": 'A "title": *one*', "deck": "The deck", "byline": "Ann Lee", "published": "2025-01-03",
        "updated": "2025-01-04", "site": "The Daily", "canonical": "https://a.test/story", "lang": "en", "dir": "ltr",
        "lead": "https://a.test/b.jpg", "marked_html": BODY,
        "figures": (Figure("https://a.test/b.jpg", "Bridge", "The bridge", "Jane Doe/AP"),), "removed": (UNIT,),
        "furniture": 2, "coverage": 1.0,
    }  # fmt: skip
    return Article(**(given | told))  # type: ignore[arg-type]


def bare(**told: object) -> Article:
    """One that says nothing but its title and its body."""
    return article(deck="", byline="", site="", published="", updated="", canonical="", **told)


def read_back(text: str) -> HtmlElement:
    """The body of a Markdown export as a reader of CommonMark with tables sees it, front matter off."""
    body = text.split("---\n", 2)[2]
    return fragment_fromstring(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body), "div")


def said(el: HtmlElement) -> str:
    return " ".join(el.text_content().split())


# ---------------------------------------------------------------- text


def test_text_of_every_kind_of_block() -> None:
    assert text_of(BODY).split("\n\n") == [
        "The old bridge (Jane Doe/AP)", "One two three fo]ur* a`b 5 < 6", "1. no list", "# no heading", "- no list",
        "> no quote", "a_b_c *d* [e](f) ~~g~~ | h!j", "A heading #", "- one\n  - inner\n- p1\n  p2", "4. four\n5. five",
        "> q1\n>\n> > q2", "x ``` y\n  z", "a\tb|c\n1 2\t3", "Video, v.test", "line\nbreak, H2O, 漢(かん)", "* * *",
        "term\nmeaning", "More", "hidden",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p> </p>", ""),
        ("loose <b>text</b><p>a</p>tail", "loose text\n\na\n\ntail"),
        ("<figure><img src='https://a.test/b'></figure><p>a</p>", "a"),
        ("<figure><figcaption><span class='credit'>AP</span></figcaption></figure>", "(AP)"),
        ("<ul><li>a</li><li></li></ul>", "- a\n"),
        ("<p>a</p><div data-r-place='0123456789ab'></div><p>b</p>", "a\n\nb"),
        ("<table><tr><td><table><tr><td>in</td></tr></table></td><td>b</td></tr></table>", "in\tb"),
        ("<p>a &amp; b&nbsp;c</p>", "a & b c"),
    ],
)
def test_text_of_odd_markup(html: str, text: str) -> None:
    assert text_of(html).rstrip() == text.rstrip()


def test_plain_has_the_lines_above_the_body_and_the_address_below() -> None:
    start, end = (
        'A "title": *one*\n\nThe deck\n\nAnn Lee · The Daily · 2025-01-03 · updated 2025-01-04\n\n',
        "\n\nhttps://a.test/story\n",
    )
    assert plain(article(), CAPTURE, {}).startswith(start)
    assert plain(article(), CAPTURE, {}).endswith(end)
    assert (
        plain(bare(marked_html="<p>x</p>"), CAPTURE, {})
        == 'A "title": *one*\n\nx\n'
    )


# ---------------------------------------------------------------- Markdown


def test_front_matter_is_yaml_that_nothing_breaks_out_of() -> None:
    front = markdown(article(byline='Ann "x"\n---\nevil: 1'), CAPTURE, {}).split("---\n")[1]
    rows = dict(line.split(": ", 1) for line in front.splitlines())
    assert json.loads(rows["title"]) == 'A "title": *one*'
    assert json.loads(rows["byline"]) == 'Ann "x"\n---\nevil: 1'
    assert list(rows) == ["title", "byline", "site", "date", "updated", "source"]


def test_markdown_without_facts_has_no_front_matter() -> None:
    text = markdown(bare(title="", marked_html="<p>a</p>"), CAPTURE, {})
    assert text == "a\n"


def test_read_back_the_words_are_the_same() -> None:
    tree = read_back(markdown(article(title="T", deck="D"), CAPTURE, {}))
    for image in tree.iter("img"):
        assert (image.get("alt"), image.get("src")) == ("Bridge [dawn]", "https://a.test/b(1).jpg")
    expected = "T D " + " ".join(text_of(BODY).split())
    unmarked = re.sub(r"(?<!\S)(?:- (?!no list)|> (?!no quote)|>(?= )|4\. |5\. |\* \* \* )", "", expected)
    got = said(tree).replace(" Video", " Video")
    assert re.sub(r"\W+", " ", got) == re.sub(r"\W+", " ", unmarked)


def test_read_back_the_structure_is_the_same() -> None:
    tree = read_back(markdown(article(), CAPTURE, {}))
    assert [said(el) for el in tree.iter("h1", "h2")] == ['A "title": *one*', "A heading #"]
    assert [said(el) for el in tree.iter("em")] == ["old", "two"]
    assert [said(el) for el in tree.iter("strong")][:1] == ["three"]
    assert [(el.get("href"), said(el)) for el in tree.iter("a")] == [
        ("https://a.test/x_(y)?a=1&b=2", "fo]ur*"),
        ("https://a.test/i", "j"),
        ("https://v.test/1", "Video, v.test"),
    ]
    assert [said(el) for el in tree.xpath(".//ul//ul/li")] == ["inner"]
    assert [el.get("start") for el in tree.iter("ol")] == ["4"]
    assert [said(el) for el in tree.xpath(".//blockquote/blockquote")] == ["q2"]
    assert [el.text_content() for el in tree.xpath(".//pre/code")] == ["x ``` y\n  z\n"]
    assert [said(el) for el in tree.xpath(".//tr/*")] == ["a", "b|c", "1 2", "3"]
    assert len(tree.xpath(".//hr")) == 1
    figure = tree.xpath(".//p[img]")[0]
    assert said(figure) == "The old bridge (Jane Doe/AP)"


@pytest.mark.parametrize("path", ["x)y", "x(y", "x_(y)", "a*b_c", "a~b"])
def test_no_address_ends_early(path: str) -> None:
    html = sanitize(f'<p><a href="https://a.test/{path}">a</a> b</p><figure><img src="https://a.test/{path}"></figure>')
    tree = read_back(markdown(article(marked_html=html), CAPTURE, {}))
    assert [*tree.xpath(".//a/@href"), *tree.xpath(".//img/@src")] == [f"https://a.test/{path}"] * 2


def test_a_fence_in_code_ends_nothing() -> None:
    code = "a\n```\nb\n`````\nc"
    tree = read_back(markdown(article(marked_html=sanitize(f"<pre>{code}</pre><p>d</p>")), CAPTURE, {}))
    assert [el.text_content() for el in tree.iter("pre")] == [code + "\n"]


def test_words_of_the_page_make_no_markdown() -> None:
    words = "<script>x</script> ![a](b) `c` | * _d_ \\ &amp; 1) [^1]: <http://e.test>"
    html = sanitize(f"<p>{words.replace('&', '&amp;').replace('<', '&lt;')}</p>")
    assert said(read_back(markdown(article(title="T", deck="", marked_html=html), CAPTURE, {}))) == f"T {words}"


# ---------------------------------------------------------------- JSON and HTML


def test_json_holds_every_field_of_the_contract() -> None:
    told = json.loads(as_json(article(), CAPTURE, {}))
    assert told["html"] == BODY
    assert told["figures"] == [
        {"src": "https://a.test/b.jpg", "alt": "Bridge", "caption": "The bridge", "credit": "Jane Doe/AP"}
    ]
    (unit,) = told["removed"]
    assert unit["items"] == [{"title": "A title", "url": "https://a.test/1"}, {"title": "Another", "url": ""}]
    names = set(Article.__dataclass_fields__) - {"marked_html"} | {"text"}
    assert names | {"html"} == set(told)
    assert removed_as_json(article()) == json.dumps([unit], ensure_ascii=False, indent=2) + "\n"


def test_json_holds_no_raw_fragment() -> None:
    for text in (as_json(article(), CAPTURE, {}), removed_as_json(article())):
        assert "alert" not in text
        assert "onclick" not in text


def test_the_page_is_a_document_whose_texts_are_escaped() -> None:
    tree = document_fromstring(
        page(article(title="<b>T</b> & U", deck="<i>D</i>", byline="A<B", canonical='https://a.test/"x'), CAPTURE, {})
    )
    assert tree.findtext(".//h1") == "<b>T</b> & U"
    assert [said(el) for el in tree.xpath(".//article/p")][:2] == ["<i>D</i>", "A<B · The Daily · 2025-01-03"]
    assert tree.xpath("//link/@href") == ['https://a.test/"x']
    assert tree.get("lang") == "en"


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_is_the_same_each_time_and_ends_with_a_newline(name: str) -> None:
    text = FORMATS[name].write(article(), CAPTURE, {})
    assert text == FORMATS[name].write(article(), CAPTURE, {})
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
