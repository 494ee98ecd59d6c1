from django.urls import path

from accounts import views

app_name = "account"
urlpatterns = [
    path("", views.show_account, name="me"),
    path("settings/", views.change_settings, name="settings"),
    path("goals/", views.change_goals, name="goals"),
    path("weights/", views.change_weights, name="weights"),
]
