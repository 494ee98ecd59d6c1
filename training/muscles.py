"""Which volume group and which region of the back each muscle counts towards.

Keys are the names of muscles in the catalogue. The two parts of serratus posterior are
left out on purpose: they help breathing and earn no set credit (our rule).
"""

from typing import Literal

type Region = Literal["upper", "mid", "lats", "lower", "arms", "other"]

REGIONS: tuple[Region, ...] = ("upper", "mid", "lats", "lower", "arms", "other")

_MUSCLES: dict[str, tuple[str, Region]] = {
    "latissimus_dorsi": ("lats", "lats"),
    "teres_major": ("lats", "lats"),
    "trapezius_upper": ("upper_traps", "upper"),
    "trapezius_middle": ("mid_back", "mid"),
    "trapezius_lower": ("mid_back", "mid"),
    "rhomboid_major": ("mid_back", "mid"),
    "rhomboid_minor": ("mid_back", "upper"),
    "levator_scapulae": ("upper_traps", "upper"),
    "deltoid_posterior": ("rear_delts", "upper"),
    "deltoid_lateral": ("side_delts", "other"),
    "deltoid_anterior": ("front_delts", "other"),
    "infraspinatus": ("rotator_cuff", "upper"),
    "teres_minor": ("rotator_cuff", "upper"),
    "supraspinatus": ("rotator_cuff", "upper"),
    "subscapularis": ("rotator_cuff", "other"),
    "serratus_anterior": ("serratus", "other"),
    "erector_spinae": ("lower_back", "lower"),
    "iliocostalis": ("lower_back", "lower"),
    "longissimus": ("lower_back", "lower"),
    "spinalis": ("lower_back", "lower"),
    "multifidus": ("lower_back", "lower"),
    "quadratus_lumborum": ("lower_back", "lower"),
    "neck_extensors": ("neck", "upper"),
    "biceps_brachii": ("biceps", "arms"),
    "brachialis": ("biceps", "arms"),
    "brachioradialis": ("forearms", "arms"),
    "forearm_flexors": ("forearms", "arms"),
    "forearm_extensors": ("forearms", "arms"),
    "triceps_brachii": ("triceps", "arms"),
    "pectoralis_major": ("chest", "other"),
    "gluteus_maximus": ("glutes", "other"),
    "gluteus_medius": ("glutes", "other"),
    "hamstrings": ("hamstrings", "other"),
    "adductor_magnus": ("adductors", "other"),
    "quadriceps": ("quads", "other"),
    "calves": ("calves", "other"),
    "rectus_abdominis": ("abs", "other"),
    "obliques": ("abs", "other"),
    "transversus_abdominis": ("abs", "other"),
    "hip_flexors": ("hip_flexors", "other"),
}

VOLUME_GROUP: dict[str, str] = {muscle: group for muscle, (group, _) in _MUSCLES.items()}
REGION: dict[str, Region] = {muscle: region for muscle, (_, region) in _MUSCLES.items()}
