"""Mail on one's own machine is read on the terminal, so it is printed as it was written."""

import io

from django.core.mail import EmailMultiAlternatives

from backgym.mail import ConsoleBackend

LONG = (
    "Sam Test would like to be your trainer on BackGym, and you choose what they see – all of it."
)


def test_mail_is_printed_as_it_was_written():
    out = io.StringIO()
    message = EmailMultiAlternatives(
        "Your code – new", LONG, "BackGym <no-reply@localhost>", ["á@example.com", "b@example.com"]
    )
    message.attach_alternative("<p>not for terminals</p>", "text/html")
    assert ConsoleBackend(stream=out).send_messages([message]) == 1
    lines = out.getvalue().splitlines()
    assert LONG in lines
    assert "Subject: Your code – new" in lines
    assert "To: á@example.com, b@example.com" in lines
    assert "not for terminals" not in out.getvalue()
