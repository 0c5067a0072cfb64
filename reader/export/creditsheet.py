"""The credits sheet: whose each image of an article is, in reading order, and what may not be done with it."""
from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from reader.agreement import compare
from reader.article import Article, Removal
from reader.figures import words
from reader.holders import holders
from reader.imprint import ORDERS, Field, Imprint
from reader.restrictions import restrictions

FlagKind = Literal["no-credit", "restricted", "elsewhere", "conflict", "unprinted", "card"]
MOST_ROWS = 500
"""Images of one article that are on its sheet: a page may have been made of nothing else."""
MOST_OTHERS = 3
"""Other credits of one image that are told beside it."""
SERIOUS: frozenset[FlagKind] = frozenset(("no-credit", "restricted", "elsewhere", "conflict"))
"""What somebody has to look at before the image is used."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to heed: what kind of thing, the words that were found or seen ("" if none), and what they mean."""

    kind: FlagKind
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One image or video card. Texts are "" where the page says nothing, ``width`` and ``height`` then 0 (CSS pixels).

    ``is_back`` is set for what stands in a removed unit that was put back.
    """

    number: int
    src: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int
    is_card: bool
    is_back: bool
    flags: tuple[Flag, ...] = ()

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies of the printed credit, under their usual names."""
        return holders(self.credit).agencies

    @property
    def people(self) -> tuple[str, ...]:
        """The photographers it names."""
        return holders(self.credit).people

    @property
    def is_inside(self) -> bool:
        """Whether the image is written into the page itself, and has no address that could be told."""
        return self.src.startswith("data:")

    @property
    def size(self) -> str:
        """The size the page declares, "640 × 360"; "" if it does not."""
        return f"{self.width} × {self.height}" if self.width and self.height else ""


def sheet(article: Article, back: Collection[str] = ()) -> tuple[Row, ...]:
    """A row an image of ``article``, ``MOST_ROWS`` at most, with the units of ``back`` in their places."""
    rows = list(islice(_rows(article.html_with(back, _boxed)), MOST_ROWS))
    credits: dict[str, dict[str, None]] = {}
    for row in rows:
        credits.setdefault(_same(row.src), {})[row.credit] = None
    return tuple(replace(row, flags=tuple(_flags(row, credits[_same(row.src)]))) for row in rows)


def _boxed(unit: Removal, is_back: bool) -> str:
    return f"<aside>{unit.html}</aside>" if is_back else ""  # the sanitizer lets no other aside through


def _rows(markup: str) -> Iterator[Row]:
    """Rows without flags, from the sanitized ``markup``."""
    if "<img" not in markup and "<figure" not in markup:
        return
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = etree.fromstring(f"<div>{markup}</div>".encode(), parser)
    images = (el for el in tree.iter("img", "figure") if el.tag == "img" or _stands_for_one(el))
    for number, el in enumerate(images, 1):
        yield _row(number, el)


def _stands_for_one(figure: HtmlElement) -> bool:
    """Is it a card, or words whose image was lost? A table and a quotation are in figures, too."""
    is_card = figure.find("a") is not None and figure.find(".//img") is None
    return is_card or {el.tag for el in figure} == {"figcaption"}


def _row(number: int, el: HtmlElement) -> Row:
    figure = el if el.tag == "figure" else next(el.iterancestors("figure"), None)
    caption, credit = words(figure.find("figcaption")) if figure is not None else ("", "")
    link = el.find("a") if el.tag == "figure" else None
    src = el.get("src") or (link.get("href") if link is not None else "") or ""
    said = "" if link is None or caption else " ".join("".join(link.itertext()).split())
    sides = (int(el.get("width") or 0), int(el.get("height") or 0))
    is_back = next(el.iterancestors("aside"), None) is not None
    return Row(number, src, el.get("alt") or "", caption or said, credit, *sides, link is not None, is_back)


def _flags(row: Row, credits: Iterable[str]) -> Iterator[Flag]:
    if not row.credit and not row.is_card:
        yield Flag("no-credit", "", "The page does not say whose it is.")
    yield from _restricted((row.caption, False), (row.credit, True))
    others = (credit for credit in credits if credit != row.credit) if row.src else ()
    for credit in islice(others, MOST_OTHERS):
        said = f"The same image stands on the page with the credit “{credit}”." if credit else ""
        yield Flag("elsewhere", credit, said or "The same image also stands on the page without a credit.")
    if row.is_card:
        yield Flag("card", "", "A video or another embed, shown as a link: its owner is named there.")


def _restricted(*texts: tuple[str, bool]) -> Iterator[Flag]:
    found: dict[str, str] = {}
    for text, is_credit in texts:
        for said, why in restrictions(text, is_credit):
            found.setdefault(why, said)
    for why, said in found.items():
        yield Flag("restricted", said, f"{why[0].upper()}{why[1:]}.")


_FILE = re.compile(r"(https?://[^?#]+\.(?:jpe?g|png|webp|gif|avif))[?#]", re.I)


def _same(src: str) -> str:
    """What stays of an address when the image is asked for in another size."""
    file = _FILE.match(src)
    return file[1] if file else src


