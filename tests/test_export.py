"""An article as text, Markdown, JSON and HTML: read back, the exports say what the article says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from books import unpacked
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring
from markdown_it import MarkdownIt
from roundtrip import again, lost
from test_pages import DEFAULT_URL, PAGES, Page

from reader import Article, Figure, Removal
from reader.capture import Capture
from reader.export import FORMATS
from reader.export.json import as_json, removed_as_json
from reader.export.markdown import markdown
from reader.export.origin import address
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
    "https://t.test/s", ("https://t.test/s", "https://a.test/story?x=1"),
    datetime(2026, 5, 4, 8, 15, 30, tzinfo=UTC), "ab" * 32, "0.1.0", "0123456789ab", 1234, "text/html; charset=utf-8",
)  # fmt: skip


PASTED = replace(CAPTURE, url="", chain=())


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
        f"\n\nhttps://a.test/story?x=1\nCaptured 2026-05-04 08:15:30 UTC · SHA-256 {'ab' * 32}\n",
    )
    assert plain(article(), CAPTURE, {}).startswith(start)
    assert plain(article(), CAPTURE, {}).endswith(end)
    assert plain(bare(marked_html="<p>x</p>"), CAPTURE, {}).startswith('A "title": *one*\n\nx\n\nhttps:')


# ---------------------------------------------------------------- Markdown


def test_front_matter_is_yaml_that_nothing_breaks_out_of() -> None:
    front = markdown(article(byline='Ann "x"\n---\nevil: 1'), CAPTURE, {}).split("---\n")[1]
    rows = dict(line.split(": ", 1) for line in front.splitlines())
    assert json.loads(rows["title"]) == 'A "title": *one*'
    assert json.loads(rows["byline"]) == 'Ann "x"\n---\nevil: 1'
    assert list(rows) == ["title", "byline", "site", "date", "updated", "source", "captured", "sha256"]


def test_markdown_without_facts_has_its_origin_alone() -> None:
    text = markdown(bare(title="", marked_html="<p>a</p>"), PASTED, {})
    assert text == f'---\ncaptured: "2026-05-04T08:15:30Z"\nsha256: "{"ab" * 32}"\n---\n\na\n'


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


def test_json_is_a_news_article_in_the_words_of_schema_org() -> None:
    told = json.loads(as_json(article(byline="Ann Lee, Bo Dahl and Cy Ek"), CAPTURE, {}))
    assert told["@type"] == "NewsArticle"
    assert (told["@context"][0], told["headline"], told["alternativeHeadline"], told["inLanguage"]) == (
        "https://schema.org", 'A "title": *one*', "The deck", "en",
    )  # fmt: skip
    assert [(one["@type"], one["name"]) for one in told["author"]] == [
        ("Person", "Ann Lee"), ("Person", "Bo Dahl"), ("Person", "Cy Ek")
    ]  # fmt: skip
    assert (told["publisher"]["name"], told["datePublished"], told["dateModified"]) == (
        "The Daily", "2025-01-03", "2025-01-04"
    )  # fmt: skip
    assert (told["url"], told["mainEntityOfPage"]) == ("https://a.test/story?x=1", "https://a.test/story")
    assert told["articleBody"] == text_of(BODY)
    assert told["sdDatePublished"] == "2026-05-04T08:15:30Z"


def test_json_has_each_picture_with_its_words_and_players_apart() -> None:
    figures = (
        Figure("https://a.test/b(1).jpg", "Bridge [dawn]", "The old bridge", "Jane Doe/AP"),
        Figure("https://v.test/1", "", "A film", "Bo"), Figure("", "", "Lost", ""),
    )  # fmt: skip
    told = json.loads(as_json(article(figures=figures), CAPTURE, {}))
    assert told["image"] == [
        {"@type": "ImageObject", "contentUrl": "https://a.test/b(1).jpg", "caption": "The old bridge",
         "creditText": "Jane Doe/AP", "description": "Bridge [dawn]"},
        {"@type": "ImageObject", "caption": "Lost"},
    ]  # fmt: skip
    assert told["associatedMedia"] == [
        {"@type": "MediaObject", "url": "https://v.test/1", "description": "A film", "creditText": "Bo"}
    ]


def test_json_says_what_schema_org_has_no_word_for_under_a_prefix_of_its_own() -> None:
    told = json.loads(as_json(article(), CAPTURE, {}))
    ours = {name.removeprefix("unfeed:"): value for name, value in told.items() if name.startswith("unfeed:")}
    assert set(ours) == {"html", "byline", "dir", "removed", "furniture", "coverage", "capture"}
    assert (ours["html"], ours["byline"], ours["furniture"], ours["coverage"]) == (BODY, "Ann Lee", 2, 1.0)
    (unit,) = ours["removed"]
    assert unit["items"] == [{"title": "A title", "url": "https://a.test/1"}, {"title": "Another", "url": ""}]
    assert removed_as_json(article()) == json.dumps([unit], ensure_ascii=False, indent=2) + "\n"
    assert ours["capture"] == {
        "url": "https://t.test/s", "chain": ["https://t.test/s", "https://a.test/story?x=1"],
        "at": "2026-05-04T08:15:30Z", "sha256": "ab" * 32, "version": "0.1.0", "rules": "0123456789ab", "size": 1234,
        "content_type": "text/html; charset=utf-8", "used": ["label"],
    }  # fmt: skip
    assert {name for name in told if ":" in name} - {f"unfeed:{name}" for name in ours} == set()
    assert set(told["@context"][1]) == {"unfeed", "unfeed:capture", "unfeed:removed"}


def test_json_holds_no_raw_fragment() -> None:
    for text in (as_json(article(), CAPTURE, {}), removed_as_json(article())):
        assert "alert" not in text
        assert "onclick" not in text


def test_the_page_is_a_document_whose_texts_are_escaped() -> None:
    tree = document_fromstring(
        page(article(title="<b>T</b> & U", deck="<i>D</i>", byline="A<B", canonical='https://a.test/"x'), CAPTURE, {})
    )
    assert tree.findtext(".//h1") == "<b>T</b> & U"
    assert [said(el) for el in tree.xpath(".//article/header/p")] == [
        "<i>D</i>", "A<B", "2025-01-03", "Updated 2025-01-04"
    ]  # fmt: skip
    assert tree.xpath("//link/@href") == ['https://a.test/"x']
    assert tree.get("lang") == "en"


def test_nothing_ends_the_data_in_the_head_of_the_page() -> None:
    title = "</script><script>alert(1)</script><!-- ]]>"
    tree = document_fromstring(page(article(title=title, deck=title, byline=title, site=title), CAPTURE, {}))
    (script,) = tree.iter("script")
    assert script.get("type") == "application/ld+json"
    assert json.loads(script.text)["headline"] == title


def test_an_address_that_is_no_web_address_becomes_no_link() -> None:
    text = page(article(canonical=""), replace(CAPTURE, url="javascript:alert(1)"), {})
    assert "javascript:" not in text


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_tells_where_from_when_and_whose_the_picture_is(name: str) -> None:
    written = FORMATS[name].write(article(), CAPTURE, {})
    text = written if isinstance(written, str) else "".join(page.decode() for page in unpacked(written).values())
    for words in ("https://a.test/story?x=1", "2026-05-04", "08:15:30", "ab" * 32, "Jane Doe/AP"):
        assert words in text, words


def test_each_suffix_belongs_to_one_format() -> None:
    suffixes = [one.suffix for one in FORMATS.values()]
    assert len(suffixes) == len(set(suffixes))


def test_units_put_back_stand_in_the_export_and_are_removed_no_longer() -> None:
    there = article().put_back({UNIT.id})
    assert (there.removed, there.html) == ((), article().html_with({UNIT.id}))
    assert "Another" not in plain(there, CAPTURE, {})  # a title without a link of its own is in the receipt alone
    assert "A title" in plain(there, CAPTURE, {})
    assert article().put_back({"ffffffffffff"}) == article()


def readable() -> list[Path]:
    folders = sorted(folder for folder in PAGES.iterdir() if folder.is_dir())
    return [folder for folder in folders if "error" not in Page(folder).expected()]


@pytest.mark.parametrize("folder", readable(), ids=lambda folder: folder.name)
def test_read_again_the_page_has_lost_nothing(folder: Path) -> None:
    before = Page(folder).read()
    after = again(before, Page(folder).expected().get("url", DEFAULT_URL))
    assert {kind: texts for kind, texts in lost(before, after).items() if texts} == {}


def test_what_is_lost_is_told() -> None:
    there = article()
    gone = replace(there, marked_html=BODY.replace("<p>1. no list</p>", ""), figures=(), title="")
    found = lost(there, gone)
    assert found["paragraphs"] == ["1. no list"]
    assert [len(found[kind]) for kind in ("captions", "credits", "images")] == [1, 1, 1]
    assert found["facts"] == [f"title: {there.title!r} -> ''"]


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_is_the_same_each_time_and_ends_with_a_newline(name: str) -> None:
    text = FORMATS[name].write(article(), CAPTURE, {})
    assert text == FORMATS[name].write(article(), CAPTURE, {})
    if isinstance(text, str):
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("chain", "canonical", "source"),
    [
        (("https://t.test/abc", "https://a.test/story"), "https://a.test/story", "https://a.test/story"),
        (("https://t.test/abc", "https://a.test/story?utm_source=t&id=4"), "", "https://a.test/story?id=4"),
        (("https://a.test/story/amp",), "https://a.test/story", "https://a.test/story"),
        ((), "https://a.test/story", "https://asked.test/"),
    ],
)
def test_the_source_is_what_answered_and_not_what_led_there(
    chain: tuple[str, ...], canonical: str, source: str
) -> None:
    capture = replace(CAPTURE, url="https://asked.test/", chain=chain)
    assert address(article(canonical=canonical), capture) == source
