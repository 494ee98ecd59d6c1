"""Coaching, and the pages of a client's journal: the member's own views, opened by the link."""

from django.urls import include, path

from coaching.views import clients, invitations, sharing
from progress.views import body, charts, history
from workouts.views import plans

app_name = "coaching"

client = [
    path("", clients.client, name="client"),
    path("routines/", clients.assign_routine, name="assign"),
    path("plan/", plans.plan, name="client-plan"),
    path("history/", history.show_history, name="client-history"),
    path("progress/", charts.show_progress, name="client-progress"),
    path("progress/lifts/", charts.show_lifts, name="client-lifts"),
    path("progress/lifts/<slug:slug>/", charts.show_lift, name="client-lift"),
    path("progress/lifts/<slug:slug>.csv", charts.export_lift, name="client-lift-csv"),
    path("progress/volume/", charts.show_volume, name="client-volume"),
    path("progress/volume.csv", charts.export_volume, name="client-volume-csv"),
    path("body/", body.show_body, name="client-body"),
    path("body.csv", body.export_weights, name="client-body-csv"),
]

urlpatterns = [
    path("coach/clients/", clients.clients, name="clients"),
    path("coach/clients/invite/", invitations.invite, name="invite"),
    path(
        "coach/clients/invitations/<uuid:pk>/withdrawal/",
        invitations.withdraw_invitation,
        name="withdraw-invitation",
    ),
    path("coach/clients/<uuid:client>/", include(client)),
    path("invite/<str:token>/", invitations.invitation, name="invitation"),
    path("me/sharing/", sharing.sharing, name="sharing"),
    path("me/sharing/<uuid:pk>/", sharing.change_sharing, name="change-sharing"),
    path("me/sharing/<uuid:pk>/end/", sharing.end_sharing, name="end-sharing"),
]
