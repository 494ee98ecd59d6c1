"""Accounts for staff: who may train others, who curates. No journal, no password, no removal."""

from django.contrib import admin
from django.utils import timezone

from accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ["email", "name", "is_a_trainer", "is_staff", "is_active", "date_joined"]
    list_filter = ["is_staff", "is_active", ("trainer_since", admin.EmptyFieldListFilter)]
    search_fields = ["email", "name"]
    fields = ["email", "name", "trainer_since", "is_staff", "is_active", "groups"]
    readonly_fields = ["email", "name"]
    filter_horizontal = ["groups"]
    ordering = ["-date_joined"]
    actions = ["make_trainers", "end_training_others"]

    @admin.display(description="trainer", boolean=True, ordering="trainer_since")
    def is_a_trainer(self, user):
        return user.is_trainer

    @admin.action(description="Let them train others", permissions=["change"])
    def make_trainers(self, request, people):
        made = people.filter(trainer_since=None).update(trainer_since=timezone.now())
        self.message_user(request, f"{made} more may train others.")

    @admin.action(description="Let them no longer train others", permissions=["change"])
    def end_training_others(self, request, people):
        ended = people.exclude(trainer_since=None).update(trainer_since=None)
        self.message_user(request, f"{ended} no longer train others.")

    def has_add_permission(self, request):
        return False  # people sign up themselves

    def has_delete_permission(self, request, obj=None):
        return False
