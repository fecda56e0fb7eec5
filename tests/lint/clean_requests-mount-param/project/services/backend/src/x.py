def tune(session, adapter):
    session.mount('https://', adapter)
