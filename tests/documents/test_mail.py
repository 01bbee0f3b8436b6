"""Mail: the words of its sender, who sent it when, and a remark on everything else."""

from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.documents import DocumentError, extract
from kursk_tui.documents.mail import extract as read
from tests.documents.outcome import outcome
from tests.documents.writers import mail
from tests.model.factory import property_test
from tests.tables import each_row

WROTE = "On Sun, 2 Mar 2031 at 10:22, Bob Roy <bob@wire.example>\nwrote:"
WROTE_MARKED = "> On Sun, 2 Mar 2031 at 10:22, Bob Roy <bob@wire.example>\n> wrote:"
HEAD = "From: Bob Roy\nSent: Sunday\nTo: Ann Lee\nSubject: x"
HEAD_MARKED = "> From: Bob Roy\n> Sent: Sunday\n> To: Ann Lee\n> Subject: x"
RULE = "_" * 32
NOTICE = "This e-mail is confidential. If it reached you in error, delete it."
SIGNATURE = "The signature of 1 line is left out."
MARKED = "“>” is added before {} of an older message that has none."


@each_row(
    ("text", "kept", "remarks"),
    [
        ("Nine fell.\n\nTen hid.\n", "Nine fell.\n\nTen hid.", ()),
        # What has “>” already stays as it is; "On … wrote:" is another's words as well.
        (
            f"{WROTE}\n> How many fell?\n\nNine fell.",
            f"{WROTE_MARKED}\n> How many fell?\n\nNine fell.",
            (MARKED.format("2 lines"),),
        ),
        (
            f"Nine fell.\n{WROTE}\n\nAt least 300 fell.",
            f"Nine fell.\n\n{WROTE_MARKED}\n>\n> At least 300 fell.",
            (MARKED.format("3 lines"),),
        ),
        (
            "Nine fell.\n\n-----Original Message-----\nAt least 300 fell.",
            "Nine fell.\n\n> -----Original Message-----\n> At least 300 fell.",
            (MARKED.format("2 lines"),),
        ),
        (
            f"Nine fell.\n{RULE}\n{HEAD}\n\nAt least 300 fell.",
            f"Nine fell.\n\n> {RULE}\n{HEAD_MARKED}\n>\n> At least 300 fell.",
            (MARKED.format("6 lines"),),
        ),
        # A sender may write so without quoting a mail.
        (
            "On Monday the minister wrote:\nNine fell.",
            "On Monday the minister wrote:\nNine fell.",
            (),
        ),
        ("From: the north, 9 fell.\nOthers hid.", "From: the north, 9 fell.\nOthers hid.", ()),
        (
            "Nine fell.\n-- \nAnn Lee\nTel. 112\n",
            "Nine fell.",
            ("The signature of 2 lines is left out.",),
        ),
        (
            "Nine fell.\n\nSent from my phone",
            "Nine fell.",
            (SIGNATURE,),
        ),
        (
            f"Nine fell.\n\n-- \nAnn Lee\n\n{WROTE}\n> Ten hid.\n",
            f"Nine fell.\n\n{WROTE_MARKED}\n> Ten hid.",
            (SIGNATURE, MARKED.format("2 lines")),
        ),
        # Text that is too long is not a signature.
        (
            "Nine fell.\n--\n" + "Ten hid.\n" * 20,
            "Nine fell.\n--\n" + "Ten hid.\n" * 19 + "Ten hid.",
            (),
        ),
        (
            f"Nine fell.\n\n{NOTICE}",
            "Nine fell.",
            ("A notice about the email itself is left out: 12 words.",),
        ),
        # A report may be about what is confidential.
        (
            "Nine fell.\n\nThe confidential report names 9.",
            "Nine fell.\n\nThe confidential report names 9.",
            (),
        ),
        (
            f"Nine fell.\n{RULE}\nnews mailing list\nnews@wire.example",
            "Nine fell.",
            ("The footer of 2 lines is left out.",),
        ),
    ],
)
def test_the_senders_words_are_kept_and_others_set_apart(
    text: str, kept: str, remarks: tuple[str, ...]
) -> None:
    found = read(bytes(mail(text)), "a.eml")
    assert found.text == kept
    assert found.remarks[1:] == remarks


ENCODED = """From: =?utf-8?q?Minist=C3=A8re?= <m@gov.example>
Subject: =?utf-8?q?Losses?=
 =?utf-8?q?_at_H=C3=B6lm?=
Date: Mon, 3 Mar 2031 23:30:00 -0500
"""


