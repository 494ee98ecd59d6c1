"""The catalogue's edition, and the triggers that renew it."""

import django.contrib.postgres.functions
from django.db import migrations, models

# Tables of everybody's words, and tables in which only rows of everybody's exercises count.
WORDS = ["catalogue_muscle", "catalogue_pattern", "catalogue_equipment", "catalogue_limitation"]
PARTS = {
    "catalogue_exercisealias": "exercise_id",
    "catalogue_exercisemuscle": "exercise_id",
    "catalogue_exerciselimitation": "exercise_id",
    "catalogue_exercise_equipment": "exercise_id",
    "catalogue_exercise_regressions": "from_exercise_id",
    "catalogue_exercise_progressions": "from_exercise_id",
}
RENEW = """
    INSERT INTO catalogue_edition (id, stamp) VALUES (1, gen_random_uuid())
    ON CONFLICT (id) DO UPDATE SET stamp = gen_random_uuid()
"""
EVENTS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def on_statement(table, function, argument="", rows=True):
    """A trigger for each event, as only so the changed rows may be named."""
    for event, which in EVENTS.items():
        changed = f"REFERENCING {which} TABLE AS changed" if rows else ""
        yield f"""
            CREATE TRIGGER edition_{event.lower()} AFTER {event} ON {table} {changed}
            FOR EACH STATEMENT EXECUTE FUNCTION {function}({argument})
        """


SQL = [
    f"""
    CREATE FUNCTION catalogue_renews() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {RENEW};
        RETURN NULL;
    END $$
    """,
    f"""
    CREATE FUNCTION catalogue_renews_by_exercise() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM changed WHERE member_id IS NULL) THEN
            {RENEW};
        END IF;
        RETURN NULL;
    END $$
    """,
    # The parts of an exercise that has gone need not count: it renewed the edition itself.
    f"""
    CREATE FUNCTION catalogue_renews_by_part() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        counts boolean;
    BEGIN
        EXECUTE format(
            'SELECT EXISTS (SELECT FROM changed JOIN catalogue_exercise ON '
            'catalogue_exercise.id = changed.%I WHERE catalogue_exercise.member_id IS NULL)',
            TG_ARGV[0]
        ) INTO counts;
        IF counts THEN
            {RENEW};
        END IF;
        RETURN NULL;
    END $$
    """,  # noqa: S608 - names of ours
    *[sql for table in WORDS for sql in on_statement(table, "catalogue_renews", rows=False)],
    *on_statement("catalogue_exercise", "catalogue_renews_by_exercise"),
    *[
        sql
        for table, column in PARTS.items()
        for sql in on_statement(table, "catalogue_renews_by_part", f"'{column}'")
    ],
    RENEW,
]


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_steps_above_nothing")]
    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stamp",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID()),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(pk=1), name="one_edition")
                ]
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
