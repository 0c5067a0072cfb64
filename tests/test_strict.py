"""The body of a book: what is legal for a browser alone is made legal by the letter, and no word is lost on the way."""
from __future__ import annotations

import re
from html.parser import HTMLParser
from random import Random

import pytest
from lxml import etree

from reader.export.links import language, web_link
from reader.export.nodes import VOID
from reader.export.strict import strict
from reader.sanitize import TAGS, sanitize

IMAGES = {"https://a.test/1.jpg": "images/1.jpeg"}
ABSENT = '<span class="absent" dir="ltr">[Image not included: Quay – <a href="https://a.test/2.jpg">https://a.test/2.jpg</a>]</span>'


def made(markup: str) -> str:
    return strict(sanitize(markup), IMAGES)


ODD = {
    "an item outside of a list": ("a<li value='3'>b</li><li>c</li>", "a<ul><li>b</li><li>c</li></ul>"),
    "words in a list": ("<ul>a <em>b</em><li>c</li> </ul>", "<ul><li>a <em>b</em></li><li>c</li></ul>"),
    "a list without items": ("<ul></ul>", "<ul></ul>"),
    "numbers in a list without": ("<ul><li value='3'>a</li></ul>", "<ul><li>a</li></ul>"),
    "numbers in one with": ("<ol start='3' reversed><li value='3'>a</li></ol>",
                            '<ol start="3" reversed="reversed"><li value="3">a</li></ol>'),
    "a meaning without a term": ("<dl><dd>a</dd><dt>b</dt></dl>", "<dl><dt></dt><dd>a</dd><dt>b</dt><dd></dd></dl>"),
    "a term outside of a list": ("<dt>a</dt><dd>b</dd>c", "<dl><dt>a</dt><dd>b</dd></dl>c"),
    "a heading in a term": ("<dl><dt><h3>a</h3></dt><dd>b</dd></dl>",
                            '<dl><dt><p class="h3">a</p></dt><dd>b</dd></dl>'),
    "blocks in a heading": ("<h2><div>a</div><div>b</div></h2>", "<h2>a<br/>b</h2>"),
    "one block in a heading": ("<h2><div>a</div></h2>", "<h2>a</h2>"),
    "a list in a heading": ("<h2>a<ul><li>b</li></ul></h2>", "<h2>a<br/>b</h2>"),
    "blocks in fixed text": ("<pre>a<p>b</p></pre>", "<pre>a\nb</pre>"),
    "blocks in formatting": ("<em>a<p>b</p></em>", '<div class="em">a<p>b</p></div>'),
    "struck blocks": ("<s><p>b</p></s><del><p>c</p></del>", '<div class="s"><p>b</p></div><del><p>c</p></del>'),
    "blocks in a link": ("<a href='https://a.test/'><h3>a</h3></a>", '<a href="https://a.test/"><h3>a</h3></a>'),
    "a link in a link": ("<a href='https://a.test/'><table><tr><td><a href='https://b.test/'>b</a></td></tr></table></a>",
                         '<a href="https://a.test/"><table><tbody><tr><td>b</td></tr></tbody></table></a>'),
    "a link that leads nowhere": ("<p><a>a</a></p>", "<p>a</p>"),
    "a note that is not there": ("<p><a href='#r-fn-9'>9</a></p>", "<p><a>9</a></p>"),
    "a note that is there twice": ("<p id='r-fn-1'>a</p><p id='r-fn-1'><a href='#r-fn-1'>b</a></p>",
                                   '<p id="r-fn-1">a</p><p><a href="#r-fn-1">b</a></p>'),
    "a caption outside of a figure": ("<figcaption>a</figcaption>", '<div class="figcaption">a</div>'),
    "two captions": ("<figure><figcaption>a</figcaption><p>b</p><figcaption>c</figcaption></figure>",
                     '<figure><div class="figcaption">a</div><p>b</p><figcaption>c</figcaption></figure>'),
    "a caption in the middle": ("<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>",
                                '<figure><p>a</p><div class="figcaption">b</div><p>c</p></figure>'),
    "a credit with blocks": ("<figure><figcaption>a<span class='credit'><p>b</p></span></figcaption></figure>",
                             '<figure><figcaption>a<div class="credit"><p>b</p></div></figcaption></figure>'),
    "what is folded away": ("<details><summary>a</summary><p>b</p></details>",
                            '<div class="details"><div class="summary">a</div><p>b</p></div>'),
    "a foot before a body": ("<table><tfoot><tr><td>a</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table>",
                             "<table><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>a</td></tr></tfoot></table>"),
    "two heads and two captions": (
        "<table><caption>a</caption><caption>b</caption><thead><tr><th>c</th></tr></thead><thead><tr><th>d</th></tr></thead>"
        "</table>",
        "<table><caption>a</caption><thead><tr><th>c</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"
        "<tbody><tr><th>d</th></tr></tbody></table>"),
    "a table in a table's caption": ("<table><caption><table><tr><td>a</td></tr></table></caption></table>",
        '<table><caption><div class="table"><div class="tbody"><div class="tr"><div class="td">a'
        "</div></div></div></div></caption></table>"),
    "columns that say it twice": ("<table><colgroup span='2'><col span='3'></colgroup></table>",
                                  '<table><colgroup><col span="3"/></colgroup></table>'),
    "a reading": ("<p><ruby>漢<rt>kan</rt></ruby></p>", "<p><ruby>漢<rt>kan</rt></ruby></p>"),
    "a reading of nothing": ("<p><ruby><rt>kan</rt></ruby></p>", "<p><span><span>(kan)</span></span></p>"),
    "a reading in half a bracket": ("<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby></p>",
                                    "<p><span>漢<span>(</span><span>kan</span></span></p>"),
    "a day": ("<p><time datetime='2026-01-31'>a</time></p>", '<p><time datetime="2026-01-31">a</time></p>'),
    "no day": ("<p><time datetime='2026-02-31'>a <em>b</em></time></p>", "<p><span>a <em>b</em></span></p>"),
    "a turn without direction": ("<p><bdo>a</bdo></p>", "<p><bdi>a</bdi></p>"),
    "a rule in a heading": ("<h2>a<hr>b</h2>", "<h2>a<br/>b</h2>"),
    "a language that is none": ("<p lang='english-x'>a</p><p lang='de'>b</p>",
                                '<p>a</p><p lang="de" xml:lang="de">b</p>'),
    "signs that XML does not know": ("<p>a&nbsp;b\x0c\ufffe</p>", "<p>a\xa0b</p>"),
    "an image": ("<figure><img src='https://a.test/1.jpg' srcset='https://a.test/3.jpg 2x' width='10'></figure>",
                 '<figure><img src="images/1.jpeg" alt="" width="10"/></figure>'),
    "an image that is not there": ("<p><img src='https://a.test/2.jpg' alt='Quay'></p>", f"<p>{ABSENT}</p>"),
    "one in a link": ("<p><a href='https://a.test/'><img src='https://a.test/2.jpg'></a></p>",
        '<p><a href="https://a.test/"><span class="absent" dir="ltr">[Image not included – https://a.test/2.jpg]</span></a></p>'),
    "one in its own address": ("<p><img src='data:image/png;base64,AAAA' alt='a'></p>",
                               '<p><span class="absent" dir="ltr">[Image not included: a]</span></p>'),
    "the source of a quotation": ("<blockquote cite='https://a.test/[x]'><p>a</p></blockquote>",
                                  '<blockquote cite="https://a.test/%5Bx%5D"><p>a</p></blockquote>'),
    "a host that is none": ("<p><a href='https://a..b/'>a</a></p>", "<p><a>a</a></p>"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), ODD.values(), ids=list(ODD))
