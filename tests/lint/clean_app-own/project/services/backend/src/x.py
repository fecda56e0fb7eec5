class App:
    def get(self, path): return lambda f: f
    def mount(self, x): ...
app = App()
app.get("/x")
app.mount(1)
