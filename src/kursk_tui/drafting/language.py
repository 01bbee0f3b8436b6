"""Whether a text is English prose that can be read, and what is odd about it."""

import re

from kursk_tui.drafting.errors import NotDraftableError

LARGEST = 1_000_000
"""Characters of the largest text that is drafted."""

_COMMON = {
    "English": "the of and to in that is was for on with as by at from have has had were are be it"
    " its their they he his said not which been after who will this an or but about more than",
    "French": "le la les des et en du une dans que qui pour sur est au par avec ont été sont il"
    " ce cette aux pas plus leur selon mais ne se ses",
    "German": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als"
    " auch nach wurde wurden bei aus hat haben sind einer",
    "Spanish": "el la los las de y en que del un una por con para se al su es fue han lo más como"
    " según pero sus entre desde sobre",
    "Italian": "il lo la gli di e in che del della un una per con sono è nel al dei delle da più"
    " hanno ha si non anche secondo alla",
    "Portuguese": "o os as de e em que do da dos das um uma por com para se no na foi são mais"
    " não ao pelo segundo entre sobre foram",
    "Dutch": "de het een van en in op te dat die voor zijn met is niet aan er om ook door bij"
    " werd werden volgens naar uit heeft hebben",
    "Polish": "w i na z się że do nie jest to o po od przez za jak oraz są był było został według"
    " ale przy który które",
    "Turkish": "ve bir bu da de için ile olarak olan daha gibi çok kadar sonra ise göre en ne"
    " olduğunu tarafından",
    "Indonesian": "yang dan di dari untuk pada dengan ini dalam adalah tidak akan telah oleh itu"
    " ke mereka juga sebagai",
    "Swedish": "och i att det som en på är av för med till den har de inte om ett har var från"
    " enligt men",
}
_TABLES = {name: frozenset(words.split()) for name, words in _COMMON.items()}
_SCRIPTS = (
    ("Cyrillic", "\u0400", "\u052f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic", "\u0600", "\u06ff"),
    ("Devanagari", "\u0900", "\u097f"),
    ("Burmese", "\u1000", "\u109f"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
    ("Korean", "\uac00", "\ud7a3"),
)
_LETTERS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ud800-\udfff]")
_DISTINCT = 3  # "men" alone, however often, makes no Swedish
_SAMPLE = 60_000


def check(text: str) -> None:
    """Refuse what is no English prose: raises NotDraftableError with a sentence."""
    if not text.strip():
        raise NotDraftableError("the text is empty; there is nothing to draft")
    if len(text) > LARGEST:
        raise NotDraftableError(
            f"the text has {len(text):,} characters; a draft is made of {LARGEST:,} at most"
        )
    if any("\ud800" <= one <= "\udfff" for one in text):
        raise NotDraftableError("this is not text: it holds halves of characters")
    broken = len(_BROKEN.findall(text[:_SAMPLE]))
    if "\x00" in text or broken > len(text[:_SAMPLE]) / 50:
        raise NotDraftableError("this is not text: it looks like a binary file")
    if language := other_language(text[:_SAMPLE]):
        raise NotDraftableError(
            f"sorry, the text seems to be in {language}; only English prose can be drafted so far"
        )


def other_language(text: str) -> str | None:
    """Return the language or script a text seems to be in, or None if it may be English."""
    words = [word.lower() for word in _LETTERS.findall(text)]
    letters = sum(map(len, words))
    if not letters:
        return None
    foreign = {
        name: sum(low <= letter <= high for word in words for letter in word)
        for name, low, high in _SCRIPTS
    }
    script = max(foreign, key=lambda name: foreign[name])
    if foreign[script] > letters * 0.4:
        return (
            script
            if script in ("Japanese", "Chinese", "Korean", "Greek", "Hebrew")
            else (f"the {script} script")
        )
    shares = {name: sum(word in table for word in words) for name, table in _TABLES.items()}
    best = max(shares, key=lambda name: shares[name])
    several = len(_TABLES[best].intersection(words)) >= _DISTINCT
    least = max(2, 1.5 * shares["English"], len(words) * 0.1)
    if best != "English" and several and shares[best] > least:
        return best
    if len(words) >= 40 and len(set(words)) > 25 and shares["English"] < len(words) * 0.03:
        return "another language than English"
    return None


def all_capitals(text: str) -> bool:
    """Whether a text is written in capitals, so that names cannot be told from other words."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper >= 20 and upper > 4 * lower


def unpunctuated(text: str) -> bool:
    """Whether a long text has next to no full stop, so that sentences cannot be told apart."""
    words = len(text.split())
    stops = len(re.findall(r"[.!?…;](?:\s|$|[\"”’)])", text))
    return words >= 40 and words > 60 * (stops + 0.5)