@each_row(
    ("headers", "stated"),
    [
        (
            ENCODED,
            ("Ministère", "Losses at Hölm", "2031-03-03", ()),
        ),
        (
            "From: m@gov.example, Bob Roy <b@x.example>\n",
            ("m@gov.example, Bob Roy", None, None, ()),
        ),
        ("From: Army\xe9 <a@b.example>\nSubject: caf\xc3\xa9\n", ("Armyé", "café", None, ())),
        (
            "From: Ann\nDate: yesterday\n",
            ("Ann", None, None, ("The date of the email cannot be read: “yesterday”.",)),
        ),
        ("Subject: x\x1b[31m\n", (None, "x␛[31m", None, ())),
    ],
)
def test_the_headers_give_publisher_title_and_date(
    headers: str, stated: tuple[str | None, str | None, str | None, tuple[str, ...]]
) -> None:
    found = extract(headers.encode("latin-1") + b"\nNine fell.", "a.eml")
    assert (found.publisher, found.title, found.date, found.remarks[1:]) == stated
    assert (found.text, found.media_type, found.extractor) == (
        *("Nine fell.", "message/rfc822"),
        "kursk-tui",
    )


def test_what_is_taken_from_the_headers_is_remarked_on() -> None:
    assert read(bytes(mail("Nine fell.", Subject="Losses")), "a.eml").remarks == (
        (
            "The title “Losses” and the publisher “Ann Lee” are from the headers of the email; "
            "--title and --publisher change them."
        ),
    )
    assert read(b"From: Ann\n\nNine fell.", "a.eml").remarks == (
        "The publisher “Ann” is from the headers of the email; --publisher changes it.",
    )


@each_row(
    ("headers", "data", "text", "remarks"),
    [
        ("text/plain; charset=utf-8", "é – 9 fell".encode(), "é – 9 fell", ()),
        ("text/plain; charset=iso-8859-1", "“9 fell”".encode("cp1252"), "“9 fell”", ()),
        (
            "text/plain; charset=koi8-r",
            "Пал 9-й".encode("koi8-r"),
            "Пал 9-й",
            (),
        ),
        (
            "text/plain; charset=utf-8",
            "The café: “9 fell”".encode("cp1252"),
            "The café: “9 fell”",
            ("The text is declared as utf-8 but is not; it is read as Windows-1252.",),
        ),
        ("text/plain; charset=none-such", b"9 fell", "9 fell", ()),
        (
            "text/plain; format=flowed",
            b"At least \n9 fell.\nTen hid. \n-- \nAnn\n",
            "At least 9 fell.\nTen hid.",
            (SIGNATURE,),
        ),
        (
            "text/plain; format=flowed; delsp=yes",
            b"approxi \nmately 9\n> a \n> b",
            "approximately 9\n> ab",
            (),
        ),
        (
            "text/plain\nContent-Transfer-Encoding: quoted-printable",
            b"at=\n least 9=2E",
            "at least 9.",
            (),
        ),
        (
            "text/plain\nContent-Transfer-Encoding: base64",
            b"TmluZSBmZWxsLg=",
            "Nine fell.",
            ("The base64 of the email is damaged; words may be missing.",),
        ),
    ],
)
def test_text_is_decoded_as_its_headers_say(
    headers: str, data: bytes, text: str, remarks: tuple[str, ...]
) -> None:
    found = read(f"From: Ann\nContent-Type: {headers}\n\n".encode() + data, "a.eml")
    assert (found.text, found.remarks[1:]) == (text, remarks)


def test_plain_text_is_preferred_and_attachments_are_named() -> None:
    message = mail("Nine fell.", html="<p>Ten fell.</p>", Subject="Losses")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="list.pdf")
    message.add_attachment(mail("Older.", Subject="Early losses"))
    message.add_attachment("Ten hid.", filename="notes.txt")
    found = read(bytes(message), "a.eml")
    assert found.text == "Nine fell."
    assert found.remarks[1:] == (
        "The email is also in HTML, which is not read.",
        "3 attachments are not read: “list.pdf”, “Early losses”, “notes.txt”.",
    )


def test_html_with_many_more_words_is_remarked_on() -> None:
    message = mail("Use another program.", html=f"<p>{'Nine fell there. ' * 20}</p>")
    found = read(bytes(message), "a.eml")
    assert found.text == "Use another program."
    assert found.remarks[1:] == (
        "The email is also in HTML, which has more words (60, and its text 3) and is not read.",
    )


