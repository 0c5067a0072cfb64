"""What files say of their makers: real IPTC, XMP and EXIF, hostile ones, and how they agree with what is printed."""
# ruff: noqa: E501 - rows are data
from __future__ import annotations

import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from live import settings
from PIL.PngImagePlugin import PngInfo
from test_pictures import as_file, chunk, flag

from reader.agreement import compare
from reader.embedded import LONGEST, MOST, MOST_SAID, read
from reader.errors import TooComplex, TooLarge, WrongType
from reader.imprint import Field, Imprint, Told
from reader.web.gallery import DRAWING
from reader.work import Pool
from reader.worker import read_imprint

BYLINE, TITLE, CREDIT, SOURCE, COPYRIGHT, CAPTION, INSTRUCTIONS, CREATED, CITY = 80, 85, 110, 115, 116, 120, 40, 55, 90
UTF_8 = b"\x1c\x01\x5a\x00\x03\x1b%G"


def iptc(*sets: tuple[int, bytes], utf_8: bool = True, tail: bytes = b"") -> bytes:
    """A JPEG's APP13 with the datasets of record 2, as Photoshop writes it."""
    data = UTF_8 if utf_8 else b""
    for number, value in sets:
        size = struct.pack(">H", len(value)) if len(value) < 32_768 else b"\x80\x04" + struct.pack(">I", len(value))
        data += b"\x1c\x02" + bytes([number]) + size + value
    data += tail
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    return segment(0xED, b"Photoshop 3.0\0" + block)


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def xmp(inner: str = "", attributes: str = "", before: str = "") -> bytes:
    """A packet as Adobe's tools write it."""
    names = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" '
        'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    )
    return (
        f'{before}<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" {names} {attributes}>'
        f'{inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def listed(name: str, *values: str, kind: str = "Seq") -> str:
    items = "".join(f"<rdf:li>{value}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


WHOLE = xmp(
    listed("dc:creator", "Jane Doe", "Jo Lee") + '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© The Trust</rdf:li></rdf:Alt></dc:rights>'
    + listed("xmpRights:UsageTerms", "Editorial use only", kind="Alt") + "<photoshop:Source>Trust</photoshop:Source>"
    + '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>Orrin Pictures</plus:LicensorName>'
    "<plus:LicensorURL>https://l.test/</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>",
    'photoshop:Credit="AP" xmpRights:WebStatement="https://w.test/" photoshop:Instructions="No Archiving" photoshop:City="Orrin" '
    'photoshop:Country="Farland" exif:GPSLatitude="47,30.5N" exif:GPSLongitude="8,12.1E"',
)  # fmt: skip


def told(body: bytes) -> dict[Field, tuple[str, ...]]:
    found = read(body)
    return {one.field: found.values(one.field) for one in found.told}


def jpeg(*segments: bytes, **how: object) -> bytes:
    return as_file(flag(), "JPEG", extra=b"".join(segments), **how)


# ---------------------------------------------------------------- what is there


def test_iptc_of_a_jpeg() -> None:
    found = read(jpeg(iptc(
        (BYLINE, b"Jane Doe"), (BYLINE, "José Núñez".encode()), (TITLE, b"Stringer"), (CREDIT, b"AP"), (SOURCE, b"AP"),
        (COPYRIGHT, "© 2026".encode()), (CAPTION, b"The quay\r\nat dawn"), (INSTRUCTIONS, b"NO SALES"), (CREATED, b"20260504"), (CITY, b"Orrin"),
    )))  # fmt: skip
    assert found.told == tuple(Told(field, value, ("IPTC",)) for field, value in [
        ("creator", "Jane Doe"), ("creator", "José Núñez"), ("creator-title", "Stringer"), ("credit", "AP"), ("source", "AP"),
        ("copyright", "© 2026"), ("caption", "The quay at dawn"), ("instructions", "NO SALES"), ("created", "2026-05-04"), ("city", "Orrin"),
    ])  # fmt: skip
    assert (found.kind, found.width, found.height, found.unread) == ("JPEG", 40, 20, ())


@pytest.mark.parametrize(("encoding", "name"), [
    ("utf-8", "José Núñez"), ("cp1252", "José Núñez"), ("mac_roman", "José Núñez"), ("cp1252", "Jörg “Müller”"),
    ("mac_roman", "Jörg Müller"), ("cp1252", "Ann Ray – AP"), ("cp1252", "Žofie Šíp"),
])  # fmt: skip
def test_iptc_that_does_not_say_its_charset(encoding: str, name: str) -> None:
    assert told(jpeg(iptc((BYLINE, name.encode(encoding)), utf_8=False)))["creator"] == (name,)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_xmp_of_each_kind(kind: str) -> None:
    how: dict[str, object] = {"xmp": WHOLE}
    if kind == "PNG":
        text = PngInfo()
        text.add_itxt("XML:com.adobe.xmp", WHOLE.decode())
        how = {"pnginfo": text}
    body = as_file(flag(), kind, **how)
    assert told(body) == {
        "credit": ("AP",), "statement": ("https://w.test/",), "instructions": ("No Archiving",), "city": ("Orrin",), "country": ("Farland",),
        "creator": ("Jane Doe", "Jo Lee"), "copyright": ("© The Trust",), "terms": ("Editorial use only",), "source": ("Trust",),
        "licensor": ("Orrin Pictures", "https://l.test/"),
    }  # fmt: skip
    assert read(body).size == len(body)
    assert "47" not in str(told(body))
    assert read(body).kind == kind


def test_xmp_behind_the_pixels_of_a_png() -> None:
    body = as_file(flag())
    late = chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + WHOLE)
    assert told(body[:-12] + late + body[-12:])["creator"] == ("Jane Doe", "Jo Lee")


def test_a_packet_that_goes_on_in_other_segments() -> None:
    name = b"0123456789ABCDEF0123456789ABCDEF"
    more = xmp("<photoshop:Source>Trust</photoshop:Source>" + f"<dc:description>{'word ' * 200}</dc:description>")
    pieces = [(0, more[:500]), (500, more[500:])]
    parts = [segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + name + struct.pack(">II", len(more), at) + piece)
             for at, piece in reversed(pieces)]  # fmt: skip
    first = xmp(attributes=f'photoshop:Credit="AP" xmpNote:HasExtendedXMP="{name.decode()}"')
    found = told(jpeg(*parts, xmp=first))
    assert (found["credit"], found["source"]) == (("AP",), ("Trust",))
    other = xmp(attributes=f'photoshop:Credit="AP" xmpNote:HasExtendedXMP="{"F" * 32}"')
    assert "source" not in told(jpeg(*parts, xmp=other))


