"""Signing up, in and out. allauth looks these names up; the addresses are ours."""

from allauth.account import views
from django.urls import path

urlpatterns = [
    path("sign-in/", views.login, name="account_login"),
    path("sign-in/again/", views.reauthenticate, name="account_reauthenticate"),
    path("sign-up/", views.signup, name="account_signup"),
    path("sign-out/", views.logout, name="account_logout"),
    path("confirm/", views.email_verification_sent, name="account_email_verification_sent"),
    path("closed/", views.account_inactive, name="account_inactive"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path(
        "password/reset/code/",
        views.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path(
        "password/reset/new/",
        views.complete_password_reset,
        name="account_complete_password_reset",
    ),
    path(
        "password/reset/done/",
        views.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
    path("me/password/", views.password_change, name="account_change_password"),
    path("me/email/", views.email, name="account_email"),
]
