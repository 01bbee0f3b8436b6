"""Writes small PDFs: texts at places on pages, in a font and a size."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

FONTS = {"plain": "Times-Roman", "bold": "Times-Bold"}


@dataclass
class Page:
    """A page of 600 by 800 points; `raw` is content of its own."""

    raw: bytes = b""
    turned: int = 0
    _texts: list[bytes] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = "plain") -> "Page":
        """Add a text whose base line begins at a place, counted from the lower left corner."""
        shown = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(")
        shown = shown.replace(b")", rb"\)")
        self._texts.append(b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), size, x, y, shown))
        return self

    def lines(self, x: float, y: float, lines: Iterable[str], size: float = 10) -> "Page":
        """Add lines below each other, 1.2 sizes apart."""
        for nth, line in enumerate(lines):
            self.text(x, y - 1.2 * size * nth, line, size)
        return self

    @property
    def content(self) -> bytes:
        """The content stream."""
        return b"\n".join([*self._texts, self.raw])


def pdf(pages: Sequence[Page], *, info: str = "", password: str = "", kids: str = "") -> bytes:
    """Return a PDF; `info` are entries of its properties, `kids` those of the tree of pages."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in FONTS.items()
    )
    first = 3
    numbers = [first + 2 * nth for nth in range(len(pages))]
    kids = kids or " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 600 800] "
        f"/Resources << /Font << {fonts} >> >> >>".encode(),
    ]
    for number, page in zip(numbers, pages, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Rotate {page.turned} "
            f"/Contents {number + 1} 0 R >>".encode()
        )
        objects.append(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page.content), page.content)
        )
    objects.append(f"<< {info} >>".encode())
    trailer = f"/Root 1 0 R /Info {len(objects)} 0 R"
    if password:
        objects.append(_encryption(password))
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"trailer << {trailer} /Size {count} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {count}\n0000000000 65535 f \n{table}{end}".encode()


_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def _encryption(password: str) -> bytes:
    """Return the dictionary of a file that only a password opens (revision 2, 40 bits)."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(padded + owner + rights + bytes(16)).digest()[:5]
    user = _rc4(key, _PADDING)
    return (
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>"
    ).encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    at = 0
    for nth in range(256):
        at = (at + state[nth] + key[nth % len(key)]) % 256
        state[nth], state[at] = state[at], state[nth]
    found = bytearray()
    one = other = 0
    for byte in data:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        found.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(found)
