"""Which of the choices a View takes notice of; the others go along and change nothing."""


def parameters(visning: str) -> tuple[str, ...]:
    return ()
