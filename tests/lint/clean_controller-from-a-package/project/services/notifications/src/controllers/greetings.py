from greeterlib import Greeter

from services.notifications.src.generated.protocols import GreetingsControllerProtocol


class GreetingsController(Greeter, GreetingsControllerProtocol):
    """What it greets with comes from a package."""
