"""Queries and their syntax trees."""

from kursk_tui.query.syntax import parse
from kursk_tui.query.syntax.tree import (
    And,
    AnyOf,
    Atom,
    Compare,
    Everything,
    Not,
    Or,
    Query,
    Range,
    Stated,
    Term,
    Value,
    Word,
)
from tests.tables import each_row

A, B, C, D = (Word(letter) for letter in "abcd")


def _a(text: str) -> Atom:
    return Atom(text)


@each_row(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  \t ", Everything()),
        ("a", A),
        ("  a  ", A),
        ("a b", And((A, B))),
        ("a   b\tc", And((A, B, C))),
        ("a AND b", And((A, B))),
        ("a AND b c", And((A, B, C))),
        ("a OR b", Or((A, B))),
        ("a OR b OR c", Or((A, B, C))),
        ("NOT a", Not(A)),
        ("-a", Not(A)),
        ("--a", Not(Not(A))),
        ("NOT NOT a", Not(Not(A))),
        ("-NOT a", Not(Not(A))),
        ("NOT -a", Not(Not(A))),
        ("(a)", A),
        ("((a))", A),
    ],
)
def test_words_and_connectives(text: str, tree: Query) -> None:
    assert parse(text) == tree


@each_row(
    ("text", "tree"),
    [
        ("a OR b c", Or((A, And((B, C))))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a AND b OR c AND d", Or((And((A, B)), And((C, D))))),
        ("NOT a b", And((Not(A), B))),
        ("NOT a OR b", Or((Not(A), B))),
        ("-a b OR c", Or((And((Not(A), B)), C))),
        ("a -b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a(b)c", And((A, B, C))),
        ("NOT (a b)", Not(And((A, B)))),
        ("-(a OR b)", Not(Or((A, B)))),
        ("(a b) c", And((And((A, B)), C))),
        ("a OR (b OR c)", Or((A, Or((B, C))))),
        ("NOT killed:>3 b", And((Not(Term("killed", Compare(">", _a("3")))), B))),
    ],
)
def test_not_binds_before_and_before_or(text: str, tree: Query) -> None:
    assert parse(text) == tree


@each_row(
    ("text", "value"),
    [
        ("100", _a("100")),
        ("1,000", _a("1,000")),
        ("-5", _a("-5")),
        ("2024-12-19", _a("2024-12-19")),
        ("a-b.c", _a("a-b.c")),
        ("a:b", _a("a:b")),
        ("OR", _a("OR")),
        ('"almost certain"', _a("almost certain")),
        ('">5"', _a(">5")),
        ('"*"', _a("*")),
        ('"a..b"', _a("a..b")),
        (">=100", Compare(">=", _a("100"))),
        ("<=100", Compare("<=", _a("100"))),
        (">100", Compare(">", _a("100"))),
        ("<100", Compare("<", _a("100"))),
        ("> 100", Compare(">", _a("100"))),
        ('>="highly likely"', Compare(">=", _a("highly likely"))),
        ("1..2", Range(_a("1"), _a("2"))),
        ("1..", Range(_a("1"), None)),
        ("..2", Range(None, _a("2"))),
        ('"a b".."c d"', Range(_a("a b"), _a("c d"))),
        ('likely.."highly likely"', Range(_a("likely"), _a("highly likely"))),
        ("2024-12-04..2024-12-19", Range(_a("2024-12-04"), _a("2024-12-19"))),
        ("*", Stated()),
        ("*x", _a("*x")),
        ("(a OR b)", AnyOf((_a("a"), _a("b")))),
        ("(a)", AnyOf((_a("a"),))),
        ("( a OR b OR c )", AnyOf((_a("a"), _a("b"), _a("c")))),
        ("(a OR (b OR c))", AnyOf((_a("a"), AnyOf((_a("b"), _a("c")))))),
        (
            '(>5 OR 1..2 OR ..0 OR 9.. OR "x y" OR *)',
            AnyOf(
                (
                    Compare(">", _a("5")),
                    Range(_a("1"), _a("2")),
                    Range(None, _a("0")),
                    Range(_a("9"), None),
                    _a("x y"),
                    Stated(),
                )
            ),
        ),
    ],
)
def test_values_of_a_field(text: str, value: Value) -> None:
    assert parse(f"killed:{text}") == Term("killed", value)
    assert parse(f"(killed:{text})") == Term("killed", value)
    assert parse(f"killed:{text} b") == And((Term("killed", value), B))


@each_row(
    ("text", "field"),
    [
        ("killed:5", "killed"),
        ("KILLED:5", "killed"),
        ("Killed:5", "killed"),
        ("tanks-lost:5", "tanks-lost"),
        ("a_1:5", "a_1"),
        ("not:5", "not"),
        ("OR:5", "or"),
    ],
)
def test_field_names_are_case_insensitive(text: str, field: str) -> None:
    assert parse(text) == Term(field, Atom("5"))


@each_row("word", ["or", "and", "not", "Or", "And", "Not", "ORDER", "ANDy", "NOTE"])
def test_only_upper_case_words_are_keywords(word: str) -> None:
    assert parse(f"a {word} b") == And((A, Word(word), B))


def test_keywords_end_at_parentheses_and_quotes() -> None:
    assert parse('a OR"b"') == Or((A, B))
    assert parse("a OR(b)") == Or((A, B))
    assert parse("NOT(a)") == Not(A)
    assert parse("(a)AND(b)") == And((A, B))


@each_row(
    "word",
    [
        "closed-door",
        "a-",
        "a--b",
        "Seong-kweun",
        "11,000",
        "12:30",
        "*",
        ">5",
        "1..2",
        "Russia's",
        "Russia’s",
        "ünïcode",
        "俄罗斯",
        "=",
        "a\\b",
    ],
)
def test_words_that_need_no_quotes(word: str) -> None:
    assert parse(word) == Word(word)
    assert parse(f"-{word}") == Not(Word(word))


@each_row(
    ("text", "words"),
    [
        ('"a b"', "a b"),
        ('"OR"', "OR"),
        ('"-a"', "-a"),
        ('"(a)"', "(a)"),
        ('"killed:>3"', "killed:>3"),
        ('" a  b "', " a  b "),
        (r'"say \"no\""', 'say "no"'),
        (r'"back\\slash"', "back\\slash"),
        (r'"\a"', "a"),
        ('"two\nlines"', "two\nlines"),
    ],
)
def test_phrases_and_escapes(text: str, words: str) -> None:
    assert parse(text) == Word(words)
    assert parse(f"source:{text}") == Term("source", Atom(words))


def test_quotes_end_a_word_and_begin_a_phrase() -> None:
    assert parse('a"b c"d') == And((A, Word("b c"), D))
    assert parse('-"b c"') == Not(Word("b c"))


def test_trees_compare_without_their_places() -> None:
    assert parse("a    b") == parse("a b")
    assert parse("killed:5") == parse("   killed:5")
    assert parse("killed:5") != parse("killed:6")
    assert parse("killed:>5") != parse("killed:>=5")
    assert parse("killed:1..") != parse("killed:..1")


def test_trees_know_their_places() -> None:
    tree = parse("a  killed:>=100")
    assert isinstance(tree, And)
    word, term = tree.parts
    assert isinstance(word, Word)
    assert isinstance(term, Term)
    assert isinstance(term.value, Compare)
    assert word.span == (0, 1)
    assert term.span == (3, 10)
    assert term.value.atom.span == (12, 15)


@each_row(
    ("tree", "text"),
    [
        (Everything(), ""),
        (A, "a"),
        (Word("a b"), '"a b"'),
        (Word("OR"), '"OR"'),
        (Word("-a"), '"-a"'),
        (Word("a-b"), "a-b"),
        (Word("date:x"), '"date:x"'),
        (Word('say "no" \\'), r'"say \"no\" \\"'),
        (Not(A), "-a"),
        (Not(Not(A)), "--a"),
        (Not(And((A, B))), "-(a b)"),
        (And((A, Or((B, C)))), "a (b OR c)"),
        (And((And((A, B)), C)), "(a b) c"),
        (Or((A, And((B, C)))), "a OR b c"),
        (Or((A, Or((B, C)))), "a OR (b OR c)"),
        (Term("killed", Compare(">=", Atom("100"))), "killed:>=100"),
        (Term("killed", Range(Atom("1"), None)), "killed:1.."),
        (Term("killed", Range(None, Atom("1"))), "killed:..1"),
        (Term("killed", Stated()), "killed:*"),
        (Term("text", Atom("*")), 'text:"*"'),
        (Term("text", Atom(">5")), 'text:">5"'),
        (Term("text", Atom("a..b")), 'text:"a..b"'),
        (Term("text", Atom("a b")), 'text:"a b"'),
        (Term("text", Range(Atom("5."), Atom(".6"))), 'text:"5."...6'),
        (Term("kind", AnyOf((Atom("a"), Atom("b")))), "kind:(a OR b)"),
    ],
)
def test_trees_print_themselves(tree: Query, text: str) -> None:
    assert str(tree) == text
    assert parse(text) == tree
