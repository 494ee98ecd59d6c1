"""All lines of a plan as text: the plan, or every problem with its line and column."""

import re
from dataclasses import dataclass, replace

from training.weeks import problems_of as problems_of_week
from workouts.building import MOST_DAYS, MOST_ROWS
from workouts.models import MOST_OTHERS
from workouts.shape import days_from, plan_of, version_from
from workouts.text import amounts
from workouts.text.amounts import wrong
from workouts.text.finding import Unknown
from workouts.text.matching import keep_lineages
from workouts.text.parsing import parsed
from workouts.text.prescribing import changes_of, row_of, text_of
from workouts.text.problems import Problem, Wrong
from workouts.text.sheets import Sheet
from workouts.text.words import day_called, weekday_of

MOST_LINES, MOST_LETTERS, LONGEST_LINE = 2000, 400_000, 20_000
MOST_PROBLEMS = 50
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
ENOUGH = f"There is more, but {MOST_PROBLEMS} are enough to begin with."
NEEDED = {"sets", "reps_low", "rest_seconds"}


@dataclass
class Reading:
    """A plan, or None and the problems why there is none."""

    plan: dict | None
    problems: list[Problem]


def read(text, catalogue, before=None):
    """The plan of a text; its rows that were in the plan `before` keep their lineage.

    `catalogue` finds exercises: see finding.Finder.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if problem := _too_much(lines, text):
        return Reading(None, [problem])
    reader = _Reader(catalogue)
    for number, line in enumerate(lines, 1):
        reader.take(number, line)
        if len(reader.problems) >= MOST_PROBLEMS:
            reader.problems.append(Problem(number, 1, ENOUGH))
            return Reading(None, reader.problems)
    reader.check_days()
    if reader.problems:
        return Reading(None, sorted(reader.problems, key=lambda p: (p.line, p.column)))
    plan = reader.plan
    if before is not None:
        plan.setdefault("weeks", before.get("weeks", 8))
        keep_lineages(plan, before)
    _fill(reader.rows, catalogue)
    return Reading(normal(plan), [])


def read_line(line, catalogue):
    """(The values of one prescription, whether its scheme was typed), or the Problem.

    Without a scheme only the exercise is certain.
    """
    reader = _Reader(catalogue)
    reader.take(1, line)
    if reader.problems:
        return reader.problems[0], False
    if len(reader.rows) != 1 or set(reader.plan) > {"days", "week_plan"}:
        return Problem(1, 1, "Type one exercise, such as Barbell row 4x6-8 @8 rest 120."), False
    is_typed = reader.rows[0].keys() > {"exercise"}
    _fill(reader.rows, catalogue)
    plan = normal({"days": [{"name": "", "prescriptions": reader.rows}]})
    return plan["days"][0]["prescriptions"][0], is_typed


def normal(plan):
    """The plan as shape.plan_of() would give it: what is as usual is left out."""
    return plan_of(version_from(plan), days_from(plan))


def _too_much(lines, text):
    if len(lines) > MOST_LINES:
        words = f"A plan as text has at most {MOST_LINES:,} lines; this has {len(lines):,}."
        return Problem(MOST_LINES + 1, 1, words)
    if len(text) > MOST_LETTERS:
        return Problem(1, 1, f"A plan as text has at most {MOST_LETTERS:,} letters.")
    return None


def _fill(rows, catalogue):
    """What no line said, as the exercise usually is."""
    short = [row for row in rows if NEEDED - row.keys()]
    usual = catalogue.usual({row["exercise"] for row in short})
    for row in short:
        typed = dict(row)
        row.update(usual.get(row["exercise"], {}))
        row.update(typed)


class _Reader:
    """Takes one line after the other."""

    def __init__(self, catalogue):
        self.catalogue = catalogue
        self.plan = {"week_plan": [], "days": []}
        self.problems, self.rows = [], []
        self._places = []  # (line, column) of each day
        self._day = self._sheet = None

    def take(self, number, line):
        try:
            if found := UNSEEN.search(line):
                words = f"There is a character that cannot be seen (U+{ord(found[0]):04X})."
                raise Wrong(found.start() + 1, words)
            if len(line) > LONGEST_LINE:
                raise Wrong(LONGEST_LINE + 1, f"A line has at most {LONGEST_LINE:,} letters.")
            if "\t" in line.rstrip():
                self._take_cells(number, line.rstrip())
            elif line.strip():
                self._sheet = None
                self._take_tree(number, parsed(line))
        except Wrong as why:
            self._tell(number, why.column, why.words)

    def _tell(self, line, column, words):
        self.problems.append(Problem(line, column, words))

    def _take_cells(self, number, line):
        self._sheet = self._sheet or Sheet()
        for text, place_of in self._sheet.lines(line):
            known = len(self.problems)
            try:
                self._take_tree(number, parsed(text))
            except Wrong as why:
                self._tell(number, why.column, why.words)
            new = [replace(found, column=place_of(found.column)) for found in self.problems[known:]]
            self.problems[known:] = new

    def _take_tree(self, number, tree):
        getattr(self, f"_take_{tree.data}")(number, tree)

    def _take_length(self, number, tree):
        limit = "A routine runs for 1 to 52 weeks."
        self._once("weeks", tree, amounts.whole(tree.children[0], 1, 52, limit))

    def _take_rolling(self, number, tree):
        self._once("rolling", tree, True)

    def _take_done(self, number, tree):
        token = tree.children[1]
        words = text_of(token) if token.type == "STRING" else token.rstrip()
        if len(words) > 300:
            raise wrong(token, "When a routine is done is said in at most 300 letters.")
        self._once("exit_criteria", tree, words)

    def _once(self, name, tree, value):
        if name in self.plan:
            raise wrong(tree.children[0], "This is said twice.")
        self.plan[name] = value

    def _take_whole(self, number, tree):
        mark, *changes = tree.children
        entry = {"weeks": amounts.weeks(mark)} | changes_of(changes)
        if len(entry) == 1:
            raise wrong(mark, "Say what these weeks change, such as deload or sets 67%.")
        if problems := problems_of_week(entry, whole=True):
            raise wrong(mark, problems[0])
        self.plan["week_plan"].append(entry)

    def _take_day(self, number, tree):
        name, *options = tree.children
        day = _day_of(name)
        for token in options:
            found = _option(token)
            if found.keys() & day.keys():
                raise wrong(token, "This is said twice.")
            day.update(found)
        self._begin(day, number, name)

    def _begin(self, day, number, token):
        known = [d for d in self.plan["days"] if self._sheet and d["name"] == day["name"]]
        if known:  # a spreadsheet may come back to a day
            self._day = known[0]
            return
        if len(self.plan["days"]) >= MOST_DAYS:
            raise wrong(token, f"A routine has at most {MOST_DAYS} days.")
        self._day = day | {"prescriptions": []}
        self.plan["days"].append(self._day)
        self._places.append((number, token.column))

    def _take_row(self, number, tree):
        label, name, items = None, *tree.children[:1], tree.children[1:]
        if name.type == "LABEL":
            label, name, items = name, items[0], items[1:]
        others = [item.children[0] for item in items if getattr(item, "data", "") == "other"]
        found = [self._found(number, token) for token in (name, *others)]
        row = {"exercise": found[0]} if found[0] else {}
        if others:
            row["alternatives"] = _alternatives(found, others)
        row |= row_of(items[len(others) :])
        if label:
            row["superset"] = label[0].upper()
        self._add(row, number, name)

    def _found(self, number, token):
        """The id of the exercise that is named, or None and a problem."""
        try:
            return self.catalogue.find(text_of(token) if token.type == "STRING" else str(token))
        except Unknown as why:
            self._tell(number, token.column, str(why))
            return None

    def _add(self, row, number, token):
        if self._day is None:
            self._begin({"name": "Day 1"}, number, token)
        rows = self._day["prescriptions"]
        if len(rows) == MOST_ROWS:
            self._tell(number, token.column, f"A day has at most {MOST_ROWS} exercises.")
        rows.append(row)
        self.rows.append(row)

    def check_days(self):
        """Whether the weeks of days are weeks of the plan, once all lines are known."""
        weeks = self.plan.get("weeks")
        for day, (line, column) in zip(self.plan["days"], self._places, strict=True):
            last = max(day.get("first_week", 1), day.get("last_week") or 1)
            if weeks and last > weeks:
                words = f"There is no week {last}: this routine has {weeks} weeks."
                self._tell(line, column, words)


def _alternatives(found, tokens):
    """The ids behind the first, which may be done in its place."""
    if len(tokens) > MOST_OTHERS:
        words = f"At most {MOST_OTHERS} others may be done in the place of an exercise."
        raise wrong(tokens[MOST_OTHERS], words)
    for place, token in enumerate(tokens, 1):
        if found[place] is not None and found[place] in found[:place]:
            raise wrong(token, "This exercise is named twice.")
    return found[1:]


def _day_of(token):
    if token.type == "STRING":
        day = {"name": text_of(token)}
    else:
        name, weekday = day_called(token.strip().removesuffix(":" if "COLON" in token.type else ""))
        day = {"name": name} | ({"weekday": weekday} if weekday else {})
    if len(day["name"]) > 80:
        raise wrong(token, "The name of a day has at most 80 letters.")
    if not day["name"].strip():
        raise wrong(token, "Give the day a name.")
    return day


def _option(token):
    if token.type == "WEEKDAY":
        return {"weekday": weekday_of(token)}
    if token.type == "REST_DAY":
        return {"is_rest": True}
    weeks = amounts.weeks(token)
    if token.lower().startswith("from"):
        return {"first_week": weeks[0]}
    return {"first_week": weeks[0], "last_week": weeks[-1]}
