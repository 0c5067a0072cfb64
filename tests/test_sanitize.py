"""The sanitizer: nothing outside the allow-list, ever; nothing lost inside it; never an exception."""
from __future__ import annotations

import re
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from witness import TAGS, strangers, vectors

from reader import sanitize as room
from reader.sanitize import LONGEST_REMEMBERED, MOST_REMEMBERED, is_bleached, sanitize, told, with_bleach, with_nh3

pytestmark = pytest.mark.security

VECTORS = vectors("sanitize")

# A hostile author's box of bricks: allowed and forbidden tags, attributes and values, and what breaks parsers.
NAMES = sorted(TAGS) + (
    "script style svg math mi mtext mglyph title textarea noscript template iframe form select option button section "
    "h1 table tbody tr td a p b i nobr font plaintext xmp listing foreignobject annotation-xml object embed body html"
).split()
VALUES = [
    "https://a.example/x", "http://a.example/?a=1&b=2&copy=3", "javascript:run()", "data:text/html,x", "#r-fn-1", "#x",
    "credit", "r-h-2", "x", "1", "ltr", "RTL", "0123456789ab",
    "https://a.example/x 2x, javascript:1 3x", "'", '"', "<", ">",
    "&quot;", "&amp;lt;", "`", "", " ", "data:image/png;base64,AA==", "mailto:x@a.example", "--><p>", "\u00a0", "\n",
]
ATTRIBUTES = (
    "href src srcset alt title class id name style onclick rel target cite datetime colspan start open dir lang hx-get "
    "data-r-place data-r-figure xlink:href is slot shadowrootmode encoding width loading reversed type"
).split()
TEXTS = [
    "x", "\n", " ", "&amp;", "&lt;", "<", ">", "&", "&#0;", "&#x80;", "&#13;", "\0", "\x0c", "\ud800", "]]>", "-->",
    "é", "&nbsp;",
]
ODDITIES = [
    "<!--", "<!-->", "-->", "<![CDATA[", "<?x", "</", "<", "<!doctype html>", "</p>", "</br>", "<br/>", "<pre>\n\n",
]

attribute = st.builds(
    "{} {}={}{}{}".format, st.just(""), st.sampled_from(ATTRIBUTES), st.sampled_from(['"', "'", ""]),
    st.sampled_from(VALUES), st.sampled_from(['"', "'", ""]),
)
start = st.builds("<{}{}>".format, st.sampled_from(NAMES), st.lists(attribute, max_size=3).map("".join))
end = st.sampled_from(NAMES).map("</{}>".format)
brick = st.one_of(start, start, end, end, st.sampled_from(TEXTS), st.sampled_from(ODDITIES))
markup = st.lists(brick, max_size=25).map("".join)
HARD = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", markup)


def test_there_are_vectors_enough() -> None:
    assert len(set(VECTORS)) >= 400


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_leaves_nothing_outside_the_allow_list(vector: str) -> None:
    clean = sanitize(vector)
    assert strangers(clean) == []
    assert sanitize(clean) == clean


def through_nh3(markup: str) -> str:
    return told(with_nh3(markup.encode("utf-8", "replace").decode()))


@pytest.mark.parametrize("vector", VECTORS)
def test_nh3_alone_would_do(vector: str) -> None:
    assert strangers(through_nh3(vector)) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_bleach_first_and_then_nh3_would_do(vector: str) -> None:
    assert strangers(through_nh3(with_bleach(vector))) == []


def test_what_bleach_alone_lets_through_is_known() -> None:
    let_through = [vector for vector in VECTORS if strangers(told(with_bleach(vector)))]
    assert let_through == vectors("bleach")


def test_the_witness_is_no_yes_man() -> None:
    for wrong in (
        "<script>", "<p onclick=x>", "<a href='javascript:1'>", "<a href='https://a.example/'>", "<!-- x -->",
        "<p class=credit>",
        "<img src='https://a.example/x'>", "</form>", "<div data-r-place=x>", "<!doctype html>", "<?x>", "<p hx-get=x>",
    ):
        assert strangers(wrong), wrong


@HARD
@given(markup)
def test_nothing_outside_the_allow_list_and_twice_changes_nothing(hostile: str) -> None:
    clean = sanitize(hostile)
    assert strangers(clean) == []
    assert sanitize(clean) == clean


