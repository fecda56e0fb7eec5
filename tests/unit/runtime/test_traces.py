"""Traces: off where nothing asks for them, refused where they could not be sent, clean where they are."""

import json
import subprocess
import sys
import time

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Status, StatusCode

from framework.runtime import traces
from framework.runtime.context import entered, ids, inject
from framework.runtime.redaction import MASK, Redactor, remember
from framework.runtime.settings import StartRefused

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
OFF = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*traces.ENDPOINTS, *traces.PROTOCOLS, "OTEL_SDK_DISABLED", "OTEL_TRACES_EXPORTER"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_collector_nothing_is_on() -> None:
    assert traces.telemetry(Redactor()) == OFF
    traces.close(traces.telemetry(Redactor()))


@pytest.mark.parametrize(("name", "value"), [("OTEL_SDK_DISABLED", "true"), ("OTEL_TRACES_EXPORTER", "none")])
def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(ENDPOINT, "http://127.0.0.1:1")
    monkeypatch.setenv(name, value)
    assert traces.telemetry(Redactor()) == OFF


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (ENDPOINT, "collector:4318", f"{ENDPOINT} must be a URL such as http://collector:4318"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf"),
    ],
)
def test_what_cannot_be_sent_stops_the_start(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    monkeypatch.setenv(ENDPOINT, "http://127.0.0.1:1")
    monkeypatch.setenv(name, value)
    with pytest.raises(StartRefused, match=told):
        traces.telemetry(Redactor())


def test_a_missing_extra_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENDPOINT, "http://user:hush@127.0.0.1:1")
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(StartRefused, match=r"install `autogen-spec\[telemetry\]` or unset it") as refused:
        traces.telemetry(Redactor())
    assert "hush" not in str(refused.value)


def span(**attributes: str | list[str]) -> ReadableSpan:
    """One that tells all it can, as its exporter is given it."""
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with provider.get_tracer("ours").start_as_current_span("for Countess") as made:
        made.set_attributes({name.replace("__", "."): value for name, value in attributes.items()})
        made.add_event("told", {"exception.message": "of Countess", "exception.type": "KeyError", "password": "x"})
        made.set_status(Status(StatusCode.ERROR, "no Countess"))
    (found,) = exporter.get_finished_spans()
    return found


def test_a_span_is_cleaned_in_all_its_parts() -> None:
    with entered({}):
        remember("Countess")
        made = span(
            url__path="/a/b", url__query="x=y", url__full="https://u:p@other:8443/a?b=c", http__route="/a/{b}",
            http__request__header__authorization="x", db__query__text="select 'Countess'", n="ada@example.com",
            list=["Countess", "b"],
        )  # fmt: skip
        found = traces.cleaned(made, Redactor())
    assert dict(found.attributes or {}) == {
        "url.full": "https://other:8443", "http.request.header.authorization": MASK,
        "db.query.text": f"select '{MASK}'", "list": (MASK, "b"), "http.route": "/a/{b}", "n": MASK,
    }  # fmt: skip
    assert found.name == f"for {MASK}"
    assert found.status.description == f"no {MASK}"
    assert [dict(event.attributes or {}) for event in found.events] == [
        {"exception.message": f"of {MASK}", "exception.type": "KeyError", "password": MASK}
    ]
    assert "Countess" not in found.to_json()
    assert json.loads(found.to_json())["context"] == json.loads(made.to_json())["context"]


def test_a_span_of_our_own_is_what_is_handed_on() -> None:
    with entered({}) as context, TracerProvider().get_tracer("ours").start_as_current_span("one") as made:
        headers: dict[str, str] = {}
        inject(headers)
        own = made.get_span_context()
        assert headers["traceparent"] == f"00-{own.trace_id:032x}-{own.span_id:016x}-{own.trace_flags:02x}"
        assert ids() == {
            "request_id": context.request_id, "trace_id": f"{own.trace_id:032x}", "span_id": f"{own.span_id:016x}",
        }  # fmt: skip


def test_a_message_belongs_to_the_trace_of_its_sender() -> None:
    tracer, headers = TracerProvider().get_tracer("ours"), dict[str, str]()
    with entered({}), tracer.start_as_current_span("sends") as sender:
        request = ids()["request_id"]
        inject(headers)
    with traces.joined({name.title(): value for name, value in headers.items()}):
        sent = sender.get_span_context()
        assert ids() == {"request_id": request, "trace_id": f"{sent.trace_id:032x}", "span_id": f"{sent.span_id:016x}"}
        with tracer.start_as_current_span("reads") as reader:
            assert isinstance(reader, ReadableSpan)
            assert reader.parent is not None
            assert (reader.parent.trace_id, reader.parent.span_id) == (sent.trace_id, sent.span_id)
    assert ids() == {}


def test_a_message_has_ids_without_the_sdk_too() -> None:
    with traces.joined({"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}):
        assert ids()["trace_id"] == "0af7651916cd43dd8448eb211c80319c"
    with traces.joined({}):
        assert set(ids()) == {"request_id", "trace_id", "span_id"}


def test_a_collector_that_is_gone_holds_up_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(TracerProvider):
        def force_flush(self, timeout_millis: int = 0) -> bool:
            time.sleep(2)
            return False

    monkeypatch.setattr(traces, "_PATIENCE", 0.05)
    began = time.perf_counter()
    traces.close({"tracer_provider": Gone(shutdown_on_exit=False)})
    assert time.perf_counter() - began < 1


LOADED = """
import sys
from types import SimpleNamespace
from fastapi import FastAPI
from framework.runtime import entry, logs, metrics, traces
redactor = logs.configure(SimpleNamespace())
app = FastAPI(telemetry=traces.telemetry(redactor))
entry.install(app, (), metrics.install(app, SimpleNamespace(metrics=False)))
print([name for name in sys.modules if name.startswith(("opentelemetry.sdk", "opentelemetry.exporter", "prometheus"))])
"""


def test_what_is_off_is_not_loaded() -> None:
    done = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
