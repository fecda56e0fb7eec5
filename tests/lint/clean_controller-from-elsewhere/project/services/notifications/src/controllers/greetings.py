from services.notifications.src.greeting import GreetingsController

__all__ = ["GreetingsController"]
