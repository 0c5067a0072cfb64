"""The credits sheet of an article: whose each image is, what may not be done with it, and what its file says itself."""
from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue

from reader.agreement import Agreement, compare
from reader.body import on_the_web
from reader.errors import NotFound, ReaderError
from reader.export.creditsheet import FIELDS, MOST_ROWS, NAMES, SERIOUS, Flag, Row, as_csv, as_text, flags_of, sheet
from reader.imprint import Imprint
from reader.web.forms import ids_of
from reader.web.gallery import Gallery
from reader.web.pictures import address_of
from reader.web.presence import hung_up
from reader.web.routes import desk
from reader.web.view import Reading

credits = Blueprint("creditsheet", __name__)

# A person waits for all files of a sheet at once no longer than this; those not asked by then can be asked after it.
# A file that is being asked when the time is up may take its own ten seconds more.
ASKING_SECONDS = 20.0


def register(app: Flask) -> None:
    """Serve the sheets, and tell the articles how many images they have."""
    app.register_blueprint(credits)
    app.add_template_filter(counted)


@dataclass(frozen=True)
class Line:
    """One row of the sheet as it is shown; ``imprint`` is what its file says, ``problem`` why it could not be asked."""

    row: Row
    imprint: Imprint | None = None
    problem: ReaderError | None = None

    @property
    def thumb(self) -> str:
        """Where its picture is shown from, or ""."""
        has_one = self.row.is_inside or (self.address and not self.row.is_card)
        return address_of(self.row.src) if has_one else ""

    @property
    def address(self) -> str:
        """Its address on the web, or ""."""
        return on_the_web(self.row.src)

    @property
    def can_be_asked(self) -> bool:
        """Whether its file has an address and was not asked yet, or in vain."""
        return bool(self.address) and not self.row.is_card and not self.imprint

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What is to be heeded, on the page and in the file."""
        return (*self.row.flags, *(flags_of(self.row, self.imprint) if self.imprint else ()))

    @property
    def is_serious(self) -> bool:
        """Whether somebody has to look at it before the image is used."""
        return any(flag.kind in SERIOUS for flag in self.flags)

    @property
    def agreement(self) -> Agreement:
        """What page and file have to do with each other; only to be asked when there is an imprint."""
        assert self.imprint
        return compare(self.row.credit, self.imprint)


@dataclass(frozen=True)
class Sheet:
    """The sheet of one article as it is read, with what the files that were asked say."""

    reading: Reading

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """A row an image."""
        return sheet(self.reading.article, self.reading.back)

    @property
    def is_cut(self) -> bool:
        """Whether the article may have more images than are shown."""
        return len(self.rows) == MOST_ROWS

    @cached_property
    def lines(self) -> list[Line]:
        """The rows with what is remembered of their files."""
        return [_remembered(row) for row in self.rows]

    @property
    def answers(self) -> dict[str, Imprint | str]:
        """By address, what the files say or why they say nothing; only those that were asked."""
        found = [(line.row.src, line.imprint or (line.problem and line.problem.sentence)) for line in self.lines]
        return {src: said for src, said in found if said}

    @property
    def left(self) -> int:
        """How many files can still be asked."""
        return sum(line.can_be_asked and not line.problem for line in self.lines)

    @property
    def text(self) -> str:
        """The sheet as plain text."""
        return as_text(self.reading.article, self.rows, self.answers, self.reading.original)

    @property
    def table(self) -> str:
        """The sheet as CSV, for the clipboard."""
        return as_csv(self.rows, self.answers).decode()


@dataclass(frozen=True)
class Counted:
    """How many images an article shows, and how many of them need a look."""

    images: int
    without: int
    restricted: int
    doubtful: int


def counted(reading: Reading) -> Counted:
    """The counts for an article's row of tools."""
    rows = [row for row in sheet(reading.article, reading.back) if not row.is_card]
    kinds = Counter(kind for row in rows for kind in {flag.kind for flag in row.flags})
    return Counted(len(rows), kinds["no-credit"], kinds["restricted"], kinds["elsewhere"])


@credits.get("/a/<id>/credits")
def page(id: str) -> ResponseReturnValue:
    """The sheet. Opening it asks nobody anything."""
    return _page(_sheet(id))


@credits.post("/a/<id>/credits")
def ask(id: str) -> ResponseReturnValue:
    """Ask the files of one image or of all who made them, and show the sheet with what they say."""
    wanted = request.form.get("image", "")
    asked = _sheet(id)
    rows = [row for row in asked.rows if wanted in ("all", str(row.number))]
    if not rows:
        raise NotFound("This article has no such image.", "Open its credits again.")
    failed = _ask([row for row in rows if Line(row).can_be_asked], hung_up())
    fresh = Sheet(asked.reading)
    lines = [Line(line.row, line.imprint, failed.get(line.row.src, line.problem)) for line in fresh.lines]
    return _page(fresh, lines)


@credits.get("/a/<id>/credits.csv")
def as_table(id: str) -> ResponseReturnValue:
    """The sheet as CSV; ``?bom=1``: as Excel wants it."""
    saved = _sheet(id)
    return _saved(as_csv(saved.rows, saved.answers, "bom" in request.args), "text/csv", "csv")


@credits.get("/a/<id>/credits.txt")
def as_plain(id: str) -> ResponseReturnValue:
    """The sheet as plain text."""
    return _saved(_sheet(id).text.encode("utf-8", "replace"), "text/plain", "txt")


def _sheet(id: str) -> Sheet:
    return Sheet(Reading(desk().open(id), ids_of(request.args.get("back", ""))))


def _page(shown: Sheet, lines: list[Line] | None = None) -> str:
    return render_template(
        "creditsheet.html", sheet=shown, reading=shown.reading, lines=lines or shown.lines, names=NAMES, fields=FIELDS,
        serious=SERIOUS, back=shown.reading.told(shown.reading.back),
    )  # fmt: skip


def _saved(body: bytes, kind: str, ending: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="credits.{ending}"'}
    return Response(body, headers=headers, content_type=f"{kind}; charset=utf-8")


def _gallery() -> Gallery:
    found: Gallery = current_app.extensions["gallery"]
    return found


def _remembered(row: Row) -> Line:
    if not Line(row).can_be_asked:
        return Line(row)
    try:
        return Line(row, _gallery().remembered(row.src))
    except NotFound:
        return Line(row)
    except ReaderError as error:
        return Line(row, problem=error)


def _ask(rows: list[Row], gone: Callable[[], bool]) -> dict[str, ReaderError]:
    """Ask their files, one after the other; the errors, by address. What is told is remembered."""
    failed: dict[str, ReaderError] = {}
    until = time.monotonic() + ASKING_SECONDS
    for src in dict.fromkeys(row.src for row in rows):
        if time.monotonic() > until or gone():
            break
        try:
            _gallery().imprint(src, gone)
        except ReaderError as error:
            failed[src] = error
    return failed
