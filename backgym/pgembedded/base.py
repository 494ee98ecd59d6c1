from django.conf import settings
from django.db.backends.postgresql import base

from backgym import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self):
        home = settings.VAR / "postgres"
        self.settings_dict.update(embedded.ensure(home, self.settings_dict["NAME"]))
        return super().get_connection_params()
