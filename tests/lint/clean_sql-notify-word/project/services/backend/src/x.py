from sqlalchemy import text
q = text('SELECT notify FROM users')
