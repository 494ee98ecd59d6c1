"""Signing up, in and out. allauth looks these names up; the addresses are ours."""

from functools import wraps

from allauth.account import views
from django.urls import path


def page(address, view, name):
    """allauth answers what it refuses with 200, as if it were done; here that is 422."""

    @wraps(view)
    def refusing(request):
        response = view(request)
        if request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return path(address, refusing, name=name)


urlpatterns = [
    page("sign-in/", views.login, "account_login"),
    page("sign-in/again/", views.reauthenticate, "account_reauthenticate"),
    page("sign-up/", views.signup, "account_signup"),
    page("sign-out/", views.logout, "account_logout"),
    page("confirm/", views.email_verification_sent, "account_email_verification_sent"),
    page("closed/", views.account_inactive, "account_inactive"),
    page("password/reset/", views.password_reset, "account_reset_password"),
    page(
        "password/reset/code/",
        views.confirm_password_reset_code,
        "account_confirm_password_reset_code",
    ),
    page(
        "password/reset/new/",
        views.complete_password_reset,
        "account_complete_password_reset",
    ),
    page(
        "password/reset/done/",
        views.password_reset_from_key_done,
        "account_password_reset_completed",
    ),
    page("me/password/", views.password_change, "account_change_password"),
    page("me/email/", views.email, "account_email"),
]
