"""Looks for pages the reader stumbles over: ``make fuzz``, for SECONDS (default 300) from SEED.

Half the time a mutator takes the small pages of the tests apart and together again, as a careless template or a hostile
one would; the other half hypothesis makes pages of the bricks of ``test_properties``, and makes small what it finds. A
page on which ``read_html`` raises anything but ReaderError, or serves what is not on the allow-list, or what sanitizing
would change once more, is written to ``tests/finds``, where ``test_fuzz`` reads it again each time.
"""
from __future__ import annotations

import contextlib
import hashlib
import random
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import seed as seeded
from test_properties import HOSTILE
from witness import strangers

from reader import read_html
from reader.article import Article
from reader.errors import ReaderError
from reader.sanitize import sanitize

HERE = Path(__file__).parent
FINDS = HERE / "finds"
URL = "https://gazette.example/2026/03/a-long-day-at-the-harbour/"
ROUND = 200
"""Pages that hypothesis makes before it is asked anew."""
TAGS = (
    "div p figure figcaption table td tr ul li noscript template svg button h1 h2 a img picture source blockquote "
    "details summary video iframe amp-img dl dt nav footer aside form math pre article main select option wbr base"
).split()
BRICKS = (
    "<div data-r-cut=1>", "<figure data-r-figure>", "&lt;", "\ud800", "\0", "<!--", "-->", "<![CDATA[", "<svg>",
    "</svg>", "<noscript>&lt;img src=x data-r-cut=2&gt;</noscript>", "<p hidden>", "<table>",
    '<div style="display:none">', "<p {}=1>", '<a href="//[">', '<img srcset=", ,, 1w">', "<plaintext>",
    "<br/>", "</p>", "<a name=x></a>", '<base href="//x">', "\x92â€",
)


def mutate(page: str, others: list[str], choose: random.Random) -> str:
    """``page`` after one to six random changes; pieces of ``others`` are set into it."""
    for _ in range(choose.randint(1, 6)):
        page = choose.choice(_CHANGES)(page or " ", others, choose)
    return page


def _cut(page: str, others: list[str], choose: random.Random) -> str:
    at = choose.randrange(len(page))
    return page[:at] + page[at + choose.randrange(1, 2000):]


def _splice(page: str, others: list[str], choose: random.Random) -> str:
    at, other = choose.randrange(len(page)), choose.choice([page, *others])
    start = choose.randrange(len(other))
    return page[:at] + other[start:start + choose.randrange(1, 5000)] + page[at:]


def _rename(page: str, others: list[str], choose: random.Random) -> str:
    return re.sub(rf"<(/?){choose.choice(TAGS)}\b", rf"<\1{choose.choice(TAGS)}", page)


def _leave_open(page: str, others: list[str], choose: random.Random) -> str:
    return re.sub(rf"</{choose.choice(TAGS)}>", "", page, count=choose.randrange(1, 50))


def _swap_classes(page: str, others: list[str], choose: random.Random) -> str:
    classes = re.findall(r'class="[^"]{1,80}"', page) or ["x"]
    return page.replace(choose.choice(classes), choose.choice(classes), choose.randrange(1, 20))


def _drop_brick(page: str, others: list[str], choose: random.Random) -> str:
    at = choose.randrange(len(page))
    return page[:at] + choose.choice(BRICKS) + page[at:]


_CHANGES = (_cut, _splice, _rename, _leave_open, _swap_classes, _drop_brick)


def faults(page: str, read: Callable[[str, str], Article] = read_html) -> list[str]:
    """What is wrong with how ``page`` is read; [] when it is an article, or is refused in words."""
    try:
        article = read(page, URL)
    except ReaderError:
        return []
    except Exception:  # noqa: BLE001 - to find them is what this is for
        return [traceback.format_exc(limit=-3)]
    served = [article.html, article.html_with({unit.id for unit in article.removed})]
    found = [f"not on the allow-list: {what}" for html in served for what in strangers(html)]
    return found + ["sanitizing once more changes it"] * (sanitize(article.marked_html) != article.marked_html)


def pages() -> list[str]:
    """The small pages of the tests."""
    return [path.read_text() for path in sorted((HERE / "pages").glob("*/source.html"))]


def mutants(seed: int) -> Iterator[str]:
    """Endless mutants of ``pages``, the same each time for one ``seed``."""
    choose, sources = random.Random(seed), pages()
    while True:
        yield mutate(choose.choice(sources), sources, choose)


def smallest(seed: int, read: Callable[[str, str], Article] = read_html) -> list[str]:
    """The smallest page with a fault that hypothesis knows among ``ROUND`` it makes from ``seed``; [] for none."""
    wrong: list[str] = []

    @seeded(seed)
    @settings(max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(HOSTILE)
    def judge(page: str) -> None:
        if faults(page, read):
            wrong.append(page)
            raise AssertionError

    with contextlib.suppress(AssertionError):  # what it tries last is the smallest
        judge()
    return wrong[-1:]


def keep(page: str) -> None:
    name = hashlib.sha256(page.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    (FINDS / f"{name}.html").write_text(page, errors="surrogatepass")
    print(f"tests/finds/{name}.html: {faults(page)[0]}")


def main(seconds: float, seed: int) -> int:
    """Look for ``seconds``; the number of finds."""
    start, tried, finds = time.monotonic(), 0, 0
    for page in mutants(seed):
        if time.monotonic() > start + seconds / 2:
            break
        tried += 1
        if faults(page):
            finds += 1
            keep(page)
    while time.monotonic() < start + seconds:
        for page in smallest(seed + tried):
            finds += 1
            keep(page)
        tried += ROUND
    print(f"{tried} pages tried from seed {seed}, {finds} finds.")
    return finds


if __name__ == "__main__":
    sys.exit(1 if main(float(sys.argv[1]), int(sys.argv[2])) else 0)
