from django.urls import path

from catalogue import views
from catalogue.views import marks, media, own

app_name = "catalogue"
urlpatterns = [
    path("exercises/", views.list_exercises, name="exercises"),
    path("exercises/new/", own.new_exercise, name="new-exercise"),
    path("exercises/<slug:slug>/change/", own.change_exercise, name="change-exercise"),
    path("exercises/<slug:slug>/removal/", own.remove_exercise, name="remove-exercise"),
    path("exercises/<slug:slug>/retirement/", own.retire_exercise, name="retire-exercise"),
    path("exercises/collections/<slug:slug>/", views.show_collection, name="collection"),
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
    path("me/limits/", views.change_limits, name="limits"),
    path("me/equipment/", views.change_equipment, name="equipment"),
]