@HARD
@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert strangers(sanitize(text)) == []


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60))
def test_words_come_through_unescaped_once(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    clean = sanitize(f"<p>{escaped}</p>")
    assert clean == f"<p>{escaped}</p>"


ARTICLE = (
    '<p dir="rtl" lang="en-GB">A <em>b</em> <a href="https://a.example/?a=1&amp;b=2" title="t">c</a> &amp; &lt;d&gt;'
    '\u00a0e</p>'
    '<figure><img src="https://a.example/x.jpg" srcset="https://a.example/x,1.jpg 100w, https://a.example/y.jpg 1.5x" '
    'alt="a &quot;b&quot;" width="10" height="20"><figcaption>c <span class="credit">d</span></figcaption></figure>'
    '<div data-r-place="0123456789ab"></div>'
    '<table><tbody><tr><th scope="row" colspan="2">a</th><td rowspan="3">b</td></tr></tbody></table>'
    '<ol start="3" reversed="" type="a"><li value="4">x</li></ol><pre>  a\n\n  <code>b</code></pre>'
    '<details open=""><summary>s</summary><dl><dt>t</dt><dd>d</dd></dl></details><h2 id="r-h-1">h</h2>'
    '<blockquote cite="https://a.example/"><p>q<sup id="r-fn-1"><a href="#r-fn-1">1</a></sup></p></blockquote>'
    '<p><time datetime="2020-01-01T00:00:00+01:00">x</time><ruby>a<rp>(</rp><rt>b</rt></ruby>a<wbr>b<br>c '
    '<abbr title="x">y</abbr><a href="mailto:x@a.example">m</a><img src="data:image/png;base64,AA=="></p><hr>'
)


def bare(markup: str) -> str:
    """Without the attributes the sanitizer adds itself."""
    return re.sub(r' (?:rel|loading|decoding|referrerpolicy)="[^"]*"', "", markup)


def test_an_article_comes_through_whole() -> None:
    assert bare(sanitize(ARTICLE)) == ARTICLE


def test_a_value_that_reads_like_a_tag_is_told_nothing() -> None:
    clean = sanitize('<abbr title="<img src=x onerror=run()>">a</abbr><abbr title="<a href=x>">b</abbr>')
    assert clean == '<abbr title="&lt;img src=x onerror=run()&gt;">a</abbr><abbr title="&lt;a href=x&gt;">b</abbr>'


def test_outgoing_links_and_images_are_told_what_not_to_send() -> None:
    assert 'rel="noopener noreferrer nofollow"' in sanitize('<a href="https://a.example/" rel="opener">x</a>')
    image = sanitize('<img src="https://a.example/x" loading="eager">')
    assert 'loading="lazy"' in image
    assert 'referrerpolicy="no-referrer"' in image
    assert 'decoding="async"' in image


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<pre>\n\n\na\n b</pre>", "<pre>a\n b</pre>"),
        (f"<pre>{chr(10) * 20}a</pre>", "<pre>a</pre>"),
        ("<script>x</script><style>x</style><p>y", "<p>y</p>"),
        ("<section>a</section><article>b</article><h1>c</h1>", "<div>a</div><div>b</div><h2>c</h2>"),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "<span><span>x</span><span>=</span><span>1</span></span>"),
        ('<span class="credit x">a</span>', "<span>a</span>"),
        ("<\u017fection>a</\u017fection><section>b</section>", "&lt;\u017fection&gt;a<div>b</div>"),
        ("a <!-- b --> c", "a  c"),
        ("<font color=red>a</font>", "a"),
        ("", ""),
    ],
)
def test_what_is_not_ours_goes_and_its_words_stay(given: str, expected: str) -> None:
    assert sanitize(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTPS://A.example/x", "https://A.example/x"),
        (" https://a.example/a b ", "https://a.example/a%20b"),
        ("https://a.example/<'`\\>", "https://a.example/%3C%27%60%5C%3E"),
        ("https://a.example/é?ü=ß", "https://a.example/é?ü=ß"),
    ],
)
def test_an_address_is_spelled_so_that_it_reads_one_way(given: str, expected: str) -> None:
    assert f'href="{expected}"' in sanitize(f'<a href="{given}">x</a>')


def test_attributes_stand_in_one_order_in_every_process() -> None:
    code = f"from reader.sanitize import sanitize; print(sanitize({ARTICLE!r}))"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(4)]
    assert len({run.stdout for run in runs}) == 1


def test_an_image_in_its_own_address_is_bounded() -> None:
    assert "src=" in sanitize(f'<img src="data:image/png;base64,{"A" * 1000}">')
    assert "src=" not in sanitize(f'<img src="data:image/png;base64,{"A" * room.MAX_DATA_IMAGE}">')


