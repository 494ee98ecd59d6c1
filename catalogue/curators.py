"""Curators: people who look after everybody's catalogue, in the admin site and under /curate/."""

from django.contrib.auth.models import Group, Permission

MODELS = (
    "equipment exercise exercisealias exerciselimitation exercisemuscle limitation muscle pattern"
).split()


def make_curator(user):
    """Let `user` into the admin site, to change the catalogue and nothing else."""
    group, _ = Group.objects.get_or_create(name="Curators")
    group.permissions.set(
        Permission.objects.filter(
            content_type__app_label="catalogue", content_type__model__in=MODELS
        )
    )
    user.groups.add(group)
    user.is_staff = True
    user.save(update_fields=["is_staff"])
