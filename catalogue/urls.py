from django.urls import path

from catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("exercises/", views.list_exercises, name="exercises"),
    path("exercises/<slug:slug>/", views.show_exercise, name="exercise"),
    path("me/limits/", views.change_limits, name="limits"),
    path("me/equipment/", views.change_equipment, name="equipment"),
]
