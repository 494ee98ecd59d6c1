"""The catalogue's filters, and what a member says about their body and their gym."""

from functools import cached_property
from urllib.parse import urlencode

from django import forms

from accounts.languages import SOURCE, language_read
from catalogue.facets import ONE_OF, labels_of
from catalogue.fitting import circumstances_of, state_equipment, state_limits
from catalogue.library import FLAGS, Wanted
from catalogue.models import Equipment, Limitation, MemberLimitation
from catalogue.models.titles import by_title
from catalogue.muscles import side_of
from catalogue.names import LONGEST


class LibraryForm(forms.Form):
    """What a reader looks for in the catalogue: all of it in the query string, nothing required.

    What cannot be is refused in words and left out; the rest of the search stands.
    """

    SIDES = [("back", "Back"), ("front", "Front")]

    q = forms.CharField(
        label="Search exercises",
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": f"Search for at most {LONGEST} letters."},
    )
    fits_limits = forms.BooleanField(label="Safe for my limits", required=False)
    fits_equipment = forms.BooleanField(label="With my equipment", required=False)
    engages_back = forms.BooleanField(label="Cardio that engages the back", required=False)
    favourites = forms.BooleanField(label="Favourites", required=False)
    never = forms.BooleanField(label="Never suggested", required=False)
    side = forms.ChoiceField(
        label="Side of the map",
        required=False,
        choices=SIDES,
        error_messages={"invalid_choice": "Choose back or front."},
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=1000)

    def __init__(self, data, words):
        super().__init__(data)
        self.words, self.labels, self.chosen = words, labels_of(words), {}
        self.full_clean()

    def clean(self):
        for facet, labels in self.labels.items():
            given = self.data.getlist(facet)
            self.chosen[facet] = [value for value in labels if value in given]
            if not labels.keys() >= set(given):
                self.add_error(None, f"Choose {ONE_OF[facet]} from the list.")

    @property
    def wanted(self):
        facets = {
            facet: [self.known_as(facet, value) for value in values]
            for facet, values in self.chosen.items()
            if values
        }
        return Wanted(self.text, facets, frozenset(self.flags))

    def known_as(self, facet, value):
        """A value as the library knows it."""
        return self.words.equipment[value].pk if facet == "equipment" else value

    @property
    def text(self):
        return self.cleaned_data.get("q") or ""

    @property
    def flags(self):
        return [name for name in FLAGS if self.cleaned_data.get(name)]

    @property
    def side_on_show(self):
        """The side of the map: as asked for, or the one with the chosen muscles."""
        return self.cleaned_data.get("side") or side_of(self.chosen["muscle"])

    @property
    def page_number(self):
        return self.cleaned_data.get("page") or 1

    @property
    def is_narrowed(self):
        return bool(self.text or self.flags or any(self.chosen.values()))

    def refused(self):
        """(what, why) of all that was left out."""
        named = [(name, error) for name, errors in self.errors.items() for error in errors]
        return [(self.fields[name].label if name in self.fields else "", e) for name, e in named]

    def removable(self):
        """(label, address without it) of each chosen value."""
        return [
            (self.labels[facet][value], self.toggled(facet, value))
            for facet, values in self.chosen.items()
            for value in values
        ]

    def found_where(self):
        """How a heading goes on: " for the mid back"."""
        places = [*self.chosen["region"], *self.chosen["muscle"]]
        if len(places) == 1:
            facet = "region" if self.chosen["region"] else "muscle"
            label = self.labels[facet][places[0]]
            if facet == "muscle" and language_read() != SOURCE:
                return f" for {label}"
            return f" for {'other muscles' if label == 'Other' else f'the {label.lower()}'}"
        return f" for “{self.text}”" if self.text else ""

    @cached_property
    def address(self):
        """This search without its page, to go on from: "?region=mid&"."""
        return f"?{urlencode(self._pairs)}&"

    @property
    def address_without_limits(self):
        return self.toggled("fits_limits", "on")

    @property
    def address_without_equipment(self):
        return self.toggled("fits_equipment", "on")

    def toggled(self, name, value):
        """The search with one value or flag more, or without it if it is there."""
        one = (name, value)
        if one in self._pairs:
            return f"?{urlencode([pair for pair in self._pairs if pair != one])}"
        return f"{self.address if self._pairs else '?'}{urlencode([one])}"

    def sides(self):
        """(label, address, whether it is on show) of each side of the map."""
        pairs = [pair for pair in self._pairs if pair[0] != "side"]
        for value, label in self.SIDES:
            yield label, f"?{urlencode([*pairs, ('side', value)])}", value == self.side_on_show

    @cached_property
    def _pairs(self):
        pairs = [("q", self.text)] if self.text else []
        pairs += [(facet, value) for facet, values in self.chosen.items() for value in values]
        pairs += [(flag, "on") for flag in self.flags]
        side = self.cleaned_data.get("side")
        return pairs + ([("side", side)] if side else [])