def test_each_oddity(markup: str, expected: str) -> None:
    assert re.sub(r">\s+<", "><", made(markup)) == expected
    etree.fromstring(f"<div>{made(markup)}</div>")


ADDRESSES = {
    "https://a.test/x y": "https://a.test/x%20y", "https://a.test/?q=ä|b": "https://a.test/?q=%C3%A4%7Cb",
    "https://a.test/100%": "https://a.test/100%25", "https://a.test/%C3%A4": "https://a.test/%C3%A4",
    "https://bücher.test/a": "https://xn--bcher-kva.test/a", "https://a.test": "https://a.test/",
    "http://[::1]:80/a#b#c": "http://[::1]:80/a#b%23c", "https://a.test:99999/": "", "https://[x/": "",
    "https://u:p@a.test/": "https://a.test/", "mailto:a@b.test?subject=x y": "mailto:a@b.test?subject=x%20y",
    "mailto:": "", "ftp://a.test/": "", "/a": "", "https://a.test/\ud800": "https://a.test/%EF%BF%BD",
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), ADDRESSES.items())
def test_addresses_by_the_letter(given: str, expected: str) -> None:
    assert web_link(given) == expected


@pytest.mark.parametrize(("given", "expected"), [
    ("en", "en"), ("de_CH", "de-CH"), ("zh-Hant-TW", "zh-Hant-TW"), ("es-419", "es-419"), ("", ""),
    ("english", "english"), ("x", ""), ("en-", ""), ("12", ""), ("en-x", ""), ("i-klingon", ""),
])  # fmt: skip
def test_language_tags_by_the_letter(given: str, expected: str) -> None:
    assert language(given) == expected


