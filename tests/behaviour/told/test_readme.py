"""The app of the README tells what the README says of it."""

import json
import re
import subprocess
import sys

from tests.repository import ROOT

ASK = """
import asyncio, httpx2, sys, types
hello = types.ModuleType("hello")
exec(sys.stdin.read(), hello.__dict__)

async def ask():
    transport = httpx2.ASGITransport(app=hello.app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        assert (await client.get("/greetings/ada?password=1815-enchantress")).json() == "Hello, ada"
        assert (await client.get("/metrics")).status_code == 200

asyncio.run(ask())
"""
LEFT_OUT = {"timestamp", "request_id", "trace_id", "span_id", "duration"}


def test_it_tells_what_it_is_said_to() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition("## What a service tells about itself")[2].partition("\n## ")[0]
    script, told = re.findall(r"```(?:python|json)\n(.*?)```", section, re.DOTALL)
    done = subprocess.run((sys.executable, "-c", ASK), input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(LEFT_OUT - {"duration"} <= line.keys() for line in lines)
    short = [{name: value for name, value in line.items() if name not in LEFT_OUT} for line in lines]
    assert short == [json.loads(line) for line in told.splitlines()]
