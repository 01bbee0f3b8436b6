"""The columns of the timeline, and dates in words as far as their column allows."""

from collections.abc import Sequence
from typing import NamedTuple

from kursk_tui.charts.time_axis import least_width, readable_width
from kursk_tui.charts.time_bars import stated_date
from kursk_tui.model import When
from kursk_tui.ui.rows.styled_text import Line, Span, width_of
from kursk_tui.wording import phrases
from kursk_tui.wording.short_dates import short_date

_IDS_FROM, _IDS_OF_DRAFTS_FROM, _WORDS_FROM = 72, 44, 130
"""Widths in cells from which ids are shown, and roles and the words of dated claims.

The summaries of a draft are the start of its sentences, which often are alike.
"""

_MIN_CLAIM, _MIN_AXIS, _MAX_AXIS = 10, 10, 120
_READABLE_CLAIM = 23
"""The cells of a claim's summary that are more useful than a longer axis."""

_USEFUL_AXIS, _SHARE_OF_AXIS = 26, 0.4
"""The cells of an axis that are more useful than a longer summary, and its part of the room."""

_READABLE_SHARE = 0.55
"""The largest part of the room that a readable axis takes from the summaries."""

_MIN_WHEN, _SHARE_OF_WHEN = 16, 0.32
_NARROW_WHEN, _NARROW_AXIS, _MAX_NARROW_AXIS = 11, 8, 12
"""The cells of dates beside a narrow axis, and its own: room for a day, or for a month of a year.
"""

_BETWEEN = range(40, 50)
"""The widths at which words such as “until recently” are cut, so that summaries are readable."""

_FORMS = (True, True, True), (False, True, True), (False, False, True), (False, False, False)
"""What is beside a date: its words, that it is resolved, and the other dates of its line."""

_SIGN = 2
_MAX_ID = 8
"""The longest id that is shown: the end of a longer one names no claim."""

_MORE = Span(" …", "muted")
"""In place of other dates of the line, for which there is no room; the axis has them."""


class TimeColumns(NamedTuple):
    """The widths of the columns in cells, each with a blank at its end, and what they contain.

    `ids` is the part of the column `claim` for ids; 0 if they are left out. `axis` is 0 if there is
    no room for it. The sign of a date is right of its words, before the axis; without an axis it is
    left of them.
    """

    claim: int
    when: int
    axis: int
    ids: int = 0
    with_roles: bool = False
    with_words: bool = False

    @property
    def sign(self) -> int:
        """The width of the sign, with a blank."""
        return _SIGN


def time_columns(
    samples: Sequence[Sequence[When]],
    longest_id: int,
    longest_summary: int,
    year: int | None,
    width: int,
    *,
    eras: int,
    is_draft: bool = False,
) -> TimeColumns:
    """Return the columns for a width in cells; `samples` are dates to measure.

    The axis of these `eras` has room for its labels if claims keep about half of the room. What is
    beside a date, such as its words and a second date, has room only if summaries are whole.
    """
    ids_from = _IDS_OF_DRAFTS_FROM if is_draft else _IDS_FROM
    ids = longest_id + 1 if width >= ids_from and longest_id <= _MAX_ID else 0
    for form in _FORMS if width >= _WORDS_FROM else _FORMS[1:]:
        with_words, with_origin, with_others = form
        columns = TimeColumns(0, 0, 0, ids, with_roles=with_words, with_words=with_words)
        measured = (one if with_others else one[:1] for one in samples)
        words = (dates_in_words(one, columns, year, with_origin=with_origin) for one in measured)
        longest = max(map(width_of, words), default=0)
        fitted = _fit(columns, longest, longest_summary, width, eras)
        if fitted.claim > ids + longest_summary:
            break
    return fitted


def _fit(
    columns: TimeColumns, longest: int, longest_summary: int, width: int, eras: int
) -> TimeColumns:
    """Return columns with their widths; `longest` is the width of the longest date in words."""
    least_when = _NARROW_WHEN + 2 if width in _BETWEEN else _MIN_WHEN
    when = min(max(longest, len("when")), max(least_when, int(width * _SHARE_OF_WHEN))) + 1
    room = width - when - _SIGN
    least = max(_MIN_AXIS, min(readable_width(eras), int(room * _READABLE_SHARE)))
    useful = max(least, min(_USEFUL_AXIS, int(room * _SHARE_OF_AXIS)))
    readable = min(columns.ids + _READABLE_CLAIM, room - least - 1)
    wanted = columns.ids + longest_summary
    claim = max(_MIN_CLAIM, min(wanted, max(readable, room - useful - 1))) + 1
    axis = min(room - claim, _MAX_AXIS)
    if axis < max(_MIN_AXIS, min(least_width(eras), _MAX_NARROW_AXIS)):
        return _fit_narrow(columns, longest, width, eras)
    return columns._replace(claim=room - axis, when=when, axis=axis)


def _fit_narrow(columns: TimeColumns, longest: int, width: int, eras: int) -> TimeColumns:
    """Return columns with a narrow axis and short dates; without an axis if claims need its room.

    The claim pane has the words that do not fit.
    """
    axis = max(_NARROW_AXIS, min(least_width(eras), _MAX_NARROW_AXIS))
    when = min(max(longest, len("when")), _NARROW_WHEN) + 1
    claim = width - when - _SIGN - axis
    if claim > _MIN_CLAIM:
        return columns._replace(claim=claim, when=when, axis=axis)
    when = min(longest + 1, max(width // 2, _MIN_WHEN))
    return columns._replace(claim=width - when - _SIGN, when=when)


def dates_that_fit(dates: Sequence[When], columns: TimeColumns, year: int | None) -> Line:
    """Return dates in words, with as much beside them as the column has room for."""
    with_words = dates_in_words(dates, columns._replace(with_words=True), year)
    if width_of(with_words) < columns.when:
        return with_words
    columns = columns._replace(with_words=False)
    whole = dates_in_words(dates, columns, year)
    if width_of(whole) < columns.when:
        return whole
    short = dates_in_words(dates, columns, year, with_origin=False)
    if len(dates) == 1 or width_of(short) < columns.when:
        return short
    first = dates_in_words(dates[:1], columns, year, with_origin=False)
    more = (*first, _MORE)
    return more if width_of(more) < columns.when else first


def dates_in_words(
    dates: Sequence[When], columns: TimeColumns, year: int | None, *, with_origin: bool = True
) -> Line:
    """Return dates in words, with roles and with the words of the document as in `columns`.

    `with_origin` says of a date that the document's own day completes it.
    """
    spans: list[Span] = []
    role = "" if columns.with_roles else dates[0].role
    for number, when in enumerate(dates):
        if number:
            spans.append(Span(" · ", "muted"))
        if when.role != role:
            spans.append(Span(f"{when.role} ", "muted"))
        role = when.role
        date = _date(when, year)
        spans += date
        if when.resolved and with_origin:
            spans.append(Span(", resolved", "muted"))
        if when.placed and columns.with_words and when.words not in (None, date[0].text):
            spans.append(Span(f" · {phrases.quoted(when.words or '')}", "muted"))
    return tuple(spans)


def _date(when: When, year: int | None) -> Line:
    date = stated_date(when)
    if date is None:
        return (Span(phrases.quoted(when.words) if when.words else "", "text"),)
    return (Span(short_date(date, when.role, year, when.words), "text"),)
