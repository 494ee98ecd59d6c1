"""The curator's desk: everybody's catalogue. Members' own exercises are not shown here."""

from django import forms
from django.contrib import admin
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, IntegerField, Value
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from catalogue.checking import problems_of
from catalogue.forms.lines import LinesField, LinksField
from catalogue.history import Overtaken, locked, seen_of
from catalogue.illustrating import forget_media
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseLimitation,
    ExerciseMuscle,
    Limitation,
    Muscle,
    Pattern,
)
from catalogue.pictograms import Drawings, check_pictogram, written
from catalogue.removing import is_used
from catalogue.shelf import public_shelf
from catalogue.states import LEVELS, RefusedState, known_words, record, state_of
from catalogue.wording import refused

IDS, PLACE = ArrayField(BigIntegerField()), IntegerField()


class CatalogueAdmin(admin.ModelAdmin):
    """Removes nothing that members use, though a curator cannot see what that is."""

    list_per_page = 200

    def get_deleted_objects(self, objs, request):
        listed, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        if not protected:
            protected = [f"{row}: {self.in_use_words(row)}" for row in objs if is_used(row)]
        return listed, counts, forbidden, protected

    def in_use_words(self, row):
        return "exercises, ready routines or members’ statements use it, so it stays"


class PictogramWidget(forms.Textarea):
    """A description, drawn anew beside it whenever it changes."""

    template_name = "admin/catalogue/pictogram_widget.html"

    class Media:
        js = [forms.Script("curate.js", type="module")]
        css = {"all": ["curate.css"]}


class PictogramField(forms.JSONField):
    widget = PictogramWidget(attrs={"rows": 16, "cols": 80, "spellcheck": "false"})

    def prepare_value(self, value):
        return written(value) if isinstance(value, dict) else value


