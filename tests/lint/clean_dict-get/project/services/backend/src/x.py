d = {"get": 1}
d.get("get")
app = {}
app.get("/x")
