from fastapi.exceptions import HTTPException as Fault
