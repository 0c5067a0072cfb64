"""Whatever is handed in: an article with nothing outside the allow-list, or a ReaderError; and twice is once."""
from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import PARAGRAPHS, TITLE, URL, page, prose
from test_sanitize import markup
from test_vectors import faults

from reader import read_html, read_text
from reader.article import Article
from reader.errors import ReaderError
from reader.sanitize import sanitize

pytestmark = pytest.mark.security
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What decoders trip over, beside plain noise.
BYTES = st.one_of(
    st.binary(max_size=400),
    st.builds(
        bytes.__add__,
        st.sampled_from([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"<meta charset=utf-16>", b"<meta charset=x>"]),
        st.binary(max_size=200),
    ),
)
ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "shift_jis", "iso2022_jp", "gb18030"]
SENTENCE = "<p>The city said {} on Sunday that the bridge would open again.</p>"
HOSTILE = st.builds(
    lambda *three: page(f"{prose(0, 3)}{three[0]}{SENTENCE.format(three[1])}{prose(3)}{three[2]}"),
    markup, markup, markup,
)  # fmt: skip
"""Articles with hostile markup in their midst, in a sentence (what stands there is kept most often) and at the end."""


def judge(article: Article) -> None:
    assert faults(article) == []
    assert sanitize(article.marked_html) == article.marked_html


@MANY
@given(HOSTILE, markup)
def test_hostile_markup_in_an_article_and_alone(article: str, alone: str) -> None:
    for whole in (article, alone):
        with contextlib.suppress(ReaderError):  # a refusal in words is an answer
            judge(read_html(whole, URL))


@MANY
@given(BYTES, markup, st.sampled_from(ENCODINGS))
def test_any_bytes(noise: bytes, hostile: str, encoding: str) -> None:
    whole = page(f"{prose(0, 4)}{hostile}{prose(4)}").encode(encoding, "replace")
    for given_ in (noise, noise + whole, whole + noise):
        with contextlib.suppress(ReaderError):  # a refusal in words is an answer
            judge(read_html(given_, URL))


@MANY
@given(st.text(), st.text())
def test_any_text_and_any_address(text: str, url: str) -> None:
    for source in (text, "\n\n".join([TITLE, text, *PARAGRAPHS])):
        for read in (read_html, read_text):
            with contextlib.suppress(ReaderError):  # a refusal in words is an answer
                judge(read(source, url))
