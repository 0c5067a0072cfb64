"""A stranger's picture drawn anew: bytes in, other bytes out, that hold its pixels and nothing else of it.

What is served was written by our own encoder: no byte of the file that a stranger sent reaches a browser, no script
behind the pixels, no place where a photo was taken. It stands still: of a moving one the first frame is drawn, since
frames multiply what one may cost, and nothing should move beside a text that is being read. To be called in a process
that is confined (``reader.worker``): decoders are written in C, and handed what strangers made.
"""
from __future__ import annotations

import contextlib
import math
import struct
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO

# Importing a plugin registers its format; were one missing, Pillow would import all forty at the first picture.
from PIL import AvifImagePlugin, GifImagePlugin, Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from reader.drawn import Picture
from reader.errors import TooLarge, WrongType

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
"""What is recognised, by content. A JPEG with a second picture behind it is an "MPO" to Pillow; the first is drawn."""

MOST_PIXELS = 50_000_000
"""Larger pictures are refused: next to no camera makes them, and unpacked they would fill the worker. (WebP takes
more memory to unpack: above some 30 million pixels it has not enough, which is a refusal, too.)"""

WIDEST, TALLEST = 2_048, 16_000
"""Pixels of a picture as it is served. The column is some 700 wide: three of them for each of its own is what the best
screens have. The height is WebP's, nearly: a chart may be long."""

MOST_DRAWN = 8_000_000
"""Pixels in all of a picture as it is served."""

LARGEST_PROFILE = 1_000_000
"""Bytes of a colour profile that is looked at; printers' own have half of it."""

QUALITY = 88
"""Of JPEG and WebP: no difference is seen beside the original at arm's length, which is written from 75 to 95."""

PLUGINS = (JpegImagePlugin, PngImagePlugin, GifImagePlugin, WebPImagePlugin, AvifImagePlugin)

KINDS = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "GIF": "png", "WEBP": "webp", "AVIF": "webp"}

HOW: dict[str, dict[str, int]] = {
    "jpeg": {"quality": QUALITY, "optimize": True},
    "png": {"compress_level": 3},  # the usual 6 takes three times as long for a twentieth less
    "webp": {"quality": QUALITY, "method": 2},
}

ORIENTATION = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By the EXIF number, what sets a picture upright."""
SIDEWAYS = frozenset(UPRIGHT[number] for number in (5, 6, 7, 8))

HINT = "It can be seen on the original page."

# What Pillow's parsers stumble over, as its authors have it and as they do not.
STUMBLES = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, EOFError, RuntimeError,
    struct.error, zlib.error, Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def redraw(body: bytes, portable: bool = False, widest: int = WIDEST) -> Picture:
    """The picture in ``body``, upright, in sRGB, at most ``widest`` pixels wide, without anything that is not a pixel.

    JPEG stays JPEG; PNG and GIF become PNG, without a loss; WebP and AVIF become WebP, or with ``portable`` JPEG (PNG
    if one can see through them): readers of books and word processors seldom know WebP. Raises WrongType for what is no
    such picture or a broken one, TooLarge for one of more than ``MOST_PIXELS``; MemoryError where it needs too much.
    """
    with opened(body) as given:
        return _redrawn(given, portable, widest)


@contextlib.contextmanager
def opened(body: bytes) -> Iterator[Image.Image]:
    """The picture in ``body`` as Pillow opens it, pixels not yet unpacked; what goes wrong inside is a ReaderError.

    Raises WrongType and TooLarge as ``redraw`` does.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a stranger's file is not worth a word in the log
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(body), formats=FORMATS) as given:
                yield given
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(f"The picture has more than {MOST_PIXELS:,} pixels.", HINT) from error
    except STUMBLES as error:
        raise WrongType("This is no picture, or a broken one.", HINT) from error


def _redrawn(given: Image.Image, portable: bool, widest: int) -> Picture:
    kind = KINDS[given.format or ""]
    turn = UPRIGHT.get(given.getexif().get(ORIENTATION, 1))
    size = _fitting(*given.size, widest, lies=turn in SIDEWAYS)
    given.draft(None, size)  # a JPEG is unpacked at an eighth, a quarter or half of its size if that is enough
    given.load()
    profile = given.info.get("icc_profile") or b""
    drawn = _plain(given)
    if drawn.size != size:
        drawn = drawn.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn is not None:
        drawn = drawn.transpose(turn)
    drawn = _in_srgb(drawn, profile)
    if portable and kind == "webp":
        drawn, kind = _opaque(drawn)
    return _written(drawn, kind)


def _fitting(width: int, height: int, most: int, lies: bool) -> tuple[int, int]:
    """The size, of the same shape, in which a picture is served; ``lies``: its width will be its height."""
    widest, tallest = (TALLEST, most) if lies else (most, TALLEST)
    scale = min(1.0, widest / width, tallest / height, math.sqrt(MOST_DRAWN / (width * height)))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _plain(image: Image.Image) -> Image.Image:
    """The picture in grey, RGB, RGBA or CMYK, eight bits each."""
    if image.mode.startswith("I") or image.mode == "F":  # sixteen bits of grey
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture with the colours its profile means. Grey needs none; a profile that cannot be read is passed over."""
    if profile and len(profile) <= LARGEST_PROFILE and image.mode != "L":
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            meant = ImageCms.profileToProfile(image, BytesIO(profile), SRGB, outputMode=mode)
            image = meant or image
    return image.convert("RGB") if image.mode == "CMYK" else image


def _opaque(image: Image.Image) -> tuple[Image.Image, str]:
    """The picture and the kind that shows it everywhere. Many that could be seen through cannot."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255):
        return image, "png"
    return (image.convert("RGB") if image.mode == "RGBA" else image), "jpeg"


def _written(image: Image.Image, kind: str) -> Picture:
    image.info.clear()  # Pillow would write comments, profiles and the like that it had read
    with BytesIO() as file:
        image.save(file, kind.upper(), **HOW[kind])
        return Picture(file.getvalue(), kind, image.size)
