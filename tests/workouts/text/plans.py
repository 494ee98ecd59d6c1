"""Random plans for these tests, and a catalogue that knows a few exercises."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from training.units import plain
from workouts.models import Prescription
from workouts.text.finding import Unknown

NAMES = {
    1: "Barbell row", 2: "Pull-up", 3: "45° back extension", 4: "Two-arm DB row (incline), heavy",
    5: "3x8 row", 6: "rest 90 row", 7: "Y raise", 8: "A) lat pull", 9: 'The "big" one',
    10: "weeks 3:", 11: "# row", 12: "Rudern vorgebeugt", 13: "תרגיל גב", 14: "Drop set curl @8",
    15: "Row: wide", 16: "20 kg carry", 17: "a | b", 18: "Monday", 19: "A1 row", 20: "Übung „x“",
    21: "Row or pull", 22: "or row",
}  # fmt: skip


USUAL = {"sets": 3, "reps_low": 6, "reps_high": 10, "rest_seconds": 150}


@dataclass
class Shop:
    """Finds exercises by NAMES, without a database."""

    names: dict = field(default_factory=lambda: NAMES)

    def find(self, name):
        for pk, known in self.names.items():
            if known.lower() == name.strip().lower():
                return pk
        raise Unknown(f"“{name}” is not known.")

    def usual(self, exercises):
        return {pk: dict(USUAL) for pk in exercises}


def numbers(low, high, places=1):
    return st.decimals(low, high, places=places).map(lambda number: plain(number))


def json_numbers(low, high):
    whole = st.integers(max(1, int(float(low))), int(high))
    return whole | st.decimals(low, high, places=2).map(_json)


def _json(number):
    return int(number) if number == int(number) else float(number)


words = st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60
) | st.sampled_from(["a | b", "Base, A", '"quoted"', "on Monday", "W2 3x8", "#", "a\\b", "x\ty"])
names = words.filter(str.strip)
spans = st.tuples(st.integers(1, 1000), st.integers(1, 1000)).map(sorted)
week_lists = st.lists(st.integers(1, 52), min_size=1, max_size=6, unique=True).map(sorted)
keys = st.sampled_from(["drops", "last_set_only", "lower_s", "pct_of_1rm", "Ä", "", "a b"]) | words
values = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.floats(-9, 9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
details = st.dictionaries(keys, values, min_size=1, max_size=4)
CHANGES = {
    "rir": json_numbers(0, 10),
    "rir_add": json_numbers(-5, 5),
    "load_factor": json_numbers("0.1", 2),
    "load_add_kg": json_numbers(-200, 200),
}
own_changes = st.fixed_dictionaries(
    {},
    optional=CHANGES
    | {"sets": st.integers(1, 20), "reps": spans, "rest_seconds": st.integers(0, 1800)},
)
whole_changes = st.fixed_dictionaries(
    {"weeks": week_lists},
    optional=CHANGES | {"sets_factor": json_numbers("0.1", 3), "deload": st.booleans(),
                        "wave_week": st.integers(1, 4), "note": words},
).filter(lambda entry: len(entry) > 1)  # fmt: skip
loads = st.one_of(
    st.tuples(st.just("weight"), json_numbers(0, 1000)),
    st.tuples(st.sampled_from(["one_rm", "training_max", "share"]), json_numbers(1, 150)),
).map(list)
targets = st.lists(
    st.fixed_dictionaries(
        {"reps": spans},
        optional={"kind": st.sampled_from(["warm_up", "drop", "amrap"]), "load": loads,
                  "rir": json_numbers(0, 10), "rest": st.integers(0, 1800)},
    ),
    min_size=1, max_size=6,
)  # fmt: skip
by_week = st.dictionaries(st.integers(1, 52).map(str), own_changes, min_size=1, max_size=8)
OPTIONAL = {
    "sets": st.integers(1, 20), "rir": numbers(0, 10), "rest_seconds": st.integers(0, 1800),
    "superset": st.sampled_from("ABZ"), "technique": st.sampled_from(Prescription.Technique.values),
    "technique_details": details, "progression": st.sampled_from(Prescription.Progression.values),
    "unit": st.sampled_from(Prescription.Unit.values), "note": words, "tempo": st.just("31X0"),
    "rest_between_seconds": st.integers(0, 1800), "warm_up_ramp": st.just(True),
    "sides": st.sampled_from(["each", "alternating", "weaker_first"]), "set_targets": targets,
    "by_week": by_week, "rule_settings": details | st.fixed_dictionaries(
        {"increment_kg": json_numbers(0, 50)}, optional={"tops": st.integers(1, 2)}
    ),
}  # fmt: skip


@st.composite
def rows(draw):
    row = draw(st.fixed_dictionaries({"exercise": st.sampled_from(list(NAMES))}, optional=OPTIONAL))
    row["reps_low"], row["reps_high"] = draw(spans)
    row["lineage"] = str(draw(st.uuids()))
    row["load_by"] = draw(st.sampled_from(Prescription.LoadBy.values))
    if row["load_by"] == "weight" or draw(st.booleans()):
        row["load_kg"] = draw(numbers(0, 1000, 3))
    if row["load_by"] in ("one_rm", "training_max") or draw(st.booleans()):
        row["load_percent"] = draw(numbers(1, 150))
    others = draw(st.lists(st.sampled_from(list(NAMES)), max_size=5, unique=True))
    if others := [pk for pk in others if pk != row["exercise"]]:
        row["alternatives"] = others
    return row


@st.composite
def plans(draw):
    weeks = draw(st.integers(1, 52))
    day = st.fixed_dictionaries(
        {"name": names, "prescriptions": st.lists(rows(), max_size=4)},
        optional={"weekday": st.integers(1, 7), "is_rest": st.just(True)},
    )
    plan = {
        "weeks": weeks,
        "week_plan": draw(st.lists(whole_changes, max_size=3)),
        "rolling": draw(st.booleans()),
        "exit_criteria": draw(st.just("") | words),
        "days": draw(st.lists(day, max_size=4)),
    }
    for day in plan["days"]:
        first, last = sorted(draw(st.tuples(st.integers(1, weeks), st.integers(1, weeks))))
        day["first_week"] = first
        day["last_week"] = draw(st.sampled_from([None, last]))
    return plan
