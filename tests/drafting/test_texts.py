"""Texts that are odd as a whole: other languages, capitals, lists, no punctuation, no text."""

import pytest

from kursk_tui.drafting import NotDraftableError, draft


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister sagte, dass die Soldaten nicht in der Stadt sind und 40 tot.", "German"),
        ("Le ministre a dit que les soldats ne sont pas dans la ville et 40 morts.", "French"),
        ("Министр сказал, что в городе погибли 40 солдат и ещё сто ранены.", "Russian"),
        ("북한군 병사 100명이 사망했다고 국가정보원이 밝혔다.", "Korean"),
    ],
)
def test_other_languages_are_refused_politely(text: str, language: str) -> None:
    with pytest.raises(NotDraftableError, match=r"^sorry, ") as caught:
        draft(text)
    assert language in str(caught.value) or "English" in str(caught.value)


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x01\x02" * 40])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(NotDraftableError):
        draft(text)


@pytest.mark.parametrize("date", ["yesterday", "2024-13-01", "19.12.2024"])
def test_a_day_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(NotDraftableError):
        draft("The soldiers have left the town.", date=date)


def test_capitals_are_said_to_be_so_and_name_no_source() -> None:
    found = draft("THE MINISTRY SAID 40 SOLDIERS WERE KILLED. THE GENERAL SAID IT WAS OVER.")
    assert any("in capitals" in remark for remark in found.remarks)
    kinds = [item.kind for item in found.items]
    assert kinds.count("sentence") == 2
    assert "attribution" not in kinds
    (figure,) = (item for item in found.items if item.kind == "figure")
    assert found.text[figure.start : figure.end] == "40"


def test_text_without_full_stops_is_said_to_be_so() -> None:
    line = "the ministry said that 40 soldiers were killed in the town and the rest have left it\n"
    found = draft(line * 30)
    assert any("full stops" in remark for remark in found.remarks)
    assert all(item.tier == "beside" for item in found.items if item.kind == "figure")
    assert not any(item.kind == "attribution" for item in found.items)


def test_headings_bullets_and_wrapped_lines() -> None:
    text = (
        "LOSSES IN MAY\n\n"
        "The ministry said that 40 soldiers were\nkilled in the town.\n\n"
        "- At least 10 people died.\n- Some 20 were wounded.\n"
    )
    found = draft(text)
    sentences = [text[one.start : one.end] for one in found.items if one.kind == "sentence"]
    assert sentences == [
        "The ministry said that 40 soldiers were\nkilled in the town.",
        "At least 10 people died.",
        "Some 20 were wounded.",
    ]
    assert found.briefing()["title"] == "LOSSES IN MAY"
    assert [one["exact"] for one in found.briefing()["documents"][0]["residue"]] == [
        "LOSSES IN MAY"
    ]


def test_what_is_said_of_the_whole_comes_from_who_asks() -> None:
    raw = draft(
        "The soldiers have left the town.", date="2024-12-19", publisher="Wire", title="Gone"
    ).briefing()
    (document,) = raw["documents"]
    assert (raw["title"], raw["date"]) == ("Gone", "2024-12-19")
    assert (document["publisher"], document["title"]) == ("Wire", "Gone")


def test_a_summary_is_cut_between_words() -> None:
    filler = "in the towns and villages along the eastern front " * 4
    for cut in range(1, 12):
        text = (
            f"The army said that {'a' * cut} {filler}at least 1,234,567 soldiers were killed there."
        )
        summary = str(draft(text).briefing()["claims"][0]["summary"])
        assert summary.endswith("…")
        assert text.startswith(f"{summary[:-1]} ")
    for length in range(60, 130):
        text = f"The army said {'x' * length} 1,234,567 soldiers were killed, {filler}."
        summary = str(draft(text).briefing()["claims"][0]["summary"])
        assert "1" not in summary or "1,234,567" in summary
