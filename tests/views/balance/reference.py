"""The specification's own step, for tests: one area, one year at a time. Plain numbers, no database, no Streamlit."""

from dataclasses import dataclass, field


@dataclass
class Kohorte:
    """The offers, or the takeovers, of one year. klinik: the year it became a clinic -> places that still are one."""

    aar: int
    udbudt: float
    aabne: float
    besat: float = 0.0
    konverteret: float = 0.0
    trukket: float = 0.0
    klinik: dict = field(default_factory=dict)

    def rest(self):
        """Must be 0: nothing is lost."""
        return self.udbudt - self.aabne - self.besat - self.konverteret - self.trukket - sum(self.klinik.values())


@dataclass
class Stand:
    """laeger: P. nye, overtagelser: cohorts of new offers and of takeovers."""

    laeger: float
    ledige_laeger: float = 0.0
    nye: list = field(default_factory=list)
    overtagelser: list = field(default_factory=list)

    def aabne(self):
        return sum(k.aabne for k in self.nye)

    def klinik(self):
        return sum(sum(k.klinik.values()) for k in self.nye + self.overtagelser)


def faerdige(hu, aar, lag=5.0, c=0.95):
    """G."""
    n = int(lag)
    return c * sum(vaegt * hu[aar - nr] for nr, vaegt in ((n, 1 - (lag - n)), (n + 1, lag - n)) if vaegt)


ORDEN = ("overtagelser", "konvertering", "nye")


def skridt(s, aar, D, X, N, rho_n=0.5, rho_r=1.0, tau=2, zeta=0.0, vent=1.0, orden=ORDEN):
    """A year: `s` is changed, and what happened is handed back."""
    if N:
        s.nye.append(Kohorte(aar, N, N))
    overtag = Kohorte(aar, X, X)
    s.overtagelser.append(overtag)
    mistet = (1 - vent) * s.ledige_laeger
    raadig = s.ledige_laeger - mistet + D
    f = dict.fromkeys(ORDEN, 0.0)

    def tag(hvad, plads):
        nonlocal raadig
        n = min(raadig, plads)
        raadig -= n
        f[hvad] += n
        return n

    for hvad in orden:
        if hvad == "overtagelser":
            n = tag(hvad, overtag.aabne)
            overtag.aabne -= n
            overtag.besat += n
        elif hvad == "nye":
            for k in s.nye:
                n = tag(hvad, k.aabne)
                k.aabne -= n
                k.besat += n
        else:
            alle = ((v, k) for k in s.nye + s.overtagelser for v in k.klinik if aar - v >= tau)
            for v, k in sorted(alle, key=lambda par: (par[0], par[1].aar)):
                n = tag(hvad, k.klinik[v])
                k.klinik[v] -= n
                k.konverteret += n
    ubesat_r = overtag.aabne
    q_r = rho_r * ubesat_r
    if q_r:
        overtag.klinik[aar] = q_r
    overtag.trukket, overtag.aabne = ubesat_r - q_r, 0.0
    q = z = 0.0
    for k in s.nye:
        if k.aar < aar:
            dq = rho_n * k.aabne
            dz = zeta * (k.aabne - dq)
            if dq:
                k.klinik[aar] = k.klinik.get(aar, 0.0) + dq
            k.aabne -= dq + dz
            k.trukket += dz
            q, z = q + dq, z + dz
    s.ledige_laeger = raadig
    s.laeger += -X + sum(f.values())
    return f | {"lukket": ubesat_r - q_r, "udbud_til_klinik": q, "overtagelse_til_klinik": q_r, "trukket": z}
