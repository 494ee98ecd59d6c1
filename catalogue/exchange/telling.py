"""A plan in words: what a curator reads before it is carried out."""

from catalogue import wording

OF_WORDS = {
    "face": "Side of the map", "volume_group": "Volume group", "parent": "Part of",
    "names": "In other languages",
}  # fmt: skip


def counts(plan):
    """ "1 new exercise, 2 changed, 160 as in the catalogue" """
    parts = [
        f"{counted(len(plan.new), 'new exercise')}, {len(plan.changed):,} changed",
        f"{plan.same:,} as in the catalogue",
    ]
    if plan.words:
        parts.append(f"{counted(len(plan.words), 'word')} new or changed")
    return ", ".join(parts)


def left_alone(plan):
    """Of the exercises that the file does not name."""
    if not plan.untouched:
        return ""
    one, many = "is not in the file and stays as it is", "are not in the file and stay as they are"
    return f"{counted(plan.untouched, 'exercise')} {one if plan.untouched == 1 else many}."


def shown(plan, names):
    """[(change, [wording.Change])] of exercises, with the names that a file brings along."""
    names = names.with_exercises({change.slug: change.name for change in plan.changes})
    return [(one, wording.changes(one.before, one.after, names)) for one in plan.changes]


def label(name):
    """What a field of an exercise or of a word is called."""
    fallback = OF_WORDS.get(name, name.capitalize())
    return wording.LABELS.get(name, fallback)


def lines_of(plan, names):
    """A plan, line by line, for reading in a terminal."""
    yield f"{plan.file.name}: {counts(plan)}."
    if words := left_alone(plan):
        yield words
    for word in plan.words:
        yield f"{word.place}, {word.kind} {word.name}: {'new' if word.is_new else 'changed'}"
        yield from (f"  {what}: {old or '–'} → {new or '–'}" for what, old, new in word.rest)
    for change, fields in shown(plan, names):
        yield f"{change.place}, {change.name}: {'new' if change.is_new else 'changed'}"
        for field in [] if change.is_new else fields:
            yield f"  {field.label}: {_brief(field.before)} → {_brief(field.after)}"
    for problem in plan.problems:
        yield f"{problem}{f' ({problem.about})' if problem.about else ''}"


def counted(number, noun):
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _brief(lines):
    text = "; ".join("".join(piece.text for piece in line) for line in lines) or "nothing"
    return text if len(text) <= 200 else f"{text[:200]}…"