class WhoseForm(forms.Form):
    """Whose own exercise an address means, if it says so."""

    of = forms.UUIDField(required=False)

    @property
    def whose(self):
        return self.cleaned_data.get("of") if self.is_valid() else None


class LimitsForm(forms.Form):
    """What limits a member: each limitation not at all, mildly or strongly.

    Used by /me/limits/ and the first run: LimitsForm(data, user=user), then save(user).
    """

    NO = "no"
    CHOICES = [(NO, "No"), *MemberLimitation.Severity.choices]
    GROUPS = {
        "Back and neck": "lbp disc spondylolisthesis osteoporosis neck",
        "Shoulders, arms and hands": "shoulder elbow biceps wrist grip",
        "Hips and legs": "hip knee hamstring",
        "General health": "",
    }

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.said = said = circumstances_of(user)
        self.limitations = {
            limitation.slug: limitation for limitation in by_title(Limitation.objects.public())
        }
        for slug, limitation in self.limitations.items():
            self.fields[slug] = forms.ChoiceField(
                label=limitation.title,
                required=False,
                choices=self.CHOICES,
                widget=forms.RadioSelect(attrs={"class": "visually-hidden"}),
                initial=said.severity_of(limitation.pk) or self.NO,
                error_messages={"invalid_choice": "Choose no, mild or strong."},
            )

    def groups(self):
        """The questions under their headings, for the template."""
        groups = {heading: [] for heading in self.GROUPS}
        for slug in self.limitations:
            groups[self._heading(slug)].append(self[slug])
        return [(heading, fields) for heading, fields in groups.items() if fields]

    def _heading(self, slug):
        start = slug.split("-")[0]
        *headings, rest = self.GROUPS
        return next((name for name in headings if start in self.GROUPS[name].split()), rest)

    def save(self, user):
        state_limits(
            user,
            {
                self.limitations[slug].pk: severity
                for slug, severity in self.cleaned_data.items()
                if severity not in ("", self.NO)
            },
        )
        self.said = circumstances_of(user)


class EquipmentForm(forms.Form):
    """What a member can use: a whole gym, a usual home, or pieces they choose.

    Used by /me/equipment/ and the first run: EquipmentForm(data, user=user), then save(user).
    """

    ANY, GYM, HOME, PIECES = "any", "gym", "home", "pieces"
    NOT_IN_GYMS = frozenset("axle pool reverse-hyper-bench sandbag ski-erg sled stone".split())
    AT_HOME = frozenset("band box dumbbell mat pull-up-bar towel".split())

    kind = forms.ChoiceField(
        label="Where do you train?",
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        choices=[
            (GYM, "In a commercial gym"),
            (HOME, "At home"),
            (PIECES, "I choose the pieces"),
            (ANY, "I would rather not say"),
        ],
        error_messages={
            "required": "Choose where you train.",
            "invalid_choice": "Choose one of the four.",
        },
    )
    pieces = forms.MultipleChoiceField(
        label="What can you use?",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"invalid_choice": "Choose equipment from the list."},
    )

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.equipment = by_title(Equipment.objects.public())
        self.said = circumstances_of(user)
        self.fields["pieces"].choices = [(piece.slug, piece.title) for piece in self.equipment]
        self.fields["kind"].initial, self.fields["pieces"].initial = self._stated()

    def clean(self):
        given = super().clean()
        presets = self._presets() | {self.PIECES: set(given.get("pieces", []))}
        chosen = presets.get(given.get("kind"))
        self.chosen = None if chosen is None else [p for p in self.equipment if p.slug in chosen]
        return given

    def save(self, user):
        state_equipment(user, self.chosen)
        self.said = circumstances_of(user)

    def _stated(self):
        """The kind and the pieces that were stated before."""
        ids = self.said.equipment
        if ids is None:
            return None, []
        have = {piece.slug for piece in self.equipment if piece.pk in ids}
        kinds = [kind for kind, pieces in self._presets().items() if pieces == have]
        return kinds[0] if kinds else self.PIECES, sorted(have)

    def _presets(self):
        slugs = {piece.slug for piece in self.equipment}
        return {self.GYM: slugs - self.NOT_IN_GYMS, self.HOME: slugs & self.AT_HOME}
