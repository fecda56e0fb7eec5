import logging
log = logging.getLogger(__name__)
log.info("x %s", 1)
