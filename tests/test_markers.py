"""What stations tell each other through the tree, and that no page can say it."""
from __future__ import annotations

import re
from pathlib import Path

from samples import page, prose

from reader import markers
from reader.figures import frame
from reader.held import Held
from reader.parse import parse


def test_our_own_markers_do_not_come_in() -> None:
    root = parse("<p DATA-R-PLACE=1 data-r-figure data-row=3 da\0ta-r-cut=4>a<br data-r-asked=5></p>")
    Held(root)
    assert [dict(element.attrib) for element in root.iter("p", "br")] == [{"data-row": "3"}, {}]


def test_a_marker_put_together_by_a_drawing_that_is_cut_does_not_come_in() -> None:
    root = parse("<div data-<svg ></svg>r-cut=1>a</div>")
    Held(root)
    assert dict(next(root.iter("div")).attrib) == {}


def test_a_marker_in_the_text_of_a_noscript_does_not_come_in() -> None:
    forged = f"<div data-r-cut=1>{prose(3, 5)}</div><img src=/a.jpg>".replace("<", "&lt;")
    root = parse(page(f"{prose(0, 3)}<noscript>{forged}</noscript>"))
    Held(root)
    frame(root, "https://site.example/a")
    assert [one.get("src") for one in root.iter("img")] == ["https://site.example/a.jpg"]
    assert not [one for one in root.iter() if markers.CUT in one.attrib]


def test_the_list_of_markers_is_whole() -> None:
    texts = [path.read_text() for path in Path(markers.__file__).parent.rglob("*.py")]
    assert {name for text in texts for name in re.findall(r'"(data-r-[a-z]+)"', text)} == markers.ALL
