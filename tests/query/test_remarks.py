"""Remarks on queries: parts that no claim can match, and words that look like another part."""

from collections.abc import Sequence

from kursk_tui.model import Briefing, Source
from kursk_tui.query import View
from kursk_tui.text.cells import carets
from tests.query.factory import Draft, briefing, builtin_view, dated, figure, likelihood
from tests.tables import each_row


def remarks(query: str, of: Briefing | None = None) -> list[str]:
    """Return the remarks on a query: each is the query, carets, and a sentence."""
    view = (View.of(of) if of else builtin_view()).ask(query)
    return [f"{query}\n{carets(query, one.start, one.end)}\n{one.sentence}" for one in view.remarks]


WORDS = """
killed:>100 <200
            ^^^^
“<200” is searched for as a word; killed:<200 compares

killed:>100 AND <=200
                ^^^^^
“<=200” is searched for as a word; killed:<=200 compares

wounded:1 000
          ^^^
“000” is searched for as a word; write numbers without spaces: wounded:1000

killed:>=10 k
            ^
“k” is searched for as a word; write numbers without spaces: killed:>=10k

killed :>=100
       ^^^^^^
“:>=100” is searched for as a word; a field has its colon right after its name: killed:>=100

wounded 2000
        ^^^^
“2000” is searched for as a word; put a colon after the field name: wounded:2000

killed >=100
       ^^^^^
“>=100” is searched for as a word; killed:>=100 compares

killed>=100
^^^^^^^^^^^
“killed>=100” is searched for as a word; killed:>=100 compares

killed≥100
^^^^^^^^^^
“killed≥100” is searched for as a word; killed:>=100 compares

killed=5
^^^^^^^^
“killed=5” is searched for as a word; killed:5 compares

killed!=5
^^^^^^^^^
“killed!=5” is searched for as a word; -killed:5 compares

kiled>5
^^^^^^^
“kiled>5” is searched for as a word; killed:>5 compares

deaths>5
^^^^^^^^
“deaths>5” is searched for as a word; killed:>5 compares

nis Date<2024
    ^^^^^^^^^
“Date<2024” is searched for as a word; Date:<2024 compares

x>5
^^^
“x>5” is searched for as a word; to compare, put a field and a colon before the sign

>5
^^
“>5” is searched for as a word; to compare, put a field and a colon before the sign

a && b
  ^^
“&&” is searched for as a word; a space means both

nis || lee
    ^^
“||” is searched for as a word; OR means either

nis|lee
^^^^^^^
“nis|lee” is searched for as a word; nis OR lee finds either

nis&lee
^^^^^^^
“nis&lee” is searched for as a word; nis lee finds both

!nis
^^^^
“!nis” is searched for as a word; -nis excludes

+nis
^^^^
“+nis” is searched for as a word; nis finds the word

kill*
^^^^^
“kill*” is searched for as a word; * and ? are ordinary characters; kill also finds longer words

^kill
^^^^^
“^kill” is searched for as a word; signs are searched for too; kill finds the word without them

least”
^^^^^^
“least”” is searched for as a word; signs are searched for too; least finds the word without them

killed:>=100 to 200
                ^^^
“200” is searched for as a word; two dots join the ends of a range: killed:100..200

date:2024-12 until 2025-01
                   ^^^^^^^
“2025-01” is searched for as a word; two dots join the ends of a range: date:2024-12..2025-01

killed:100.. 200
             ^^^
“200” is searched for as a word; write ranges without spaces: killed:100..200

id:S1 S2
      ^^
“S2” is searched for as a word; id:(S1 OR S2) finds either

kind:judgement context
               ^^^^^^^
“context” is searched for as a word; kind:(judgement OR context) finds either
"""

