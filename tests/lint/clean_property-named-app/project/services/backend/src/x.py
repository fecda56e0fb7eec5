class S:
    @property
    def app(self): return self
    def get(self, p): return p
S().app.get("/x")
