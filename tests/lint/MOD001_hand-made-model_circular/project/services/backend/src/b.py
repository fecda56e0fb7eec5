from services.backend.src import a
Base2 = a.Base
