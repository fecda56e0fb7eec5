import ast, re
x = ast.literal_eval("1")
y = re.compile("x")
z = eval("1 + 1")
