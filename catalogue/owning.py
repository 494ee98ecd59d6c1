"""Exercises of members' own: what belongs to them, their addresses, and copies for another."""

from itertools import count

from django.utils.text import slugify

from catalogue.checking import RESERVED
from catalogue.models import Exercise, Limitation, Muscle
from catalogue.models.vocabulary import BACK_REGIONS, Region

SLUG_LENGTH = 80


def free_slug(name, member):
    """An address for an exercise of `member`'s of this name, numbered if another has it."""
    stem = slugify(name)[: SLUG_LENGTH - 10].strip("-") or "exercise"
    taken = set(Exercise.objects.owned_by(member).values_list("slug", flat=True)) | RESERVED
    numbered = (f"{stem}-{number}" for number in count(2))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)


def region_of(roles):
    """The region of the back that an exercise trains: that of its first main muscle of the back."""
    main = [muscle.region for muscle, role in roles.items() if role == "primary"]
    return next((region for region in main if region in BACK_REGIONS), "")


def write_parts(exercise, *, aliases, roles, verdicts, equipment, easier, harder):
    """Make these all that belongs to an exercise: {muscle: role}, {limitation: verdict}, ids."""
    for related in (exercise.aliases, exercise.credits, exercise.verdicts):
        related.all().delete()
    exercise.aliases.bulk_create(
        exercise.aliases.model(exercise=exercise, name=name) for name in aliases
    )
    exercise.credits.bulk_create(
        exercise.credits.model(exercise=exercise, muscle=muscle, role=role)
        for muscle, role in roles.items()
    )
    exercise.verdicts.bulk_create(
        exercise.verdicts.model(exercise=exercise, limitation=limitation, verdict=verdict)
        for limitation, verdict in verdicts.items()
    )
    exercise.equipment.set(equipment)
    exercise.regressions.set(easier)
    exercise.progressions.set(harder)


def copy_for(exercise, member):
    """The same exercise as `member`'s own, with all that belongs to it.

    Of easier and harder ones those of everybody's catalogue, as no others are open to `member`.
    """
    fields = {
        field.name: getattr(exercise, field.attname)
        for field in Exercise._meta.concrete_fields
        if not (field.primary_key or field.name in ("member", "slug", "pattern"))
    }
    slug = free_slug(exercise.slug, member)
    copy = Exercise.objects.create(
        **fields, pattern_id=exercise.pattern_id, member=member, slug=slug
    )
    write_parts(
        copy,
        aliases=exercise.aliases.values_list("name", flat=True),
        roles={row.muscle: row.role for row in exercise.credits.select_related("muscle")},
        verdicts={
            row.limitation: row.verdict for row in exercise.verdicts.select_related("limitation")
        },
        equipment=exercise.equipment.all(),
        easier=exercise.regressions.public(),
        harder=exercise.progressions.public(),
    )
    return copy


def parts_of(exercise, entry):
    """What belongs to an exercise, as `write_parts` takes it; muscles and limitations by id."""
    return {
        "aliases": list(entry.aliases),
        "roles": dict(exercise.credits.values_list("muscle", "role")),
        "verdicts": entry.verdicts,
        "equipment": list(entry.equipment),
        "easier": entry.regressions,
        "harder": entry.progressions,
    }


NO_PARTS = dict.fromkeys(["aliases", "equipment", "easier", "harder"], ()) | dict.fromkeys(
    ["roles", "verdicts"], {}
)


def asked_about():
    """All muscles, in the order of where their sets are counted, and all limitations."""
    regions = list(Region)
    muscles = sorted(Muscle.objects.public(), key=lambda muscle: regions.index(muscle.region))
    return muscles, list(Limitation.objects.public())
