"""The credits sheet: whose each image is, what may not be done with it, and the sheet as text and CSV."""
# ruff: noqa: E501 - rows are data
from __future__ import annotations

import csv
import io
import time
from dataclasses import replace

import pytest
from live import story
from test_export import article

from reader import Article, read_html, read_text
from reader.export.creditsheet import MOST_OTHERS, MOST_ROWS, Row, as_csv, as_text, flags_of, sheet
from reader.holders import holders
from reader.imprint import Imprint, Told
from reader.restrictions import restrictions
from reader.rules.rights import RESTRICTIONS, Restriction
from reader.sanitize import sanitize

IMPRINT = Imprint("JPEG", 3000, 2000, 4_123_456, (
    Told("creator", "John Roe", ("IPTC", "XMP")), Told("credit", "AP", ("IPTC",)),
    Told("instructions", "NO SALES, until 5 May", ("XMP",)), Told("headline", "=1+1", ("XMP",)),
))  # fmt: skip


def figure(src: str, caption: str = "", credit: str = "", size: str = "") -> str:
    said = f'<span class="credit">{credit}</span>' if credit else ""
    return f'<figure><img src="https://a.test/{src}" {size}><figcaption>{caption} {said}</figcaption></figure>'


def pictured(*figures: str) -> Article:
    return article(marked_html=sanitize("".join(figures)), removed=())


def kinds(row: Row) -> list[str]:
    return [flag.kind for flag in row.flags]


def table(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


# ---------------------------------------------------------------- who


@pytest.mark.parametrize(("credit", "people", "agencies"), [
    ("Jane Doe/AP", ["Jane Doe"], ["AP"]), ("AP Photo/Jane Doe", ["Jane Doe"], ["AP"]), ("Foto: dpa", [], ["dpa"]),
    ("(AP Photo/Ben Curtis, File)", ["Ben Curtis"], ["AP"]), ("Getty Images / Ann Ray", ["Ann Ray"], ["Getty Images"]),
    ("Ann Ray/AFP via Getty Images", ["Ann Ray"], ["AFP", "Getty Images"]), ("KEYSTONE-SDA", [], ["Keystone"]),
    ("© Keystone/Peter Klaunzer", ["Peter Klaunzer"], ["Keystone"]), ("EPA-EFE/ANN RAY", ["ANN RAY"], ["EPA", "EFE"]),
    ("picture alliance/dpa | Jan Woitas", ["Jan Woitas"], ["Picture Alliance", "dpa"]), ("PA Wire/PA Images", [], ["PA"]),
    ("Reuters/Jane Doe/File Photo", ["Jane Doe"], ["Reuters"]), ("ROBERTO SALOMONE (ANSA)", ["ROBERTO SALOMONE"], ["ANSA"]),
    ("Ann Ray and Jo Lee/AP", ["Ann Ray", "Jo Lee"], ["AP"]), ("Jonas Weir/Orrin Post", ["Jonas Weir"], []),
    ("Photograph: Ann Ray for The Guardian", ["Ann Ray"], []), ("U.S. Navy photo by Jo Lee", ["Jo Lee"], []),
    ("AFP/Jane Doe - NO ARCHIVING", ["Jane Doe"], ["AFP"]), ("© Ann Ray, tous droits réservés", ["Ann Ray"], []),
    ("Jean-Pierre van der Meer/ANP", ["Jean-Pierre van der Meer"], ["ANP"]), ("新华社记者 李明 摄", ["李明"], ["Xinhua"]),
    ("Courtesy of Jane Doe", [], []), ("Harbour Museum", [], []), ("STR/AFP", [], ["AFP"]), ("Handout/Reuters", [], ["Reuters"]),
    ("Alamy Stock Photo", [], ["Alamy"]), ("", [], []), ("Ringo H.W. Chiu, AP", ["Ringo H.W. Chiu"], ["AP"]),
    ("The estate of Ann Ray, courtesy Old Fine Paintings", [], []), ("GE Profile", [], []), ("TODAY Illustration / Getty Images", [], ["Getty Images"]),
    ("Ann Ray. Prop styling by Jo Lee", ["Ann Ray"], []), ("Jane Doe/Handout via REUTERS", ["Jane Doe"], ["Reuters"]),
])  # fmt: skip
def test_a_credit_names_people_and_agencies(credit: str, people: list[str], agencies: list[str]) -> None:
    found = holders(credit)
    assert (list(found.people), list(found.agencies)) == (people, agencies)


# ---------------------------------------------------------------- what not


@pytest.mark.parametrize("row", RESTRICTIONS, ids=lambda row: row.name)
def test_each_row_finds_what_it_was_written_for(row: Restriction) -> None:
    assert row.why in {why for _, why in restrictions(row.seen)}
    assert row.why in {why for _, why in restrictions(row.seen.upper())} or "(?-i:" in row.words


@pytest.mark.parametrize(("text", "words"), [
    ("The quay. (Photo by Ann Ray / AFP) / NO RESALES - NO ARCHIVING", ["NO ARCHIVING", "NO RESALES"]),
    ("Foto: Jan Berg/dpa - Nur zur redaktionellen Verwendung", ["Nur zur redaktionellen Verwendung"]),
    ("Kein Verkauf, keine Archivierung", ["keine Archivierung", "Kein Verkauf"]),
    ("Free for editorial use", ["Free for editorial use"]),
    ("Crédit obligatoire. Droits réservés", ["Crédit obligatoire", "Droits réservés"]),
    ("Solo uso editorial, prohibida su venta", ["prohibida su venta", "Solo uso editorial"]),
    ("BELGIUM AND NETHERLANDS OUT", ["BELGIUM AND NETHERLANDS OUT"]), ("無断転載禁止", ["無断転載禁止"]),
])  # fmt: skip
def test_restrictions_are_told_in_the_words_that_stand_there(text: str, words: list[str]) -> None:
    assert [said for said, _ in restrictions(text)] == words


@pytest.mark.parametrize("text", [
    "No known restrictions on publication", "She was given a handout of bread", "No sale was made on Monday",
    "The embargo on the island was lifted", "A road in the DR Congo", "They sold out of tickets", "The archive of the town",
    "No internet access on the quay", "A note on the courtesy of strangers", "Ann Ray edits the paper",
])  # fmt: skip
def test_words_about_what_is_seen_are_no_restrictions(text: str) -> None:
    assert restrictions(text, is_credit=False) == ()


@pytest.mark.security
@pytest.mark.parametrize("text", [
    "no " * 50_000, "OUT, " * 50_000, "USA, " * 20_000 + "OUT", "honorarfrei für " + "a " * 50_000, "(" * 100_000,
    "embargoed until " * 9_000, "a/" * 50_000, "by " * 50_000, "A " * 50_000, "AP" * 50_000, "," * 100_000,
])  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    restrictions(text)
    holders(text)
    assert time.process_time() - begun < 0.5


# ---------------------------------------------------------------- rows


def test_a_row_an_image_in_reading_order_with_what_the_page_declares() -> None:
    read = read_html(story(), "https://orrin.example/ferry")
    (row,) = sheet(read)
    assert row.src == "https://orrin.example/img/quay.png"
    assert (row.caption, row.credit) == (read.figures[0].caption, "Jonas Weir/Orrin Post")
    assert (row.size, row.people, row.flags) == ("640 × 360", ("Jonas Weir",), ())


def test_units_put_back_bring_their_images() -> None:
    read = read_html(story(), "https://orrin.example/ferry")
    unit = next(unit for unit in read.removed if "/img/t1.png" in unit.html)
    rows = sheet(read, (unit.id,))
    assert [row.is_back for row in rows] == [False, True, True, True, True]
    assert kinds(rows[1]) == ["no-credit"]
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]


