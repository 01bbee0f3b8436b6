"""Folding: what a search finds, language by language, and the rules it follows."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.text.folding import fold, pattern_of, plain, search_for
from tests.tables import each_row

FOUND = [
    # Case, width, ligatures, compositions.
    *(("KURSK", "kursk"), ("kursk", "ＫＵＲＳＫ"), ("office", "oﬃce"), ("km²", "km2")),
    *(("½", "1/2"), ("1/2", "½"), ("no 5", "№ 5".replace("№", "No")), ("...", "…")),
    # Dashes.
    *(("T-72", f"T{dash}72") for dash in "‐‑‒–—―−﹘﹣－⁻₋⸺⸻゠〜־᠆"),
    *(("twenty-five", f"twenty{dash}five") for dash in "‐‑–—−"),
    ("twenty‑five", "twenty-five"),
    # Apostrophes.
    *(("don't", f"don{mark}t") for mark in "’‘‛ʼ′´`ʹʻʽˈ＇ꞌ".replace("ˈ", "")),
    *((f"don{mark}t", "don't") for mark in "’ʼ′´`"),
    ("п'ять", "п’ять"),
    ("п’ять", "пʼять"),
    ("Qur'an", "Qurʾan"),
    ("Ka'ba", "Kaʿba"),
    ("l'État", "l’État"),
    # Quotation marks.
    *(('"yes"', f"{a}yes{b}") for a, b in ("“”", "„“", "«»", "»«", "「」", "＂＂", "〝〞")),
    *(("'yes'", f"{a}yes{b}") for a, b in ("‘’", "‚‘", "‹›")),
    # Blanks.
    *(("10 km", f"10{blank}km") for blank in "\u00a0\u2009\u202f\u3000\u2003\u1680\u2800\t\n"),
    ("a b", "a \u00a0\u2003b"),
    # Invisible characters.
    *(
        ("soldiers", f"sol{invisible}diers")
        for invisible in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u202e\u2066\u034f\ufe0f"
        "\u3164\u115f\u1160\uffa0\u17b4\u180e\U000e0041\U000e0100"
    ),
    ("sol\u200bdiers", "soldiers"),
    ("می\u200cخواهم", "میخواهم"),
    # Turkish.
    *(("Erdogan", "Erdoğan"), ("istanbul", "İstanbul"), ("İSTANBUL", "istanbul")),
    *(("ISPARTA", "ısparta"), ("ısparta", "ISPARTA"), ("isparta", "ısparta")),
    *(("Diyarbakir", "Diyarbakır"), ("Sirnak", "Şırnak"), ("İstanbul", "I\u0307stanbul")),
    # German.
    *(("Strasse", "Straße"), ("Straße", "STRASSE"), ("STRAẞE", "Straße")),
    *(("Muller", "Müller"), ("MÜLLER", "Mu\u0308ller")),
    # Polish, Czech, Danish, Croatian, Icelandic, French, Romanian, Maltese.
    *(("Gdansk", "Gdańsk"), ("Lodz", "Łódź"), ("LODZ", "łódź"), ("Łódź", "ŁÓDŹ")),
    *(("Łodz", "Łódź"), ("zolnierz", "żołnierz"), ("Plzen", "Plzeň"), ("Ceske", "České")),
    *(("Kobenhavn", "København"), ("aeroe", "Ærøe"), ("Tudman", "Tuđman")),
    *(("Thor", "Þór"), ("Sudur", "Suður"), ("coeur", "cœur"), ("Franca", "França")),
    *(("Iasi", "Iași"), ("Iași", "Ias\u0326i"), ("Hal", "Ħal")),
    *(("Ștefan", "Ştefan"), ("Ţara", "Țara"), ("Tromsø", "Tromso\u0338"), ("Ģ", "G\u0326")),
    # Vietnamese.
    *(("Viet Nam", "Việt Nam"), ("Da Nang", "Đà Nẵng"), ("duong", "đường")),
    ("Việt", "Vie\u0323\u0302t"),
    # Russian, Ukrainian, Kazakh.
    *(("еще", "ещё"), ("ЕЩЁ", "ещё"), ("Киев", "КИЕВ"), ("Королев", "Королёв")),
    *(("Київ", "КИЇВ"), ("Київ", "Киі\u0308в"), ("ганок", "ґанок"), ("Казакстан", "Қазақстан")),
    *(("край", "краи\u0306"), ("Курск", "Ку\u0301рск")),
    # Greek.
    *(("Αθηνα", "Αθήνα"), ("ΟΔΟΣ", "οδός"), ("οδοσ", "οδός"), ("ΆΝΝΑ", "άννα")),
    # Arabic and Persian.
    *(("محمد", "مُحَمَّد"), ("محمد", "محـــمد"), ("احمد", "أحمد"), ("اسلام", "إسلام")),
    *(("القران", "القرآن"), ("غزه", "غزة"), ("على", "علي"), ("علی", "علي"), ("کابل", "كابل")),
    *(("لا", "ﻻ"), ("سلام", "ﺳﻼم"), ("مسوول", "مسؤول"), ("40", "٤٠"), ("۴۰", "40")),
    # Hebrew.
    *(("שלום", "שָׁלוֹם"), ('צה"ל', "צה״ל"), ("בית-ספר", "בית־ספר"), ("ג'ורג'", "ג׳ורג׳")),
    # Korean and Japanese.
    *(("국정원", unicodedata.normalize("NFD", "국정원")),),
    *((unicodedata.normalize("NFD", "국정원"), "국정원이"), ("ㅎ", "ㅎㅎ"), ("ﾊﾞﾀｰ", "バター")),
    *(("ガス", "カ\u3099ス"), ("１０", "10"), ("㈱", "(株)"), ("株式", "株式会社")),
    # Hindi, Thai.
    *(("कुर्स्क", "कुर्स्क"), ("क़लम", "क\u093cलम"), ("१००", "100"), ("น้ำ", "น้ำมัน")),
]  # fmt: skip


def test_a_search_finds() -> None:
    missed = [(query, text) for query, text in FOUND if not search_for(query)(f"x {text} x")]
    assert missed == []


@each_row(
    ("query", "text"),
    [
        # Marks in the query are wanted, letter by letter.
        *(("Gdańsk", "Gdansk"), ("Erdoğan", "Erdogan"), ("Łódź", "Lodz"), ("Łodz", "Lódz")),
        *(("ń", "n"), ("é", "è"), ("é", "ế"), ("ê", "ế"), ("ещё", "еще"), ("ґанок", "ганок")),
        *(("أحمد", "احمد"), ("غزة", "غزه"), ("naïve", "naive")),
        # Letters of their own, not letters with marks.
        *(("краи", "край"), ("Киів", "Київ"), ("и", "й"), ("か", "が"), ("は", "ぱ")),
        # Other syllables, vowels, tones.
        *(("가", "강"), ("저", "정"), ("कल", "कुल"), ("กา", "ก้า"),),
        # Signs that are no dashes, apostrophes or digits.
        *(("a-b", "a_b"), ("a-b", "aーb"), ("a'b", "a,b"), ("a b", "ab"), ("1", "一")),
    ],
)  # fmt: skip
def test_a_search_does_not_find(query: str, text: str) -> None:
    assert not search_for(query)(text)


# Letters of many scripts, marks, signs and invisible characters, in any combination.
_TEXTS = st.text(
    st.sampled_from("abioIŁłøßſςΣİıńe\u0301\u0308\u0323\u0327\u0307 \u00a0-–—−'’´¨`“«½ﬁ")
    | st.sampled_from("ｱﾞかが\u3099가ᄀ\u1161\u11a8ㄱйи\u0306ї\u200b\u00ad\u3164\u0640أىیةשְٍ٤①²")
    | st.sampled_from("ŉ\u1fef\u1ffdǅ\u0345ᾳꭰ")
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)  # fmt: skip


@given(_TEXTS)
def test_a_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text) == plain(fold(text))


@given(_TEXTS)
def test_composition_makes_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(_TEXTS, _TEXTS, _TEXTS)
def test_a_text_is_found_within_another(before: str, text: str, after: str) -> None:
    whole = f"{before} {text} {after}"
    assert search_for(text)(whole) or not fold(text)
    assert search_for(plain(text))(whole)


def _letters(folded: str) -> list[tuple[str, str]]:
    """Return the letters of a folded text, each with its marks, one by one."""
    letters: list[tuple[str, str]] = []
    for one in folded:
        if letters and plain(f"a{one}") == "a":
            letter, marks = letters.pop()
            letters.append((letter, marks + one))
        else:
            letters.append((one, ""))
    return letters


def _plainly_found(wanted: str, text: str) -> bool:
    """Compare letter by letter: marks count only where the wanted text has some."""
    ours, theirs = _letters(fold(wanted)), _letters(fold(text))
    return any(
        all(
            letter == other and (not marks or marks == others)
            for (letter, marks), (other, others) in zip(ours, theirs[start:], strict=False)
        )
        for start in range(len(theirs) - len(ours) + 1)
    )


_WORDS = st.text("aoe\u0301\u0323łŁńñ-–’'", min_size=1, max_size=4).map(lambda word: f"a{word}")


@given(_WORDS, st.text("aoe\u0301\u0323łŁńñ-–’'", max_size=9).map(lambda text: f"a{text}"))
def test_marks_count_letter_by_letter(wanted: str, text: str) -> None:
    assert search_for(wanted)(text) == _plainly_found(wanted, text)


def test_long_texts_without_blanks_fold_as_short_ones() -> None:
    for word in ("東京", "ﾊﾞ", "국", unicodedata.normalize("NFD", "국정"), "Ł\u0301", "e\u0301é"):
        assert fold(word * 1000) == fold(word) * 1000


def test_marks_on_one_letter_without_end_take_no_time() -> None:
    text = "e" + "\u0301\u0323" * 20_000
    assert plain(text) == "e"
    assert pattern_of(fold("é")).search(fold("é" * 10))


def test_every_character_folds_to_itself_once_folded() -> None:
    for code in range(0, sys.maxunicode, 31):
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs"):
            text = f"a{chr(code)}b"
            assert fold(fold(text)) == fold(text)
