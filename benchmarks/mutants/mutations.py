"""The mutations of a source file: one small change each.

Annotations, docstrings, decorators, imports, assertions, `__all__`, type aliases and the insides of
f-strings are not mutated: such a change does not affect behaviour, or only the type checker.
"""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
_NAMES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind",
    "rfind": "find",
}
_NOT_RUN = ("annotation", "returns", "decorator_list", "type_params")
_TYPES_ONLY = ("Literal", "TypeVar", "NewType", "TypeAlias", "Protocol", "Generic")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the bytes from `start` to `end` of a file are replaced.

    `lines` are the lines whose execution runs the changed code; `in_function` is false for code
    that runs when the module is imported.
    """

    path: Path
    start: int
    end: int
    before: str
    after: str
    operator: str
    lines: tuple[int, int]
    in_function: bool

    def apply(self, source: bytes) -> bytes:
        """Return the file with the change made."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def mutations(path: Path, source: str) -> list[Mutation]:
    """Return every mutation of a file, in the order of its text."""
    finder = _Finder(path, source)
    finder.visit(ast.parse(source))
    return sorted(finder.found, key=lambda mutation: (mutation.start, mutation.end, mutation.after))


class _Finder(ast.NodeVisitor):
    """Collects the mutations of a module, each with its enclosing statement."""

    def __init__(self, path: Path, source: str) -> None:
        self.found: list[Mutation] = []
        self._path = path
        self._source = source.encode()
        self._starts = [0]
        for line in self._source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._lines = (1, 1)
        self._depth = 0

    def visit(self, node: ast.AST) -> None:
        """Collect the mutations of a node and its children."""
        if _is_not_mutated(node):
            return
        if isinstance(node, ast.stmt):
            self._lines = _lines_of(node)
            self._add_all(node, _of_statement(node))
        elif isinstance(node, ast.expr):
            self._add_all(node, _of_expression(node))
        for test in _conditions(node):
            self._add_all(test, iter([("condition negated", f"(not {ast.unparse(test)})")]))
        for child, is_inside in _children(node):
            lines, self._depth = self._lines, self._depth + is_inside
            self.visit(child)
            self._lines, self._depth = lines, self._depth - is_inside

    def _add_all(self, node: ast.expr | ast.stmt, found: Iterator[tuple[str, str]]) -> None:
        start = self._starts[node.lineno - 1] + node.col_offset
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        end = self._starts[node.end_lineno - 1] + node.end_col_offset
        before = self._source[start:end].decode()
        for operator, after in found:
            if after.strip("()") != ast.unparse(node).strip("()"):
                self.found.append(
                    Mutation(
                        *(self._path, start, end, before, after, operator),
                        *(self._lines, self._depth > 0),
                    )
                )


def _is_not_mutated(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Assert():
            return True
        case ast.Expr(value=ast.Constant()):  # a docstring, or an ellipsis
            return True
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name in ("__all__", "TYPE_CHECKING") or _is_type(value)
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
            return True
        case ast.Subscript() | ast.Call():
            return _is_type(node)
    return False


def _is_type(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)):
            return name in _TYPES_ONLY
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_type(left) or _is_type(right)
    return False


def _lines_of(node: ast.stmt) -> tuple[int, int]:
    """Return the first and last line of a statement, or of the header of a compound statement."""
    body = getattr(node, "body", None)
    if isinstance(body, list) and body:
        return node.lineno, max(node.lineno, body[0].lineno - 1)
    return node.lineno, node.end_lineno or node.lineno


def _children(node: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """Yield the children of a node that may be mutated, and whether each runs only in a call."""
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for name, value in ast.iter_fields(node):
        if name in _NOT_RUN or (name == "keywords" and isinstance(node, ast.ClassDef)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child, is_function and name == "body"


def _conditions(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the conditions of a node that contain no operator to change."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            tests = [test]
        case ast.comprehension(ifs=tests):
            pass
        case _:
            return
    for test in tests:
        if isinstance(test, ast.Name | ast.Call | ast.Attribute | ast.NamedExpr):
            yield test


def _of_statement(node: ast.stmt) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Expr() | ast.Raise() | ast.Delete():
            yield "statement deleted", "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript(), *_]):
            yield "statement deleted", "pass"
        case ast.AugAssign():
            yield "statement deleted", "pass"
            if other := _ARITHMETIC.get(type(node.op)):
                yield "arithmetic", _with(node, op=other())
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield "return None", "return None"
        case ast.Break():
            yield "break/continue swapped", "continue"
        case ast.Continue():
            yield "break/continue swapped", "break"


def _of_expression(node: ast.expr) -> Iterator[tuple[str, str]]:
    for operator, mutated in _of_value(node):
        yield (
            operator,
            f"({ast.unparse(mutated)})" if _needs_brackets(mutated) else ast.unparse(mutated),
        )


def _of_value(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Compare(ops=[first, *rest]):
            for other in _COMPARISONS[type(first)]:
                yield "comparison", _changed(node, ops=[other(), *rest])
        case ast.BoolOp(op=op, values=values):
            yield (
                "and/or swapped",
                _changed(node, op=ast.Or() if isinstance(op, ast.And) else ast.And()),
            )
            yield (
                "operand dropped",
                values[0] if len(values) == 2 else _changed(node, values=values[:-1]),
            )
            yield (
                "operand dropped",
                values[1] if len(values) == 2 else _changed(node, values=values[1:]),
            )
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield "sign or not dropped", operand
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield "branches swapped", _changed(node, test=test, body=orelse, orelse=body)
        case ast.BinOp(op=op) if type(op) in _ARITHMETIC:
            yield "arithmetic", _changed(node, op=_ARITHMETIC[type(op)]())
        case ast.Constant(value=bool(value)):
            yield "constant", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "constant", ast.Constant(value + 1)
            yield "constant", ast.Constant(value - 1)
        case ast.Constant(value=float(value)):
            yield "constant", ast.Constant(value + 1)
        case ast.Constant(value=str(value)):
            yield "constant", ast.Constant("" if value else "XX")
        case ast.Call(func=func, args=[first, second, *rest]) if not isinstance(
            first, ast.Starred
        ) and not isinstance(second, ast.Starred):
            yield "arguments swapped", _changed(node, args=[second, first, *rest])
            yield from _renamed(node, func)
        case ast.Call(func=func):
            yield from _renamed(node, func)


def _renamed(node: ast.Call, func: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match func:
        case ast.Name(id=name) if name in _NAMES:
            yield "other function", _changed(node, func=ast.Name(_NAMES[name]))
        case ast.Attribute(attr=name) if name in _NAMES:
            yield "other function", _changed(node, func=_changed(func, attr=_NAMES[name]))


def _changed(node: ast.expr, **fields: object) -> ast.expr:
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _with(node: ast.AugAssign, **fields: object) -> str:
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return ast.unparse(other)


def _needs_brackets(node: ast.expr) -> bool:
    return not isinstance(node, ast.Constant | ast.Name | ast.Call | ast.Attribute | ast.Subscript)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
