"""The public data set free-exercise-db: its ids, and what it says of exercises that we lack.

No sentence and no picture is taken, as their origin is unclear. An entry that one of ours names as
the same, or as of its family, is not taken again; massage with a roller is not training. The rest
become proposals of nobody, which a curator decides on. Twice imported is once.
"""

from collections import Counter
from dataclasses import dataclass, field

from catalogue.exchange.json_file import read_value
from catalogue.exchange.model import MOST_BYTES, FileRefused
from catalogue.exchange.reading import TOO_LARGE
from catalogue.models import Exercise, Proposal
from catalogue.shipped import shipped

SOURCE = "free-exercise-db"
TABLES = shipped("free_exercise_db")  # theirs to ours, and where that stands
TEXTS = ("id", "name", "level", "category")
FAMILIES = ("exact", "family")


@dataclass
class Receipt:
    """What became of the entries of a checkout, and how many proposals there were and are."""

    entries: int = 0
    counts: Counter = field(default_factory=Counter)  # exact, family, no_training, known, new
    incomplete: int = 0
    alike: int = 0
    before: int = 0
    after: int = 0


def read_checkout(path):
    """[entry] of a checkout of the repository, or of its one file of exercises."""
    if path.is_dir():
        whole, parts = path / "dist" / "exercises.json", path / "exercises"
        files = [whole] if whole.is_file() else sorted(parts.glob("*.json"))
        if not files:
            raise FileRefused(f"There are no exercises under {path}: is it a checkout of {SOURCE}?")
    else:
        whole, files = path, [path]
    entries = [_parsed(file) for file in files]
    entries = entries[0] if files == [whole] else entries
    if not isinstance(entries, list):
        raise FileRefused(f"{whole.name} holds no list of exercises.")
    for number, entry in enumerate(entries, 1):
        if why := why_not_entry(entry):
            raise FileRefused(why, f"Entry {number}")
    ids = Counter(entry["id"] for entry in entries)
    if twice := [key for key, count in ids.items() if count > 1]:
        raise FileRefused(f"“{twice[0][:80]}” is there twice.")
    return entries


def _parsed(file):
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileRefused(f"{file} cannot be read: {error.strerror}.") from None
    if len(data) > MOST_BYTES:
        raise FileRefused(TOO_LARGE)
    try:
        value, why = read_value(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        value, why = None, "This is not UTF-8 text."
    if why:
        raise FileRefused(f"{file.name}: {why}")
    return value


def why_not_entry(entry):
    """Why an entry cannot be read, in words; what it says must be in the tables of facts."""
    if not isinstance(entry, dict) or not all(_is_text(entry.get(name)) for name in TEXTS):
        return f"An entry has {', '.join(TEXTS)}."
    for name in ("primaryMuscles", "secondaryMuscles"):
        muscles = entry.get(name, [])
        if not isinstance(muscles, list) or not all(isinstance(m, str) for m in muscles):
            return f"{name} is a list."
        if unknown := set(muscles) - TABLES["muscles"].keys():
            return f"There is no muscle “{min(unknown)[:60]}” in {SOURCE}."
    for name in ("equipment", "level", "mechanic", "force", "category"):
        value = entry.get(name)
        if value is not None and (not isinstance(value, str) or value not in TABLES[name]):
            return f"“{str(value)[:60]}” is no {name} of {SOURCE}."
    return ""


def _is_text(value):
    return isinstance(value, str) and 0 < len(value) <= 120


def propose_all(entries, *, at):
    """Put proposals for all that we lack in the queue; the Receipt."""
    theirs = Proposal.objects.filter(origin__startswith=f"{SOURCE}:")
    known = set(theirs.values_list("origin", flat=True))
    ids, names = ids_we_have(), {name.lower() for name in _names()}
    receipt, rows = Receipt(entries=len(entries), before=len(known)), []
    for entry in entries:
        fate = _fate(entry, ids, known)
        receipt.counts[fate] += 1
        if fate != "new":
            continue
        fields, open_points = proposed_fields(entry)
        receipt.incomplete += bool(open_points)
        if entry["name"].lower() in names:
            receipt.alike += 1
            open_points = ["We have one of this name", *open_points]
        rows.append(_proposal(entry, fields, open_points, at))
    Proposal.objects.bulk_create(rows)
    receipt.after = receipt.before + len(rows)
    return receipt


def ids_we_have():
    """{id: "exact" or "family"} of what our exercises name; the closer of the two."""
    ids = {}
    rows = Exercise.objects.public().values_list("free_exercise_db", flat=True)
    for named in rows:
        for kind in FAMILIES:
            for one in named.get(kind, []):
                if ids.get(one) != FAMILIES[0]:
                    ids[one] = kind
    return ids


def proposed_fields(entry):
    """(fields of a state, what a curator must look at) of an entry."""
    fields, open_points = {"name": entry["name"]}, []
    _put_muscles(entry, fields)
    _put_equipment(entry, fields, open_points)
    fields["difficulty"] = TABLES["level"][entry["level"]][0]
    for name in ("category", "force"):
        fields |= TABLES[name].get(entry.get(name), {})
    for name in ("mechanic", "force"):
        if entry.get(name) is None:
            open_points.append(f"{name.capitalize()} is not said")
    if entry.get("mechanic"):
        fields["mechanic"] = TABLES["mechanic"][entry["mechanic"]]
    if not entry.get("secondaryMuscles"):
        open_points.append("No helping muscle is said")
    fields["free_exercise_db"] = {"exact": [entry["id"]], "family": []}
    return fields, open_points


def _put_muscles(entry, fields):
    for key, name in [("primary", "primaryMuscles"), ("secondary", "secondaryMuscles")]:
        ours = [slug for one in entry.get(name, []) for slug in TABLES["muscles"][one]]
        fields[key] = [
            slug for slug in dict.fromkeys(ours) if slug not in fields.get("primary", ())
        ]


def _put_equipment(entry, fields, open_points):
    """One piece is taken; of several that a word may mean, a curator chooses."""
    theirs = entry.get("equipment")
    ours = TABLES["equipment"].get(theirs) or []
    if len(ours) == 1:
        fields["equipment"] = ours
    elif theirs is None:
        open_points.append("Equipment is not said")
    else:
        open_points.append(f"Equipment is “{theirs}”: {', '.join(one or 'none' for one in ours)}")
    if theirs == "body only":
        fields["load_type"] = "bodyweight"
    elif theirs == "bands":
        fields["load_type"] = "band"


def _fate(entry, ids, known):
    if entry.get("equipment") and TABLES["equipment"][entry["equipment"]] is None:
        return "no_training"
    if entry["id"] in ids:
        return ids[entry["id"]]
    return "known" if origin_of(entry) in known else "new"


def origin_of(entry):
    """What says that an entry has been proposed before."""
    return f"{SOURCE}:{entry['id']}"


def _proposal(entry, fields, open_points, at):
    note = f"To look at: {'; '.join(open_points)}." if open_points else ""
    return Proposal(
        fields=fields, note=note[:1000], origin=origin_of(entry), licence=TABLES["licence"],
        created_at=at,
    )  # fmt: skip


def _names():
    return Exercise.objects.public().values_list("name", flat=True)
