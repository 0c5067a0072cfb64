"""Pictures drawn anew: what comes out of good ones, and that nothing but pixels comes out of bad ones."""
from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator

import pytest
from live import settings
from PIL import Image, ImageCms

from reader.drawn import Picture
from reader.errors import ReaderError, TooComplex, TooLarge, WrongType
from reader.pictures import KINDS, MOST_DRAWN, MOST_PIXELS, TALLEST, WIDEST, redraw
from reader.web.gallery import DRAWING
from reader.work import Pool
from reader.worker import redraw_picture

pytestmark = pytest.mark.security
RED, GREEN, BLUE = (220, 30, 20), (20, 160, 40), (30, 40, 200)
SCRIPT = b"<script>alert('UNFEED')</script>"


def as_file(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    with io.BytesIO() as file:
        image.save(file, kind, **how)
        return file.getvalue()


def flag(size: tuple[int, int] = (40, 20), mode: str = "RGB") -> Image.Image:
    """Red on the left, green on the right, so that what was turned is seen."""
    image = Image.new("RGB", size, RED)
    image.paste(GREEN, (size[0] // 2, 0, *size))
    return image.convert(mode)


def seen(body: bytes, kind: str) -> Image.Image:
    image = Image.open(io.BytesIO(body))
    assert image.format == kind
    image.load()
    return image


def near(pixel: object, wanted: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - two) <= by for one, two in zip(pixel, wanted, strict=True))


@pytest.mark.parametrize(("given", "kind"), [
    ("JPEG", "jpeg"), ("PNG", "png"), ("GIF", "png"), ("WEBP", "webp"), ("AVIF", "webp"),
])  # fmt: skip
def test_each_kind_comes_out_as_it_looks(given: str, kind: str) -> None:
    picture = redraw(as_file(flag(), given))
    assert picture.kind == kind
    image = seen(picture.body, kind.upper()).convert("RGB")
    assert image.size == (40, 20)
    assert near(image.getpixel((5, 10)), RED)
    assert near(image.getpixel((35, 10)), GREEN)


def test_a_png_loses_nothing() -> None:
    assert seen(redraw(as_file(noise(64, 48))).body, "PNG").tobytes() == noise(64, 48).tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_lies_is_set_upright_and_its_exif_is_gone(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "UNFEED-CAMERA"
    given = flag()
    body = redraw(as_file(given, "JPEG", exif=exif, quality=95)).body
    image = seen(body, "JPEG")
    assert image.size == ((20, 40) if orientation >= 5 else (40, 20))
    shown = {1: (5, 10), 2: (35, 10), 3: (35, 10), 4: (5, 10), 5: (10, 5), 6: (10, 5), 7: (10, 35), 8: (10, 35)}
    assert near(image.getpixel(shown[orientation]), RED, 25)
    assert b"UNFEED-CAMERA" not in body
    assert not image.getexif()


def test_words_and_profiles_are_left_behind() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    words = {"comment": SCRIPT, "xmp": SCRIPT}
    for kind, how in (("JPEG", words), ("PNG", {}), ("WEBP", words), ("GIF", words)):
        for more in ({}, {"icc_profile": profile}):
            body = redraw(as_file(flag(), kind, **how, **more)).body
            assert b"UNFEED" not in body
            assert b"acsp" not in body  # the signature of a profile


def test_colours_are_those_that_the_profile_means() -> None:
    """In a profile whose red and blue are swapped, a red picture is blue."""
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = swapped.index(b"rXYZ"), swapped.index(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    for kind, mode in (("PNG", "RGB"), ("JPEG", "RGB"), ("PNG", "RGBA")):
        body = redraw(as_file(Image.new(mode, (16, 16), (255, 0, 0)), kind, icc_profile=bytes(swapped))).body
        assert near(seen(body, kind).convert("RGB").getpixel((8, 8)), (0, 0, 255), 30)


def test_a_broken_profile_changes_nothing() -> None:
    for profile in (b"acsp" * 40, bytes(200), b"x" * 2_000_000):
        assert near(seen(redraw(as_file(flag(), "JPEG", icc_profile=profile)).body, "JPEG").getpixel((5, 10)), RED, 25)


def test_four_inks_become_three_colours() -> None:
    body = redraw(as_file(flag(mode="CMYK"), "JPEG", quality=95)).body
    image = seen(body, "JPEG")
    assert image.mode == "RGB"
    assert near(image.getpixel((5, 10)), RED, 40)


def test_sixteen_bits_of_grey_become_eight() -> None:
    deep = Image.frombytes("I;16", (3, 1), struct.pack("<3H", 0, 32_768, 65_535))
    assert seen(redraw(as_file(deep)).body, "PNG").convert("L").tobytes() == bytes((0, 128, 255))


def test_what_is_clear_stays_clear() -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    clear.paste((*RED, 255), (4, 0, 8, 8))
    indexed = flag((8, 8), "P")
    for given in (
        *(as_file(clear, kind) for kind in ("PNG", "WEBP", "AVIF", "GIF")), as_file(clear.convert("LA")),
        as_file(indexed, transparency=indexed.getpixel((0, 0))), as_file(flag((8, 8)), transparency=RED),
    ):  # fmt: skip
        picture = redraw(given)
        image = seen(picture.body, picture.kind.upper()).convert("RGBA")
        assert [image.getpixel(at)[3] for at in ((0, 4), (7, 4))] == [0, 255]  # type: ignore[index]


@pytest.mark.parametrize("size", [(6_000, 4_000), (1_000, 12_000), (30, 40_000), (2_049, 10), (5_000, 9_000)])
def test_no_picture_is_larger_than_a_screen_needs(size: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG"):
        width, height = seen(redraw(as_file(Image.new("L", size), kind)).body, kind).size
        assert width <= WIDEST
        assert height <= TALLEST
        assert width * height <= MOST_DRAWN * 1.01
        assert width / height == pytest.approx(size[0] / size[1], rel=0.1)


def test_a_picture_that_lies_is_measured_as_it_will_stand() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert seen(redraw(as_file(Image.new("L", (6_000, 1_000)), "JPEG", exif=exif)).body, "JPEG").size == (1_000, 6_000)


def test_of_what_moves_the_first_frame_is_drawn() -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in (RED, GREEN, BLUE)]
    for kind in ("GIF", "WEBP", "PNG", "AVIF"):
        picture = redraw(as_file(frames[0], kind, save_all=True, append_images=frames[1:], duration=100))
        image = seen(picture.body, picture.kind.upper())
        assert getattr(image, "n_frames", 1) == 1
        assert near(image.convert("RGB").getpixel((8, 8)), RED)


# What is hostile


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*before: bytes, width: int = 8, height: int = 8, data: bytes = bytes(9 * 8), after: bytes = b"") -> bytes:
    """A grey PNG with chunks of the test's choice before its pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(data, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(before) + pixels + chunk(b"IEND", b"") + after


GIF = as_file(flag(), "GIF")
JPEG = as_file(flag(), "JPEG")
POLYGLOTS = {
    "PNG with a page behind it": png(after=SCRIPT),
    "PNG with a script in its texts": png(
        chunk(b"tEXt", b"Comment\0" + SCRIPT), chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SCRIPT)
    ),
    "PNG with a chunk of nobody's": png(chunk(b"unFe", SCRIPT)),
    "GIF with a script behind it": GIF + b"*/=1;" + SCRIPT,
    "GIF whose comment is a script": GIF[:-1] + b"\x21\xfe" + bytes([len(SCRIPT)]) + SCRIPT + b"\0;",
    "JPEG with an archive behind it": JPEG + b"PK\x03\x04" + SCRIPT,
    "JPEG with a page in its comment": JPEG[:2] + b"\xff\xfe" + struct.pack(">H", len(SCRIPT) + 2) + SCRIPT + JPEG[2:],
    "MPO": as_file(flag(), "MPO", save_all=True, append_images=[flag()]) + SCRIPT,
    "WebP with a page behind it": as_file(flag(), "WEBP") + SCRIPT,
    "AVIF with a page behind it": as_file(flag(), "AVIF") + struct.pack(">I", 40) + b"free" + SCRIPT,
}  # fmt: skip


@pytest.mark.parametrize("given", POLYGLOTS.values(), ids=list(POLYGLOTS))
def test_of_a_picture_that_is_something_else_too_only_the_picture_comes_out(given: bytes) -> None:
    picture = redraw(given)
    seen(picture.body, picture.kind.upper())
    assert b"UNFEED" not in picture.body
    assert b"script" not in picture.body


# What Pillow would hand to Ghostscript.
PIPE = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%touch /tmp/unfeed-eps) (w) file\nshowpage\n%%EOF"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
NONE = {
    "nothing": b"", "a page": b"<!doctype html><p>A picture", "SVG": SVG, "SVG in XML": b"<?xml version='1.0'?>" + SVG,
    "PostScript": PIPE, "PDF": b"%PDF-1.7\n" + bytes(400), "PSD": b"8BPS\0\1" + bytes(400),
    "ICNS": b"icns" + struct.pack(">I", 400) + bytes(392), "FITS": b"SIMPLE  =                    T" + bytes(2_850),
    "the start of a PNG": png()[:20], "the start of a JPEG": JPEG[:3], "the start of a GIF": b"GIF89a",
    "a WebP of no size": b"RIFF\0\0\0\0WEBP", "JPEG 2000": as_file(flag(), "JPEG2000"), "a font": b"OTTO" + bytes(400),
    **{kind: as_file(flag(), kind) for kind in "TIFF BMP ICO PPM TGA PCX SGI DDS PDF EPS QOI".split()},
}  # fmt: skip


@pytest.mark.parametrize("given", NONE.values(), ids=list(NONE))
def test_what_is_none_of_the_five_is_refused(given: bytes) -> None:
    with pytest.raises(WrongType, match="no picture"):
        redraw(given)


def test_no_other_decoder_is_even_loaded() -> None:
    """In a fresh process: the tests themselves write files of other kinds."""
    code = """
import sys
from reader.errors import WrongType
from reader.pictures import redraw
for given in (b"%!PS-Adobe-3.0 EPSF-3.0", b"%PDF-1.7", b"II*\\0" + bytes(99), b"8BPS", b"<svg/>"):
    try:
        redraw(given)
    except WrongType:
        print(*(name for name in sys.modules if name in ("PIL.EpsImagePlugin", "PIL.PdfParser", "PIL.PsdImagePlugin")))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n" * 5


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_a_broken_picture_comes_out_as_a_picture_or_as_a_sentence(kind: str, counts: dict[str, int]) -> None:
    """Cut at every place, and with bytes changed: never anything else that is raised."""
    whole, chance = as_file(noise(24, 16).convert("RGB"), kind), random.Random(kind)
    broken = [whole[:at] for at in range(0, len(whole), 7)]
    for _ in range(300):
        spoiled = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            spoiled[chance.randrange(min(len(spoiled), chance.choice((40, 10**6))))] = chance.randrange(256)
        broken.append(bytes(spoiled))
    for given in broken:
        try:
            picture = redraw(given)
            seen(picture.body, picture.kind.upper())
        except (WrongType, TooLarge):
            counts["broken pictures refused"] = counts.get("broken pictures refused", 0) + 1
    counts["broken pictures tried"] = counts.get("broken pictures tried", 0) + len(broken)


def test_half_a_picture_is_none() -> None:
    whole = as_file(Image.effect_noise((200, 200), 90), "JPEG")
    with pytest.raises(WrongType):
        redraw(whole[: len(whole) // 2])


# What costs too much


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    made = Pool(settings(tmp_path_factory.mktemp("data")), DRAWING)
    yield made
    made.close()


def rows(count: int, width: int) -> bytes:
    """``count`` rows of a grey PNG, packed, without having them all in memory."""
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    return b"".join(packer.compress(row) for _ in range(count)) + packer.flush()


def large_png(width: int, height: int, packed: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def many_frames(count: int) -> bytes:
    """A GIF that claims the largest canvas there may be, frame for frame."""
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 7_000, 7_000, 0) + b"\x02\x02\x4c\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 7_000, 7_000, 0xF0, 0, 0) + bytes(6) + frame * count + b";"


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGBA", (width, height), random.Random(4).randbytes(width * height * 4))


def progressive(scans: int) -> bytes:
    """A JPEG of as many pixels as may be, whose one scan is repeated again and again."""
    whole = as_file(Image.new("L", (7_000, 7_000), 90), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * scans + whole[-2:]


TEXT = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(60_000_000), 9))
PROFILE = chunk(b"iCCP", b"icc\0\0" + zlib.compress(bytes(200_000_000), 9))
BOMBS = {
    "50,000 by 50,000": lambda: large_png(50_000, 50_000, rows(2_000, 50_000)),
    "a size of 2 thousand millions squared": lambda: png(width=2**31 - 1, height=2**31 - 1),
    "one pixel more than may be": lambda: png(width=MOST_PIXELS + 1, height=1),
    "a profile of 200 MB": lambda: png(PROFILE),
    "texts of 60 MB each": lambda: png(*[TEXT] * 60),
    "a hundred thousand frames": lambda: many_frames(100_000),
    "a hundred thousand chunks": lambda: png(*[chunk(b"teXt", b"a\0b")] * 100_000),
    "a GIF of 65,535 squared": lambda: b"GIF89a" + struct.pack("<HHBBB", 65_535, 65_535, 0, 0, 0) + b"\x2c" + bytes(20),
    "ten times more pixels than said": lambda: png(data=bytes(100_000_000)),
    "two thousand scans": lambda: progressive(2_000),
    "noise of 14 million pixels": lambda: as_file(noise(7_000, 2_000), compress_level=0),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=list(BOMBS))
def test_a_bomb_costs_a_worker_at_most(pool: Pool, bomb: object, counts: dict[str, int]) -> None:
    """It is refused, or drawn within the limits of time and memory; the next picture comes out."""
    try:
        picture = pool.run(redraw_picture, bomb())  # type: ignore[operator]
        assert isinstance(picture, Picture)
        seen(picture.body, picture.kind.upper())
    except (WrongType, TooLarge, TooComplex):
        pass
    counts["picture bombs survived"] = counts.get("picture bombs survived", 0) + 1
    assert pool.run(redraw_picture, JPEG).kind == "jpeg"


def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    for width, height in ((MOST_PIXELS + 1, 1), (50_000, 50_000), (9_000, 9_000)):
        given = png(width=width, height=height)
        with pytest.raises(TooLarge, match="50,000,000 pixels"):
            redraw(given)


def test_a_camera_s_largest_picture_is_drawn_in_time(pool: Pool) -> None:
    """Of 48 million pixels, or of 24 in the formats that take more to unpack."""
    for mode, kind, size in (
        ("RGB", "JPEG", (8_000, 6_000)), ("CMYK", "JPEG", (8_000, 6_000)), ("RGBA", "PNG", (8_000, 6_000)),
        ("RGB", "WEBP", (6_000, 4_000)), ("RGB", "AVIF", (6_000, 4_000)),
    ):  # fmt: skip
        given = as_file(Image.new(mode, size), kind, **({"speed": 10} if kind == "AVIF" else {"method": 0}))
        assert pool.run(redraw_picture, given).kind == KINDS[kind]


def test_errors_of_a_picture_tell_nothing_of_its_address() -> None:
    with pytest.raises(ReaderError) as caught:
        redraw(b"GIF89a-UNFEED")
    assert "UNFEED" not in caught.value.sentence + caught.value.hint
