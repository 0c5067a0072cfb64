"""Words that make a short line over nothing but story links a label, though no row of labels has the line itself.

"Popular on The Gazette", "ABC News Top Stories", "More games news": a weak label each, which needs links as a second witness.
"""
from __future__ import annotations

import re
from itertools import pairwise

from reader.article import Kind
from reader.rules.labels import NO_LABEL, Hit, Label, ends_sentence

_ROWS: tuple[tuple[Kind, str], ...] = (
    ("most-read", "popular trending most-read beliebt meistgelesen populaires populares populari populair popularne lidas leidas"),
    ("related-end", "related latest recommended recent more top-stories top-news stories headlines similar news discover explore further next previous"
                    " mehr weitere neueste aktuelle empfehlungen verwandte derniers dernières récents autres más últimas recientes noticias relacionadas"
                    " mais recentes notícias altri altre ultime recenti notizie meer laatste recente więcej najnowsze fler senaste"
                    " ещё новости последние haberler diğer المزيد أخبار"),
)
_LONGEST, _MOST_WORDS = 60, 9
_WORDS: dict[str, Kind] = {word.replace("-", " "): kind for kind, words in _ROWS for word in words.split()}
_SINGLE = frozenset(word for words in _WORDS for word in words.split(" "))
_SPLIT = re.compile(r"[^\W\d_]+")


def hint(text: str) -> Hit:
    """A weak label when the short line ``text`` holds one of the words; ``NO_LABEL`` when not."""
    if len(text) > _LONGEST or ends_sentence(text):
        return NO_LABEL
    words = _SPLIT.findall(text.lower())
    if not 1 < len(words) <= _MOST_WORDS or _SINGLE.isdisjoint(words):
        return NO_LABEL
    pairs = [" ".join(pair) for pair in pairwise(words)]
    kind = next((_WORDS[word] for word in (*pairs, *words) if word in _WORDS), None)
    return Hit(Label("", text, kind, "opening", weak=True), text, "") if kind else NO_LABEL


def is_hint(word: str) -> bool:
    """Is the single ``word`` one of them?"""
    return word.lower() in _WORDS
