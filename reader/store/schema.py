"""What all tables of the reader's file share."""
from __future__ import annotations

from sqlalchemy import MetaData

VERSION = 3
"""Raised with each table or column that is added. 2: slots. 3: size and rules of an article."""

UPGRADES = {
    1: (),
    2: (
        "ALTER TABLE articles ADD COLUMN size INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE articles ADD COLUMN rules VARCHAR NOT NULL DEFAULT ''",
    ),
}
"""The statements that lead from a version to the next, beside the making of tables."""

TABLES = MetaData()