def test_cards_lost_images_and_figures_that_are_none() -> None:
    rows = sheet(pictured(
        '<figure><a href="https://v.test/1">The film, v.test</a><figcaption><span class="credit">Film Co</span></figcaption></figure>',
        "<figure><table><tr><td>1</td></tr></table><figcaption>A table</figcaption></figure>",
        "<figure><blockquote><p>q</p></blockquote></figure>", "<p>An icon <img src='https://a.test/i.png' alt='i'></p>",
        '<figure><img src="https://a.test/1.jpg"><img src="https://a.test/2.jpg"><figcaption>Two</figcaption></figure>',
    ))  # fmt: skip
    assert [(row.src[-5:], row.caption) for row in rows] == [
        ("est/1", "The film, v.test"), ("i.png", ""), ("1.jpg", "Two"), ("2.jpg", "Two")
    ]  # fmt: skip
    assert (kinds(rows[0]), rows[0].is_card, rows[0].credit) == (["card"], True, "Film Co")
    text = "The ferry came in.\n\n[Photo: The quay at dawn. Credit: Ann Ray/AP]\n\n" + "It was met by most of the town. " * 9
    assert len(sheet(read_text(text))) == len(read_text(text).figures)


def test_the_same_image_with_another_credit_or_none() -> None:
    rows = sheet(pictured(
        figure("q.jpg?w=640", "One", "Ann Ray/AP"), figure("q.jpg?w=99", "Two"), figure("z?id=1", "", "A/AP"), figure("z?id=2", "", "B/AP")
    ))  # fmt: skip
    assert [kinds(row) for row in rows] == [["elsewhere"], ["no-credit", "elsewhere"], [], []]
    assert "also stands on the page without a credit" in rows[0].flags[0].why
    assert rows[1].flags[1].words == "Ann Ray/AP"


