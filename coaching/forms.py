"""What trainers and clients fill in."""

from django import forms
from django.utils import timezone

from accounts.fields import NewIdField, PlainSelect
from accounts.models import TrainerLink
from coaching.inviting import A_DAY, alike, sent_lately
from workouts.models import Routine, Template


class InviteForm(forms.Form):
    id = NewIdField()
    email = forms.EmailField(
        label="Client’s e-mail address",
        max_length=254,
        help_text="They get a link that works once, for 14 days.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, trainer, **kwargs):
        super().__init__(*args, **kwargs)
        self.trainer = trainer

    def clean_email(self):
        email = self.cleaned_data["email"]
        if email.lower() == self.trainer.email.lower():
            raise forms.ValidationError("This is your own address.")
        return email

    def clean(self):
        now, given = timezone.now(), self.cleaned_data
        sent = sent_lately(self.trainer, now)
        if "email" in given:
            again = alike(self.trainer, given["email"], now).filter(pk=given["id"])
            sent = sent.exclude(pk__in=again)
        if sent.count() >= A_DAY:
            raise forms.ValidationError(
                f"You have sent {A_DAY} invitations in a day. Try again tomorrow."
            )


class SharingForm(forms.ModelForm):
    """What a client lets a trainer see and do."""

    class Meta:
        model = TrainerLink
        fields = ["sees_training", "may_plan", "sees_measurements", "sees_recovery"]
        labels = {
            "sees_training": "Workouts, routines and progress",
            "may_plan": "Give me routines, and change those I have",
            "sees_measurements": "Body weight and measurements",
            "sees_recovery": "Limitations",
        }
        widgets = {name: forms.CheckboxInput({"class": "form-check-input"}) for name in fields}

    @property
    def grants(self):
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class AssignForm(forms.Form):
    """A routine of the trainer's own, or a ready one, for a client."""

    id = NewIdField()
    routine = forms.ChoiceField(
        label="Routine",
        help_text="Your client gets a copy of their own and can follow it at once.",
        widget=PlainSelect,
    )

    def __init__(self, *args, trainer, **kwargs):
        super().__init__(*args, **kwargs)
        own = (
            Routine.objects.owned_by(trainer)
            .current()
            .filter(versions__released_at__isnull=False, versions__member=trainer)
            .distinct()
            .order_by("name")
            .only("name")
        )
        ready = Template.objects.public().only("slug", "name")
        self.fields["routine"].choices = [
            ("", "Choose a routine"),
            ("My routines", [(f"routine:{routine.pk}", routine.name) for routine in own]),
            ("Ready routines", [(f"template:{row.slug}", row.name) for row in ready]),
        ]
