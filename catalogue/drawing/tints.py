"""Which zone of the figure a muscle is, and in which colour it is tinted."""

from collections.abc import Iterable, Mapping

# Zone of the figure: the muscles in it, and the colour of the region (as on the muscle map).
ZONES: dict[str, tuple[str, str]] = {
    "traps": ("upper", "trapezius-upper levator-scapulae neck-extensors rhomboid-minor"),
    "rear-shoulder": ("rear", "deltoid-posterior infraspinatus teres-minor supraspinatus"),
    "mid": ("mid", "trapezius-middle trapezius-lower rhomboid-major"),
    "lats": ("lats", "latissimus-dorsi teres-major"),
    "lower": ("lower", "erector-spinae iliocostalis longissimus spinalis multifidus"
              " quadratus-lumborum"),
    "biceps": ("arms", "biceps-brachii brachialis"),
    "triceps": ("arms", "triceps-brachii"),
    "forearm": ("arms", "brachioradialis forearm-flexors forearm-extensors"),
    "shoulder": ("other", "deltoid-anterior deltoid-lateral"),
    "chest": ("other", "pectoralis-major serratus-anterior"),
    "core": ("other", "rectus-abdominis obliques transversus-abdominis hip-flexors"),
    "glutes": ("other", "gluteus-maximus gluteus-medius"),
    "hamstrings": ("other", "hamstrings adductor-magnus"),
    "quads": ("other", "quadriceps"),
    "calves": ("other", "calves"),
}  # fmt: skip

Tints = Mapping[str, str]


def tints(primary: Iterable[str], secondary: Iterable[str]) -> Tints:
    """The class for each zone that is trained: strong for main muscles, lighter for helpers."""
    strong, light = set(primary), set(secondary)
    found = {}
    for zone, (region, muscles) in ZONES.items():
        here = set(muscles.split())
        if here & strong:
            found[zone] = f"pk-{region}"
        elif here & light:
            found[zone] = f"pk-{region}-soft"
    return found
