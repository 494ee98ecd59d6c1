"""What people type about themselves: to sign in, and what they train for."""

import zoneinfo

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction

from accounts.languages import LANGUAGES
from accounts.models import TrainingProfile, User

TURNING = {*"\u202a\u202b\u202c\u202d\u202e", *"\u2066\u2067\u2068\u2069"}  # text around them too
LONGEST_EMAIL = 254
LONGEST_PASSWORD = 128
WORDS = {  # label, hint
    "login": ("E-mail", ""),
    "email": ("E-mail", ""),
    "password": ("Password", ""),
    "oldpassword": ("Password now", ""),
    "password1": ("Password", "At least 12 characters. A short sentence is easy to remember."),
    "code": ("Code", "Eight letters and digits from the e-mail. Capitals do not matter."),
}


class InOurWords:
    """An allauth form with our labels and hints, one password, and limits to what is typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)  # a button shows what is typed
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label, field.help_text = WORDS.get(name, (field.label, ""))
            if isinstance(field, forms.EmailField):
                _limit(field, LONGEST_EMAIL)
        if "password1" in self.fields:
            _limit(self.fields["password1"], LONGEST_PASSWORD)


def _limit(field, longest):
    field.validators = [*field.validators, MaxLengthValidator(longest)]
    field.widget.attrs["maxlength"] = longest


class SignInForm(InOurWords, allauth.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignUpForm(InOurWords, allauth.SignupForm):
    # Filled by <time-zone>; nobody is asked, and what is no zone is not worth an error.
    time_zone = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_time_zone(self):
        name = self.cleaned_data["time_zone"]
        return name if name in zoneinfo.available_timezones() else "UTC"

    def try_save(self, request):
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])  # a taken address takes as long as a free
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:  # taken since this form looked?
            self.validate_unique_email(self.cleaned_data["email"])
            if not self.account_already_exists:
                raise
            return super().try_save(request)

    def signup(self, request, user):
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["time_zone"])


class EmailCodeForm(InOurWords, allauth.ConfirmEmailVerificationCodeForm):
    pass


class ResetForm(InOurWords, allauth.ResetPasswordForm):
    pass


class ResetCodeForm(InOurWords, allauth.ConfirmPasswordResetCodeForm):
    pass


class NewPasswordForm(InOurWords, allauth.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = "New password"


class ChangePasswordForm(InOurWords, allauth.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = "New password"


class PasswordAgainForm(InOurWords, allauth.ReauthenticateForm):
    pass


class NewEmailForm(InOurWords, allauth.AddEmailForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "New e-mail"


class OtherEmailForm(InOurWords, allauth.ChangeEmailForm):
    pass


class SettingsForm(forms.ModelForm):
    """A member's name, unit, time zone, and the language of exercises."""

    time_zone = forms.ChoiceField(help_text="It decides which day a workout belongs to.")

    class Meta:
        model = User
        fields = ["name", "unit", "language", "time_zone"]
        widgets = {"unit": forms.RadioSelect}
        help_texts = {
            "name": "What a trainer you invite will see. You may leave it empty.",
            "language": "Their names and texts, and equipment. All other words are still English.",
        }
        labels = {"name": "Name"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["language"].choices = [("", "As my browser asks"), *LANGUAGES.items()]
        names = sorted(zoneinfo.available_timezones() | {self.instance.time_zone})
        self.fields["time_zone"].choices = [(name, name.replace("_", " ")) for name in names]

    def clean_name(self):
        name = self.cleaned_data["name"]
        if TURNING & set(name):
            raise forms.ValidationError(
                "Leave out the invisible signs that change the direction of writing."
            )
        return name


class GoalsForm(forms.ModelForm):
    """What a member trains for, how often, how long, at which level; and the unit they think in."""

    MOST_GOALS = 2

    goals = forms.MultipleChoiceField(
        label="What do you train for?",
        help_text="Pick up to two.",
        choices=TrainingProfile.Goal,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pick at least one goal, or skip this step."},
    )
    level = forms.ChoiceField(
        label="Which of these is you?",
        choices=TrainingProfile.Level,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the line that is closest to you."},
    )
    days_per_week = forms.TypedChoiceField(
        label="Days a week",
        coerce=int,
        choices=[(days, str(days)) for days in range(1, 8)],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose how many days a week you can train.",
            "invalid_choice": "A week has 1 to 7 training days.",
        },
    )
    session_minutes = forms.IntegerField(
        label="Minutes a workout",
        min_value=10,
        max_value=240,
        error_messages={
            "required": "Say how many minutes a workout may take.",
            "invalid": "Use a whole number of minutes, such as 45.",
            "min_value": "A workout takes 10 to 240 minutes.",
            "max_value": "A workout takes 10 to 240 minutes.",
        },
    )
    unit = forms.ChoiceField(label="Loads in", choices=User.Unit, widget=forms.RadioSelect)

    class Meta:
        model = TrainingProfile
        fields = ["goals", "level", "days_per_week", "session_minutes"]

    def __init__(self, data=None, *, member):
        self.member = member
        profile = TrainingProfile.objects.owned_by(member).first()
        super().__init__(data, instance=profile or TrainingProfile(member=member))
        self.initial["unit"] = member.unit
        self.initial["session_minutes"] = self.initial["session_minutes"] or 45

    def clean_goals(self):
        goals = self.cleaned_data["goals"]
        if len(goals) > self.MOST_GOALS:
            raise forms.ValidationError("Pick two goals at most: more would pull apart.")
        return goals

    def save(self, commit=True):
        self.member.unit = self.cleaned_data["unit"]
        self.member.save(update_fields=["unit"])
        answers = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return TrainingProfile.of_member(self.member, **answers)