def test_nothing_calls_itself() -> None:
    deep = strict("<em>" * 50_000 + "<p>word</p>" + "</em>" * 50_000, {})
    assert deep.count("<div") == deep.count("</div>") == 50_000
    assert "<p>word</p>" in deep


# ---------------------------------------------------------------- whatever is thrown at it

NAMES = sorted(TAGS) + "li ul p a table tr td figure figcaption img ruby rt em h2 div".split() * 2
BEARING = {
    "a": ['href="https://ä.test/x y|[z]%zz?a=[b]#c#d"', 'href="#r-fn-1"', 'href="mailto:a b@c"'],
    "img": ['src="https://a.test/1.jpg" alt="A &lt; \x01 b"', 'src="https://a.test/2.jpg"'], "col": ['span="2"'],
    "td": ['colspan="3" rowspan="900"'], "th": ['scope="row" colspan="999"'], "ol": ['start="-3" reversed type="A"'],
    "li": ['value="7"'], "time": ['datetime="2025-02-31"', 'datetime="2025-02-01T10:00:00+01:00"', 'datetime="10:00"'],
    "blockquote": ['cite="https://a.test/ü{}"'], "bdo": ['dir="rtl"', ""], "colgroup": ['span="2"'],
    "span": ['class="credit"'], "abbr": ['title="x &quot; y"'],
}  # fmt: skip
EVERYWHERE = ['id="r-fn-1"', 'lang="english_x-1"', 'lang="a-b-c"', 'lang="de-Latn-CH"', 'dir="auto"']
TEXTS = ["word", " ", "\n", "a &amp; b", "漢字", "\x0b\x00x", "&nbsp;", "\ufffe", "e\u0301"]


def tangle(chance: Random, depth: int = 6) -> str:
    """Markup in which anything stands in anything."""
    out = []
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(NAMES)
        attributes = [chance.choice(BEARING.get(name, [""]))] + [chance.choice(EVERYWHERE)] * (chance.random() < 0.1)
        inside = tangle(chance, depth - 1) if depth else "t"
        element = f"<{name} {' '.join(attributes)}>" + ("" if name in VOID else f"{inside}</{name}>")
        out.append(chance.choice(TEXTS) if chance.random() < 0.35 else element)
    return "".join(out)


class _Words(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def letters(texts: list[str]) -> list[str]:
    """Sorted, since a table's foot moves; without brackets, which a reading may get."""
    return sorted(re.sub(r"[\s()\ufffe]+", "", "".join(texts)))


def test_no_letter_is_lost_from_any_tangle(counts: dict[str, int]) -> None:
    counts["tangles made strict"] = 150
    images = {**IMAGES, "https://a.test/2.jpg": "images/2.png"}
    for seed in range(counts["tangles made strict"]):
        clean = sanitize(tangle(Random(seed)))
        tree = etree.fromstring(f"<div>{strict(clean, images)}</div>")
        assert letters(list(tree.itertext())) == letters(_Words(clean).found), seed
