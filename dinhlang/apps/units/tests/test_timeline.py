"""Timelines laid over one another and placed in the tree: no database, many days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dinhlang.apps.units.rules.timeline import Facts, Span, Trouble, joined, overlaid, placed, told_spans

A, B, C, D = (date(year, 1, 1) for year in (2022, 2023, 2024, 2025))


def span(begins, ends=None, name="X", parent="", kind="other", line=0):
    return Span(begins, ends, Facts(kind, "", name, parent), line)


def troubles(timelines):
    return [fault.trouble for fault in placed(timelines)[1]]


class TestLayingOver:
    def test_a_later_day_cuts_what_was(self):
        timeline, misfit = overlaid([span(A)], [span(C, name="Y", line=2)])

        assert misfit is None
        assert [(s.begins, s.ends, s.facts.name) for s in timeline] == [(A, C, "X"), (C, None, "Y")]

    def test_the_same_day_replaces(self):
        timeline, misfit = overlaid([span(A)], [span(A, name="Y", line=2)])

        assert (misfit, [s.facts.name for s in timeline]) == (None, ["Y"])

    def test_what_was_decided_for_later_is_not_run_over(self):
        kept = [span(A, C), span(C, name="Y")]

        assert overlaid(kept, [span(B, name="Z", line=2)])[1] is not None
        assert overlaid(kept, [span(B, C, name="Z", line=2)])[1] is None

    def test_history_may_be_added_in_front(self):
        timeline, misfit = overlaid([span(C)], [span(A, C, name="Y", line=2)])

        assert (misfit, len(timeline)) == (None, 2)

    def test_two_told_spans_may_not_overlap(self):
        assert overlaid([], [span(A, line=2), span(B, line=3)])[1].line == 3


class TestPlacing:
    def test_a_move_above_cuts_the_spans_below_and_a_renaming_does_not(self):
        timelines = {
            "P": [span(A)],
            "Q": [span(A)],
            "M": [span(A, B, parent="P"), span(B, C, parent="Q"), span(C, name="new", parent="Q")],
            "V": [span(A, parent="M")],
        }

        places, faults = placed(timelines)

        assert faults == []
        assert [(p.begins, p.ends, p.path) for p in places["V"]] == [
            (A, B, ("P", "M", "V")),
            (B, None, ("Q", "M", "V")),
        ]
        assert joined(told_spans(places["V"])) == timelines["V"]

    def test_nothing_stands_under_what_is_not_known(self):
        assert troubles({"V": [span(A, parent="M")]}) == [Trouble.UNKNOWN_PARENT]

    def test_nothing_outlives_what_it_stands_under(self):
        assert troubles({"M": [span(A, C)], "V": [span(A, parent="M")]}) == [Trouble.PARENT_NOT_THERE]
        assert troubles({"M": [span(B)], "V": [span(A, parent="M")]}) == [Trouble.PARENT_NOT_THERE]
        assert troubles({"M": [span(A, B), span(C)], "V": [span(A, parent="M")]}) == [Trouble.PARENT_NOT_THERE]

    def test_only_the_root_of_a_trouble_is_named(self):
        assert troubles({"A": [span(A, parent="?")], "B": [span(A, parent="A")], "C": [span(A, parent="B")]}) == [
            Trouble.UNKNOWN_PARENT
        ]

    def test_a_circle_is_found(self):
        assert Trouble.CYCLE in troubles({"A": [span(A, parent="B")], "B": [span(A, parent="A")]})
        assert Trouble.CYCLE in troubles({"A": [span(A, parent="A")]})

    def test_a_chain_without_end_is_too_deep(self):
        chain = {f"{n}": [span(A, parent=f"{n - 1}" if n else "")] for n in range(5000)}

        assert Trouble.TOO_DEEP in troubles(dict(reversed(chain.items())))

    def test_a_village_holds_no_province(self):
        timelines = {"V": [span(A, kind="village")], "P": [span(A, kind="province", parent="V")]}

        assert troubles(timelines) == [Trouble.WRONG_PARENT]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), max_size=7))
def test_any_arrows_between_units_end_in_a_tree_or_a_fault(arrows):
    timelines = {f"{n}": [span(A)] for n in range(6)}
    for one, other in arrows:
        timelines[f"{one}"] = [span(A, parent=f"{other}")]

    places, faults = placed(timelines)

    whole = [code for code, found in places.items() if found]
    assert all(places[code][0].path[-1] == code for code in whole)
    assert len(whole) == 6 or faults
