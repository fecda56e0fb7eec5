from fastmcp import FastMCP
m = FastMCP('x')
