"""How allauth's account pages behave here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.shortcuts import resolve_url


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-mail and password do not match. Check both, or reset the"
        " password.",
        "incorrect_password": "This is not your password.",
        "enter_current_password": "This is not your password.",
        "incorrect_code": "This is not the code we sent. Look at the newest e-mail.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, or reset the password.",
        "rate_limited": "A code was sent a moment ago. Wait ten seconds, then ask again.",
        "account_inactive": "This account is closed.",
        "duplicate_email": "This is your e-mail already.",
        "same_as_current": "This is the address we have. Type another one.",
        "email_taken": "This address cannot be used. Type another one.",
    }

    def add_message(self, request, level, *args, message=None, **kwargs):
        """allauth says of a dead code what it says of too many passwords, and in a message only."""
        if message == self.error_messages["too_many_login_attempts"]:
            message = f"That code no longer works. {_way_to_another_code(request)}"
        super().add_message(request, level, *args, message=message, **kwargs)

    def get_signup_redirect_url(self, request):
        return resolve_url("start:goals")

    def get_password_change_redirect_url(self, request):
        return resolve_url("account:me")


def _way_to_another_code(request):
    if request.user.is_authenticated:
        return "Change the e-mail again and we send a new one."
    if request.resolver_match.url_name == "account_confirm_password_reset_code":
        return "Reset the password again and we send a new one."
    return "Sign in again in a few seconds and we send a new one."