def large() -> str:
    """More than twice the piece bleach gets, of all kinds of blocks, and with text between them."""
    blocks = [f"{ARTICLE}loose {number}" for number in range(500)]
    return with_nh3("".join(blocks) + "<div>" + "<p>one large block</p>" * 15_000 + "</div><p>end</p>")


def test_pieces_are_whole_blocks_and_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = large()
    pieces = list(room._pieces(text))
    assert "".join(pieces) == text
    assert len(pieces) > 4
    assert sum(len(piece) > room.PIECE for piece in pieces) == 1  # the block that is larger by itself
    in_pieces = with_bleach(text)
    monkeypatch.setattr(room, "PIECE", len(text))
    assert len(list(room._pieces(text))) == 1
    assert with_bleach(text) == in_pieces


def test_bleach_really_stands_in_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_NH3", type("Nothing", (), {"clean": staticmethod(lambda markup: markup)}))
    assert "onclick" not in sanitize("<p onclick=x>y</p>")
    assert "<script" not in sanitize("<script>x</script>")


def test_bleach_stands_in_the_way_of_what_is_spelled_as_nh3_spells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = type("Nothing", (), {"clean": staticmethod(lambda markup: markup)})
    monkeypatch.setattr(room, "_NH3", silent)
    monkeypatch.setattr(room, "_AGAIN", silent)
    assert sanitize('<p onclick="x">y</p>') == "<p>y</p>"
    assert sanitize('<a href="ftp://a.example/" title="t">y</a>') == f'<a{room._ADDED["a"]} title="t">y</a>'
    assert "<script" not in sanitize("<p>y</p><script>x</script>")


@pytest.mark.parametrize(
    "other",
    [
        "<p onclick=x>y</p>", '<p onclick="x">y</p>', "<P>y</P>", "<p >y</p>", '<p/title="x">y</p>', "<p", "<p>y</p",
        "<script>y</script>", "<!--x-->", "<br/>", "x<", "x < y", "x > y", "x & y", '<a href="x">y</a>',
        "<abbr title='x'>y</abbr>", '<abbr title="x"title="y">z</abbr>', '<abbr title="x" title="y">z</abbr>',
        '<abbr title="&">y</abbr>', '<abbr title=">">y</abbr>', "<\u017f>",
        '</p title="x">',
    ],
)
def test_bleach_is_asked_of_all_that_is_spelled_otherwise(other: str) -> None:
    assert not room.is_bleached(f"<p>a</p>{other}<p>b</p>")


def test_bleach_need_not_parse_what_it_would_leave() -> None:
    clean = with_nh3(ARTICLE)
    assert room.is_bleached(clean)
    assert with_bleach(clean) == clean


def test_threads_do_not_disturb_each_other() -> None:
    expected = sanitize(ARTICLE)
    results: list[str] = []
    threads = [threading.Thread(target=lambda: results.extend(sanitize(ARTICLE) for _ in range(10))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 40


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000,
        "".join(f"<b title={number}>" for number in range(5_000)) + "<p>x" * 5_000,
        "<div><p>" * 10_000 + "x",
        "<p " + " ".join(f"a{number}" for number in range(300_000)) + ">x",
        f"<abbr title='&amp;#{'9' * 100_000};'>&#{'9' * 100_000};</abbr>",
        "<table><tr><td>" * 5_000,
        "<pre>" + "\n" * 100_000 + "x</pre>",
        "<a href=x>" * 20_000,
        "<!--" * 50_000,
        "&" * 200_000,
        "<p>" + "a&nbsp;" * 100_000,
        "<pre>" * 5_000,
        "https://" * 50_000,
    ],
    ids=lambda hostile: hostile[:12],
)
def test_what_is_quadratic_elsewhere_is_soon_done(hostile: str) -> None:
    began = time.process_time()
    clean = sanitize(hostile)
    assert time.process_time() - began < 5
    assert strangers(clean) == []
    assert sanitize(clean) == clean


def test_only_tags_that_bleach_left_alone_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    known: set[str] = set()
    monkeypatch.setattr(room, "_LEFT_ALONE", known)
    assert is_bleached('<a href="https://a.test/">a</a>')
    assert not is_bleached('<a href="javascript:alert()" title="x">a</a>')
    assert is_bleached(f'<img alt="{"x" * LONGEST_REMEMBERED}">')
    assert known == {'<a href="https://a.test/">'}


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {str(number) for number in range(MOST_REMEMBERED + 1)}
    monkeypatch.setattr(room, "_LEFT_ALONE", known)
    assert is_bleached('<a title="x">a</a>')
    assert known == {'<a title="x">'}
