"""Weeks for tests of rules: lifts, rows and days with only what a test is about."""

from workouts.checking.plan import Day, Lift, Plan, Row, Trainee, Week

NOBODY = Trainee()


def lift(title, pattern="horizontal-pull", region="mid", direct=("mid_back",), **fields):
    """An exercise with a main muscle in each of the groups `direct`."""
    groups = fields.pop("groups", {}) | dict.fromkeys(direct, 1.0)
    return Lift(title, title, pattern, region, groups=groups, **fields)


ROW = lift("Row", regions={"mid": 1.0, "upper": 0.5})
PULLDOWN = lift("Pulldown", "vertical-pull", "lats", ["lats"], regions={"lats": 1.0})
HINGE = lift("Deadlift", "hip-hinge", "lower", ["lower_back"], regions={"lower": 1.0})
PRESS = lift("Press", "horizontal-push", "other", ["chest"])
CURL = lift("Curl", "elbow-flexion", "arms", ["biceps"], is_compound=False)


def row(of=ROW, sets=3, **fields):
    return Row(fields.pop("pk", of.title), of, sets, **{"hard": float(sets)} | fields)


def day(*rows, name="Day", at=None, **fields):
    return Day(name, name, list(rows), at, **fields)


def week(*days, number=1, **fields):
    return Week(number, list(days), **fields)


def of_rows(*rows):
    return week(day(*rows))


def lasting(*weeks, **trainee):
    return Plan(list(weeks), Trainee(**trainee))


def said(rule, week, trainee=NOBODY):
    """(rule, about) of what a rule finds."""
    return [(finding.rule, finding.about) for finding in rule(week, trainee)]
