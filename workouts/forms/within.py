"""What the model's constraints say, said beside the field before the database has to."""

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q


class WithinConstraints:
    """A ModelForm whose numbers keep to the ranges of the model's constraints, in their words.

    Asking a constraint costs a query each; reading its bounds costs none. The database still
    has the last word.
    """

    def clean(self):
        given = super().clean()
        for constraint in self._meta.model._meta.constraints:
            if isinstance(constraint, CheckConstraint) and constraint.condition.connector == Q.AND:
                self._check(constraint)  # what may be this or that is the form's own to say
        return given

    def validate_constraints(self):
        """Done by clean()."""

    def _check(self, constraint):
        for condition, bounds in constraint.condition.children:
            name, _, lookup = condition.partition("__")
            value = self.cleaned_data.get(name)
            if value is not None and not _holds(lookup, value, self._resolved(bounds)):
                self.add_error(name, ValidationError(constraint.violation_error_message))

    def _resolved(self, bounds):
        """A bound may be another field: F("reps_high")."""
        return self.cleaned_data.get(bounds.name) if hasattr(bounds, "name") else bounds


def _holds(lookup, value, bounds):
    if bounds is None:
        return True
    if lookup == "range":
        return bounds[0] <= value <= bounds[1]
    if lookup == "lte":
        return value <= bounds
    return lookup != "gte" or value >= bounds
