"""Numbers, loads and times as they stand in a plan as text, within their limits or Wrong."""

import re
from decimal import Decimal

from training.units import stored_kg
from workouts.text.problems import Wrong

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
MOST_REST = 1800
MOST_DIGITS = 6  # longer numbers are no numbers of a plan
REST_LIMIT = "Rest is at most 1,800 seconds, half an hour."
REPS_LIMIT = "A set has between 1 and 1,000 repetitions."
LOWEST_RPE = 5  # @4 and less can only be reps in reserve


def wrong(token, words):
    return Wrong(token.column, words)


def number(token):
    """The first number of a token."""
    return Decimal(NUMBER.search(token)[0].replace(",", "."))


def signed(token):
    return -number(token) if re.search(r"[-−]", token) else number(token)


def json_number(value):
    """As JSON has it: whole numbers as such."""
    return int(value) if value == value.to_integral_value() else float(value)


def whole(token, low, high, words):
    digits = re.search(r"\d+", token)[0]
    if len(digits) > MOST_DIGITS or not low <= int(digits) <= high:
        raise wrong(token, words)
    return int(digits)


def reps(token):
    """(8, 12) of 8-12; (8, 8) of 8."""
    counts = [int(count) if len(count) <= MOST_DIGITS else 0 for count in re.findall(r"\d+", token)]
    if not all(1 <= count <= 1000 for count in counts):
        raise wrong(token, REPS_LIMIT)
    if counts[0] > counts[-1]:
        turned = f"{counts[-1]}-{counts[0]}"
        raise wrong(token, f"The range runs from the lower to the higher number: {turned}.")
    return counts[0], counts[-1]


def sets(token):
    return whole(token, 1, 20, "An exercise has between 1 and 20 sets.")


def reserve(token):
    """Reps in reserve of @8, which is RPE 8, of @RIR3 and of @2."""
    value, words = number(token), token.lower()
    is_rpe = "rpe" in words or ("rir" not in words and value >= LOWEST_RPE)
    if is_rpe and value > 10:
        raise wrong(token, "Effort is at most RPE 10: nothing in reserve.")
    if value > 10:
        raise wrong(token, "Reps in reserve are between 0 and 10.")
    return 10 - value if is_rpe else value


def reserve_of_row(token):
    value = reserve(token)
    if value != round(value, 1):
        raise wrong(token, "Effort has at most one decimal, such as @8.5.")
    return value


def load_kg(token):
    """Kilograms of 60 kg or 132.5 lb, kept as whatever else is logged in pounds."""
    is_pounds = re.search(r"lb|pound", token.lower())
    value = stored_kg(number(token), "lb") if is_pounds else number(token)
    if value > 1000:
        raise wrong(token, "A load is between 0 and 1,000 kg.")
    if value != round(value, 3):
        raise wrong(token, "A load is given to the gram at most.")
    return value


def step_kg(token):
    value = load_kg(token)
    return -value if signed(token) < 0 else value


def percent(token):
    value = number(token)
    if not 1 <= value <= 150:
        raise wrong(token, "A share of the maximum is between 1 and 150 per cent.")
    return value


def factor(token):
    return json_number(number(token) / 100)


def percent_of(token):
    """What a share is of, if that is said: one_rm, training_max, share."""
    words = token.lower().rstrip()
    if "rm" in words:
        return "one_rm"
    if words.endswith("best"):
        return "share"
    return "training_max" if words.endswith(("tm", "max")) else None


def rest(token):
    """Seconds of 120, 2:00, 90 s and 1.5 min."""
    words = token.lower()
    if words.startswith("no"):
        return 0
    digits = re.search(r"\d.*", words)[0]
    if ":" in digits:
        minutes, seconds = digits.split(":")
        found = Decimal(minutes) * 60 + int(seconds)
    else:
        found = number(digits) * (60 if "m" in digits else 1)
    if found > MOST_REST:
        raise wrong(token, REST_LIMIT)
    if found != int(found):
        raise wrong(token, "Rest is given in whole seconds.")
    return int(found)


def tempo(token):
    signs = re.sub(r"^tempo|[\s:-]", "", token.lower()).upper()
    if not re.fullmatch(r"\d\d[\dX]\d", signs):
        raise wrong(token, "A tempo is four signs, such as 3110 or 31X0.")
    return signs


def weeks(token):
    """[1, 2, 5] of 1-2, 5."""
    found = []
    for first, last in re.findall(r"(\d+)(?:\s*[-–]\s*(\d+))?", token):
        for week in (first, last or first):
            if len(week) > MOST_DIGITS or not 1 <= int(week) <= 52:
                raise wrong(token, f"There is no week {week[:20]}: weeks are 1 to 52.")
        low, high = int(first), int(last or first)
        if low > high:
            raise wrong(token, f"The weeks run from the lower to the higher: {high}-{low}.")
        found += range(low, high + 1)
    return found
