from services.tg_bot.src.generated.clients import backend

CLIENT = backend.BackendClient
