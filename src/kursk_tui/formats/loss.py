"""What formats leave out: the losses that several formats have are known here once."""


class Loss:
    """What a format does not carry: its words, and the fields of the model that are lost.

    `words` complete “leaves out …”. A field is named by its path, such as “claims.notes”; the path
    of a record stands for all its fields. `when` names the case in `formats.cases` that a loss is
    limited to; without it, every value of the fields is lost. `option` is the choice of the command
    line that a loss depends on, such as “rows figures”.
    """

    def __init__(self, words: str, *fields: str, when: str = "", option: str = "") -> None:
        self.words = words
        self.fields = fields
        self.when = when
        self.option = option

    def __str__(self) -> str:
        return self.words


OUTSIDE = Loss("knowledge from outside the document", "claims.external")
TEXT = Loss(
    "the text of documents outside the quotes, how it was extracted, and their hashes",
    *("documents.text", "documents.sha256", "documents.extraction"),
    *("documents.date_line", "documents.residue"),
)
SERIES = Loss(
    "when documents were acquired, and their series", "documents.acquired", "documents.series"
)
FINDINGS = Loss(
    "the findings of drafting",
    *("claims.review.items", "claims.review.flags"),
    *("claims.review.open_numbers", "claims.review.rejected"),
)
LINKS = Loss("links", "documents.url", "sources.url")
LINKS_OF_SOURCES = Loss("links of sources", "sources.url")
CREDIBILITY = Loss("credibility", "claims.credibility")
NOTES = Loss(
    "notes",
    *("claims.notes", "claims.evidence.note", "claims.attribution.note", "claims.figures.note"),
    *("claims.likelihoods.note", "claims.when.note"),
)
DOCUMENT_IDS = Loss("the ids of documents", "documents.id", "claims.document")
WORDS_OF_DATES = Loss(
    "dates that are only in words, and the words of dates and attributions",
    *("claims.when.words", "claims.when.bound", "claims.attribution.words"),
)
LANGUAGE = Loss("the language of documents", "documents.language")
WHICH_WORDS = Loss(
    "which words of a quote are meant, where the same words occur twice",
    *("claims.figures.start", "claims.likelihoods.start", "claims.when.start"),
    *("claims.attribution.start", "claims.relations.start", "claims.figures.relations.start"),
    *("claims.evidence.prefix", "claims.evidence.suffix"),
)
LONG_NAMES = Loss(
    "the ends of names of sources that have more than 500 characters",
    "sources.name",
    when="long names",
)
LONG_TITLES = Loss(
    "the ends of titles and publishers of documents, and links, of more than 500 characters",
    *("documents.title", "documents.publisher", "documents.url"),
    when="long titles",
)
DECISIONS = Loss("the reader's decisions about the library, and its other files", when="decisions")
REJECTED = Loss("claims that the analyst rejected", "claims", when="rejected")
DATES = (
    Loss("the date: no day is stated, and 1970-01-01 stands for it", "date", when="no date"),
    Loss(
        "that the briefing states no date: that of its first dated document stands for it",
        "date",
        when="date of a document",
    ),
    Loss("how exact the date is: its first day stands for it", "date", when="date of no one day"),
)
REPEATED_TERMS = Loss(
    "that a claim has the same term of likelihood twice",
    "claims.likelihoods.term",
    when="repeated terms",
)
OF_REFERENCES = (
    Loss("the title, date and status of the briefing", "title", "date", "status"),
    Loss("the licence of the briefing", "handling.licence"),
    Loss("claims: references are of documents and sources", "claims", when="claims"),
    TEXT,
    Loss(
        "short name, country and reliability of sources",
        *("sources.short", "sources.country", "sources.reliability"),
    ),
    Loss("sources that no claim names", "sources", when="unnamed sources"),
    DECISIONS,
)
