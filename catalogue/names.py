"""Finding exercises by name: exact first, then beginnings, parts, and slips of the finger."""

import re
import unicodedata
from collections import Counter, defaultdict

LIKENESS = 0.3  # of two sets of trigrams, 0 to 1; below it a slip and a different word look alike
LONGEST = 100  # letters of a search that are looked at
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
EXACT, EXACT_ALIAS, PREFIX, PREFIX_ALIAS, PART, KIN, FUZZY = range(7)


def fold(text):
    """The letters and digits of `text`, in lower case, accents and plural dropped."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return _singular(re.sub(r"[^a-z0-9]+", "", plain.encode("ascii", "ignore").decode().lower()))


def spellings(name):
    """A name as people may type it: Klimmzüge, Klimmzuege, Klimmzuge."""
    if name.isascii():
        return [name]
    return list(dict.fromkeys([name, name.translate(UMLAUTS), without_accents(name)]))


def alphabetic(name):
    """What names are sorted by: capitals and accents make no difference."""
    return name.lower() if name.isascii() else without_accents(name.lower())


def without_accents(text):
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text):
    """The words of `text` in capitals, plurals dropped."""
    return {_singular(word).upper() for word in re.findall(r"\w+", text)}


def trigrams(folded):
    """Its runs of three letters, its ends marked by spaces, as PostgreSQL's pg_trgm has them."""
    padded = f"  {folded} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


class Names:
    """The names of exercises, made ready to be searched: for each place its name, then others."""

    def __init__(self, names):
        pairs = [
            (place, at, spelling)
            for place, row in enumerate(names)
            for at, name in enumerate(row)
            for spelling in spellings(name)
        ]
        self._places = [place for place, _, _ in pairs]
        self._is_alias = [at > 0 for _, at, _ in pairs]
        self._folded = [fold(name) for _, _, name in pairs]
        self._capitals = [name.upper() for _, _, name in pairs]
        self._sizes = [len(trigrams(folded)) for folded in self._folded]
        self._holders = defaultdict(list)
        for number, folded in enumerate(self._folded):
            for trigram in trigrams(folded):
                self._holders[trigram].append(number)

    def find(self, text):
        """{place: (rank, -likeness)} of what `text` may mean: the least is the likeliest."""
        wanted, words = fold(text[:LONGEST]), words_of(text[:LONGEST])
        asked = trigrams(wanted) if wanted else set()
        shared = Counter()
        for trigram in asked:
            shared.update(self._holders.get(trigram, ()))
        ranks = self._alike(asked, shared)
        ranks |= dict.fromkeys(_holding(self._capitals, words), PART)
        ranks |= {n: self._rank(n, wanted) for n in self._holding_letters(wanted)}
        found, sizes, size, places = {}, self._sizes, len(asked), self._places
        for number, rank in ranks.items():
            both = shared[number]
            place, how = places[number], (rank, -both / (size + sizes[number] - both))
            if place not in found or how < found[place]:
                found[place] = how
        return found

    def _alike(self, asked, shared):
        """{number of a name: rank} of those that share enough trigrams, as a share of all."""
        sizes, size = self._sizes, len(asked)
        least = LIKENESS * size  # of all there are at least those that are asked for
        enough = [(n, both) for n, both in shared.items() if both >= least]
        return {n: FUZZY for n, both in enough if both >= LIKENESS * (size + sizes[n] - both)}

    def _holding_letters(self, wanted):
        """The numbers of the names that `wanted` stands in: they have its runs of three."""
        if len(wanted) < 3:
            return _holding(self._folded, [wanted])
        runs = (wanted[i : i + 3] for i in range(len(wanted) - 2))
        fewest = min((self._holders.get(run, ()) for run in runs), key=len)
        return [n for n in fewest if wanted in self._folded[n]]

    def _rank(self, number, wanted):
        name = self._folded[number]
        if not name.startswith(wanted):
            return PART
        return (EXACT if name == wanted else PREFIX) + self._is_alias[number]


def _holding(texts, parts):
    """The numbers of those in which all of `parts` stand; a single letter only at the beginning."""
    first, *rest = sorted(parts, key=len, reverse=True) or [""]
    if len(first) < 2:
        return [n for n, text in enumerate(texts) if first and text.startswith(first)]
    found = [n for n, text in enumerate(texts) if first in text]
    return [n for n in found if all(part in texts[n] for part in rest)] if rest else found


def _singular(word):
    return word[:-1] if len(word) > 3 and word.lower().endswith("s") else word
