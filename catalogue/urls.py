from django.urls import path

from catalogue import views
from catalogue.views import media

app_name = "catalogue"
urlpatterns = [
    path("exercises/", views.list_exercises, name="exercises"),
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
    path("me/limits/", views.change_limits, name="limits"),
    path("me/equipment/", views.change_equipment, name="equipment"),
]
