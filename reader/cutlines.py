"""The words under an image as lines of runs: which are the caption, which the credit, and the figure they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from lxml.html import Element, HtmlElement

from reader.beside import BUTTON, SKIPPED, Piece, pattern_of, roles
from reader.credits import PLAIN_LABEL, namey, opening, split, unlabel
from reader.markers import FIGURE
from reader.rules import captions as rows_of
from reader.sources import absolute

_MARKS = {
    "em": "em",
    "i": "em",
    "strong": "strong",
    "b": "strong",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "cite": "em",
}
_BLOCKS = frozenset(
    "p div section li ul ol figcaption dd dt dl br small tr td table header footer aside figure "
    "h1 h2 h3 h4 h5 h6".split()
)
_INLINE_WORDS = frozenset("a span em strong i b u font sub sup cite mark abbr time".split())
_SPOKEN_CAPTION = re.compile(rf"\s*(?:{'|'.join(rows_of.SPOKEN_CAPTION)})\b[\s,:،，：]*", re.I)
_NUMBER = re.compile(r"\s*[\[(]\s?\d{1,3}\s?(?:/|of|von|de|sur|di|van)\s?\d{1,3}\s?[\])]\s*(?=\S)")
_AGENCY = re.compile(r"\s*/\s?[^\W\d_a-z].{1,60}$")  # of the photographer named on the line before
NAME_WORDS = 5  # of a name that stands for itself
_WORDS = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")
_STROKES = " \t\n/|–—•·"
_SENTENCE = re.compile(r"[^\W\d_a-z]|[(©]")
_TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)?\s*(?:read more|more|less|show more)?\W*$", re.I)
_IMAGE_LABEL = re.compile(r"\s*((?:image|photo|picture|video|media)\s*:)\s*", re.I)
_HOST = pattern_of(rows_of.PICTURE_HOSTS)


class Run(NamedTuple):
    """A stretch of caption text with the inline markup around it: rows of (tag, href)."""

    text: str
    marks: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Line:
    """One line of a caption: runs, and whether the page declares it a credit (or a caption)."""

    role: str
    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def seams(self) -> tuple[int, ...]:
        found, at = [], 0
        for run in self.runs[:-1]:
            at += len(run.text)
            found.append(at)
        return tuple(found)

    def part(self, start: int, end: int) -> list[Run]:
        """The runs between two offsets."""
        found, at = [], 0
        for run in self.runs:
            low, high = max(start - at, 0), min(end - at, len(run.text))
            if low < high:
                found.append(Run(run.text[low:high], run.marks))
            at += len(run.text)
        return found


def lines_of(pieces: Iterable[Piece], base: str) -> list[Line]:
    """The lines of all pieces, each with its role."""
    lines = [Line("", [])]
    for piece in pieces:
        if isinstance(piece.node, str):
            _append(lines, piece.node, (), "")
            continue
        if piece.node.tag not in _INLINE_WORDS:
            lines.append(Line("", []))
        _flatten(piece.node, lines, base)
    return [line for line in lines if _WORDS.search(line.text)]


def _append(lines: list[Line], text: str, marks: tuple[tuple[str, str], ...], role: str) -> None:
    if lines[-1].role != role:
        lines.append(Line(role, []))
    line = lines[-1]
    text = _SPACES.sub(" ", text)
    last = line.runs[-1].text[-1:] if line.runs else " "
    if last == " ":
        text = text.lstrip(" ")
    elif text[:1] != " " and last in '.!?…:;)”"' and _SENTENCE.match(text):
        text = " " + text  # the style sheet kept them apart: "…to help.Photograph: X"
    if text:
        line.runs.append(Run(text, marks))


def _flatten(element: HtmlElement, lines: list[Line], base: str) -> None:
    """Append the lines of one piece, in reading order."""
    marks: list[tuple[str, str]] = []
    role_of: list[str] = [""]
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tail = node.tail if node is not element else None
        if event == "start":
            role = _role(node, role_of[-1])
            if _breaks(node) and lines[-1].runs:
                lines.append(Line(role, []))
            role_of.append(role)
            if mark := _mark(node, base):
                marks.append(mark)
            if node.tag in SKIPPED or node.tag == "img" or _is_button(node):
                walk.skip_subtree()
            elif node.text:
                _append(lines, node.text, tuple(marks), role)
            continue
        if event == "end":
            role_of.pop()
            if _mark(node, base):
                marks.pop()
            if _breaks(node) and lines[-1].runs:
                lines.append(Line(role_of[-1], []))
        if tail:
            _append(lines, tail, tuple(marks), role_of[-1])


def _breaks(node: HtmlElement) -> bool:
    """Does an element stand on a line of its own? Blocks do, and what has a name of its own."""
    if node.tag in _BLOCKS:
        return True
    role = roles(node)
    return role.caption or role.credit or role.control


def _is_button(node: HtmlElement) -> bool:
    """An inline element that says "Read more" or "Purchase Licensing Rights"."""
    return (
        not len(node)
        and node.tag in ("a", "span", "b", "label", "div")
        and 0 < len(node.text or "") < 60
        and BUTTON.fullmatch(node.text) is not None
    )


def _mark(node: HtmlElement, base: str) -> tuple[str, str] | None:
    if node.tag == "a":
        href = (node.get("href") or "").strip()
        leads = href and href[0] != "#" and not href.lower().startswith("javascript")
        address = absolute(href, base) if leads else ""
        return ("a", address) if address else None
    return (_MARKS[node.tag], "") if node.tag in _MARKS else None


def _role(node: HtmlElement, outer: str) -> str:
    role = roles(node)
    if node.tag == "cite" and not (node.tail or "").strip() and node.getnext() is None:
        return "credit"  # at the end of a caption: who made it; in its midst: a title
    if node.get("role") == "text" and not outer and _is_named_apart(node):
        return "credit"
    if role.caption:
        return "caption" if outer != "credit" else outer
    if role.credit or role.weak:
        return (
            "credit"
            if not any(roles(child).caption for child in node.iterdescendants() if isinstance(child.tag, str))
            else outer
        )
    return outer


def _is_named_apart(node: HtmlElement) -> bool:
    """Is it a name read out in one go, outside of a figcaption? So figures name the owner beside their caption."""
    words = " ".join(node.itertext()).split()
    if not 1 < len(words) <= NAME_WORDS or words[-1].endswith((".", "!", "?")) or not namey(" ".join(words)):
        return False
    return next(node.iterancestors("figcaption"), None) is None


def caption_and_credit(lines: list[Line]) -> tuple[list[Run], list[Run]]:
    """(caption, credit) as runs, each text once, the credit without brackets and label."""
    if not lines:
        return [], []
    lines = [_once_within(_spoken(line)) for line in lines if not BUTTON.fullmatch(line.text.strip())]
    captions: list[Line] = []
    credits: list[list[Run]] = []
    for line in _signed(_once(_labels_joined(lines))):
        for part, is_credit in _sorted(line):
            if is_credit:
                _add(credits, part)
            else:
                captions.append(Line("", part))
    caption = _joined([line.runs for line in _once(captions)])
    credit = _joined(credits, ", ")
    return _without(caption, credit), credit


def _sorted(line: Line) -> Iterator[tuple[list[Run], bool]]:
    """The parts of one line, and whether each is a credit."""
    text, seams = line.text, line.seams
    cut = split(text, seams)
    if (line.role == "credit" and not (cut and len(text[: cut.caption].split()) > 3)) or _hosted(line):
        yield line.part(*unlabel(text)), True
    elif cut:
        yield line.part(0, cut.caption), False
        yield line.part(cut.start, cut.end), True
    elif first := opening(text, seams):
        yield line.part(first[0], first[1]), True
        yield line.part(first[2], len(text)), False
    else:
        yield line.part(_label_end(line), len(text)), False


def _signed(lines: list[Line]) -> list[Line]:
    """The lines, of which a person's bare name after a whole sentence, in an element of its own, is a credit."""
    if not lines or lines[-1].role == "credit":
        return lines
    *rest, last = lines
    if len(rest) and not last.seams and _is_name(last.runs[0], rest[-1].text):
        return [*rest, Line("credit", last.runs)]
    if last.seams and _is_name(last.runs[-1], last.text[: last.seams[-1]]):
        return [*rest, Line(last.role, _unstroked(last.runs[:-1])), Line("credit", last.runs[-1:])]
    return lines


