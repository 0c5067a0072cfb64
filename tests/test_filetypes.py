"""What a file is, told by content."""
from __future__ import annotations

import io
import zipfile

import pytest
from containers import chrome, illustrated, mail, photo
from PIL import Image
from test_pictures import as_file

from reader.errors import WrongType
from reader.filetypes import as_text, is_message, require_readable


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, name.partition("=")[2])
    return file.getvalue()


def book() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\n\n%PDF-1.4", "a PDF"),
        (packed("[Content_Types].xml", "word/document.xml"), "a Word or Office file"),
        (packed("photos/1.jpg"), "a packed file"),
        (book(), "an e-book"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word or Outlook file"),
        (b"{\\rtf1\\ansi Harbour}", "a rich text file"),
        (b"bplist00\xd1\x01\x02", "a web archive of Safari"),
        (b"\x1f\x8b\x08" + bytes(40), "a packed file"),
        (photo(), "an image"),
        (as_file(Image.new("RGB", (9, 9)), "BMP"), "an image"),
        (as_file(Image.new("RGB", (9, 9)), "TIFF"), "an image"),
        (as_file(Image.new("RGB", (9, 9)), "WEBP"), "an image"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>', "an image"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "an image"),
        (b"\0\0\0\x18ftypmp42" + bytes(20), "a video or a recording"),
        (b"ID3\x04" + bytes(30), "a video or a recording"),
        (bytes(range(256)) * 8, "neither a web page nor a text"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_in_words_with_what_to_try(body: bytes, says: str) -> None:
    with pytest.raises(WrongType, match=says) as caught:
        require_readable(body)
    assert caught.value.status == 415
    assert len(caught.value.hint) > 20


@pytest.mark.parametrize(
    "body",
    [
        illustrated("/x.jpg").encode(),
        illustrated("/x.jpg").encode("utf-16"),
        illustrated("/x.jpg").encode("utf-16-le"),
        "Brücke gesperrt\n".encode("latin-1"),
        chrome(illustrated("/x.jpg")),
        mail(text="A text.").as_bytes(),
        b"<html><body>\x00\x01<p>A stray byte or two.</p>",
        b"PK is short for many things.",
        b"BM is a firm that makes boats, and has done so for years.",
    ],
)
def test_what_can_be_read_passes(body: bytes) -> None:
    require_readable(body)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("From: a@b\nSubject: x\nMIME-Version: 1.0\n\nText", True),
        ("\ufeff\r\nReceived: by x\r\n\tfor y\r\nSubject: x\r\n\r\nText", True),
        ("From ada Mon Mar  2 09:00:00 2026\nReceived: x\nDate: y\n\nText", True),
        ("Content-Type: multipart/related; boundary=x\nContent-Location: https://a.example/\n\n--x", True),
        ("From: the archive\nSubject: of a long story\n\nText", False),
        ("Update: the bridge is closed.\n\nThe city said so.", False),
        ("The bridge is closed\nFrom: a@b\nMessage-ID: x\n\nText", False),
        ("", False),
    ],
)
def test_a_mail_is_told_from_words_with_colons(text: str, is_one: bool) -> None:
    assert is_message(as_text(text.encode())) is is_one
