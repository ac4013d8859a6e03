"""E-mail through a real mail server with STARTTLS and a password."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from tests.notify.conftest import NOW
from tests.notify.messages import HOSTILE, alert, drill, message, ops
from tests.receivers import PASSWORD, USER, MailReceiver, make_certificate
from watcher.errors import ConfigError, DeliveryError
from watcher.model.message import MessageKind
from watcher.model.vocabulary import Severity
from watcher.notify.email import Email, Options, mail_of

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from watcher.notify.options import SecretRef

TO = ("desk@example.org", "Night Desk <night@example.org>")


def plain(secret: SecretRef) -> str:
    assert secret.value is not None
    return secret.value


def options(**more: Any) -> Options:
    given = {
        "name": "mail",
        "kind": "email",
        "host": "127.0.0.1",
        "username": USER,
        "password": PASSWORD,
        "sender": "Watcher <watcher@example.org>",
        "to": TO,
        "timeout": 5,
    }
    return Options(**{**given, **more})


def email(receiver: MailReceiver, certificate: Path, **more: Any) -> Email:
    return Email(options(port=receiver.port, ca_file=certificate, **more), plain)


def test_a_mail_arrives_encrypted_with_a_password_at_every_recipient(
    mail: MailReceiver, certificate: Path
) -> None:
    receipt = email(mail, certificate).send(message(), NOW)
    ((to, got),) = mail.mails
    assert to == ("desk@example.org", "night@example.org")
    assert got["Subject"].startswith("[watcher] Swindon: overall effectiveness fell")
    assert receipt.status == 250


def parts(got: EmailMessage) -> tuple[str, str]:
    text, html = got.get_body(("plain",)), got.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_a_mail_has_a_text_and_an_html_part_that_say_the_same() -> None:
    for part in parts(mail_of(message(), options())):
        assert "Swindon" in part
        assert "good (March 2022) → inadequate" in part
        assert "no inspection took place" in part
        assert "watcher explain" in part


def test_the_headers_thread_filter_and_stop_answers() -> None:
    got = mail_of(message(), options())
    assert got["Message-ID"] == "<key-1.mail@example.org>"
    assert got["References"] == got["In-Reply-To"] == "<council.council-1@example.org>"
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["List-Id"] == "watcher alerts <watcher.alerts>"
    assert got["Date"].datetime == NOW
    assert len(got["To"].addresses) == 2


def test_the_same_message_is_the_same_mail_at_every_try() -> None:
    first, second = (mail_of(message(), options()) for _ in range(2))
    boundary = first.get_boundary()
    assert isinstance(boundary, str) or boundary is None
    assert first["Message-ID"] == second["Message-ID"]
    assert parts(first) == parts(second)


def test_nothing_from_an_article_becomes_a_header_or_markup() -> None:
    told = replace(alert(quote=HOSTILE), headline=HOSTILE)
    sent = replace(message(told), subject=HOSTILE)
    raw = mail_of(sent, options()).as_bytes(policy=policy.SMTP)
    got = BytesParser(policy=policy.default).parsebytes(raw)
    assert got["Bcc"] is None
    text, html = parts(got)  # type: ignore[arg-type]
    for part in (text, html):
        assert "\x1b" not in part
        assert "\u202e" not in part
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "address",
    ["a@b.c\r\nBcc: x@y.z", "no address", "a@b.c, d@e.f", "<a@b.c"],
    ids=["a line end", "no address", "two in one", "half of one"],
)
def test_what_is_no_address_is_refused_in_the_configuration(address: str) -> None:
    with pytest.raises(ValidationError):
        options(to=(address,))


def test_mail_without_encryption_stays_on_this_machine() -> None:
    with pytest.raises(ConfigError, match="without encryption"):
        Email(options(host="mail.example.org", security="none"), plain)


def test_a_server_without_encryption_gets_neither_mail_nor_password(tmp_path: Path) -> None:
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Message as Handler

    class Box(Handler):
        def handle_message(self, message: Any) -> None:
            raise AssertionError(message)

    controller = Controller(Box(), hostname="127.0.0.1", port=_free())
    controller.start()
    try:
        notifier = Email(options(port=controller.port), plain)
        with pytest.raises(DeliveryError) as caught:
            notifier.send(message(), NOW)
    finally:
        controller.stop()
    assert not caught.value.permanent
    assert not any("AUTH" in line for line in caught.value.dialogue)
    del tmp_path


def _free() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_a_certificate_of_somebody_else_is_not_trusted(mail: MailReceiver, tmp_path: Path) -> None:
    stranger = make_certificate(tmp_path, name="stranger")
    with pytest.raises(DeliveryError) as caught:
        email(mail, stranger).send(message(), NOW)
    assert "certificate" in caught.value.hint
    assert mail.mails == []


def test_a_wrong_password_is_tried_again_and_named_but_never_shown(
    mail: MailReceiver, certificate: Path
) -> None:
    notifier = email(mail, certificate, password="wrong-password")
    with pytest.raises(DeliveryError) as caught:
        notifier.send(message(), NOW)
    error = caught.value
    assert (error.status, error.permanent) == (535, False)
    assert "password" in error.hint
    said = "\n".join(error.dialogue)
    assert "wrong-password" not in said
    assert "535" in said
    assert "> …" in said


def test_a_dialogue_that_failed_shows_who_said_what(mail: MailReceiver, certificate: Path) -> None:
    mail.box.after_data = "554 5.7.1 no spam here"
    with pytest.raises(DeliveryError) as caught:
        email(mail, certificate).send(message(), NOW)
    assert caught.value.permanent
    assert any(line.startswith("< ") and "no spam here" in line for line in caught.value.dialogue)
    assert any(line.startswith("> mail FROM") for line in caught.value.dialogue)


def test_greylisting_is_worth_another_try(mail: MailReceiver, certificate: Path) -> None:
    mail.box.after_data = "451 4.7.1 greylisted, come back later"
    with pytest.raises(DeliveryError) as caught:
        email(mail, certificate).send(message(), NOW)
    assert (caught.value.status, caught.value.permanent) == (451, False)


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [("550 5.1.1 no such user", True), ("450 4.2.0 greylisted", False)],
    ids=["unknown", "greylisted"],
)
def test_a_refused_recipient_is_named_while_the_others_get_the_mail(
    mail: MailReceiver, certificate: Path, answer: str, *, permanent: bool
) -> None:
    mail.box.refuse["night@example.org"] = answer
    with pytest.raises(DeliveryError) as caught:
        email(mail, certificate).send(message(), NOW)
    assert caught.value.left == ("night@example.org",)
    assert caught.value.permanent == permanent
    ((to, _),) = mail.mails
    assert to == ("desk@example.org",)


def test_only_those_who_are_left_get_the_mail_again(mail: MailReceiver, certificate: Path) -> None:
    sent = replace(message(), recipients=("night@example.org",))
    email(mail, certificate).send(sent, NOW)
    ((to, got),) = mail.mails
    assert to == ("night@example.org",)
    assert len(got["To"].addresses) == 2


def test_when_nobody_is_accepted_all_are_named(mail: MailReceiver, certificate: Path) -> None:
    mail.box.refuse = {"night@example.org": "550 no", "desk@example.org": "550 no"}
    with pytest.raises(DeliveryError) as caught:
        email(mail, certificate).send(message(), NOW)
    assert caught.value.permanent
    assert "desk@example.org" in str(caught.value)
    assert "night@example.org" in str(caught.value)


def test_a_connection_that_breaks_after_the_mail_is_worth_another_try(
    mail: MailReceiver, certificate: Path
) -> None:
    mail.box.drop_after_data = 1
    notifier = email(mail, certificate)
    with pytest.raises(DeliveryError) as caught:
        notifier.send(message(), NOW)
    assert not caught.value.permanent
    notifier.send(message(), NOW + dt.timedelta(minutes=5))
    assert list(mail.ids().values()) == [2]


def test_no_server_at_all_says_where_it_was_looked_for() -> None:
    notifier = Email(options(port=_free()), plain)
    with pytest.raises(DeliveryError) as caught:
        notifier.send(message(), NOW)
    assert "127.0.0.1" in caught.value.hint


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (MessageKind.CORRECTION, "CORRECTION"),
        (MessageKind.CONFIRMATION, "Confirmed by Ofsted"),
        (MessageKind.CATCH_UP, "While this was silenced"),
    ],
    ids=str,
)
def test_what_is_no_plain_alert_says_so_at_its_head(kind: MessageKind, word: str) -> None:
    for part in parts(mail_of(message(kind=kind), options())):
        assert word in part


def test_a_drill_is_marked_in_subject_and_in_both_parts() -> None:
    got = mail_of(drill(), options())
    assert "TEST" in got["Subject"]
    assert all("TEST" in part for part in parts(got))


def test_word_of_the_watch_is_plain_text() -> None:
    got = mail_of(ops("The source news fails since Monday."), options())
    assert got.get_body(("html",)) is None
    text = got.get_body(("plain",))
    assert text is not None
    assert "since Monday" in text.get_content()


def test_a_digest_puts_the_gravest_first_and_then_goes_by_name() -> None:
    told = message(
        alert("York", Severity.HIGH),
        alert("Leeds", Severity.HIGH),
        alert("Wigan"),
    )
    for part in parts(mail_of(told, options())):
        places = [part.index(f"{name}: overall") for name in ("Wigan", "Leeds", "York")]
        assert places == sorted(places)


def test_a_short_mail_leaves_the_quotations_to_the_links() -> None:
    for part in parts(mail_of(message(), options(length="short"))):
        assert "no inspection took place" not in part
        assert "https://example.org/drill" in part


def test_a_server_that_is_encrypted_from_the_first_byte_gets_the_mail(certificate: Path) -> None:
    import ssl

    from aiosmtpd.controller import Controller

    from tests.receivers import Mailbox

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=_free(), ssl_context=context)
    controller.start()
    try:
        port = controller.port
        given = options(port=port, security="tls", username=None, ca_file=certificate)
        receipt = Email(given, plain).send(message(), NOW)
    finally:
        controller.stop()
    assert receipt.status == 250
    assert len(box.mails) == 1
    assert any(line.startswith("< ") for line in receipt.dialogue)


def test_a_server_that_is_not_ready_is_asked_again_later() -> None:
    import socket
    import threading

    def answer(listening: socket.socket) -> None:
        one, _ = listening.accept()
        with one:
            one.sendall(b"554 5.3.2 no service today\r\n")
            one.recv(100)

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=answer, args=(listening,))
        thread.start()
        with pytest.raises(DeliveryError) as caught:
            Email(options(port=listening.getsockname()[1]), plain).send(message(), NOW)
        thread.join()
    assert (caught.value.status, caught.value.permanent) == (554, False)
