"""Turns the vocabulary's frozen values into JSON and back, without loss.

A field that is `None` or an empty tuple is left out; a field that is absent is read as its
default, or else as `None` or empty. So a field added later, with a default, reads old rows. A
value that may be of several classes says under `is` of which it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hearsay.vocabulary.spans import Span

T = TypeVar("T")
Turn = Callable[[Any], Any]


_CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def canonical(value: object) -> bytes:
    """The one JSON text, in UTF-8, that stands for `value`: sorted keys, no white space."""
    text = _CANONICAL.encode(value)
    # A file name that is not UTF-8 reaches us with lone surrogates, which must survive.
    return text.encode("utf-8", "surrogatepass")


def encode(value: Any) -> bytes:
    """Canonical JSON of a frozen dataclass of the vocabulary."""
    return canonical(_out(cast(Hashable, type(value)))(value))


def decode(cls: type[T], body: bytes) -> T:
    """The value of class `cls` that `encode` turned into `body`."""
    value: T = _in(cast(Hashable, cls))(json.loads(body.decode("utf-8", "surrogatepass")))
    return value


def _same(value: Any) -> Any:
    return value


@cache
def _out(hint: Any) -> Turn:
    """A function that turns values of type `hint` into plain JSON values."""
    if hint is Span:
        return lambda span: [span.start, span.end]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        turns = [(f.name, _out(hints[f.name]), _is_tuple(hints[f.name])) for f in fields(hint)]

        def turn(value: Any) -> dict[str, Any]:
            kept: dict[str, Any] = {}
            for name, out, may_be_empty in turns:
                held = getattr(value, name)
                if held is None or (may_be_empty and not held):
                    continue
                kept[name] = held if out is _same else out(held)
            return kept

        return turn
    if kinds := _kinds(hint):
        each = {kind: _out(kind) for kind in kinds}
        return lambda value: {_KIND: type(value).__name__, **each[type(value)](value)}
    part = _part(hint)
    if part is None:
        return _same
    if isinstance(part, tuple):
        outs = [_out(p) for p in part]
        return lambda values: [out(v) for out, v in zip(outs, values, strict=True)]
    inner = _out(part)
    if _optional(hint):
        return lambda value: None if value is None else inner(value)
    if inner is _same:
        return list
    return lambda values: [inner(v) for v in values]


@cache
def _in(hint: Any) -> Turn:
    """A function that turns plain JSON values back into values of type `hint`."""
    if hint is Span:
        return lambda pair: Span(pair[0], pair[1])
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        build = cast(Callable[..., Any], hint)
        turns = [(f.name, _in(hints[f.name])) for f in fields(hint)]
        absent = {
            f.name: None if _optional(hints[f.name]) else ()
            for f in fields(hint)
            if f.default is MISSING and _may_be_absent(hints[f.name])
        }

        def turn(found: dict[str, Any]) -> Any:
            given = {name: back(found[name]) for name, back in turns if name in found}
            return build(**{**absent, **given})

        return turn
    if kinds := _kinds(hint):
        named = {kind.__name__: _in(kind) for kind in kinds}
        return lambda found: named[found[_KIND]](found)
    part = _part(hint)
    if part is None:
        return _same
    if isinstance(part, tuple):
        backs = [_in(p) for p in part]
        return lambda values: tuple(back(v) for back, v in zip(backs, values, strict=True))
    inner = _in(part)
    if _optional(hint):
        return lambda value: None if value is None else inner(value)
    if inner is _same:
        return tuple
    return lambda values: tuple([inner(v) for v in values])


def _optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint)


_KIND = "is"
"""Names the class of a value where it may be of several; no field of theirs is called so."""


def _kinds(hint: Any) -> tuple[type, ...]:
    """The classes that a value may be of, where it may be of several."""
    if get_origin(hint) not in (Union, UnionType):
        return ()
    arguments = get_args(hint)
    return arguments if all(map(is_dataclass, arguments)) else ()


def _may_be_absent(hint: Any) -> bool:
    return _optional(hint) or _is_tuple(hint)


def _is_tuple(hint: Any) -> bool:
    """Whether values of this type are tuples, if they are not `None`."""
    return get_origin(_part(hint) if _optional(hint) else hint) is tuple


def _part(hint: Any) -> Any:
    """What `hint` is made of: one type, a tuple of types, or `None` for plain JSON values."""
    arguments = get_args(hint)
    if _optional(hint):
        (inner,) = (a for a in arguments if a is not NoneType)
        return inner
    if get_origin(hint) is tuple:
        return arguments[0] if arguments[1:] == (Ellipsis,) else tuple(arguments)
    if hint in (str, int, float, bool) or get_origin(hint) is Literal:
        return None
    raise TypeError(f"The codec does not know values of type {hint!r}.")
