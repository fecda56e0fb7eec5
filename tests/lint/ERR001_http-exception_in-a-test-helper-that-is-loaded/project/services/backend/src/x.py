from services.backend.tests.kit import refuse

refuse()
