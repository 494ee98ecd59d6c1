from django.urls import path

from catalogue import views
from catalogue.views import history, marks, media, own, proposing, queue

app_name = "catalogue"
urlpatterns = [
    path("exercises/", views.list_exercises, name="exercises"),
    path("exercises/new/", own.new_exercise, name="new-exercise"),
    path("exercises/<slug:slug>/change/", own.change_exercise, name="change-exercise"),
    path("exercises/<slug:slug>/removal/", own.remove_exercise, name="remove-exercise"),
    path("exercises/<slug:slug>/retirement/", own.retire_exercise, name="retire-exercise"),
    path("exercises/collections/<slug:slug>/", views.show_collection, name="collection"),
    path("exercises/propose/", proposing.propose_exercise, name="propose"),
    path("exercises/<slug:slug>/suggest/", proposing.suggest_change, name="suggest"),
    path("exercises/<slug:slug>/", views.show_exercise, name="exercise"),
    path("media/<slug:key>/<slug:name>.webp", media.show_file, name="media-file"),
    path("curate/exercises/<slug:slug>/media/", media.add_media, name="media"),
    path("curate/exercises/<slug:slug>/media/order/", media.arrange_media, name="arrange-media"),
    path("curate/exercises/<slug:slug>/media/<int:pk>/", media.edit_media, name="edit-media"),
    path(
        "curate/exercises/<slug:slug>/media/<int:pk>/earlier/",
        media.move_media,
        name="move-media",
    ),
    path(
        "curate/exercises/<slug:slug>/media/<int:pk>/removal/",
        media.remove_media,
        name="remove-media",
    ),
    path("me/exercises/", marks.list_mine, name="mine"),
    path("me/exercises/<int:pk>/mark/", marks.mark_exercise, name="mark"),
    path("me/exercises/<int:pk>/note/", marks.note_exercise, name="note"),
    path("me/proposals/", proposing.list_proposals, name="proposals"),
    path("me/proposals/<uuid:pk>/", proposing.show_proposal, name="proposal"),
    path("me/proposals/<uuid:pk>/change/", proposing.change_proposal, name="change-proposal"),
    path("me/proposals/<uuid:pk>/withdrawal/", proposing.withdraw_proposal, name="withdraw"),
    path("curate/queue/", queue.list_queue, name="queue"),
    path("curate/queue/<uuid:pk>/", queue.review_proposal, name="review"),
    path("curate/queue/<uuid:pk>/publish/", queue.publish_proposal, name="publish"),
    path("curate/queue/<uuid:pk>/question/", queue.ask_proposer, name="ask"),
    path("curate/queue/<uuid:pk>/refusal/", queue.decline_proposal, name="decline"),
    path("curate/queue/<uuid:pk>/duplicate/", queue.mark_duplicate, name="mark-duplicate"),
    path("curate/changes/", history.list_changes, name="changes"),
    path("curate/changes/<int:pk>/undo/", history.undo_change, name="undo-change"),
    path("curate/exercises/<slug:slug>/history/", history.show_history, name="history"),
    path("curate/exercises/<slug:slug>/revert/", history.revert_exercise, name="revert"),
    path("curate/exercises/<slug:slug>/retire/", history.retire_exercise, name="retire"),
    path("me/limits/", views.change_limits, name="limits"),
    path("me/equipment/", views.change_equipment, name="equipment"),
]
