from services.backend.tests.models import A
