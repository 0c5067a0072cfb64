"""Cutting again, inside the chosen content: links between paragraphs, cards, closing lists, promos, furniture."""
from __future__ import annotations

from reader.metadata import Metadata
from reader.units import Units


def trim(units: Units, about: Metadata) -> None:
    """Cut what the neighbours, the targets and the shape of a block show to be a recommendation."""
