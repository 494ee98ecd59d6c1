"""What makes a password of this site's easy to guess."""

from django.core.exceptions import ValidationError


class NotThisSite:
    """Whatever stands beside the site's own name must be long enough alone."""

    NAME = "backgym"
    ENOUGH = 8

    def validate(self, password, user=None):
        rest = password.lower().replace(self.NAME, "")
        if len(rest) < min(self.ENOUGH, len(password)):
            raise ValidationError("The name of this site is guessed first. Leave it out.")

    def get_help_text(self):
        return "Do not build it on the name of this site."
