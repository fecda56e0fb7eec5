from services.backend.tests.helper import r
