"""Unfeed: the article with its captions and credits, without the feed."""
from reader.article import Article, Figure, Removal
from reader.errors import ReaderError
from reader.pipeline import read_html, read_text, read_url

__all__ = ["Article", "Figure", "ReaderError", "Removal", "read_html", "read_text", "read_url"]
