"""What may stand in an article, written down a second time and read with another parser than the sanitizers'."""
from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

TAGS = set(
    "p br hr h2 h3 h4 h5 h6 blockquote q cite ul ol li dl dt dd table caption thead tbody tfoot tr th td colgroup col "
    "pre code kbd samp var figure figcaption img a em strong b i u s del ins sub sup small mark abbr time span div "
    "details summary ruby rt rp bdi bdo wbr".split()
)
NUMBER = r"-?\d{1,6}"
VALUES = {
    ("*", "dir"): r"ltr|rtl|auto",
    ("*", "lang"): r"[A-Za-z0-9-]{1,50}",
    ("*", "id"): r"r-(fn|h)-\d+",
    ("a", "title"): r".*",
    ("a", "rel"): r"noopener noreferrer nofollow",
    ("img", "alt"): r".*",
    ("img", "width"): r"\d{1,5}",
    ("img", "height"): r"\d{1,5}",
    ("img", "loading"): r"lazy",
    ("img", "decoding"): r"async",
    ("img", "referrerpolicy"): r"no-referrer",
    ("abbr", "title"): r".*",
    ("td", "colspan"): r"\d{1,3}",
    ("td", "rowspan"): r"\d{1,3}",
    ("th", "colspan"): r"\d{1,3}",
    ("th", "rowspan"): r"\d{1,3}",
    ("th", "scope"): r"(row|col)(group)?",
    ("col", "span"): r"\d{1,3}",
    ("colgroup", "span"): r"\d{1,3}",
    ("ol", "start"): NUMBER,
    ("ol", "reversed"): r"",
    ("ol", "type"): r"[1aAiI]",
    ("li", "value"): NUMBER,
    ("time", "datetime"): r"[\w:.,+ -]{1,40}",
    ("details", "open"): r"",
    ("span", "class"): r"credit",
    ("div", "data-r-place"): r"[0-9a-f]{12}",
}
ADDRESSES = {("a", "href"), ("img", "src"), ("blockquote", "cite"), ("q", "cite")}
IMAGE = re.compile(r"data:image/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+")


class _Witness(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.strangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.strangers.append(f"<{tag}>")
        for name, value in attrs:
            if not may(tag, name, value or ""):
                self.strangers.append(f"<{tag} {name}={value!r}>")
        given = dict(attrs)
        if tag == "a" and "href" in given and given.get("rel") != "noopener noreferrer nofollow":
            self.strangers.append("a link without rel")
        if tag == "img" and given.get("referrerpolicy") != "no-referrer":
            self.strangers.append("an image that sends a referrer")

    def handle_endtag(self, tag: str) -> None:
        if tag not in TAGS:
            self.strangers.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.strangers.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.strangers.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.strangers.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.strangers.append(f"<?{data}>")


def may(tag: str, name: str, value: str) -> bool:
    if (tag, name) in ADDRESSES:
        return _leads_out(tag, value)
    if (tag, name) == ("img", "srcset"):
        return all(_leads_out("q", part.split()[0]) for part in re.split(r", |,(?=https?:)", value) if part.strip())
    pattern = VALUES.get((tag, name), VALUES.get(("*", name)))
    return pattern is not None and re.fullmatch(pattern, value, re.S) is not None


def _leads_out(tag: str, value: str) -> bool:
    """Is it an absolute web address (for a link also mail or a note of ours, for an image also a picture in itself)?"""
    if tag == "a" and (re.fullmatch(r"#r-(fn|h)-\d+", value) or value.startswith("mailto:")):
        return True
    if tag == "img" and IMAGE.fullmatch(value):
        return True
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"'`\\]", value)


def strangers(markup: str) -> list[str]:
    """What stands in ``markup`` and may not; empty for an article."""
    witness = _Witness()
    witness.feed(markup)
    witness.close()
    return witness.strangers


def vectors(name: str) -> list[str]:
    """The hostile texts of ``vectors/name.txt``, escapes resolved."""
    lines = (Path(__file__).parent / "vectors" / f"{name}.txt").read_text("utf-8").splitlines()
    return [_unescape(line) for line in lines if line and not line.startswith("# ")]


def _unescape(line: str) -> str:
    letters = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "0": "\0", "\\": "\\"}
    escape = re.compile(r"\\(?:u([0-9a-f]{4})|([ntrf0\\]))")
    return escape.sub(lambda found: chr(int(found[1], 16)) if found[1] else letters[found[2]], line)