def _unstroked(runs: list[Run]) -> list[Run]:
    """The runs without the stroke that kept a caption from its credit."""
    return [*runs[:-1], Run(runs[-1].text.rstrip(_STROKES), runs[-1].marks)]


def _is_name(run: Run, before: str) -> bool:
    words = run.text.split()
    stroke = before.rstrip()[-1:] in tuple("/|") and len(before.split()) > NAME_WORDS
    whole = before.rstrip(_STROKES)[-1:] in tuple(".!?…") or stroke
    whole = whole and not run.marks
    return whole and 1 < len(words) < 4 and all(word[:1].isupper() for word in words) and namey(run.text)


def _label_end(line: Line) -> int:
    """Where a caption begins that has "Image:" before it in an element of its own."""
    match = _IMAGE_LABEL.match(line.text)
    return match.end() if match and any(match.end(1) <= seam <= match.end() for seam in line.seams) else 0


def _hosted(line: Line) -> bool:
    """Is the line one link to a host of pictures?"""
    marks = {mark for run in line.runs if run.text.strip() for mark in run.marks if mark[0] == "a"}
    return (
        len(marks) == 1
        and all(run.marks for run in line.runs if run.text.strip())
        and _HOST.search(next(iter(marks))[1]) is not None
    )


def _labels_joined(lines: list[Line]) -> list[Line]:
    """A line that is only a label ("Photo:") makes the next one a credit."""
    found: list[Line] = []
    labelled = False
    for line in lines:
        if found and found[-1].role == "credit" and _AGENCY.match(line.text):
            line = Line("credit", line.runs)
        if PLAIN_LABEL.fullmatch(line.text):
            labelled = True
            continue
        found.append(Line("credit", line.runs) if labelled and len(line.text) <= 120 else line)
        labelled = False
    return found


