"""Kept articles, in one SQLite file: what was read, the bytes it was read from, and where they came from."""
from reader.store.articles import Kept, Received, Store
from reader.store.slots import HandedIn

__all__ = ["HandedIn", "Kept", "Received", "Store"]
