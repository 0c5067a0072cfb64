"""An article as a file: one row a format."""
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.export.epub import epub
from reader.export.format import Format
from reader.export.json import as_json
from reader.export.markdown import markdown
from reader.export.page import page, page_with_images
from reader.export.text import plain

__all__ = ["FORMATS", "Format"]

FORMATS: Mapping[str, Format] = MappingProxyType({
    "html": Format("html", "text/html; charset=utf-8", "Clean HTML", page),
    "full": Format("full.html", "text/html; charset=utf-8", "HTML with its images", page_with_images, True),
    "epub": Format("epub", "application/epub+zip", "EPUB", epub, True),
    "md": Format("md", "text/markdown; charset=utf-8", "Markdown", markdown),
    "text": Format("txt", "text/plain; charset=utf-8", "Plain text", plain),
    "json": Format("json", "application/ld+json", "JSON (schema.org)", as_json),
})
"""By the name that the command line takes; a suffix belongs to one row alone."""
