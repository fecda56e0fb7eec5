from services.notifications.src.generated.protocols import GreetingsControllerProtocol


class GreetingsController(GreetingsControllerProtocol): ...
