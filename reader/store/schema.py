"""What all tables of the reader's file share."""
from __future__ import annotations

from sqlalchemy import MetaData

VERSION = 2
"""Raised with each table that is added. 2: slots."""

TABLES = MetaData()
