from services.notifications.src.base import Greeter
from services.notifications.src.generated.protocols import GreetingsControllerProtocol


class GreetingsController(Greeter, GreetingsControllerProtocol):
    """All from above."""
