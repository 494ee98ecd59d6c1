"""The journal: today, workouts as they are logged, and what was logged."""

from django.urls import path

from progress.views import body, charts, exercises, history, sessions, sets, sheets, swaps, today

app_name = "progress"
urlpatterns = [
    path("today/", today.show_today, name="today"),
    path("plan/<uuid:pk>/print/", sheets.show_sheets, name="sheets"),
    path("plan/<uuid:pk>/print.pdf", sheets.export_sheets, name="sheets-pdf"),
    path("log/", sessions.choose_workout, name="log"),
    path("log/sessions/", sessions.start_session, name="start"),
    path("log/<uuid:pk>/", sessions.show_session, name="session"),
    path("log/<uuid:pk>/note/", sessions.save_note, name="note"),
    path("log/<uuid:pk>/finish/", sessions.finish_session, name="finish"),
    path("log/<uuid:pk>/discard/", sessions.discard_session, name="discard"),
    path("log/<uuid:pk>/sets/", sets.create_set, name="create-set"),
    path("log/<uuid:pk>/sets/<uuid:set_pk>/", sets.log_set, name="log-set"),
    path("log/<uuid:pk>/sets/<uuid:set_pk>/reopening/", sets.reopen_set, name="reopen-set"),
    path("log/<uuid:pk>/sets/<uuid:set_pk>/skip/", sets.skip_set, name="skip-set"),
    path("log/<uuid:pk>/sets/<uuid:set_pk>/removal/", sets.delete_set, name="delete-set"),
    path("log/<uuid:pk>/exercises/", exercises.choose_exercise, name="choose-exercise"),
    path("log/<uuid:pk>/exercises/new/", exercises.create_exercise, name="create-exercise"),
    path(
        "log/<uuid:pk>/exercises/<int:slot>/removal/",
        exercises.delete_exercise,
        name="delete-exercise",
    ),
    path("log/<uuid:pk>/exercises/<int:slot>/targets/", exercises.aim_sets, name="aim"),
    path("log/<uuid:pk>/exercises/<int:slot>/swap/", swaps.choose_swap, name="choose-swap"),
    path("log/<uuid:pk>/exercises/<int:slot>/swap/new/", swaps.swap_exercise, name="swap"),
    path("log/<uuid:pk>/swaps/<str:token>/removal/", swaps.undo_swap, name="undo-swap"),
    path("history/", history.show_history, name="history"),
    path("history/<uuid:pk>/", history.show_past_session, name="past-session"),
    path("history/<uuid:pk>/outcome/", history.save_outcome, name="save-outcome"),
    path("history/<uuid:pk>/sets/<uuid:set_pk>/", history.edit_set, name="edit-set"),
    path("history/<uuid:pk>/removal/", history.delete_session, name="delete-session"),
    path("progress/", charts.show_progress, name="progress"),
    path("progress/lifts/", charts.show_lifts, name="lifts"),
    path("progress/lifts/<slug:slug>/", charts.show_lift, name="lift"),
    path("progress/lifts/<slug:slug>.csv", charts.export_lift, name="lift-csv"),
    path("progress/volume/", charts.show_volume, name="volume"),
    path("progress/volume.csv", charts.export_volume, name="volume-csv"),
    path("body/", body.show_body, name="body"),
    path("body.csv", body.export_weights, name="body-csv"),
    path("body/weights/", body.add_weight, name="add-weight"),
    path("body/weights/<uuid:pk>/", body.edit_weight, name="edit-weight"),
    path("body/weights/<uuid:pk>/removal/", body.remove_weight, name="remove-weight"),
    path("body/weights/removed/<str:token>/", body.return_weight, name="return-weight"),
]
