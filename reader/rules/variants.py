"""Addresses of a page's second forms, for print or for AMP. Rows of data.

Each only makes us look whether the page names another address as its own: what merely looks like one costs nothing.
"""
from __future__ import annotations

import re
from typing import Literal, NamedTuple


class Variant(NamedTuple):
    """One habit; ``pattern`` is looked for in that part of the address."""

    part: Literal["host", "path", "query"]
    pattern: str
    why: str


VARIANTS = (
    Variant("host", r"^amp[.-]", "A host for AMP."),
    Variant("path", r"/(?:amp|amphtml|amp-story)(?:/|$)", "WordPress and many: /amp/ behind or before the story."),
    Variant("path", r"[.-]amp(?:\.html?)?$|\.amp\.", "story.amp.html, story-amp.html."),
    Variant("query", r"(?:^|&)amp(?:=(?!0|false)|&|$)|(?:^|&)(?:outputtype|format|view|type)=amp\b", "?amp, ?amp=1, ?outputType=amp."),
    Variant("path", r"/(?:print|printable|printview|printer|printer-friendly|print-version)(?:/|\.\w+$|$)", "A page to print."),
    Variant("path", r"[.,_-]print(?:\.\w+)?$", "story.print.html, story,print."),
    Variant("path", r"/(?:drucken|druckversion|druckansicht|imprimer|imprimir|stampa|afdrukken|drukuj|skriv-ut|utskrift)(?:/|\.\w+$|$)",
            "The same in German, French, Spanish, Italian, Dutch, Polish, Swedish."),
    Variant("query", r"(?:^|&)(?:print|printable|printer|printerfriendly|printview|printpage|print_view|isprint|druck|drucken)(?:=(?!0|false|no)|&|$)",
            "?print=1, ?printerFriendly=true."),
    Variant("query", r"(?:^|&)(?:view|mode|output|format|layout|style|action|type|template)=print", "?view=print."),
)  # fmt: skip

COMPILED = tuple((row.part, re.compile(row.pattern, re.I)) for row in VARIANTS)
# An AMP page says so in its first tag, wherever it lies.
AMP_PAGE = re.compile(r"<html\b[^>]{0,500}?\s(?:amp|⚡)(?=[\s=>])", re.I)
