"""How the cost of ``read_html`` itself grows with the page, outside a worker's limits: ``make growth``.

Prints seconds of CPU, seconds a megabyte and the peak of memory for pages of several shapes, each read in a process of
its own. Ends with status 1 when a megabyte of a larger page costs more than ``FACTOR`` times what it costs in a page of
100 kB, in time or (from 1 MB on) in memory.
"""
from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from reader import read_html

FACTOR = 2.0
SMALLEST, BASE, LARGE, LARGEST = 10_000, 100_000, 1_000_000, 10_000_000
URL = "https://gazette.example/2026/03/a-long-day-at-the-harbour/"
WORDS = (
    "river stone harbour light morning winter keeper the of and a bridge slow water ledger engine captain letter "
    "window village market under over between old new eleven because nobody said that it was late"
).split()


class Writer:
    """Endless text, the same each time for one ``seed``."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def text(self, size: int) -> str:
        """About ``size`` characters of words."""
        words: list[str] = []
        while size > 0:
            words.append(self._random.choice(WORDS))
            size -= len(words[-1]) + 1
        return " ".join(words).capitalize()

    def number(self) -> int:
        """A number for an address."""
        return self._random.randrange(10**6)

    def signs(self, count: int) -> str:
        """So many Chinese characters."""
        return "".join(chr(self._random.randrange(0x4E00, 0x9000)) for _ in range(count))


def prose(w: Writer) -> str:
    """A paragraph."""
    return f"<p>{w.text(400)}.</p>"


def figures(w: Writer) -> str:
    """A paragraph and a picture with caption and credit."""
    caption = f"{w.text(60)}. Photo: Ann {w.text(8)}"
    return f"<p>{w.text(200)}.</p><figure><img src='/i/{w.number()}.jpg'><figcaption>{caption}</figcaption></figure>"


def links(w: Writer) -> str:
    """A paragraph full of links."""
    link = "<a href='/2026/{}-of-the-old-harbour/'>{}</a>"
    return "<p>" + " ".join(f"{w.text(40)} {link.format(w.number(), w.text(20))}" for _ in range(6)) + ".</p>"


def lists(w: Writer) -> str:
    """A paragraph, a list and a table."""
    items = "".join(f"<li>{w.text(60)}</li>" for _ in range(5))
    rows = "".join(f"<tr><td>{w.text(70)}</td><td>{w.text(70)}</td></tr>" for _ in range(4))
    return f"<p>{w.text(200)}.</p><ul>{items}</ul><table>{rows}</table>"


def boxes(w: Writer) -> str:
    """A small text in two divs."""
    return f"<div class='c{w.number() % 50}'><div>{w.text(70)}.</div></div>"


def chinese(w: Writer) -> str:
    """A paragraph without spaces."""
    return f"<p>{w.signs(150)}。</p>"


def items(w: Writer) -> str:
    """An item of one endless list."""
    return f"<li>{w.text(60)}</li>"


def spans(w: Writer) -> str:
    """A piece of one endless paragraph."""
    return f"<span>{w.text(45)}</span> "


Shape = Callable[[Writer], str]
SHAPES: dict[str, tuple[Shape, str, str]] = {
    "long prose": (prose, "", ""),
    "figures": (figures, "", ""),
    "links": (links, "", ""),
    "lists, tables": (lists, "", ""),
    "small divs": (boxes, "", ""),
    "Chinese": (chinese, "", ""),
    "one list": (items, "<ul>", "</ul>"),
    "one paragraph": (spans, "<p>", "</p>"),
}


def page(shape: str, size: int, seed: int) -> str:
    """A page of that shape, of about ``size`` bytes."""
    make, start, end = SHAPES[shape]
    writer, parts = Writer(seed), []
    left = size
    while left > 0:
        parts.append(make(writer))
        left -= len(parts[-1].encode())
    lead = f"<title>A long day at the harbour</title><h1>A long day at the harbour</h1><p>{Writer(seed).text(200)}.</p>"
    return f"<!doctype html><html><body><article>{lead}{start}{''.join(parts)}{end}</article></body></html>"


@dataclass(frozen=True)
class Cost:
    """Of one page: its size in bytes, seconds of CPU, and the bytes of memory that reading it took at its peak."""

    shape: str
    size: int
    seconds: float
    memory: int

    @property
    def by_size(self) -> float:
        """Seconds a megabyte."""
        return self.seconds / self.size * 1e6


def measure(shape: str, size: int) -> Cost:
    """Read a page of that shape in a fresh process."""
    command = [sys.executable, __file__, shape, str(size)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    return Cost(shape, int(told[0]), float(told[1]), int(told[2]))


def read(shape: str, size: int) -> Cost:
    """Read a page of that shape here and now, a small one several times in other words: the best counts.

    Other words, because what has been seen is quicker to judge; a page of 10 kB comes first, as in a worker at work.
    """
    read_html(page(shape, SMALLEST, 0), URL)
    before, best = _resident(), float("inf")
    for turn in range(max(1, min(5, 300_000 // size))):
        markup = page(shape, size, turn + 1)
        start = time.process_time()
        article = read_html(markup, URL)
        best = min(best, time.process_time() - start)
        assert len(article.text) > len(markup) / 3, "not the whole text was read"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Cost(shape, len(markup.encode()), best, max(peak - before, 0))


def _resident() -> int:
    with open("/proc/self/statm") as status:
        return int(status.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def overgrown(costs: list[Cost], factor: float = FACTOR) -> list[str]:
    """A sentence for each page whose megabyte costs more than ``factor`` times what it costs in the smallest here."""
    found = []
    for cost in costs:
        alike = sorted((one for one in costs if one.shape == cost.shape), key=lambda one: one.size)
        first, large = alike[0], next((one for one in alike if one.size >= LARGE), cost)
        at = f"{cost.shape}, {cost.size} bytes"
        if cost.by_size > factor * first.by_size:
            found.append(f"{at}: {cost.by_size:.2f} s/MB, and {first.by_size:.2f} at {first.size}")
        if cost.memory * large.size > factor * large.memory * cost.size:
            found.append(f"{at}: {cost.memory >> 20} MB of memory, and {large.memory >> 20} at {large.size}")
    return found


def main() -> int:
    """Measure every shape at every size and print the table; the process's status."""
    print(f"{'page':14} {'bytes':>10} {'seconds':>8} {'s/MB':>6} {'memory':>8}")
    costs = []
    for shape in SHAPES:
        for size in (SMALLEST, BASE, LARGE, LARGEST):
            cost = measure(shape, size)
            costs.append(cost)
            row = f"{shape:14} {cost.size:10} {cost.seconds:8.3f} {cost.by_size:6.2f} {cost.memory >> 20:5} MB"
            print(row, flush=True)
    bad = overgrown([cost for cost in costs if cost.size >= BASE])
    print("\n".join(bad) or f"Linear: no megabyte costs more than {FACTOR} times what it costs in a page of 100 kB.")
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one = read(sys.argv[1], int(sys.argv[2]))
        print(one.size, one.seconds, one.memory)
    else:
        sys.exit(main())
