"""The catalogue in memory: what exercises are found, counted and compared by.

Everybody reads the same few thousand exercises all day, and a curator changes one now and then. So
a process keeps them, without their texts but in every language that is read, and asks in one small
query whether they have changed: a trigger renews the catalogue's edition in the transaction that
changes it. Members' own exercises stand on a shelf of their own, made for one request.

Exercises stand in the order of their names. A set of them is an integer with a bit for each place,
so that narrowing is `&`, widening is `|`, and counting is `bit_count()`.
"""

from collections import defaultdict
from functools import cached_property, lru_cache, reduce
from operator import or_

from django.db.models import Exists

from accounts.languages import SOURCE, language_read
from accounts.statements import Statement
from catalogue.entries import entries_in, entries_of
from catalogue.models import Edition, Exercise, ExerciseLimitation, ExerciseTranslation
from catalogue.models.titles import tell_titles, title_of
from catalogue.models.vocabulary import BACK_REGIONS
from catalogue.muscles import DRAWN, map_names
from catalogue.names import KIN, LONGEST, Names, alphabetic, spellings, words_of
from catalogue.words import Words, all_words

AVOID, CAUTION = ExerciseLimitation.Verdict.AVOID, ExerciseLimitation.Verdict.CAUTION
NO_REGION = "other"


class Shelf:
    """Entries in the order of their names, with a set of places for whatever they are found by.

    The retired are only looked up by id: they have no place, so nobody is led to them.
    """

    def __init__(self, entries, words=None):
        self.words = words or Words()
        by_name = sorted(entries, key=lambda entry: (alphabetic(entry.title), entry.pk))
        self.entries = [entry for entry in by_name if not entry.retired_at]
        self.retired = {entry.pk: entry for entry in by_name if entry.retired_at}
        self.everything = (1 << len(self.entries)) - 1
        self.search = lru_cache(maxsize=32)(self._search)  # many type the same
        self.likely, self.gaps = {}, None  # of substituting.py and quality.py, kept with the shelf

    @cached_property
    def facets(self):
        """{facet: {value: set of places}}."""
        found = defaultdict(lambda: defaultdict(int))
        for place, entry in enumerate(self.entries):
            for facet, values in _values(entry).items():
                for value in values:
                    found[facet][value] |= 1 << place
        return found

    @cached_property
    def names(self):
        return Names([(entry.title, *entry.aliases) for entry in self.entries])

    @cached_property
    def order(self):
        """What each place is sorted by, to be listed among those of another shelf."""
        return [alphabetic(entry.title) for entry in self.entries]

    @cached_property
    def _kin(self):
        """(words in capitals, set) of all muscles worked, pieces needed and regions trained.

        Muscles by what people call them too, as the drawing does: lower back, abs, chest.
        """
        names, kin = self.words.muscle, []
        for slug, places in self.facets["works"].items():
            kin.append((f"{slug} {_said(names[slug]) if slug in names else ''}", places))
        for slug, places in self.facets["muscle"].items():
            called = " ".join(spellings(title_of("drawn", slug, "")))
            kin.append((f"{slug} {DRAWN[slug]} {called}", places))
        kin += [(region.label, self.having("region", [region.value])) for region in BACK_REGIONS]
        pieces = {word.pk: _said(word) for word in self.words.equipment.values() if word.other}
        for pk, name in {piece for entry in self.entries for piece in entry.equipment.items()}:
            kin.append((pieces.get(pk, name), self.having("equipment", [pk])))
        return [(text.upper().replace("-", " "), places) for text, places in kin]

    @cached_property
    def places(self):
        return {entry.pk: place for place, entry in enumerate(self.entries)}

    def entry(self, pk):
        """The entry of an exercise, retired or not; None where there is none."""
        place = self.places.get(pk)
        return self.retired.get(pk) if place is None else self.entries[place]

    @cached_property
    def by_slug(self):
        """{slug: entry}; members' own may share a slug, so it is for everybody's shelf."""
        return {entry.slug: entry for entry in self.entries}

    def having(self, facet, values):
        """The set of those with any of `values`."""
        known = self.facets[facet]
        return reduce(or_, (known.get(value, 0) for value in values), 0)

    def _search(self, text):
        """{place: how well it is meant} of what `text` may mean: see Names.find().

        What works a muscle or needs a piece of that name comes after everything of that name.
        """
        words = words_of(text[:LONGEST])
        kin = self._kin if any(len(word) > 2 for word in words) else []
        meant = (places for name, places in kin if all(word in name for word in words))
        related = reduce(or_, meant, 0)
        return dict.fromkeys(bits(related), (KIN, 0)) | self.names.find(text)

    def ranked(self, text):
        """The ids of what `text` may mean, the likeliest first."""
        found = self.search(text)
        return [self.entries[place].pk for place in sorted(found, key=lambda p: (found[p], p))]

    def of(self, exercises):
        """The set of these exercises (ids), as far as they stand here."""
        return set_of([self.places[pk] for pk in exercises if pk in self.places])

    def avoided(self, said):
        """The set of what these circumstances (fitting.Circumstances) leave out."""
        mild = self.having("limitation", [(pk, AVOID) for pk in said.mild])
        return mild | self._named(said.strong)

    def cautioned(self, said):
        """The set of what these circumstances ask care for."""
        return self._named(said.mild | said.strong) & ~self.avoided(said)

    def lacking(self, said):
        """The set of what needs equipment that is not there; empty before any was stated."""
        if said.equipment is None:
            return 0
        return self.having("equipment", self.facets["equipment"].keys() - said.equipment)

    def listed(self, places):
        """The entries of a set, in the order of their names."""
        return [self.entries[place] for place in bits(places)]

    def _named(self, limitations):
        pairs = [(pk, verdict) for pk in limitations for verdict in (AVOID, CAUTION)]
        return self.having("limitation", pairs)


