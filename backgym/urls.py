"""Every address of BackGym: each app's own file has the rest."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from backgym import views

handler400 = "backgym.views.bad_request"
handler403 = "backgym.views.forbidden"
handler404 = "backgym.views.not_found"
handler429 = "backgym.views.too_many"
handler500 = "backgym.views.broken"

admin.site.site_header = "BackGym"
admin.site.site_title = "BackGym"
admin.site.login = secure_admin_login(admin.site.login)  # through /sign-in/ and its limits

urlpatterns = [
    path("", views.front, name="front"),
    path("favicon.ico", views.icon, name="icon"),
    path("", include("accounts.urls_signing")),
    path("me/", include("accounts.urls")),
    path("start/", include("workouts.urls_start")),
    path("", include("catalogue.urls")),
    path("", include("workouts.urls")),
    path("", include("progress.urls")),
    path("", include("coaching.urls")),
    path("manage/", admin.site.urls),
]
