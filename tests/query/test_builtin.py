"""Queries on the built-in briefing; every answer was worked out by hand from its text."""

from kursk_tui.query import members
from tests.query.factory import builtin_view
from tests.tables import check_each, each_row

ALL = "1 2 3 4 5 6 7 8 9 10 11"


def _ids(numbers: list[int]) -> str:
    claims = builtin_view().claims
    return " ".join(claims[number].id.removeprefix("S") for number in numbers)


ANSWERS = [
    # some of every field
    ("killed:>=100", "10", ""),
    ("killed:>200", "", "10"),
    ("NOT killed:>200", "", "10"),
    ("wounded:*", "10", ""),
    ("killed:*", "10", ""),
    ("deployed:>10000", "", "4"),
    ("likelihood:>=likely", "2 5 6 8", ""),
    ('likelihood:"almost certain"', "5 6", ""),
    ('likelihood:"highly likely"', "2 8", ""),
    ("likelihood:probable", "", ""),
    ("likelihood:likely", "", ""),
    ("source:nis", "10", ""),
    ("source:lee", "10 11", ""),
    ("origin:lee", "11", ""),
    ("origin:nis via:lee", "10", ""),
    ("is:unattributed", "1 2 3 5 6 7 8 9", ""),
    ("-source:nis", "1 2 3 4 5 6 7 8 9 11", ""),
    ("casualties:*", "2 10", ""),
    ("casualties:>0", "", "2 10"),
    ("date:2024-12-10", "7", ""),
    ("date:2024-12-19", "7 11", ""),
    ("date:<2024-12-04", "", ""),
    # figures: at least 100 killed, approximately 1,000 wounded, around 11,000 deployed
    ("killed:100", "", "10"),
    ("killed:99", "", ""),
    ("killed:<100", "", ""),
    ("NOT killed:<100", "10", ""),
    ("killed:<=100", "", "10"),
    ("killed:50..", "10", ""),
    ("killed:..99", "", ""),
    ("killed:1k..2k", "", "10"),
    ("killed:(..99 OR >=100)", "10", ""),
    ("-killed:>=100", "", ""),
    ("wounded:1,000", "", "10"),
    ("wounded:>1m", "", "10"),
    ("wounded:>=0", "10", ""),
    ("deployed:*", "4", ""),
    ("NOT deployed:11k", "", "4"),
    ("missing:>5", "", ""),
    ("-missing:>5", "", ""),
    ("missing:*", "", ""),
    ("-killed:*", "1 2 3 4 5 6 7 8 9 11", ""),
    # likelihoods
    ("likelihood:*", "2 5 6 8", ""),
    ("-likelihood:*", "1 3 4 7 9 10 11", ""),
    ("likelihood:<likely", "", ""),
    ("NOT likelihood:<likely", "2 5 6 8", ""),
    ('likelihood:>"highly likely"', "5 6", ""),
    ('likelihood:likely.."highly likely"', "2 8", ""),
    ('likelihood:"almost certainly"', "5 6", ""),
    ('likelihood:>=likely -likelihood:"almost certain"', "2 8", ""),
    ('likelihood:"very likely"', "", "2 8"),
    ('likelihood:"roughly even chance"', "", ""),
    # dates: in effect from 4 December, an event on 19 December, "until recently" and the like
    ("date:*", "7 11", ""),
    ("date:2024-12-03", "", ""),
    ("date:2024-12-04", "7", ""),
    ("date:2024-12", "7 11", ""),
    ("date:2024", "7 11", ""),
    ("date:>2024-12-19", "7", ""),
    ("date:<=2024-12-19", "1 2 7 8 11", ""),
    ("date:..2024-12-18", "7", ""),
    ("date:2024-12-19..", "7 11", ""),
    ("date:2025", "7", ""),
    ("-date:2025", "1 2 8 11", ""),
    ("-date:2024-12-10", "11", ""),
    # labels
    ("kind:judgement", "2 3 5 6 8", ""),
    ("kind:reported", "1 4 7 9 10", ""),
    ("kind:(context OR judgement)", "2 3 5 6 8 11", ""),
    ("country:kr", "10 11", ""),
    ("country:GB", "4", ""),
    ("-country:*", "1 2 3 5 6 7 8 9", ""),
    ("source:*", "4 10 11", ""),
    ("via:*", "10", ""),
    ("via:nis", "", ""),
    ('source:"national intelligence"', "10", ""),
    ("source:uk-mod", "4", ""),
    ("source:ministry", "4", ""),
    ("is:undated", "1 2 3 4 5 6 8 9 10", ""),
    ("is:unstated", "1 3 9", ""),
    ("is:contested", "", ""),
    ("has:figure", "2 4 10", ""),
    ("has:quote", "", ""),
    ("has:url", "", ""),
    ("confidence:*", "", ""),
    ("-confidence:high", "", ""),
    ("id:s1", "1", ""),
    ("id:(S1 OR S11)", "1 11", ""),
    # words
    ("", ALL, ""),
    ("treaty", "7", ""),
    ("TREATY", "7", ""),
    ("russia's", "6", ""),
    ("Korea’s", "8", ""),
    ("nis", "4 10 11", ""),  # Ministry, NIS as source and in the text
    ("text:nis", "4 11", ""),
    ("closed-door", "11", ""),
    ("casualties", "2 10", ""),
    ('"mutual defense"', "7", ""),
    ("mutual -defense", "", ""),
    ("zzz", "", ""),
    # together
    ('killed:>=100 OR likelihood:"highly likely"', "2 8 10", ""),
    ("killed:>200 OR source:lee", "10 11", ""),
    ("killed:>200 source:lee", "", "10"),
    ("killed:>200 -source:lee", "", ""),
    ("casualties:>0 killed:>=100", "", "10"),
    ("casualties:>0 -likelihood:*", "", "10"),
    ("NOT (killed:>200 OR deployed:>10000)", "", ""),
    ("kind:judgement -likelihood:*", "3", ""),
    ("is:unattributed date:2024-12", "7", ""),
]


