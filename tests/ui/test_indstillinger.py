"""What the product stands on in Streamlit: its settings, and two things that are hidden there and could vanish with an
update."""

import tomllib
from types import SimpleNamespace

import pytest
from streamlit import config
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.scriptrunner import ScriptRunContext
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from tests.e2e.server import ROOT
from ui import vej


@pytest.fixture(scope="module")
def settings() -> dict[str, object]:
    """What .streamlit/config.toml says, as "section.option"."""
    with open(ROOT / ".streamlit" / "config.toml", "rb") as fil:
        afsnit = tomllib.load(fil)
    return {
        f"{navn}.{valg}": vaerdi
        for navn, valgene in afsnit.items()
        for valg, vaerdi in valgene.items()
        if not isinstance(vaerdi, dict)
    }


@pytest.mark.parametrize(
    ("navn", "vaerdi"),
    [
        # a full garbage collection after every rerun took 62 pct. of a busy server
        ("runner.postScriptGC", False),
        ("server.fileWatcherType", "none"),
        ("server.headless", True),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        # the welcome message asks another machine for this one's address
        ("logger.hideWelcomeMessage", True),
    ],
)
def test_a_setting_is_made_and_streamlit_knows_it(settings, navn, vaerdi):
    assert settings[navn] == vaerdi
    assert navn in config._config_options_template
    assert config.get_option(navn) == vaerdi, "the file must be read from the project's folder"


def test_streamlit_knows_every_setting(settings):
    """A misspelt option is silently ignored."""
    assert [navn for navn in settings if navn not in config._config_options_template] == []


def test_streamlit_still_collects_garbage_where_the_option_is_asked_for():
    """The option is of no use when the code that asks for it has moved."""
    from pathlib import Path

    from streamlit.runtime.scriptrunner import script_runner

    assert 'get_option("runner.postScriptGC")' in Path(script_runner.__file__).read_text(encoding="utf-8")


def test_streamlit_still_tells_of_the_browsers_back(monkeypatch):
    """On its way from the browser: the message, what asks for a run, and the run that `ui/vej.py` reads it in."""
    uden = [
        en.__name__
        for en, felter in (
            (ClientState, ClientState.DESCRIPTOR.fields_by_name),
            (RerunData, RerunData.__dataclass_fields__),
            (ScriptRunContext, ScriptRunContext.__dataclass_fields__),
        )
        if vej.TILBAGE not in felter
    ]
    assert uden == [], (
        f"Streamlit no longer has {vej.TILBAGE} in {uden}: ui/vej.py cannot tell Back from a click that came late, "
        "and within five seconds of a choice Back and the menu's links do nothing. Find what it is called now."
    )
    for svar in (True, False):
        monkeypatch.setattr(vej, "get_script_run_ctx", lambda svar=svar: SimpleNamespace(**{vej.TILBAGE: svar}))
        assert vej.went_back() is svar
