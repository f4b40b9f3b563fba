"""Answers are made once, however many ask at a time, and what is kept never fills more than its room."""

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.adresser.lager import Lager, Svar
from tests.loeb import run


def answer(antal: int, status: int = 200) -> Svar:
    return Svar(status, b"x" * antal, None, b"", ())


def test_many_who_ask_at_once_wait_for_one():
    lavet = []

    async def ask_all() -> list[Svar]:
        lager, svar = Lager(), []

        async def make() -> Svar:
            lavet.append(1)
            await anyio.lowlevel.checkpoint()
            return answer(10)

        async def ask() -> None:
            svar.append(await lager.get("a", make))

        async with anyio.create_task_group() as opgaver:
            for _ in range(200):
                opgaver.start_soon(ask)
        return svar

    svar = run(ask_all)
    assert len(svar) == 200 and len({id(en) for en in svar}) == 1 and lavet == [1]


def test_what_fails_is_told_to_all_and_asked_again():
    forsoeg = []

    async def scene() -> None:
        lager = Lager()

        async def fail() -> Svar:
            forsoeg.append(1)
            raise ValueError("nej")

        for _ in range(2):
            with pytest.raises(ValueError, match="nej"):
                await lager.get("a", fail)

        async def refuse() -> Svar:
            forsoeg.append(1)
            return answer(5, 404)

        await lager.get("b", refuse)
        assert lager.kept("b") is None

    run(scene)
    assert len(forsoeg) == 3


def test_who_leaves_takes_the_answer_from_nobody():
    async def scene() -> None:
        lager, begyndt, videre = Lager(), anyio.Event(), anyio.Event()

        async def make() -> Svar:
            begyndt.set()
            await videre.wait()
            return answer(3)

        svar = []

        async def stay() -> None:
            svar.append(await lager.get("a", make))

        async with anyio.create_task_group() as alle:
            with anyio.CancelScope() as gaar:
                async with anyio.create_task_group() as den_ene:
                    den_ene.start_soon(lager.get, "a", make)
                    await begyndt.wait()
                    alle.start_soon(stay)
                    gaar.cancel()
            videre.set()
        assert len(svar) == 1 and lager.kept("a") is svar[0]

    run(scene)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 60)), max_size=40))
def test_the_room_is_never_overfilled_and_the_newest_stay(spurgt):
    async def scene() -> None:
        lager = Lager(stoerst=100)
        for navn, antal in spurgt:

            async def make(antal: int = antal) -> Svar:
                return answer(antal)

            svar = await lager.get(navn, make)
            assert lager.fyldt <= 100 and lager.kept(navn) is svar
            assert lager.fyldt == sum(en.stoerrelse for en in lager._svar.values())

    run(scene)