class ExerciseForm(forms.ModelForm):
    """`seen` is the newest state when the form was opened; what came after it is kept.

    `refused` is a RefusedState of all that was sent, the parts below the form included.
    """

    refused = None

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False, max_length=300, help_text="Other curators read it in the history."
    )
    cues = LinesField(required=False, help_text="One a line.")
    mistakes = LinesField(
        required=False, help_text="One a line, each with what to do instead: two are usual."
    )

    links = LinksField(
        required=False,
        help_text="One a line: kind | title | address. The kind is reading or video.",
    )

    class Meta:
        model = Exercise
        fields = ["cues", "mistakes", "links", "pictogram"]
        field_classes = {"pictogram": PictogramField}
        widgets = {
            name: forms.Textarea(attrs={"rows": 3, "cols": 100}) for name in ["setup", "note"]
        }
        help_texts = {"difficulty": "1 and 2 beginner, 3 intermediate, 4 advanced, 5 expert."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = seen_of(self.instance)

    def clean_pictogram(self):
        description = self.cleaned_data["pictogram"]
        if description:
            check_pictogram(description)
        return description or {}

    def clean(self):
        given = super().clean()
        self.instance.level = LEVELS.get(given.get("difficulty"), self.instance.level)
        if self.instance.merged_into_id:
            survivor = self.instance.merged_into
            self.add_error(None, f"It is one with {survivor} now: undo the merge first.")
        if self.instance.pk and given.get("seen") is not None:
            self._check_seen(given["seen"])
        if self.refused:
            self.add_error(None, refused(self.refused))
        return given

    def _check_seen(self, seen):
        """Nobody else's change is undone by a form that was opened before it."""
        try:
            locked(self.instance, seen)
        except Overtaken as error:
            raise forms.ValidationError(str(error)) from error

    def _get_validation_exclusions(self):
        # The curator's exercises have no member, and names are unique among those.
        return super()._get_validation_exclusions() - {"member"}


class PreviewForm(forms.Form):
    pictogram = forms.JSONField(required=False, validators=[check_pictogram])


@require_POST
def preview_pictogram(request):
    """How a description would be drawn, or why it cannot be."""
    form = PreviewForm(request.POST)
    description = form.cleaned_data["pictogram"] if form.is_valid() else None
    context = {"form": form, "drawings": description and Drawings("It", description)}
    status = 422 if form.errors else 200
    return render(request, "admin/catalogue/_pictogram.html", context, status=status)


class AliasInline(admin.TabularInline):
    model = ExerciseAlias
    extra = 1


class MuscleInline(admin.TabularInline):
    model = ExerciseMuscle
    extra = 1


class LimitationInline(admin.TabularInline):
    model = ExerciseLimitation
    extra = 1


@admin.register(Exercise)
class ExerciseAdmin(CatalogueAdmin):
    form = ExerciseForm
    list_display = ["name", "pattern", "region", "level", "spine_load"]
    list_filter = ["region", "level", "spine_load", "load_type", "pattern", "equipment"]
    list_select_related = ["pattern"]
    search_fields = ["name", "aliases__name"]
    filter_horizontal = ["equipment"]
    autocomplete_fields = ["regressions", "progressions"]
    inlines = [AliasInline, MuscleInline, LimitationInline]
    view_on_site = True
    fieldsets = [
        (None, {"fields": ["name", "slug", "pattern", "region", "difficulty", "equipment"]}),
        ("How to do it", {"fields": ["setup", "cues", "mistakes", "brace"]}),
        ("Usual amount", {"fields": [
            "metric", "default_reps_low", "default_reps_high", "default_rest_seconds",
            "default_increment_kg",
        ]}),
        ("Load", {"fields": [
            "load_type", "load_entry", "laterality", "mechanic", "bodyweight_factor",
            "one_rep_max_allowed", "spine_load",
        ]}),
        ("Easier and harder", {"fields": ["regressions", "progressions"]}),
        ("Elsewhere", {"fields": ["links"]}),
        ("How it is drawn", {"fields": ["pictogram"]}),
        ("For curators", {"fields": ["note", "reason", "seen"]}),
    ]  # fmt: skip

    def changeform_view(self, request, *args, **kwargs):
        """What may not stand is taken back, and shown again as it was typed, with the reasons."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except RefusedState as error:
            request.refused = error
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refused = getattr(request, "refused", None)
        return form

    def save_model(self, request, obj, form, change):
        form.before = state_of(obj) if change else None
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """All that was changed is one change in the history, if it may stand."""
        super().save_related(request, form, formsets, change)
        if problems := problems_of(state_of(form.instance), known_words()):
            raise RefusedState(problems)
        reason, now = form.cleaned_data.get("reason", ""), timezone.now()
        record(form.instance, form.before, by=request.user, at=now, reason=reason)

    def get_urls(self):
        preview = self.admin_site.admin_view(preview_pictogram)
        return [path("pictogram/", preview, name="pictogram"), *super().get_urls()]

    def get_queryset(self, request):
        return Exercise.objects.public()

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        found = public_shelf().ranked(search_term)
        place = Func(
            Value(found, IDS), "pk", function="array_position", output_field=IDS.base_field
        )
        return queryset.alias(place=place).filter(place__isnull=False).order_by("place"), False

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        """Ready routines and other people's bookmarks name an exercise by its slug."""
        return ["slug"] if obj else []

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.related_model is Exercise:
            kwargs["queryset"] = Exercise.objects.public()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def delete_model(self, request, obj):
        forget_media([obj])
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        forget_media(queryset)
        super().delete_queryset(request, queryset)

    def in_use_words(self, row):
        return "members’ logs or routines use it, so it stays; it can be retired instead"


class WordAdmin(CatalogueAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []


@admin.register(Muscle)
class MuscleAdmin(WordAdmin):
    list_display = ["name", "region", "volume_group"]
    list_filter = ["region"]


admin.site.register([Equipment, Limitation, Pattern], WordAdmin)
