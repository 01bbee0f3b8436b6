"""Screening and layout: other languages, capitals, lists, missing punctuation, binary files."""

import tomllib
from pathlib import Path

import pytest

from kursk_tui.drafting import NotDraftableError, draft, screening
from tests.tables import each_row

LANGUAGES = {
    "French": "Le ministre a dit que les soldats ne sont pas dans la ville et que 40 sont morts.",
    "German": "Der Minister sagte, dass die Soldaten nicht in der Stadt sind und 40 tot.",
    "Spanish": "El ministro dijo que los soldados no han dejado la ciudad y que 40 han muerto.",
    "Italian": "Il ministro ha detto che i soldati non sono nella città e che 40 sono morti.",
    "Portuguese": "O ministro disse que os soldados não foram para a cidade e que 40 morreram.",
    "Dutch": "De minister zei dat de soldaten niet in de stad zijn en dat er 40 zijn gedood.",
    "Polish": "Minister powiedział, że żołnierze nie są już w mieście, a 40 z nich nie żyje.",
    "Turkish": "Bakan, askerlerin kentte olduğunu ve çatışma için 40 kişi daha geldiğini söyledi.",
    "Indonesian": "Menteri mengatakan bahwa tentara itu tidak ada di kota dan 40 telah tewas.",
    "Swedish": "Ministern sade att soldaterna inte är i staden och att 40 av dem har dött.",
    "the Cyrillic script": "Министр сказал, что в городе погибли 40 солдат и ещё сто ранены.",
    "Greek": "Ο υπουργός είπε ότι 40 στρατιώτες σκοτώθηκαν στην πόλη.",
    "Hebrew": "השר אמר כי 40 חיילים נהרגו בעיר.",
    "the Arabic script": "قال الوزير إن 40 جنديا قتلوا في المدينة.",
    "the Devanagari script": "मंत्री ने कहा कि शहर में 40 सैनिक मारे गए।",
    "the Burmese script": "မြို့တွင် စစ်သား ၄၀ သေဆုံးခဲ့သည်ဟု ဝန်ကြီးက ပြောသည်။",
    "the Thai script": "รัฐมนตรีกล่าวว่าทหาร 40 นายเสียชีวิตในเมือง",
    "Japanese": "大臣は、その町でおよそ40人の兵士が死亡したと述べた。",
    "Chinese": "部长说，城里有40名士兵阵亡，另有一百人受伤。",
    "Korean": "북한군 병사 100명이 사망했다고 국가정보원이 밝혔다.",
}


@each_row("language", LANGUAGES)
def test_another_language_is_refused_by_its_name(language: str) -> None:
    with pytest.raises(NotDraftableError) as caught:
        draft(LANGUAGES[language])
    assert str(caught.value) == (
        f"the text seems to be in {language}; only English prose can be drafted"
    )


def test_every_language_of_the_table_is_tested() -> None:
    path = Path(screening.__file__).with_name("languages.toml")
    assert set(tomllib.loads(path.read_text("utf-8"))) - {"English"} <= set(LANGUAGES)


def test_a_language_without_a_table_is_refused_without_a_name() -> None:
    text = (
        "Miniszterünk szerint negyven katona halt meg tegnap délután Kurszk közelében, miközben "
        "további csapatok érkeztek oroszországi támaszpontokra; védelmi szakértők komoly "
        "veszteségekről számoltak be, ám hivatalos megerősítés egyelőre nincs. Ukrán források "
        "ötven sebesültről, eltűntekről valamint foglyokról beszéltek, moszkvai szóvivők cáfolták."
        " Független megfigyelők szerint mindkét fél eltúlozza ellenfele veszteségeit."
    )
    with pytest.raises(NotDraftableError, match="in a language other than English; only English"):
        draft(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le Monde and Die Welt reported that 40 soldiers were killed in the town.",
        "Men in uniform, men with guns, men on foot: 40 men were killed.",
        "40 killed.",
    ],
)
def test_english_with_foreign_words_is_drafted(text: str) -> None:
    assert [item.kind for item in draft(text).items if item.kind == "figure"] == ["figure"]


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x01\x02" * 40])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(NotDraftableError):
        draft(text)


@pytest.mark.parametrize("date", ["yesterday", "2024-13-01", "19.12.2024"])
def test_an_invalid_date_is_refused(date: str) -> None:
    with pytest.raises(NotDraftableError):
        draft("The soldiers have left the town.", date=date)


def test_a_text_in_capitals_gets_a_remark_and_no_sources() -> None:
    found = draft("THE MINISTRY SAID 40 SOLDIERS WERE KILLED. THE GENERAL SAID IT WAS OVER.")
    assert any("in capitals" in remark for remark in found.remarks)
    kinds = [item.kind for item in found.items]
    assert kinds.count("sentence") == 2
    assert "attribution" not in kinds
    (figure,) = (item for item in found.items if item.kind == "figure")
    assert found.text[figure.start : figure.end] == "40"


def test_a_text_without_full_stops_gets_a_remark() -> None:
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


def test_a_line_before_a_list_is_a_separate_sentence() -> None:
    text = "The army said that day\n- At least 10 people died.\n- Some 20 were wounded.\n"
    assert [text[one.start : one.end] for one in draft(text).items if one.kind == "sentence"] == [
        "The army said that day",
        "At least 10 people died.",
        "Some 20 were wounded.",
    ]


def test_title_date_and_publisher_are_those_given() -> None:
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
