from telethon import TelegramClient
def f(c: TelegramClient): c.add_event_handler(print)
