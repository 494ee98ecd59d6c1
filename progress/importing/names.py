"""The names Strong and Hevy give to exercises of our catalogue.

Only what is truly the same exercise stands here: the same movement with the same kind of
weight. A name that could mean two of ours ("Back Extension", "Lat Pulldown (Machine)"), or one
we log otherwise (their Superman counts repetitions, ours is a hold), is left out and becomes
the member's own exercise.
"""

import unicodedata

_NAMES: dict[str, tuple[str, ...]] = {
    # Vertical pulls
    "pull-up": ("Pull Up",),
    "weighted-pull-up": ("Pull Up (Weighted)",),
    "chin-up": ("Chin Up",),
    "weighted-chin-up": ("Chin Up (Weighted)",),
    "neutral-grip-pull-up": ("Neutral Grip Pull Up", "Pull Up (Neutral Grip)"),
    "wide-grip-pull-up": ("Wide Pull Up", "Wide Grip Pull Up"),
    "band-assisted-pull-up": ("Pull Up (Band)",),
    "machine-assisted-pull-up": ("Pull Up (Assisted)",),
    "negative-pull-up": ("Negative Pull Up",),
    "scapular-pull-up": ("Scapular Pull Ups", "Scapular Pull Up"),
    "dead-hang": ("Dead Hang",),
    "sternum-chin-up": ("Sternum Pull up (Gironda)",),
    "muscle-up": ("Muscle Up",),
    "lat-pulldown": ("Lat Pulldown (Cable)",),
    "wide-grip-lat-pulldown": ("Lat Pulldown - Wide Grip (Cable)",),
    "close-grip-lat-pulldown": ("Lat Pulldown - Close Grip (Cable)",),
    "underhand-lat-pulldown": (
        "Lat Pulldown - Underhand (Cable)",
        "Reverse Grip Lat Pulldown (Cable)",
    ),
    "single-arm-pulldown": ("Lat Pulldown (Single Arm)", "Single Arm Lat Pulldown"),
    "band-lat-pulldown": ("Lat Pulldown (Band)",),
    # Rows
    "barbell-row": ("Bent Over Row (Barbell)",),
    "pendlay-row": ("Pendlay Row (Barbell)",),
    "underhand-barbell-row": ("Bent Over Row - Underhand (Barbell)", "Yates Row (Barbell)"),
    "one-arm-db-row": ("Bent Over One Arm Row (Dumbbell)", "Dumbbell Row"),
    "two-arm-db-row": ("Bent Over Row (Dumbbell)",),
    "chest-supported-db-row": ("Chest Supported Incline Row (Dumbbell)", "Incline Row (Dumbbell)"),
    "t-bar-row": ("T Bar Row",),
    "meadows-row": ("Meadows Rows (Barbell)",),
    "seated-cable-row": (
        "Seated Row (Cable)",
        "Seated Cable Row - V Grip (Cable)",
        "Seated Cable Row - Bar Grip",
    ),
    "wide-grip-cable-row": ("Seated Wide-Grip Row (Cable)", "Seated Cable Row - Bar Wide Grip"),
    "machine-row": ("Seated Row (Machine)",),
    "high-row-machine": ("Iso-Lateral High Row (Machine)",),
    "inverted-row": ("Inverted Row", "Inverted Row (Bodyweight)"),
    "gorilla-row": ("Gorilla Row (Kettlebell)",),
    "renegade-row": ("Renegade Row (Dumbbell)",),
    "smith-row": ("Bent Over Row (Smith Machine)",),
    # Straight-arm pulls, rear shoulder, shrugs
    "straight-arm-pulldown": ("Straight Arm Lat Pulldown (Cable)",),
    "rope-straight-arm-pulldown": ("Rope Straight Arm Pulldown",),
    "dumbbell-pullover": ("Pullover (Dumbbell)",),
    "machine-pullover": ("Pullover (Machine)",),
    "medicine-ball-slam": ("Ball Slams",),
    "face-pull": ("Face Pull", "Face Pull (Cable)"),
    "band-pull-apart": ("Band Pullaparts",),
    "db-reverse-fly": ("Reverse Fly (Dumbbell)", "Rear Delt Reverse Fly (Dumbbell)"),
    "reverse-pec-deck": ("Reverse Fly (Machine)", "Rear Delt Reverse Fly (Machine)"),
    "cable-rear-delt-fly": ("Reverse Fly (Cable)", "Rear Delt Reverse Fly (Cable)"),
    "barbell-shrug": ("Shrug (Barbell)",),
    "dumbbell-shrug": ("Shrug (Dumbbell)",),
    "cable-shrug": ("Shrug (Cable)",),
    "machine-shrug": ("Shrug (Machine)",),
    "upright-row": ("Upright Row (Barbell)",),
    # Hinges and back extensions
    "deadlift": ("Deadlift (Barbell)",),
    "sumo-deadlift": ("Sumo Deadlift (Barbell)", "Sumo Deadlift"),
    "trap-bar-deadlift": ("Deadlift (Trap bar)", "Trap Bar Deadlift"),
    "romanian-deadlift": ("Romanian Deadlift (Barbell)",),
    "dumbbell-rdl": ("Romanian Deadlift (Dumbbell)",),
    "stiff-leg-deadlift": ("Stiff Leg Deadlift (Barbell)", "Straight Leg Deadlift (Barbell)"),
    "single-leg-rdl": ("Single Leg Romanian Deadlift (Dumbbell)",),
    "deficit-deadlift": ("Deficit Deadlift (Barbell)",),
    "rack-pull": ("Rack Pull", "Rack Pull (Barbell)"),
    "good-morning": ("Good Morning (Barbell)",),
    "kettlebell-swing": ("Kettlebell Swing",),
    "cable-pull-through": ("Cable Pull Through",),
    "clean-pull": ("Clean Pull", "Clean Pull (Barbell)"),
    "glute-bridge": ("Glute Bridge",),
    "back-extension-45": ("Back Extension (Hyperextension)",),
    "weighted-back-extension": ("Back Extension (Weighted Hyperextension)",),
    "lumbar-extension-machine": ("Back Extension (Machine)",),
    "reverse-hyper": ("Reverse Hyperextension",),
    "glute-ham-raise": ("Glute Ham Raise",),
    "bird-dog": ("Bird Dog",),
    # Carries and arms
    "farmers-carry": ("Farmers Walk",),
    "wrist-curl": ("Seated Palms Up Wrist Curl", "Seated Palms Up Wrist Curl (Dumbbell)"),
    "barbell-curl": ("Bicep Curl (Barbell)",),
    "ez-bar-curl": ("EZ Bar Biceps Curl",),
    "dumbbell-curl": ("Bicep Curl (Dumbbell)",),
    "hammer-curl": ("Hammer Curl (Dumbbell)",),
    "incline-dumbbell-curl": ("Incline Curl (Dumbbell)", "Seated Incline Curl (Dumbbell)"),
    "preacher-curl": ("Preacher Curl (Barbell)",),
    "cable-curl": ("Bicep Curl (Cable)",),
    "concentration-curl": ("Concentration Curl", "Concentration Curl (Dumbbell)"),
    "reverse-curl": ("Reverse Curl (Barbell)",),
    "triceps-pushdown": (
        "Triceps Pushdown",
        "Triceps Pressdown",
        "Triceps Rope Pushdown",
        "Triceps Pushdown (Cable - Straight Bar)",
    ),
    # Trunk
    "front-plank": ("Plank",),
    "side-plank": ("Side Plank",),
    "dead-bug": ("Dead Bug",),
    "ab-wheel-rollout": ("Ab Wheel",),
    "hanging-knee-raise": ("Hanging Knee Raise",),
    "hanging-leg-raise": ("Hanging Leg Raise",),
    # Presses and legs
    "push-up": ("Push Up",),
    "db-bench-press": ("Bench Press (Dumbbell)",),
    "barbell-bench-press": ("Bench Press (Barbell)",),
    "overhead-press": ("Overhead Press (Barbell)", "Strict Military Press (Barbell)"),
    "db-shoulder-press": ("Shoulder Press (Dumbbell)", "Seated Overhead Press (Dumbbell)"),
    "lateral-raise": ("Lateral Raise (Dumbbell)",),
    "goblet-squat": ("Goblet Squat", "Goblet Squat (Kettlebell)"),
    "back-squat": ("Squat (Barbell)",),
    "leg-press": ("Leg Press", "Leg Press (Machine)"),
    "leg-curl": ("Seated Leg Curl (Machine)", "Lying Leg Curl (Machine)"),
    "calf-raise": ("Standing Calf Raise (Machine)",),
    # Endurance
    "rowing-erg": ("Rowing (Machine)", "Rowing Machine"),
    "elliptical": ("Elliptical Machine", "Elliptical Trainer"),
    "stationary-bike": ("Cycling (Indoor)",),
    "air-bike": ("Air Bike",),
    "swimming": ("Swimming",),
    "battle-ropes": ("Battle Ropes",),
}


def slug_for(name: str) -> str | None:
    """The slug of our exercise that Strong or Hevy call `name`; None where we have no such."""
    return SLUGS.get(_key(name))


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


SLUGS: dict[str, str] = {_key(name): slug for slug, names in _NAMES.items() for name in names}
