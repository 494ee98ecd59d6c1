"""Forms of the routine check."""

from django import forms

from workouts.checking.findings import RULES

LONGEST_REASON = 200


class FindingForm(forms.Form):
    """Which finding is meant, as the page named it."""

    finding = forms.CharField(max_length=500)


class CheckedForm(forms.Form):
    """A rule of the check."""

    rule = forms.ChoiceField(choices=[(name, rule.title) for name, rule in RULES.items()])


class MuteForm(CheckedForm):
    """A rule that is to say nothing in one routine, and why."""

    reason = forms.CharField(
        label="Why it does not matter here",
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why, for whoever reads the plan later.",
            "max_length": f"Say it in at most {LONGEST_REASON} letters.",
        },
    )