def test_match_and_possible() -> None:
    check_each(ANSWERS, check_answer)


def check_answer(case: tuple[str, str, str]) -> None:
    query, match, possible = case
    answer = builtin_view().ask(query).answer
    assert _ids(members(answer.match)) == match
    assert _ids(members(answer.possible)) == possible


@each_row(
    ("query", "unstated"),
    [
        ("", ""),
        ("killed:>=100", "1 2 3 4 5 6 7 8 9 11"),
        ("killed:>200", "1 2 3 4 5 6 7 8 9 11"),
        ("-killed:>=100", "1 2 3 4 5 6 7 8 9 11"),
        ("killed:*", ""),
        ("missing:>5", ALL),
        ("-missing:>5", ALL),
        ("likelihood:<likely", "1 3 4 7 9 10 11"),
        # no date at all, words without a bound, and bounds that leave it open
        ("date:2024-12-10", "1 2 3 4 5 6 8 9 10"),
        # the bound of words such as "until recently" ends on 19 December 2024
        ("date:2025", "3 4 5 6 9 10"),
        ("date:<=2024-12-19", "3 4 5 6 9 10"),
        ("date:*", ""),
        ("source:nis", ""),
        ("confidence:high", ALL),
        ("killed:>200 source:lee", "11"),
        ("killed:>200 -source:lee", "1 2 3 4 5 6 7 8 9"),
        ("killed:>200 OR source:lee", "1 2 3 4 5 6 7 8 9"),
    ],
)
def test_not_stated(query: str, unstated: str) -> None:
    assert _ids(members(builtin_view().ask(query).answer.unstated)) == unstated


@each_row(
    ("one", "same"),
    [
        ("likelihood:probable", "likelihood:likely"),
        ("likelihood:>=probable", "likelihood:>=likely"),
        ("likelihood:<=probably", "likelihood:<=likely"),
        ("likelihood:(likely OR >likely)", "likelihood:>=likely"),
        ("killed:>99", "killed:>=100"),
        ("date:(2024-12-10 OR 2024-12-19)", "date:2024-12-10 OR date:2024-12-19"),
        ("NOT NOT killed:>200", "killed:>200"),
    ],
)
def test_two_ways_to_ask_the_same(one: str, same: str) -> None:
    view = builtin_view()
    assert view.ask(one).answer == view.ask(same).answer
