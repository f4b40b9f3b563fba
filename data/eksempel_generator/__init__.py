"""The parts of the generator behind `python -m data.eksempel`: one module per register, standard library only."""
