"""A session of the dashboard over Streamlit's own websocket protocol, as a browser speaks it, without a browser.

Cheap enough to drive hundreds of them beside the server on two cores: a reply is read once, from protobuf, and only
widgets, the address and what went wrong are kept.
"""

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from views.faelles.stavning import area_code

REPLY_SECONDS = 60


class ScriptError(Exception):
    """The page answered with an error, or did not finish."""


@dataclass(frozen=True)
class Reply:
    """What one run of the script sent: seconds until it was finished, bytes of all messages, and how many."""

    seconds: float
    bytes: int
    messages: int


@dataclass
class Choice:
    """A select box: its id, what can be chosen, and what is."""

    widget_id: str
    options: list[str]
    value: str


@dataclass
class Session:
    """One tab. Use as `async with Session(port, "kort", "niveau=region")`."""

    port: int
    page: str
    query: str = ""
    choices: dict[str, Choice] = field(default_factory=dict)
    alerts: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    tabs: dict[str, str] = field(default_factory=dict)
    _open_tabs: dict[str, str] = field(default_factory=dict)
    _socket: ClientConnection | None = None
    _page_hash: str = ""
    _cached: list[list[str]] = field(default_factory=lambda: [[], []])

    async def __aenter__(self):
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],
            compression=None,
            max_size=None,
            proxy=None,
            open_timeout=REPLY_SECONDS,
            ping_interval=None,
        )
        return self

    async def __aexit__(self, *_):
        await self._socket.close()

    async def open(self) -> Reply:
        """The first run: the page by its name, as when its address was typed."""
        return await self._run({})

    async def choose(self, navn: str, label: str) -> Reply:
        """Choose in a select box; everything else is sent as it stands, as a browser does."""
        if navn == "omraade" and navn not in self.choices:
            # the search is a component: its choice is a new address, with all codes in it
            koder = dict(parse_qsl(self.query)) | {navn: area_code(label)}
            self.query = urlencode(koder)
            return await self._run_with_choices()
        self.choices[navn].value = label
        return await self._run_with_choices()

    async def open_tab(self, noegle: str, navn: str) -> Reply:
        """Open a tab of the row of tabs with that key, as a click on it does; it stays open."""
        self._open_tabs[self.tabs[noegle]] = navn
        return await self._run_with_choices()

    async def _run_with_choices(self) -> Reply:
        valgte = {en.widget_id: en.value for en in self.choices.values() if en.value}
        return await self._run(valgte | self._open_tabs)

    async def _run(self, widgets: dict[str, str]) -> Reply:
        begyndt = time.perf_counter()
        await self._socket.send(self._request(widgets))
        async with asyncio.timeout(REPLY_SECONDS):
            antal, i_alt, fejl = await self._read_reply()
        sekunder = time.perf_counter() - begyndt
        if fejl:
            raise ScriptError(fejl)
        return Reply(sekunder, i_alt, antal)

    def _request(self, widgets: dict[str, str]) -> bytes:
        besked = BackMsg()
        rerun = besked.rerun_script
        rerun.query_string = self.query
        for widget_id, vaerdi in widgets.items():
            rerun.widget_states.widgets.add(id=widget_id, string_value=vaerdi)
        if self._page_hash:
            rerun.page_script_hash = self._page_hash
        else:
            rerun.page_name = self.page
        rerun.cached_message_hashes.extend(en for koersel in self._cached for en in koersel)
        rerun.context_info.timezone = "Europe/Copenhagen"
        rerun.context_info.timezone_offset = -60
        rerun.context_info.locale = "da-DK"
        rerun.context_info.url = f"http://127.0.0.1:{self.port}/{self.page}"
        rerun.context_info.color_scheme = "light"
        return besked.SerializeToString()

    async def _read_reply(self) -> tuple[int, int, str]:
        """Until the script has finished: number of messages, their bytes, and what the page says went wrong."""
        antal = i_alt = 0
        fejl = ""
        self._cached = [self._cached[-1], []]
        self.choices, self.alerts, self.sizes, self.tabs = {}, [], {}, {}
        while True:
            raa = await self._socket.recv()
            antal += 1
            i_alt += len(raa)
            besked = ForwardMsg.FromString(raa)
            slags = besked.WhichOneof("type")
            if slags == "delta":
                slags, fejl = self._read_element(besked, len(raa), fejl)
            elif slags == "page_info_changed":
                self.query = besked.page_info_changed.query_string
            elif slags == "navigation":
                self._page_hash = besked.navigation.page_script_hash
            elif slags == "ref_hash":
                self._cached[-1].append(besked.ref_hash)
            elif slags == "script_finished":
                if besked.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    fejl = fejl or ForwardMsg.ScriptFinishedStatus.Name(besked.script_finished)
                return antal, i_alt, fejl
            self.sizes[slags] = self.sizes.get(slags, 0) + len(raa)

    def _read_element(self, besked: ForwardMsg, antal_bytes: int, fejl: str) -> tuple[str, str]:
        delta = besked.delta
        if besked.metadata.cacheable:
            self._cached[-1].append(besked.hash)
        slags = delta.WhichOneof("type")
        if slags == "add_block" and delta.add_block.tab_container.id:
            widget_id = delta.add_block.tab_container.id
            self.tabs[widget_id.rsplit("-", 1)[-1]] = widget_id
        if slags != "new_element":
            return slags, fejl
        element = delta.new_element
        slags = element.WhichOneof("type")
        if slags == "selectbox":
            boks = element.selectbox
            navn = boks.id.rsplit("-", 1)[-1].removeprefix("_")
            standard = boks.options[boks.default] if boks.HasField("default") else ""
            valgt = boks.raw_value if boks.set_value else standard
            self.choices[navn] = Choice(boks.id, list(boks.options), valgt)
        elif slags == "alert":
            self.alerts.append(element.alert.body)
            if element.alert.format == Alert.ERROR:
                fejl = fejl or element.alert.body
        elif slags == "exception":
            fejl = fejl or f"{element.exception.type}: {element.exception.message}"
        return slags, fejl
