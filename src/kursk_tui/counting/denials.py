"""What a denial says about an assertion."""

from math import inf

from kursk_tui.counting.comparison import Relation
from kursk_tui.counting.counts import Order
from kursk_tui.counting.reach import reach_of
from kursk_tui.counting.statements import Statement


def compare_denial(denial: Statement, assertion: Statement, order: Order) -> Relation:
    """Return what a denial says about an assertion.

    “Not 100 or more” limits what the count contains, “not 100 or fewer” what contains the count,
    and “not 100” only the count itself.
    """
    inward = order.within(assertion.count, denial.count)
    outward = order.within(denial.count, assertion.count)
    if inward == outward == "no":
        return "not comparable"
    denied, allowed = reach_of(denial), reach_of(assertion)
    if denied.covers(allowed) or denial.says_the_same_as(assertion):
        below, above = denied.high == inf, denied.low == -inf
        is_same = inward == outward == "yes"
        if is_same or (below and inward == "yes") or (above and outward == "yes"):
            return "contradicts"
    limits = (inward != "no" and denied.low > -inf) or (outward != "no" and denied.high < inf)
    return "may contradict" if limits and denied.overlaps(allowed) else "fits"
