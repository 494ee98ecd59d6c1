"""Rows as Strong and Hevy export them."""

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def strong(name="Deadlift (Barbell)", order=1, load="100", day="2024-01-02", at="18:05:00", **more):
    row = {"reps": 5, "distance": 0, "seconds": 0, "notes": "", "rpe": ""} | more
    return (
        f'{day} {at},"Evening",1h 5m,"{name}",{order},{load},{row["reps"]},{row["distance"]},'
        f'{row["seconds"]},"{row["notes"]}","legs",{row["rpe"]}\n'
    )


def hevy(name, index, superset="", kind="normal", load="20", reps="10", **more):
    row = {"start": "15 Sep 2025, 07:48", "end": "15 Sep 2025, 09:13", "seconds": ""} | more
    return (
        f'"Pull","{row["start"]}","{row["end"]}","","{name}",{superset},"",{index},"{kind}",'
        f"{load},{reps},,{row['seconds']},\n"
    )