NOT_FOUND = """
treaty xyzzy
       ^^^^^
no claim matches xyzzy

-xyzzy
 ^^^^^
no claim matches xyzzy

nis OR "xyzzy"
       ^^^^^^^
no claim matches xyzzy

nis OR x>5
       ^^^
“x>5” is searched for as a word; to compare, put a field and a colon before the sign

killed:100 OR 200
              ^^^
no claim matches 200; killed:(100 OR 200) finds either

at-least
^^^^^^^^
no claim matches at-least; did you mean "at least"?

“kill*”
^^^^^^^
no claim matches kill*; did you mean kill?

text:"kill*"
^^^^^^^^^^^^
no claim matches text:kill*; did you mean kill?

text:North-Korean
^^^^^^^^^^^^^^^^^
no claim matches text:North-Korean; did you mean "North Korean"?

1000
^^^^
no claim matches 1000; did you mean 1,000?

11k troops
^^^
no claim matches 11k; did you mean 11,000?

11.000
^^^^^^
no claim matches 11.000; did you mean 11,000?

"soldiers North"
^^^^^^^^^^^^^^^^
no claim matches "soldiers North"; soldiers North finds the words apart

Koreans
^^^^^^^
no claim matches Koreans; Korean also finds longer words

nis -nis
     ^^^
no claim matches both nis and -nis
"""

PARTS = """
id:C1*
^^^^^^
no claim matches id:C1*; did you mean id:C1?

-id:C*
 ^^^^^
no claim matches id:C*; did you mean id:(C0 OR C1 OR C2)?

id:C01
^^^^^^
no claim matches id:C01; did you mean id:C1?

country:KOR
^^^^^^^^^^^
no claim matches country:KOR; did you mean country:KR?

country:"South Korea"
^^^^^^^^^^^^^^^^^^^^^
no claim matches country:"South Korea"; claims match country:KR, country:UA

source:nsi
^^^^^^^^^^
no claim matches source:nsi; did you mean source:nis?

source:xyz
^^^^^^^^^^
no claim matches source:xyz; claims match source:nis, source:mod

via:mod
^^^^^^^
no claim matches via:mod; claims match via:nis

source:nis,mod
^^^^^^^^^^^^^^
no claim matches source:nis,mod; did you mean source:(nis OR mod)?

source:none
^^^^^^^^^^^
source:none searches for this name; is:unattributed finds claims without a source

likelihood:unlikely
^^^^^^^^^^^^^^^^^^^
no claim matches likelihood:unlikely; claims match likelihood:likely

confidence:low
^^^^^^^^^^^^^^
no claim matches confidence:low, nor confidence: at all

is:accepted
^^^^^^^^^^^
no claim matches is:accepted; claims match is:unstated, is:undated, is:unattributed, is:latest

has:url
^^^^^^^
no claim matches has:url; claims match has:figure

killed:>300
^^^^^^^^^^^
no claim matches killed:>300; the figures for killed run from 40 to 300

killed:500..
^^^^^^^^^^^^
no claim matches killed:500..; the figures for killed run from 40 to 300

captured:*
^^^^^^^^^^
no claim matches captured:*; the measures here are killed

date:2030
^^^^^^^^^
no claim matches date:2030; the dates here run from 2024-03-01 to 2024-05-31

nis OR id:(C1 OR X9)
                 ^^
no claim matches id:X9

text:kill*
^^^^^^^^^^
no claim matches text:kill*; * and ? are ordinary characters; kill also finds longer words

killed:>=200 killed:<100
             ^^^^^^^^^^^
no claim matches both killed:>=200 and killed:<100; OR finds either

kind:context nis kind:reported
                 ^^^^^^^^^^^^^
no claim matches both kind:context and kind:reported; OR finds either

source:mod -source:mod
            ^^^^^^^^^^
no claim matches both source:mod and -source:mod
"""


@each_row("expected", NOT_FOUND.strip().split("\n\n"))
def test_words_that_no_claim_contains(expected: str) -> None:
    assert remarks(expected.partition("\n")[0]) == [expected]


@each_row("expected", WORDS.strip().split("\n\n"))
def test_words_that_look_like_another_part(expected: str) -> None:
    assert remarks(expected.partition("\n")[0]) == [expected]


