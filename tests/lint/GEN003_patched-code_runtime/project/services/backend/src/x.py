from framework.runtime import controllers


def anything(protocol: type, found: type) -> list[str]:
    return []


controllers.misfits = anything
