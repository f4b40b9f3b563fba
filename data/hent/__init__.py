"""Official sources by a command, never at run time: python -m data.hent dst|sor (docs/kilder.md).

`transport.py` is the one way out. `statbank.py` asks Statistics Denmark, `svar.py` reads its answers, `dst.py` makes
figures of them; `sorfil.py` and `sor.py` do the same with the register of health organisations. `omraader.py` says
whether an answer is about exactly the 98 kommuner. `udkast.py` shows what would change and replaces all files or none.
"""
