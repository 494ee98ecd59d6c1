"""manage.py import_log: a log of Strong or Hevy into a member's journal, with a receipt."""

import zoneinfo
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from accounts.context import acting_as
from progress.importing import EncodingUnknown, FileRefused, UnitsMissing, read_log
from progress.importing.reading import MAX_BYTES
from progress.importing.storing import SumsDiffer, store

UNITS = {"kg": "kilograms", "lb": "pounds"}


class Command(BaseCommand):
    help = "Imports a workout log of Strong or Hevy (CSV). Again, it adds only what is new."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the CSV file, as the app exported it")
        parser.add_argument("--user", required=True, help="e-mail address of the member")
        parser.add_argument(
            "--unit", choices=UNITS, help="the unit of its weights, where the file does not say"
        )
        parser.add_argument(
            "--distance-unit",
            choices=["m", "km", "mi"],
            default="unknown",
            help="the unit of its distances, where the file does not say",
        )
        parser.add_argument("--time-zone", help="where its clock stood; the member's unless given")
        parser.add_argument("--latin-1", action="store_true", help="the file is Latin-1 text")

    def handle(self, *, file, user, unit, distance_unit, time_zone, latin_1, **options):
        member = _member(user)
        zone = _zone(time_zone or member.time_zone)
        log = _log(file, load_unit=unit, distance_unit=distance_unit, latin_1=latin_1)
        try:
            with acting_as(member):
                receipt = store(log, member, zone)
        except SumsDiffer as differ:
            raise CommandError(str(differ)) from None
        for line in _lines(log, receipt, zone, unit):
            self.stdout.write(line)


def _member(email):
    users = get_user_model()
    try:
        return users.objects.get_by_natural_key(email)
    except users.DoesNotExist:
        raise CommandError(f"There is no member with the e-mail address {email}.") from None


def _zone(name):
    if name not in zoneinfo.available_timezones():
        raise CommandError(f"{name} is no time zone; give one such as Europe/Berlin.")
    return zoneinfo.ZoneInfo(name)


def _log(path, **answers):
    try:
        with path.open("rb") as file:
            return read_log(file.read(MAX_BYTES + 1), **answers)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
    except UnitsMissing as missing:
        raise CommandError(f"{missing} Add --unit kg or --unit lb.") from None
    except EncodingUnknown as unknown:
        raise CommandError(f"{unknown} If it is Latin-1, add --latin-1.") from None
    except FileRefused as refused:
        raise CommandError(f"The file is refused. {refused}") from None


def _lines(log, receipt, zone, unit):
    """The receipt, for reading and for keeping."""
    file, stored = receipt.file, receipt.stored
    yield f"{log.source.capitalize()}, {log.variant}; times read in {zone.key}."
    if unit and (said := file.volume.keys() - {unit}):
        yield f"The file itself says {' and '.join(sorted(said))}, which goes before --unit {unit}."
    yield f"In the file:    {_sums(file)}"
    yield f"In the journal: {_sums(stored)}"
    yield f"New: {_counted(receipt.new_sessions, 'workout')}, {_counted(receipt.new_sets, 'set')}."
    if receipt.known_sessions:
        known = _counted(receipt.known_sessions, "workout")
        yield f"Left as they were: {known} that had been imported before."
    if receipt.is_whole:
        yield "The sums are equal."
    else:
        yield "The sums differ: see the lines below, or what was changed here since."
    yield from _exercises(receipt.matches)
    for problem in receipt.problems:
        left_out = " Left out." if problem.left_out else ""
        yield f"Line {problem.line_number}: {problem.sentence}{left_out}"


def _sums(sums):
    lifted = [f"{_number(volume)} {unit}" for unit, volume in sorted(sums.volume.items())]
    return (
        f"{_counted(sums.sessions, 'workout')}, {_counted(sums.sets, 'set')},"
        f" weight × repetitions {' and '.join(lifted) or '0'}"
    )


def _exercises(matches):
    made = {exercise.pk for exercise in matches.made}
    found = {name: row for name, row in matches.exercises.items() if row.pk not in made}
    if found:
        yield f"Exercises found in BackGym: {len(found)}."
        yield from (f"  {name}: {row.name}" for name, row in sorted(found.items()))
    if made:
        yield (
            f"Exercises made your own: {len(made)}. Nobody knows their muscles yet, so they do"
            " not count in weekly sets."
        )
        yield from (f"  {row.name}" for row in sorted(matches.made, key=lambda row: row.name))


def _counted(number, noun):
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _number(value):
    return f"{value.normalize():,f}"