def test_restrictions_of_caption_and_credit_are_flagged_once_each() -> None:
    (row,) = sheet(pictured(figure("a.jpg", "The quay. NO SALES. Courtesy call", "Mandatory credit: A. Ray/AFP, no resales")))
    assert [(flag.kind, flag.words) for flag in row.flags] == [("restricted", "NO SALES"), ("restricted", "Mandatory credit")]


def test_what_the_file_adds_to_the_flags() -> None:
    (row,) = sheet(pictured(figure("a.jpg", "The quay. No resales", "Jane Doe/AP")))
    assert [flag.kind for flag in flags_of(row, IMPRINT)] == ["conflict"]
    (row,) = sheet(pictured(figure("a.jpg", "The quay", "J. Roe/AP")))
    assert [(flag.kind, flag.words) for flag in flags_of(row, IMPRINT)] == [("restricted", "NO SALES")]


# ---------------------------------------------------------------- files


def test_the_text_says_flags_first_and_ends_in_what_the_file_says() -> None:
    told = pictured(figure("a.jpg", "The quay", "Jane Doe/AP", 'width="640" height="360"'), figure("b.jpg"))
    text = as_text(told, sheet(told), {"https://a.test/a.jpg": IMPRINT, "https://a.test/b.jpg": "It took too long."}, "https://a.test/")
    first, second = text.split("\n\n")[1:]
    lines = [line.strip() for line in first.splitlines()]
    assert lines[:3] == ["1. The quay", "! Conflict: John Roe; AP. The file names others than the page.",
                         "! Restricted: NO SALES. It may not be passed on for money, nor in a paid reprint."]  # fmt: skip
    assert {"Credit: Jane Doe/AP", "Agency: AP", "Photographer: Jane Doe", "Declared size: 640 × 360"} <= set(lines)
    assert "File, Creator: John Roe (IPTC, XMP)" in lines
    assert "! No credit" in second
    assert "File: It took too long." in second


def test_the_csv_is_rfc_4180_and_opens_in_excel() -> None:
    told = pictured(figure("a.jpg", "The “old” quay, at dawn", 'Jane "J" Doe/AP'))
    body = as_csv(sheet(told), {})
    assert body.count(b"\r\n") == 2
    assert body.endswith(b"\r\n")
    assert b'"Jane ""J"" Doe/AP"' in body
    (row,) = table(body)
    assert (row["Caption"], row["Agency"], row["Number"]) == ("The “old” quay, at dawn", "AP", "1")
    assert not [name for name in row if name.startswith("File")]
    assert as_csv(sheet(told), {}, has_mark=True) == b"\xef\xbb\xbf" + body


def test_the_csv_has_what_files_say_once_one_was_asked() -> None:
    told = pictured(figure("a.jpg", "", "Jane Doe/AP"), figure("b.jpg", "", "Ann Ray"), figure("c.jpg", "", "Ann Ray"))
    first, second, third = table(as_csv(sheet(told), {"https://a.test/a.jpg": IMPRINT, "https://a.test/b.jpg": "Too slow."}))
    assert (first["File: Creator"], first["File width"], first["File asked"]) == ("John Roe", "3000", "yes")
    assert first["File against page"] == "The file names others than the page."
    assert first["Flags"] == "Conflict: John Roe; AP; Restricted: NO SALES"
    assert first["File: Headline"] == "'=1+1"
    assert (second["File asked"], third["File asked"], third["File: Creator"]) == ("Too slow.", "not asked", "")


@pytest.mark.security
@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "=HYPERLINK(“x”)", "-2+3+cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(cell: str) -> None:
    told = pictured(figure("a.jpg", cell, cell))
    rows = [replace(row, src=f"\t{cell}", alt=f"\r{cell}") for row in sheet(told)]
    (row,) = table(as_csv(rows, {}))
    assert row["Caption"] == f"'{cell}"
    assert row["Credit"] == f"'{cell}"
    assert row["Address"] == f"'\t{cell}"


def test_one_image_under_thousands_of_names_costs_no_more_than_as_many_images() -> None:
    """The article counts them on each view, where all pages are served."""
    many = pictured(*(figure(f"b.jpg?{number}", "", f"Ann R{number}/AP") for number in range(3000)))
    begun = time.process_time()
    rows = sheet(many)
    assert time.process_time() - begun < 1.5
    assert len(rows) == MOST_ROWS
    assert max(len(row.flags) for row in rows) == MOST_OTHERS
