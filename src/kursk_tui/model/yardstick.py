"""Yardsticks: published scales of likelihood terms, with their bands and the gaps between them."""

from collections.abc import Mapping
from dataclasses import dataclass

from kursk_tui.vocabulary import ScaleId


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a scale: a term and its range of probability in per cent.

    `printed` is the range exactly as its publisher prints it, including any approximate or open
    edge. `synonyms` are other terms of the standard; `variants` are other forms of the same words.
    """

    term: str
    lower: int
    upper: int
    printed: str
    synonyms: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling of the term, in lower case; the term itself comes first."""
        return (self.term, *self.synonyms, *self.variants)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A scale of likelihood terms, its bands in order from least to most likely."""

    id: ScaleId
    name: str
    bands: tuple[Band, ...]

    def rank(self, spelling: str) -> int | None:
        """Return the index of the band with this spelling, in any case, or None."""
        wanted = " ".join(spelling.lower().split())
        for index, band in enumerate(self.bands):
            if wanted in band.spellings:
                return index
        return None

    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Return the ranges between neighbouring bands that no term covers."""
        return tuple(
            (low.upper, high.lower)
            for low, high in zip(self.bands, self.bands[1:], strict=False)
            if low.upper < high.lower
        )


# Professional Head of Intelligence Assessment, UK: "Explaining Uncertainty in UK Intelligence
# Assessment", 24 March 2025,
# https://www.gov.uk/government/publications/explaining-uncertainty-in-uk-intelligence-assessment
# The gaps between the bands are intentional. The UK Ministry of Defence printed the same seven
# terms and edges in February 2023.
_PHIA = Yardstick(
    "phia-2025",
    "PHIA Probability Yardstick",
    (
        Band("remote chance", 0, 5, ">0% – ≈5%", variants=("a remote chance",)),
        Band("highly unlikely", 10, 20, "≈10% – ≈20%"),
        Band("unlikely", 25, 35, "≈25% – ≈35%"),
        Band(
            "realistic possibility",
            40,
            50,
            "≈40% – <50%",
            variants=("a realistic possibility", "realistically possible"),
        ),
        Band("likely", 55, 75, "≈55% – ≈75%", ("probable",), ("probably",)),
        Band("highly likely", 80, 90, "≈80% – ≈90%"),
        Band("almost certain", 95, 100, "≈95% – <100%", variants=("almost certainly",)),
    ),
)

# Office of the Director of National Intelligence, US: Intelligence Community Directive 203,
# "Analytic Standards", D.6.e.(2)(a), 2 January 2015, technical amendment 21 December 2022,
# https://www.dni.gov/files/documents/ICD/ICD-203-TA-Analytic-Standards-21-Dec-2022.pdf
# Neighbouring bands share their edges; none reaches 0 or 100 per cent.
_ICD_203 = Yardstick(
    "icd-203",
    "ICD 203 degrees of likelihood",
    (
        Band("almost no chance", 1, 5, "01–05%", ("remote",)),
        Band("very unlikely", 5, 20, "05–20%", ("highly improbable",)),
        Band("unlikely", 20, 45, "20–45%", ("improbable",), ("improbably",)),
        Band("roughly even chance", 45, 55, "45–55%", ("roughly even odds",)),
        Band("likely", 55, 80, "55–80%", ("probable",), ("probably",)),
        Band("very likely", 80, 95, "80–95%", ("highly probable",)),
        Band("almost certain", 95, 99, "95–99%", ("nearly certain",), ("almost certainly",)),
    ),
)

YARDSTICKS: Mapping[str, Yardstick] = {scale.id: scale for scale in (_PHIA, _ICD_203)}
"""The scales by id."""