@each_row(
    ("query", "remark"),
    [
        ("nis or lee", "“or” is searched for as a word; OR in capitals means either"),
        ("a (b -Or)", "“Or” is searched for as a word; OR in capitals means either"),
        (
            "a and b",
            "“and” is searched for as a word; a space means both, as does AND",
        ),
        ("not b", "“not” is searched for as a word; NOT in capitals, or -, excludes"),
    ],
)
def test_operators_in_lower_case(query: str, remark: str) -> None:
    assert [one.sentence for one in builtin_view().ask(query).remarks] == [remark]


@each_row(
    "query",
    [
        *("", "nis", "order", "xyzzy", "no-one", "don't", "x2", "NOT nis", "nis OR lee"),
        *('"at least"', "“at least”", '"or"', '"<200"', "text:xyzzy"),
        *("killed:>=100", "killed:>200", "killed:>3 text:or", "country:kr", "id:s1", "date:2030"),
        *("source:nis kind:context", "killed:100 -killed:100", "wounded:10k", "source:nis 100"),
        "id:none",
    ],
)
def test_no_remark(query: str) -> None:
    assert remarks(query) == []


REPORTS = briefing(
    Draft(chain=("nis",), figures=(figure("killed", "exactly", 40),), when=(dated("2024-03-01"),)),
    Draft(
        chain=("mod", "nis"),
        figures=(figure("killed", "exactly", 300),),
        likelihoods=(likelihood("phia-2025", "likely"),),
        when=(dated("2024-05"),),
    ),
    Draft(kind="context"),
    sources=(
        Source(id="nis", name="National Intelligence Service", country="KR"),
        Source(id="mod", name="Ministry of Defence", country="UA"),
    ),
)


@each_row("expected", PARTS.strip().split("\n\n"))
def test_parts_that_no_claim_matches(expected: str) -> None:
    assert remarks(expected.partition("\n")[0], REPORTS) == [expected]


def test_each_part_has_its_remark_in_the_order_of_the_query() -> None:
    query = "id:X1 OR kill* OR date:2030"
    found = View.of(REPORTS).ask(query).remarks
    assert [query[one.start : one.end] for one in found] == ["id:X1", "kill*", "date:2030"]


def test_a_briefing_without_values_has_remarks_too() -> None:
    empty = briefing(Draft())
    assert [text.partition("; ")[2] for text in remarks("date:2030 killed:5 id:X", empty)] == [
        "there are no dates here",
        "there are no figures here",
        "",
    ]


@each_row("part", ["id:X1", "killed:1", "kill*", "a|b", "-killed:40", "nis or"])
def test_a_query_of_many_odd_parts_has_ten_remarks_at_once(part: str) -> None:
    query = " ".join(f"{part}{number % 7}" for number in range(4000 // (len(part) + 2)))
    assert len(View.of(REPORTS).ask(query).remarks) <= 10


def asked(query: str, of: Briefing) -> Sequence[int]:
    """Return the matching claims."""
    return View.of(of).ask(query).numbers


@each_row(
    "query",
    [
        *("“quick fox”", "„quick fox“", "„quick fox”", "”quick fox”", "«quick fox»", "»quick fox«"),
        *("‚quick fox‘", "‘quick fox’", "'quick fox'", "‹quick fox›", "›quick fox‹"),
        *("「quick fox」", "『quick fox』", "｢quick fox｣", "＂quick fox＂", "text:“quick fox”"),
        *("(“quick fox”)", "-(-«quick fox»)"),
    ],
)
def test_a_phrase_can_be_in_any_quotation_marks(query: str) -> None:
    claims = briefing(Draft("The quick fox."), Draft("The fox is quick."))
    assert asked(query, claims) == (0,)


@each_row(
    "query",
    [
        *("killed：＞＝１００", "ｋｉｌｌｅｄ:>=100", "killed:≥100", "killed:>=١٠٠"),
        *("killed:>=100\u200b", "\ufeffkilled:>=100", "kil\u00adled:>=100"),
        *("−killed:40", "killed:100‥300", "killed：*　300", "date:2024\u201105"),
    ],
)
def test_signs_of_other_keyboards_are_read(query: str) -> None:
    assert asked(query, REPORTS) == (1,) if not query.startswith("−") else (1, 2)
