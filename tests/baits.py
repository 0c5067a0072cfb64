"""Bait for regular expressions: texts on which each pattern of the reader would take longest, made from the pattern.

For each part that may repeat: what leads to it, what it accepts over and over, and then what it does not accept; and
the same beginning over and over, for a search that starts anew at each.
"""
from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import BuiltinMethodType
from typing import Any

import reader

MISMATCH = "\x01!"
MANY = 8
"""A part that repeats no oftener than this is no bait."""
TRIED = "a7 -.,:;/<>\"'=&%_éÉ中\n\t|@#()[]xXzZ"
"""Characters of all kinds, in which one is looked for that a set accepts."""
KINDS = {
    ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def patterns() -> dict[re.Pattern[Any], str]:
    """Every compiled pattern in a module of the reader, also inside its tables and rows, and where it stands."""
    found: dict[re.Pattern[Any], str] = {}
    for module in pkgutil.walk_packages(reader.__path__, "reader."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in _held(value, set()):
                found.setdefault(pattern, f"{module.name}.{name}")
    return found


def _held(value: Any, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    """The patterns in ``value``, however deep: collections, frozen rows, and the bound ``search`` of a pattern."""
    if isinstance(value, BuiltinMethodType):
        value = value.__self__
    if isinstance(value, re.Pattern):
        yield value
    elif id(value) not in seen:
        seen.add(id(value))
        for part in _parts(value):
            yield from _held(part, seen)


def _parts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return []


def baits(pattern: re.Pattern[Any], size: int) -> list[str]:
    """Texts of about ``size`` characters for ``pattern``, of bytes or of characters."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    tree = parser.parse(source, flags & ~re.DEBUG)
    found: list[str] = []
    for lead, body in _repeats(tree, ""):
        found.append(lead + body * (size // len(body)) + MISMATCH)
        again = lead + body
        found.append(again * (size // len(again)) + MISMATCH)
    return list(dict.fromkeys(found))


def _repeats(tree: Any, lead: str) -> Iterator[tuple[str, str]]:
    """What leads to each repeating part of ``tree``, and what it repeats (each alternative of it)."""
    for op, value in tree:
        if op in REPEATS:
            _, most, inner = value
            for body in _bodies(inner) if most == ops.MAXREPEAT or most > MANY else ():
                yield lead, body
        for inner in _inner(op, value):
            yield from _repeats(inner, lead)
        lead += _shortest([(op, value)])


def _bodies(tree: Any) -> list[str]:
    """A few different texts that ``tree`` matches once, none of them empty."""
    items = list(tree)
    if len(items) == 1 and items[0][0] is ops.IN:
        found = _accepted(items[0][1])[:3]
    elif len(items) == 1 and items[0][0] is ops.BRANCH:
        found = [_shortest(branch) for branch in items[0][1][1]][:4]
    elif len(items) == 1 and items[0][0] is ops.SUBPATTERN:
        found = _bodies(items[0][1][-1])
    else:
        found = [_shortest(tree)]
    return [text for text in found if text] or [_shortest(tree) or "a"]


def _inner(op: Any, value: Any) -> list[Any]:
    """The parts inside one node of a parsed pattern."""
    if op in REPEATS:
        return [value[2]]
    if op is ops.SUBPATTERN:
        return [value[-1]]
    if op is ops.BRANCH:
        return list(value[1])
    if op is ops.ATOMIC_GROUP:
        return [value]
    return [value[1]] if op in (ops.ASSERT, ops.ASSERT_NOT) else []


def _shortest(tree: Any) -> str:
    """About the shortest text that ``tree`` matches."""
    return "".join(_one(op, value) for op, value in tree)


def _one(op: Any, value: Any) -> str:
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.NOT_LITERAL:
        return "b" if value == ord("a") else "a"
    if op is ops.ANY:
        return "a"
    if op is ops.IN:
        return next(iter(_accepted(value)), "")
    if op in REPEATS:
        return _shortest(value[2]) * min(value[0], 200)
    if op in (ops.SUBPATTERN, ops.ATOMIC_GROUP, ops.BRANCH):
        return _shortest(_inner(op, value)[0])
    return ""


def _accepted(members: Any) -> list[str]:
    """Some of the characters that a set accepts."""
    kinds = [member for member in members if member[0] is not ops.NEGATE]
    if len(kinds) < len(members):
        return [one for one in TRIED if not any(_is_in(one, kind) for kind in kinds)]
    named = [chr(value if op is ops.LITERAL else value[0]) for op, value in kinds if op in (ops.LITERAL, ops.RANGE)]
    return list(dict.fromkeys([*named, *(one for one in TRIED if any(_is_in(one, kind) for kind in kinds))]))


def _is_in(one: str, kind: Any) -> bool:
    op, value = kind
    if op is ops.LITERAL:
        return ord(one) == value
    if op is ops.RANGE:
        return bool(value[0] <= ord(one) <= value[1])
    return bool(re.match(KINDS[value], one))
