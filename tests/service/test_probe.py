"""The health probe of containers."""

import pytest

from service import probe
from tests.service.conftest import RunningServer


def test_probe_passes_while_the_service_takes_calls(running: RunningServer) -> None:
    assert probe.main([running.address]) == 0
    assert probe.main([running.address, "--service", "cameo.coder.v1.CoderService"]) == 0


def test_probe_asks_the_server_of_its_environment(running: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMEO_CODER_PORT", str(running.server.port))
    assert probe.main([]) == 0


def test_probe_fails_with_the_reason(running: RunningServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert probe.main(["127.0.0.1:1", "--timeout", "1"]) == 1
    assert "UNAVAILABLE" in capsys.readouterr().err
    assert probe.main([running.address, "--service", "no.such.Service"]) == 1
    assert "NOT_FOUND" in capsys.readouterr().err
