"""Mail on one's own machine: printed on the terminal, to be read there."""

from django.core.mail.backends.console import EmailBackend


class ConsoleBackend(EmailBackend):
    """Prints a mail's text as it was written: what goes over the wire breaks lines and links."""

    def write_message(self, message):
        mail = message.message()
        for name in ("Subject", "From", "To"):
            self.stream.write(f"{name}: {mail[name]}\n")
        text = mail.get_body(("plain",)).get_content()
        self.stream.write(f"\n{text.rstrip()}\n{'-' * 79}\n")
