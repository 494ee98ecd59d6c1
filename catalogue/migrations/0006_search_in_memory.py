"""Names are folded where they are searched, in memory; the database keeps no copy of them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0005_edition")]
    operations = [
        migrations.RemoveField(model_name="exercise", name="folded"),
        migrations.RemoveField(model_name="exercisealias", name="folded"),
    ]