def test_exif_and_png_texts_and_one_value_in_two_blocks() -> None:
    image = flag()
    exif = image.getexif()
    exif[0x013B], exif[0x8298] = "Jane Doe", "Jane Doe\0The Trust"
    exif.get_ifd(0x8825)[1] = "N"
    found = read(as_file(image, "JPEG", exif=exif, extra=iptc((BYLINE, b"Jane Doe"))))
    assert found.told == (Told("creator", "Jane Doe", ("IPTC", "EXIF")), Told("copyright", "Jane Doe", ("EXIF",)),
                          Told("copyright", "The Trust", ("EXIF",)))  # fmt: skip
    text = PngInfo()
    text.add_text("Author", "Ann Ray")
    assert told(as_file(flag(), pnginfo=text)) == {"creator": ("Ann Ray",)}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_a_file_that_says_nothing(kind: str) -> None:
    assert read(as_file(flag(), kind)).told == ()


# ---------------------------------------------------------------- strangers


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha ha ha ha ha ha ha ha">' + "".join(
    f'<!ENTITY {after} "{f"&{one};" * 10}">' for one, after in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>'


@pytest.mark.security
@pytest.mark.parametrize("packet", [
    xmp(listed("dc:creator", "&i;"), before=LAUGHS), xmp(attributes='photoshop:Credit="&i;"', before=LAUGHS),
    xmp(listed("dc:creator", "&i;"), before=OUTSIDE), xmp(attributes='photoshop:Credit="&i;"', before=OUTSIDE),
    ("\ufeff" + xmp(listed("dc:creator", "x"), before=OUTSIDE).decode()).encode("utf-16-be"), xmp("<dc:creator>") , b"\0\0\0", b"<", b"plain",
    xmp("<a>" * 5_000 + "</a>" * 5_000), xmp(listed("dc:creator", "x" * 11_000_000)), xmp(listed("dc:creator", *["x" * 1000] * 2_500)),
], ids="laughs laughs-attribute file file-attribute utf-16 open nul lt plain deep large-value large".split())  # fmt: skip
def test_a_hostile_packet_is_not_read_and_costs_only_itself(packet: bytes) -> None:
    text = PngInfo()
    text.add_text("Author", "Ann Ray")
    text.add(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
    begun = time.process_time()
    found = read(as_file(flag(), pnginfo=text))
    assert time.process_time() - begun < 1
    assert [one.value for one in found.told] == ["Ann Ray"]
    assert found.unread == ("XMP",)


@pytest.mark.security
def test_values_are_one_line_of_plain_text_and_bounded() -> None:
    given = "a\0b\x1b[31m\u202eevil\u2066\r\nc" + "x" * 30_000
    found = told(jpeg(iptc((CAPTION, given.encode()), *((BYLINE, f"Name {number}".encode()) for number in range(90)))))
    assert found["caption"][0].startswith("a b [31mevil c x".replace(" x", "x"))
    assert len(found["caption"][0]) <= LONGEST
    assert len(found["creator"]) == MOST
    assert told(as_file(flag(), "WEBP", xmp=xmp(listed("dc:creator", "&lt;script&gt;"))))["creator"] == ("<script>",)


@pytest.mark.security
@pytest.mark.parametrize("tail", [b"\x1c", b"\x1c\x02", b"\x1c\x02\x50\xff\xff", b"\x1c\x02\x50\x84\xff\xff\xff\xff", b"junk junk", b"\x1c\x63\x01\0\x01a"])
def test_a_broken_iptc_block_costs_only_itself(tail: bytes) -> None:
    found = read(jpeg(iptc((BYLINE, b"Jo Brook"), tail=tail), xmp=WHOLE))
    assert "Jo Lee" in found.values("creator")
    assert "Jo Brook" in found.values("creator") or found.unread == ("IPTC",)  # never lost without a word


@pytest.mark.security
@pytest.mark.parametrize("body", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", jpeg(iptc())[:60], b"%PDF-1.7"])
def test_what_is_no_picture_is_refused(body: bytes) -> None:
    with pytest.raises(WrongType):
        read(body)


@pytest.mark.security
def test_a_picture_too_large_to_be_drawn_is_not_read_either() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    with pytest.raises(TooLarge):
        read(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b""))


@pytest.mark.security
def test_it_is_read_in_a_confined_process_that_alone_loads_pillow(tmp_path: Path) -> None:
    pool = Pool(settings(tmp_path), DRAWING)
    try:
        assert pool.run(read_imprint, jpeg(iptc((BYLINE, b"Jane Doe")))).values("creator") == ("Jane Doe",)
        with pytest.raises((WrongType, TooComplex)):
            pool.run(read_imprint, b"x" * 5_000_000)
    finally:
        pool.close()
    code = "import reader.web, reader.worker, sys; print('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


# ---------------------------------------------------------------- file and page


def imprint(**fields: str) -> Imprint:
    return Imprint("JPEG", 1, 1, 1, tuple(Told(name, value, ("IPTC",)) for name, value in fields.items()))  # type: ignore[arg-type]


@pytest.mark.parametrize(("credit", "fields", "verdict"), [
    ("Jane Doe/AP", {}, "silent"), ("Jane Doe/AP", {"caption": "John Roe on the quay"}, "silent"),
    ("", {"creator": "Jane Doe"}, "unprinted"),
    ("Jane Doe/AP", {"creator": "JANE DOE", "credit": "Associated Press"}, "agrees"),
    ("AP Photo/Jane Doe", {"creator": "Doe, Jane", "credit": "AP", "copyright": "© 2026 The Associated Press. All rights reserved."}, "agrees"),
    ("Jane Doe/AP", {"credit": "AP"}, "agrees"), ("José Núñez/EFE", {"creator": "Jose Nunez", "credit": "EFE"}, "agrees"),
    ("Jane Doe/AP", {"creator": "J. Doe", "credit": "AP"}, "agrees"), ("Jane Doe/AP", {"creator": "STRINGER", "credit": "AP"}, "agrees"),
    ("AP", {"creator": "Jane Doe", "credit": "AP"}, "more"), ("J. Doe/AP", {"creator": "Jane Doe", "credit": "AP"}, "more"),
    ("Jane Doe", {"creator": "Jane Doe", "credit": "Getty Images"}, "more"),
    ("Getty Images", {"creator": "Ann Ray", "credit": "AFP via Getty Images", "source": "AFP"}, "more"),
    ("Orrin Post", {"creator": "Jonas Weir", "copyright": "Orrin Post"}, "more"),
    ("Jane Doe/AP", {"creator": "John Roe", "credit": "AP"}, "conflict"), ("Jane Doe/AP", {"creator": "Jane Doe", "credit": "Reuters"}, "conflict"),
    ("Jane Doe", {"copyright": "The Orrin Trust"}, "conflict"), ("Jane Doe/AP", {"creator": "jroe"}, "conflict"),
    ("Anna Doe/AP", {"creator": "Hanna Doe", "credit": "AP"}, "conflict"), ("dpa", {"credit": "AFP"}, "conflict"),
])  # fmt: skip
def test_the_page_against_the_file(credit: str, fields: dict[str, str], verdict: str) -> None:
    assert compare(credit, imprint(**fields)).verdict == verdict


def test_a_file_that_says_too_much_is_not_read_to_its_end() -> None:
    """What files say is remembered for an hour, and shown for each image of a page."""
    fields = ("dc:creator", "dc:rights", "dc:description", "xmpRights:UsageTerms")
    values = [f"{number} " + "x" * 3_000 for number in range(MOST)]
    found = read(as_file(flag(), "WEBP", xmp=xmp("".join(listed(name, *values) for name in fields))))
    assert sum(len(one.value) for one in found.told) <= MOST_SAID
    assert found.told
    assert found.unread == ("XMP",)
