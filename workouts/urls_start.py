"""The first run: goals, limits, equipment, a routine."""

from django.urls import path

from workouts.views import start

app_name = "start"
urlpatterns = [
    path("goals/", start.ask_goals, name="goals"),
    path("limits/", start.ask_limits, name="limits"),
    path("equipment/", start.ask_equipment, name="equipment"),
    path("routine/", start.offer_routine, name="routine"),
]
