from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_walls")]

    operations = [
        migrations.AddField(
            "trainingprofile", "has_stated_limits", models.BooleanField(default=False)
        ),
    ]