def _once_within(line: Line) -> Line:
    """Without an element that repeats a longer neighbour, cut short for a small screen."""
    keys = [key_of(run.text) for run in line.runs]
    runs = [
        run
        for place, (run, key) in enumerate(zip(line.runs, keys, strict=True))
        if len(key) < 20
        or not any(
            other.startswith(key) and (len(other) > len(key) or at < place)
            for at, other in enumerate(keys)
            if at != place
        )
    ]
    return Line(line.role, runs)


def key_of(text: str) -> str:
    words = _WORDS.findall(text.lower())
    if words and words[-1].endswith(("more", "less")):  # asked first, because the pattern is slow to say no
        words = _WORDS.findall(_TRUNCATED.sub("", text).lower())
    return " ".join(words)


def _words_of(runs: list[Run]) -> str:
    return " ".join(_WORDS.findall("".join(run.text for run in runs).lower()))


def _add(credits: list[list[Run]], runs: list[Run]) -> None:
    """Keep a credit unless it says what another one says already."""
    words = _words_of(runs)
    if not words or any(f" {words} " in f" {_words_of(known)} " for known in credits):
        return
    credits[:] = [known for known in credits if f" {_words_of(known)} " not in f" {words} "]
    credits.append(runs)


def _spoken(line: Line) -> Line:
    """A line without the words that only a screen reader says, and without its number in a series ("[1/3]")."""
    text = line.text
    while match := _NUMBER.match(text):
        line = Line(line.role, line.part(match.end(), len(text)))
        text = line.text
    if match := _SPOKEN_CAPTION.match(text):
        return Line("caption", line.part(match.end(), len(text)))
    return line


