"""Sources of many kinds of sentences, with their stance: the table in sources.txt."""

from pathlib import Path

from kursk_tui.drafting import draft


def cases() -> dict[str, str]:
    """Return the sentences of the table with what they are to name."""
    lines = Path(__file__).with_name("sources.txt").read_text("utf-8").splitlines()
    rows = (line.partition(" =>") for line in lines if line and not line.startswith("#"))
    return {text: named.strip() for text, _, named in rows}


def named(text: str) -> str:
    """Return the sources of a text as the table has them."""
    found = []
    for sentence in draft(text, date="2031-05-14").findings.sentences:
        found += [
            f"{one.stance}: {text[one.start : one.end] if one.source else '-'}"
            for one in sentence.attributions
        ]
        if sentence.speaker is not None:
            found.append(f"goes on: {sentence.speaker.source}")
    return "; ".join(found)


def test_each_sentence_names_its_sources_and_no_other() -> None:
    expected = cases()
    assert len(expected) > 240
    found = {text: named(text) for text in expected}
    assert {text: one for text, one in found.items() if one != expected[text]} == {}
