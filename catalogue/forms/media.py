"""What a curator says of a picture, and the picture itself."""

from django import forms
from django.core.validators import URLValidator

from accounts.imaging.keeping import NotKept
from accounts.imaging.making import Refused
from catalogue.illustrating import add_media, arrange_media, change_media
from catalogue.models import ExerciseMedia

ACCEPTED = "image/jpeg,image/png,image/webp,image/gif"


class SourceField(forms.URLField):
    default_validators = [URLValidator(["http", "https"])]
    default_error_messages = {
        "invalid": "Give the address of a page, such as https://example.org/."
    }


class WordsForm(forms.ModelForm):
    """The words beside a picture."""

    source = SourceField(
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="The page it was taken from, if there is one.",
    )

    class Meta:
        model = ExerciseMedia
        fields = ["alt", "author", "licence", "source"]
        widgets = {"alt": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "alt": "What there is to see, for who cannot see it: “Bar at the hips, back straight.”",
            "author": "Whom to thank: a person, or a project.",
        }
        error_messages = {
            "alt": {"required": "Describe the picture for who cannot see it."},
            "author": {"required": "Say who made the picture."},
            "licence": {
                "required": "Choose the licence it was given under.",
                "invalid_choice": "Choose a licence from the list.",
            },
        }

    def save_by(self, curator):
        change_media(self.instance, curator)


class MediaForm(WordsForm):
    """A new picture. What is wrong with the file is said beside it; browsers do not keep a file."""

    file = forms.FileField(
        label="Picture",
        allow_empty_file=True,  # the pipeline says it better
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text="A JPEG, PNG or WebP photograph, or a loop of at most 15 seconds as animated"
        " WebP, GIF or PNG; at most 16 MB. Place and camera are removed from it.",
        error_messages={"required": "Choose a picture.", "invalid": "Choose a picture."},
    )
    field_order = ["file", *WordsForm.Meta.fields]

    def add_to(self, exercise, curator):
        """The new picture, or None and why not."""
        words = {name: self.cleaned_data[name] for name in self.Meta.fields}
        try:
            return add_media(exercise, self.cleaned_data["file"], by=curator, **words)
        except (Refused, NotKept) as why:
            self.add_error("file", str(why))
            return None

    def full_clean(self):
        super().full_clean()
        if self.errors and "file" in self.cleaned_data:
            self.add_error("file", "Choose the picture again: browsers do not keep it.")


class OrderForm(forms.Form):
    """The pictures of an exercise in the order a curator dragged them into."""

    def __init__(self, data, exercise):
        super().__init__(data)
        known = exercise.media.values_list("pk", flat=True)
        self.fields["order"] = forms.TypedMultipleChoiceField(
            choices=[(pk, pk) for pk in known], coerce=int, required=False
        )
        self.exercise = exercise

    def save_by(self, curator):
        arrange_media(self.exercise, self.cleaned_data["order"], curator)
