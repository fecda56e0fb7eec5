from services.backend.src.generated.app import create_app
app = create_app()
if __name__ == "__main__":
    import uvicorn
    uvicorn.run("services.backend.src.main:app", port=8000)
