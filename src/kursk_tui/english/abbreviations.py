"""Abbreviations whose full stop does not end a sentence."""

NEVER_LAST = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "rep", "reps", "sen", "sens", "gen", "gens", "lt"),
        *("col", "sgt", "capt", "maj", "adm", "cmdr", "brig", "gov", "pres", "sec", "st", "fr"),
        *("rev", "hon", "amb", "cpl", "pvt", "cdr", "supt", "insp", "no", "nos", "vs", "approx"),
        *("ca", "eg", "ie", "al", "fig", "messrs", "mt", "ft", "p", "pp", "pte", "spc", "sr"),
        *("vol", "para", "art", "atty", "dist", "e.g.", "i.e.", "c", "v"),
    }
)
"""Abbreviations that something always follows."""

MAYBE_LAST = frozenset(
    {
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("inc", "corp", "ltd", "co", "jr", "etc", "dept", "est", "tues", "wed", "thurs", "fri"),
        *("mon", "sat", "sun", "bros", "mil", "govt"),
    }
)
"""Abbreviations that may stand at the end: what follows decides."""

OPENERS = frozenset(
    {
        *("the", "a", "an", "in", "it", "he", "she", "they", "but", "and", "on", "at", "this"),
        *("that", "there", "however", "according", "meanwhile", "these", "those", "its"),
        *("their", "his", "her", "as", "since", "after", "while", "when", "if", "for", "from"),
        *("some", "most", "many", "all", "both", "such", "we", "i", "you", "earlier", "by"),
        *("with", "one", "no", "another", "about", "several", "more", "other", "officials"),
        *("during", "under", "over", "between", "nearly", "so", "also", "separately"),
        *("president", "asked", "although", "despite", "what", "who", "where", "around", "up"),
        *("last", "two", "three", "dozens", "hundreds", "thousands"),
    }
)
"""Words that begin a sentence more often than they go on after an abbreviation."""
