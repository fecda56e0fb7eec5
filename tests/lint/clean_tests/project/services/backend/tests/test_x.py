import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
class A(BaseModel): x: int
@pytest.fixture
def app():
    return FastAPI()
def test_a(app):
    assert TestClient(app).get("/x").status_code == 404
