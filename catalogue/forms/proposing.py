"""What a proposer says besides the exercise, and what a curator answers."""

from django import forms

from accounts.fields import NewIdField
from catalogue.forms.state import ASKED, StateForm
from catalogue.models import Exercise
from catalogue.states import NEW, differences
from catalogue.wording import LABELS

WORDS = 1000


class ProposalForm(StateForm):
    """An exercise as somebody would have it, and why. `base` is the state they saw, if any."""

    id = NewIdField()

    def __init__(self, data=None, *, state, names, base=None, note=""):
        super().__init__(data, state=state, names=names, fields=ASKED)
        self.base = base
        self.fields["why"] = forms.CharField(
            label="Why", required=base is not None, initial=note, max_length=WORDS,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Curators read it: how do you know, what did you see?",
            error_messages={"required": "Say why, in a few words."},
        )  # fmt: skip

    def clean(self):
        given = super().clean()
        if not self.errors and not differences(self.base, self.state):
            self.add_error(None, "Nothing differs yet. Change what is wrong, then send it.")
        return given

    def whole(self):
        """A new one gets its address from a curator; until then one stands in for the check."""
        state = super().whole()
        return state | {"slug": state["slug"] or "new-exercise"}

    @property
    def sent(self):
        return self.state if self.base else self.state | {"slug": ""}


class ReviewForm(StateForm):
    """The fields of a proposal as a curator publishes them: each ticked, perhaps edited."""

    def __init__(self, data=None, *, review):
        self.proposal, self.review = review.proposal, review
        rows = [row.change.field for row in review.rows]
        shown = {"free_exercise_db", "pictogram", "retired", "translations"}
        fields = [name for name in rows if name not in shown]
        if self.proposal.is_new and "slug" not in fields:
            fields.append("slug")
        super().__init__(data, state=review.proposed, names=review.names, fields=tuple(fields))
        clashes = [row.change.field for row in review.rows if row.meanwhile]
        self.fields["accept"] = forms.MultipleChoiceField(
            required=False, choices=[(name, LABELS[name]) for name in rows],
            initial=[name for name in rows if name not in clashes],
            error_messages={"invalid_choice": "Choose from the fields of this proposal."},
        )  # fmt: skip
        self.fields["seen"] = forms.IntegerField(
            min_value=0, initial=review.seen, widget=forms.HiddenInput
        )
        if "slug" in self.fields:
            self.fields["slug"].required = False
        for field in self.fields.values():  # the fields stand in a table, outside their form
            field.widget.attrs["form"] = "publish"

    @property
    def values(self):
        """{field: value} of all that is ticked."""
        ticked, proposed = self.cleaned_data.get("accept", []), self.proposal.fields
        values = {name: self.given.get(name, proposed.get(name)) for name in ticked}
        if not self.proposal.is_new:
            return values
        said = {name: v for name, v in values.items() if name in proposed or v != NEW[name]}
        return said | ({"slug": self.given["slug"]} if self.given.get("slug") else {})

    def whole(self):
        """What there would be: what is not ticked stays as it is now."""
        state = self.review.base | self.values
        return state | {"slug": state["slug"] or "new-exercise"}

    def clean(self):
        if not self.cleaned_data.get("accept"):
            self.add_error(None, "Tick what you publish, or decline it all.")
        return super().clean()


class WordsForm(forms.Form):
    """A curator's words to the proposer."""

    words = forms.CharField(
        label="Your words",
        max_length=WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write a few words: the proposer reads them."},
    )


class DuplicateForm(forms.Form):
    """Which exercise a proposal means, and whether that one gets its name as another one."""

    same_as = forms.ModelChoiceField(
        Exercise.objects.public(),
        to_field_name="slug",
        error_messages={"invalid_choice": "Choose an exercise of the catalogue."},
    )
    keeps_name = forms.BooleanField(required=False)
    words = forms.CharField(required=False, max_length=WORDS)


class QueueForm(forms.Form):
    """Which proposals are listed."""

    KINDS = [("all", "All"), ("new", "New"), ("edits", "Edits"), ("asked", "Asked")]

    show = forms.ChoiceField(required=False, choices=KINDS)

    @property
    def kind(self):
        return (self.is_valid() and self.cleaned_data["show"]) or "all"


class StartForm(forms.Form):
    """Which exercise of the member's own a proposal begins with, by its address."""

    like = forms.SlugField(required=False, max_length=80)

    @property
    def own(self):
        return self.cleaned_data.get("like", "") if self.is_valid() else ""


class SeenForm(forms.Form):
    """The newest state of an exercise when a page of it was opened."""

    seen = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1)

    @property
    def known(self):
        return self.cleaned_data.get("seen") if self.is_valid() else None