def bits(places):
    """The places of a set, in order."""
    digits = bin(places)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def set_of(places):
    """The set of these places."""
    digits = bytearray(b"0") * (max(places, default=0) + 1)
    one = ord("1")
    for place in places:
        digits[-1 - place] = one
    return int(digits, 2)


def _said(word):
    """All that a word is called, here and in English."""
    return " ".join([*spellings(word.name), word.other])


def _values(entry):
    return {
        "region": [entry.region or NO_REGION],
        "works": entry.muscles,
        "muscle": map_names(entry.muscles),
        "pattern": [entry.pattern] if entry.pattern else [],
        "equipment": entry.equipment,
        "level": [entry.level],
        "difficulty": [entry.difficulty],
        "load_type": [entry.load_type],
        "laterality": [entry.laterality],
        "spine_load": [entry.spine_load],
        "engages_back": [True] if entry.engages_back else [],
        "limitation": entry.verdicts.items(),
    }


_kept = None  # (edition, {language: shelf}) of this process


def public_shelf():
    """Everybody's catalogue as it is now. One query, and the whole catalogue after a change."""
    return _shelf_of(Edition.objects.current())


def shelves_for(user, member=None):
    """Everybody's catalogue, and a shelf of what only `user` may find if there is any.

    Where a `member` is named, of own exercises only theirs. One query tells of both shelves, and
    one more asks for the second.
    """
    if not user.is_authenticated:
        return [public_shelf()]
    known = _known(user, member)
    edition, theirs = known[0] if known else (None, True)  # none before the first change
    public = _shelf_of(edition)
    if not theirs:
        return [public]
    entries = entries_of(_own(user, member))
    if language_read() != SOURCE:
        entries = entries_in(entries, public.words)
    return [public, Shelf(entries, public.words)]


def _own(user, member):
    return Exercise.objects.visible_to(user, member).filter(member__isnull=False)


def _state(user, member):
    """The edition, and whether there are exercises of their own."""
    return Edition.objects.order_by().values_list("stamp", Exists(_own(user, member)))


READERS_STATE = Statement(lambda user: _state(user, None))
OWN_STATE = Statement(lambda user: _state(user, user))


def _known(user, member):
    if member is None:
        return READERS_STATE(user)
    return OWN_STATE(user) if member.pk == user.pk else _state(user, member)


def _shelf_of(edition):
    global _kept
    kept, language = _kept, language_read()
    if kept is None or kept[0] != edition:
        english = Shelf(entries_of(Exercise.objects.public()), all_words())
        kept = _kept = edition, {SOURCE: english}
    if language == SOURCE:
        return kept[1][SOURCE]
    tell_titles(edition)
    if language not in kept[1]:
        kept[1][language] = _translated(kept[1][SOURCE], language)
    return kept[1][language]


def _translated(shelf, language):
    """The shelf as it stands in another language. Two queries."""
    names = ExerciseTranslation.objects.public().into(language)
    words = all_words(language)
    names = {
        pk: (name, aliases)
        for pk, name, aliases in names.values_list("exercise", "name", "aliases")
    }
    return Shelf(entries_in([*shelf.entries, *shelf.retired.values()], words, names), words)
