"""An article as a file: one function a format, each ``Article -> str``, the same article always the same string."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reader.article import Article
from reader.export.json import as_json
from reader.export.markdown import markdown
from reader.export.page import page
from reader.export.text import plain

FORMATS: Mapping[str, Callable[[Article], str]] = MappingProxyType(
    {"html": page, "md": markdown, "text": plain, "json": as_json}
)
