from django.apps import AppConfig


class BackgymConfig(AppConfig):
    name = "backgym"

    def ready(self):
        from backgym import checks  # noqa: F401 (registers itself)