def test_a_text_after_an_attachment_is_read() -> None:
    message = EmailMessage()
    message["From"] = "Ann"
    for data in ("Nine fell.\n", b"x", "Ten hid.\n"):
        part = EmailMessage(policy.SMTP)
        if isinstance(data, str):
            part.set_content(data)
        else:
            part.set_content(data, maintype="image", subtype="png")
        if not message.is_multipart():
            message.make_mixed()
        message.attach(part)
    found = read(bytes(message), "a.eml")
    assert found.text == "Nine fell.\n\nTen hid."
    assert found.remarks[1:] == ("1 attachment is not read: “image/png”.",)


def test_html_is_read_where_there_is_no_text() -> None:
    html = (
        "<div>At least 300<sup>2</sup> fell,<br>the army&nbsp;said.</div><ul><li>9 hid</li></ul>"
        "<table><tr><td>Holm</td><td>40</td></tr></table><del>Ten</del>"
        "<div class=gmail_quote><div>Bob wrote:</div><blockquote>9 fell.</blockquote></div>"
    )
    message = EmailMessage()
    message["From"] = "Ann"
    message.set_content(html, subtype="html")
    found = read(bytes(message), "a.eml")
    assert found.text == (
        "At least 300² fell,\nthe army\xa0said.\n\n• 9 hid\n\nHolm | 40\n\n"
        "> Bob wrote:\n>\n> 9 fell."
    )
    assert found.remarks[1:] == ("1 word struck through is left out.",)


SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Nine fell.
- - Ten hid.
-----BEGIN PGP SIGNATURE-----

x
-----END PGP SIGNATURE-----
"""


def test_a_signature_is_not_text() -> None:
    found = read(bytes(mail(SIGNED)), "a.eml")
    assert found.text == "Nine fell.\n- Ten hid."
    assert found.remarks[1:] == ("The digital signature of the email is not checked.",)


ENCRYPTED = "the email is encrypted; save it decrypted, or its text"


@each_row(
    ("text", "message"),
    [
        ("hello", "the file is not an email: it has no headers such as “From:”"),
        ("From: a\n\n \n", "the email has no text"),
        ("From: a\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", ENCRYPTED),
        ("From: a\nContent-Type: application/pkcs7-mime\n\nx", ENCRYPTED),
        ("From: a\n\n-----BEGIN PGP MESSAGE-----\nx", ENCRYPTED),
        (
            "From: a\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n\nx",
            "the email is signed in a form that hides its text; save its text",
        ),
        (
            "From: a\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nx: y\n--b--",
            "the email is a digest of several emails; save each as a file of its own",
        ),
        (
            "From: a\nContent-Type: multipart/mixed; boundary=b\n\nNo boundary.",
            "the email is damaged: its parts cannot be separated",
        ),
        (
            "From: a\nContent-Type: message/rfc822\n\nFrom: b\n\nNine fell.",
            "the email has no text but an email attached to it; save that one",
        ),
        (
            "From: a\nContent-Type: application/pdf; name=x.pdf\n\nx",
            "the email has no text, only 1 attachment: “x.pdf”",
        ),
        (
            "From: a\n\n> Nine fell.",
            "the sender of the email only quotes another message; save that as a file of its own",
        ),
        (
            "From a 2031\nFrom: a\n\nx\n\nFrom b 2031\nFrom: b\n\nx",
            "the file has several emails; save each as a file of its own",
        ),
        (
            f"From: a\nContent-Type: text/plain; x={'y' * 100_000}\n\nNine fell.",
            "the email has headers that are too long to be read",
        ),
        (
            "From: <Saved>\nSnapshot-Content-Location: x\n\nx",
            "the file is a web archive; save the page as HTML",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, message: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(text.encode(), "a.eml")
    assert str(refusal.value) == message


LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp", "Co"))
SENTENCE = st.lists(st.text(LETTERS, min_size=1), min_size=1).map(lambda words: " ".join(words))


@settings(property_test, max_examples=40)
@given(st.lists(SENTENCE.map(lambda words: f"x {words}."), min_size=1, max_size=4))
def test_any_text_comes_back_word_for_word(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    assert read(bytes(mail(text)), "a.eml").text == text


PIECES = (
    *("From: ", "Content-Type: ", "multipart/mixed; boundary=b", "text/html", "text/plain", "\n"),
    *("\n\n", "--b\n", "--b--\n", "message/rfc822", "<p>", "=?utf-8?q?x?=", "@", "<", ";", '"'),
    *("Content-Transfer-Encoding: base64\n", "charset=utf-16", "> ", "On 1 at 10:00 wrote:"),
)


@settings(property_test, max_examples=60)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)), st.binary(max_size=20))
def test_any_bytes_end_in_a_text_or_an_error(pieces: list[str], noise: bytes) -> None:
    assert outcome(read, "".join(pieces).encode("utf-8", "surrogatepass") + noise)
