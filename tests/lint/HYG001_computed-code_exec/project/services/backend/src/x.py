exec("from pydantic import BaseModel")
