"""The catalogue's filters, and what a member says about their body and their gym."""

from urllib.parse import urlencode

from django import forms
from django.db import connection

from accounts.fields import PlainSelect
from catalogue.fitting import circumstances_of, state_equipment, state_limits
from catalogue.models import Equipment, Exercise, Limitation, MemberLimitation
from catalogue.models.vocabulary import BACK_REGIONS, Region
from catalogue.search import LONGEST

NOT_BACK = "other"
MUSCLES = {
    Region.UPPER: ("trapezius-upper", "deltoid-posterior", "infraspinatus"),
    Region.MID: ("trapezius-middle", "trapezius-lower", "rhomboid-major"),
    Region.LATS: ("latissimus-dorsi", "teres-major"),
    Region.LOWER: ("erector-spinae", "quadratus-lumborum"),
}


def _listed(what):
    return {"invalid_choice": f"Choose {what} from the list."}


def _select(label, what, choices=()):
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=choices,
        widget=PlainSelect(attrs={"class": "form-select"}),
        error_messages=_listed(what),
    )


WORDS = """
    SELECT 'equipment', slug, name FROM catalogue_equipment UNION ALL
    SELECT 'pattern', slug, name FROM catalogue_pattern ORDER BY name
"""


def _words():
    """The choices (slug, name) of each vocabulary by the name of its field. One query."""
    choices = {"equipment": [], "pattern": []}
    with connection.cursor() as cursor:
        cursor.execute(WORDS)
        for field, slug, name in cursor:
            choices[field].append((slug, name))
    return choices


class LibraryForm(forms.Form):
    """What a reader looks for in the catalogue; nothing is required and GET carries it."""

    q = forms.CharField(
        label="Search exercises",
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": f"Search for at most {LONGEST} letters."},
    )
    region = forms.ChoiceField(
        label="Back region",
        required=False,
        widget=forms.RadioSelect,
        choices=[("", "All"), *[(r.value, r.label) for r in BACK_REGIONS], (NOT_BACK, "Other")],
        error_messages=_listed("a region"),
    )
    pattern = _select("Movement", "a movement")
    equipment = _select("Equipment", "a piece of equipment")
    level = _select("Level", "a level", [("", "Any level"), *Exercise.Level.choices])
    fits = forms.BooleanField(label="Fits me", required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=1000)

    def __init__(self, data):
        super().__init__(data)
        words = _words()
        self.fields["equipment"].choices = [("", "Any equipment"), *words["equipment"]]
        self.fields["pattern"].choices = [("", "Any movement"), *words["pattern"]]
        self.full_clean()

    def narrow(self, exercises):
        """Those of `exercises` that are looked for. A filter that is refused is left out."""
        given = self.cleaned_data
        if region := given.get("region"):
            exercises = exercises.filter(region="" if region == NOT_BACK else region)
        if pattern := given.get("pattern"):
            exercises = exercises.filter(pattern__slug=pattern)
        if equipment := given.get("equipment"):
            exercises = exercises.filter(equipment__slug=equipment)
        if level := given.get("level"):
            exercises = exercises.filter(level=level)
        return exercises.matching(given.get("q") or "")

    def regions(self):
        """The choices of a region with muscles that stand for them on the map."""
        return [(choice, MUSCLES.get(choice.data["value"], ())) for choice in self["region"]]

    @property
    def page_number(self):
        return self.cleaned_data.get("page") or 1

    @property
    def wants_fitting(self):
        return self.cleaned_data.get("fits", False)

    @property
    def is_narrowed(self):
        return bool(self._given())

    @property
    def has_details(self):
        return any(field.name in self._given() for field in self.details())

    def refused(self):
        return [self[name] for name in self.errors]

    def details(self):
        return [self["pattern"], self["equipment"], self["level"]]

    def found_where(self):
        """How a heading goes on: "37 exercises for the mid back"."""
        given = self._given()
        if "region" in given:
            label = dict(self.fields["region"].choices)[given["region"]]
            return f" for {'other muscles' if label == 'Other' else f'the {label.lower()}'}"
        return f" for “{given['q']}”" if "q" in given else ""

    @property
    def address(self):
        """This search without its page, to go on from: "?region=mid&"."""
        return f"?{urlencode(self._given())}&"

    @property
    def address_without_fit(self):
        return f"?{urlencode({k: v for k, v in self._given().items() if k != 'fits'})}"

    def _given(self):
        given = {name: self.cleaned_data.get(name) for name in self.fields if name != "page"}
        given["fits"] = "on" if given["fits"] else ""
        return {name: value for name, value in given.items() if value}


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
            limitation.slug: limitation for limitation in Limitation.objects.public()
        }
        for slug, limitation in self.limitations.items():
            self.fields[slug] = forms.ChoiceField(
                label=limitation.name,
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
        self.equipment = list(Equipment.objects.public())
        self.said = circumstances_of(user)
        self.fields["pieces"].choices = [(piece.slug, piece.name) for piece in self.equipment]
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
