"""A word typed letter by letter has the same answers as a word typed at once."""

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.query import View
from tests.model.factory import property_test
from tests.query.factory import builtin
from tests.ui.screen import many_claims

BUILTIN, MANY = View.of(builtin()), View.of(many_claims(120))

letters = st.text(alphabet="claim01 29korean‘’É", min_size=1, max_size=9)


@property_test
@given(st.lists(letters, min_size=1, max_size=4))
def test_letter_by_letter_gives_the_same_as_at_once(words: list[str]) -> None:
    for view in (BUILTIN, MANY):
        for word in words:
            for length in range(1, len(word) + 1):
                query = f'"{word[:length]}"'
                if word[:length].strip():
                    asked = view.ask(query).answer
                    assert asked == View.of(view.briefing).ask(query).answer


def test_a_word_is_searched_only_in_claims_with_its_beginning() -> None:
    view = View.of(many_claims(120))
    assert view.ask("claim0011").answer.match == 0b1111111111 << 110
    texts = view.index.everything_said
    texts[0] = "claim00111"  # not searched again, as it lacks the beginning
    assert view.ask("claim00111").answer.match == 1 << 111
    assert view.ask("claim001").answer.match.bit_count() == 21
