from services.backend.src.reading import variable

KEY = variable("MAIL_KEY")
