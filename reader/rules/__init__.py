"""What to cut and what a caption is, as rows of data."""
from __future__ import annotations


class Rules:
    """A compiled rule set."""


BUILT_IN = Rules()
