"""The cost of a page grows with its size, and no faster."""
from __future__ import annotations

import pytest
from growth import BASE, LARGE, SHAPES, Cost, overgrown, read

SMALL, BIG = 30_000, 300_000
# Shared machines are noisy, and a small page flatters its megabyte; what is quadratic shows ten times as much.
NOISE = 3.0


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_page_costs_ten_times_as_much(shape: str) -> None:
    costs = [read(shape, SMALL), read(shape, BIG)]
    if overgrown(costs, NOISE):
        costs = [read(shape, SMALL), read(shape, BIG)]
    assert overgrown(costs, NOISE) == []


def cost(size: int, seconds: float, memory: int = 0) -> Cost:
    return Cost("figures", size, seconds, memory)


def test_what_grows_faster_than_the_page_is_told() -> None:
    linear = [cost(BASE, 0.1), cost(LARGE, 1.0, 30 << 20), cost(10 * LARGE, 11.0, 300 << 20)]
    assert overgrown(linear) == []
    assert overgrown([*linear[:2], cost(10 * LARGE, 30.0, 300 << 20)]) == [
        "figures, 10000000 bytes: 3.00 s/MB, and 1.00 at 100000"
    ]
    assert "700 MB of memory" in overgrown([*linear[:2], cost(10 * LARGE, 11.0, 700 << 20)])[0]
