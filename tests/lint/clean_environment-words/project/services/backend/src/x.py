from dataclasses import dataclass, field


@dataclass
class Environment:
    variables: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        return self.variables[name]


environ = Environment()
config = {"MAIL_KEY": "x"}
KEY = environ.get("MAIL_KEY") + config["MAIL_KEY"]


def getenv(name: str) -> str:
    return name


OTHER = getenv("MAIL_HOST")