def flags_of(row: Row, imprint: Imprint) -> tuple[Flag, ...]:
    """What the file of ``row``'s image adds to its flags."""
    agreement = compare(row.credit, imprint)
    makers = "; ".join(imprint.values("creator", "credit", "copyright"))
    heeded = agreement.verdict in ("conflict", "unprinted")
    found = [Flag(agreement.verdict, makers, agreement.said)] if heeded else []  # type: ignore[arg-type]
    before = {flag.why for flag in row.flags}
    asked = _restricted(*((value, True) for value in imprint.values(*ORDERS)))
    return (*found, *(flag for flag in asked if flag.why not in before))


# ---------------------------------------------------------------- as files

NAMES: dict[FlagKind, str] = {
    "no-credit": "No credit", "restricted": "Restricted", "elsewhere": "Also with another credit",
    "conflict": "Conflict", "unprinted": "Credit not printed", "card": "Embed",
}  # fmt: skip
FIELDS: dict[Field, str] = {
    "creator": "Creator", "creator-title": "Creator’s title", "credit": "Credit line", "source": "Source",
    "copyright": "Copyright", "terms": "Usage terms", "statement": "Web statement", "licensor": "Licensor",
    "instructions": "Special instructions", "headline": "Headline", "caption": "Caption", "created": "Date created",
    "city": "City", "country": "Country",
}  # fmt: skip
Answers = Mapping[str, Imprint | str]
"""By address: what the image's file says, or the sentence of why it could not be asked."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(rows: Iterable[Row], answers: Answers, has_mark: bool = False) -> bytes:
    """The sheet as RFC 4180 has it, in UTF-8; ``has_mark``: with the byte order mark by which Excel knows that.

    What was asked of the files has columns of its own, if anything was. A cell that a spreadsheet would take for a
    formula begins with an apostrophe (OWASP, "CSV Injection").
    """
    with io.StringIO(newline="") as file:
        writer = csv.DictWriter(file, _columns(answers), lineterminator="\r\n", extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            told = _cells(row) | _asked_cells(row, answers.get(row.src))
            writer.writerow({name: _harmless(cell) for name, cell in told.items()})
        return file.getvalue().encode("utf-8-sig" if has_mark else "utf-8", "replace")


_PRINTED = (
    "Number", "Kind", "Flags", "Caption", "Credit", "Agency", "Photographer", "Address", "Width", "Height", "Put back",
)  # fmt: skip
_ASKED = ("File asked", "File width", "File height", "File bytes", "File type", "File against page")


def _columns(answers: Answers) -> list[str]:
    return [*_PRINTED, *((*_ASKED, *(f"File: {name}" for name in FIELDS.values())) if answers else ())]


def _cells(row: Row) -> dict[str, str]:
    kind = "embed" if row.is_card else "image"
    cells = (kind, "", row.caption, row.credit, "; ".join(row.agencies), "; ".join(row.people), _address(row))
    sides = (str(row.width or ""), str(row.height or ""), "yes" if row.is_back else "")
    return dict(zip(_PRINTED, (str(row.number), *cells, *sides), strict=True)) | {"Flags": _in_line(row.flags)}


def _address(row: Row) -> str:
    return "in the page itself" if row.is_inside else row.src


def _asked_cells(row: Row, answer: Imprint | str | None) -> dict[str, str]:
    if not isinstance(answer, Imprint):
        return {"File asked": answer or "not asked"}
    sides = (str(answer.width), str(answer.height), str(answer.size), answer.kind)
    told = dict(zip(_ASKED, ("yes", *sides, compare(row.credit, answer).said), strict=True))
    told |= {f"File: {name}": "; ".join(answer.values(one)) for one, name in FIELDS.items()}
    return told | {"Flags": _in_line((*row.flags, *flags_of(row, answer)))}


def _in_line(flags: Iterable[Flag]) -> str:
    return "; ".join(_said(flag) for flag in flags)


def _said(flag: Flag) -> str:
    return f"{NAMES[flag.kind]}: {flag.words}" if flag.words else NAMES[flag.kind]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_text(article: Article, rows: Iterable[Row], answers: Answers, address: str = "") -> str:
    """The sheet as plain text: the article, where it stands, and a block of lines an image; ends with a newline."""
    head = filter(None, (f"Credits: {article.title or 'Untitled'}", article.site, address))
    blocks = ["\n".join(head), *("\n".join(_lines(row, answers.get(row.src))) for row in rows)]
    return "\n\n".join(blocks) + "\n"


def _lines(row: Row, answer: Imprint | str | None) -> Iterator[str]:
    more = flags_of(row, answer) if isinstance(answer, Imprint) else ()
    yield f"{row.number}. {row.caption or row.alt or 'Without a caption'}"
    for flag in (*row.flags, *more):
        yield f"   ! {_said(flag)}. {flag.why}"
    told = {"Credit": row.credit, "Agency": "; ".join(row.agencies), "Photographer": "; ".join(row.people)}
    told |= {"Declared size": row.size, "Address": _address(row)}
    yield from (f"   {name}: {value}" for name, value in told.items() if value)
    yield from _file_lines(answer)


def _file_lines(answer: Imprint | str | None) -> Iterator[str]:
    if isinstance(answer, str):
        yield f"   File: {answer}"
    elif answer:
        yield f"   File: {answer.kind}, {answer.width} × {answer.height} pixels, {answer.size:,} bytes"
        yield from (f"   File, {FIELDS[one.field]}: {one.value} ({', '.join(one.blocks)})" for one in answer.sorted)
        if not answer.told:
            yield "   File: The file says nothing about its makers."