def _once(lines: list[Line]) -> list[Line]:
    """Without lines that repeat another, whole or cut short for a small screen."""
    keys = [key_of(line.text) for line in lines]
    kept = []
    for number, (line, key) in enumerate(zip(lines, keys, strict=True)):
        shadowed = any(
            (other == key and place < number) or (other != key and len(key) > 20 and other.startswith(key))
            for place, other in enumerate(keys)
            if place != number
        )
        if key and not shadowed:
            kept.append(line)
    return kept


def _joined(rows: list[list[Run]], between: str = " ") -> list[Run]:
    found: list[Run] = []
    for row in rows:
        if found and row:
            found[-1] = Run(found[-1].text.rstrip(), found[-1].marks)
            found.append(Run(between if row[0].text.lstrip()[:1].isalnum() else " ", ()))
        found.extend(row)
    if found:
        found[0] = Run(found[0].text.lstrip(" /|·•"), found[0].marks)  # what stood before was a button
        found[-1] = Run(found[-1].text.rstrip(), found[-1].marks)
    return [run for run in found if run.text]


def _without(caption: list[Run], credit: list[Run]) -> list[Run]:
    """The caption without a last repetition of the credit."""
    line, owner = Line("", caption), "".join(run.text for run in credit).strip()
    text = line.text.rstrip(" .)]")
    if owner and text.lower().endswith(owner.lower()):
        rest = text[: len(text) - len(owner)]
        if not rest or not rest[-1].isalnum():
            rest = (
                re.sub(r"\W*(?:credits?|photo(?:graph)?(?: by| credit)?|image(?: credit)?)?\W*$", "", rest, flags=re.I)
                if rest.strip()
                else ""
            )
            end = len(rest)
            while end < len(text) and text[end] in '.!?”"’)':
                end += 1
            return line.part(0, end)
    return caption


def canonical(images: list[HtmlElement], caption: list[Run], credit: list[Run]) -> HtmlElement:
    """The canonical element; ``images`` are new, clean elements."""
    figure = Element("figure", {FIGURE: ""})
    figure.extend(images)
    if caption or credit:
        words = etree.SubElement(figure, "figcaption")
        _write(words, caption)
        if credit:
            if caption:
                _write(words, [Run(" ", ())])
            _write(etree.SubElement(words, "span", {"class": "credit"}), credit)
    return figure


def _write(parent: HtmlElement, runs: list[Run]) -> None:
    """Append runs as text and inline elements; neighbours with the same marks share them."""
    chain: list[tuple[tuple[str, str], HtmlElement]] = []
    for run in runs:
        depth = 0
        while depth < min(len(chain), len(run.marks)) and chain[depth][0] == run.marks[depth]:
            depth += 1
        del chain[depth:]
        for mark in run.marks[depth:]:
            holder = chain[-1][1] if chain else parent
            chain.append((mark, etree.SubElement(holder, mark[0], {"href": mark[1]} if mark[1] else {})))
        holder = chain[-1][1] if chain else parent
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + run.text
        else:
            holder.text = (holder.text or "") + run.text


def dress(figure: HtmlElement, pieces: list[Piece], base: str) -> None:
    """Give words to a figure that has none."""
    dressed = canonical([], *caption_and_credit(lines_of(pieces, base)))
    figure.extend(list(dressed))


def add_credit(figure: HtmlElement, piece: Piece, base: str) -> None:
    line = lines_of([piece], base)[0]
    words = figure.find("figcaption")
    if words is None:
        words = etree.SubElement(figure, "figcaption")
    _write(etree.SubElement(words, "span", {"class": "credit"}), line.part(*unlabel(line.text)))
