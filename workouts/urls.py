from django.urls import include, path

from workouts.views import (
    adding,
    building,
    checking,
    days,
    exchanges,
    library,
    others,
    plans,
    rows,
    sets,
    sharing,
    text,
    updating,
    versions,
    weeks,
)

app_name = "workouts"

own_sets = [
    path("", sets.change_sets, name="change-sets"),
    path("more/", sets.add_set, name="add-target"),
    path("filling/", sets.fill_sets, name="fill-sets"),
    path("end/", sets.clear_sets, name="clear-sets"),
    path("<int:number>/copies/", sets.copy_set, name="copy-target"),
    path("<int:number>/removal/", sets.remove_set, name="remove-target"),
]

changes = [
    path("", building.edit, name="edit"),
    path("text/", text.edit_text, name="text"),
    path("weeks/", days.change_weeks, name="change-weeks"),
    path("undo/", days.undo_change, name="undo"),
    path("redo/", days.redo_change, name="redo"),
    path("weeks/<int:week>/", weeks.change_week, name="change-week"),
    path("order/", days.arrange, name="arrange"),
    path("removed/<uuid:removed>/", days.put_back_removed, name="put-back"),
    path("check/remedies/", checking.mend_finding, name="mend"),
    path("check/mutes/", checking.mute_rule, name="mute"),
    path("check/mutes/end/", checking.unmute_rule, name="unmute"),
    path("days/", days.add_day, name="add-day"),
    path("days/<uuid:day>/", days.change_day, name="change-day"),
    path("days/<uuid:day>/removal/", days.remove_day_of_draft, name="remove-day"),
    path("days/<uuid:day>/lines/", text.add_typed, name="add-typed"),
    path("prescriptions/", rows.add_row, name="add-prescription"),
    path("prescriptions/<uuid:row>/", rows.change_row, name="change-prescription"),
    path("days/<uuid:day>/copies/", days.duplicate_day, name="duplicate-day"),
    path("prescriptions/<uuid:row>/copies/", rows.duplicate_row, name="duplicate-prescription"),
    path("prescriptions/<uuid:row>/rule/", rows.change_rule, name="change-rule"),
    path("prescriptions/<uuid:row>/place/", rows.move_row, name="move-prescription"),
    path("prescriptions/<uuid:row>/superset/", rows.group_row, name="group-prescription"),
    path("prescriptions/<uuid:row>/superset/end/", rows.ungroup_row, name="ungroup-prescription"),
    path(
        "prescriptions/<uuid:row>/substitutes/",
        exchanges.show_substitutes,
        name="substitutes",
    ),
    path(
        "prescriptions/<uuid:row>/exercise/", exchanges.exchange_row, name="exchange-prescription"
    ),
    path("prescriptions/<uuid:row>/alternatives/", others.add_alternative, name="add-alternative"),
    path(
        "prescriptions/<uuid:row>/alternatives/<int:exercise>/removal/",
        others.remove_alternative,
        name="remove-alternative",
    ),
    path("prescriptions/<uuid:row>/sets/", include(own_sets)),
    path(
        "prescriptions/<uuid:row>/weeks/<int:week>/",
        weeks.change_row_week,
        name="change-prescription-week",
    ),
    path("prescriptions/<uuid:row>/removal/", rows.remove_row_of_draft, name="remove-prescription"),
]

routine = [
    path("", plans.show_routine, name="routine"),
    path("name/", plans.rename_routine, name="rename"),
    path("following/", plans.follow_routine, name="follow"),
    path("archive/", plans.archive_routine, name="archive"),
    path("archive/end/", plans.unarchive_routine, name="unarchive"),
    path("versions/", versions.list_versions, name="versions"),
    path("versions/<int:number>/copies/", versions.restore_version, name="restore"),
    path("drafts/", versions.open_routine_draft, name="draft"),
    path("draft/removal/", versions.discard_draft, name="discard-draft"),
    path("sharing/", sharing.share_routine, name="share"),
    path("sharing/<uuid:link>/end/", sharing.end_sharing, name="end-share"),
    path("update/", updating.update_routine, name="update"),
    path("release/", versions.release_draft, name="release"),
    path("edit/", include(changes)),
]

urlpatterns = [
    path("routines/", library.list_templates, name="templates"),
    path("routines/<slug:slug>/", library.show_template, name="template"),
    path("routines/<slug:slug>/copies/", library.make_own, name="copy-template"),
    path("shared/<str:token>/", sharing.show_shared, name="shared"),
    path("shared/<str:token>/copies/", sharing.take_shared, name="take-shared"),
    path("plan/", plans.plan, name="plan"),
    path("plan/new/", plans.new_routine, name="new"),
    path("plan/add/<int:exercise>/", adding.add_to_day, name="add-to-day"),
    path("plan/<uuid:pk>/", include(routine)),
]
