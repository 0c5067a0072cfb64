"""Compare a bench's figures with the pinned floors: ``python tests/floors.py FIGURES.json``; status 1 below one."""
from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")

Floors = Mapping[str, Mapping[str, float]]


def shortfalls(figures: Mapping[str, float | None], floors: Floors) -> list[str]:
    """A sentence for each figure that is missing or on the wrong side of its floor."""
    found = []
    for name, floor in floors["minimum"].items():
        if (figure := figures.get(name)) is None or figure < floor:
            found.append(f"{name} is {figure}, below its floor of {floor}")
    for name, floor in floors["maximum"].items():
        if (figure := figures.get(name)) is None or figure > floor:
            found.append(f"{name} is {figure}, above its ceiling of {floor}")
    return found


def lowered(before: Floors, after: Floors) -> list[str]:
    """The names of floors that ``after`` lowers or drops (or of ceilings that it raises)."""
    down = [name for name, floor in before["minimum"].items() if after["minimum"].get(name, -1) < floor]
    up = [name for name, floor in before["maximum"].items() if after["maximum"].get(name, float("inf")) > floor]
    return down + up


def main(path: str) -> int:
    """Print what falls short; 1 if anything does, else 0."""
    found = shortfalls(json.loads(Path(path).read_text()), tomllib.loads(FLOORS.read_text()))
    print("\n".join(found) or "All figures are within their floors.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
