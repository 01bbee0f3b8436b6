"""The parts that decide on a draft and change it; loaded when one of them is first used."""

from collections.abc import Callable

from kursk_tui.model import Briefing
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.dashboard.changing import Changing
from kursk_tui.ui.dashboard.cursor import Cursor
from kursk_tui.ui.dashboard.name_decisions import NameDecisions
from kursk_tui.ui.dashboard.offers import Offers
from kursk_tui.ui.dashboard.ports import OpenFinder, ShowMessage
from kursk_tui.ui.dashboard.review import Ask, Review
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.ui.dashboard.targets import Targets
from kursk_tui.ui.dashboard.word_changes import WordChanges
from kursk_tui.ui.marking.marking import Marking


class DraftParts:
    """Review, and changes in place. Their names here are the names that actions use.

    The arguments are those of the parts.
    """

    def __init__(
        self,
        file: BriefingFile,
        briefing: Callable[[], Briefing],
        selection: Selection,
        cursor: Cursor,
        show: Callable[[Briefing], object],
        go_to_claim: Callable[[int], None],
        ask: Ask,
        names: NameDecisions,
        marking: Marking,
        place_in_text: Callable[[], tuple[str, int] | None],
        open_finder: OpenFinder,
        show_message: ShowMessage,
    ) -> None:
        self.review = Review(
            file, briefing, selection, cursor, show, go_to_claim, show_message, ask, names
        )
        targets = Targets(briefing, selection, cursor, show_message)
        self.offers = Offers(self.review, targets, show_message)
        self.words = WordChanges(
            self.review, targets, self.offers, marking, place_in_text, show_message
        )
        self.changing = Changing(
            self.review, targets, self.offers, self.words, open_finder, show_message
        )
