"""The secretariat's own data: templates, import with a preview, versions. See docs/indlaesning.md.

forslag = propose([Fil("udbud.xlsx", indhold)], i_dag=i_dag)    # changes nothing
if forslag.kan_indlaeses:
    version = load(forslag, hvem="Anne", nu=nu)                 # in use from then on
go_back(version.nr - 1, nu=nu)
"""

from data.indlaes.fejlfil import with_errors
from data.indlaes.fil import Fil
from data.indlaes.forslag import Forslag, propose
from data.indlaes.fund import Fund
from data.indlaes.registre import REGISTRE
from data.indlaes.sammenlign import Sammenligning, compare
from data.indlaes.skabelon import capacity_template, filled_template, template, template_csv
from data.indlaes.skift import IndlaesFejl, go_back, load
from data.laas import Optaget
from data.pegepind import VersionFejl, read_pointer
from data.registre import ARK, Register
from data.versioner import Fundet, Version, all_versions, current, versions

__all__ = [
    "ARK",
    "REGISTRE",
    "Fil",
    "Forslag",
    "Fund",
    "Fundet",
    "IndlaesFejl",
    "Optaget",
    "Register",
    "Sammenligning",
    "Version",
    "VersionFejl",
    "all_versions",
    "capacity_template",
    "compare",
    "current",
    "filled_template",
    "go_back",
    "load",
    "propose",
    "read_pointer",
    "template",
    "template_csv",
    "versions",
    "with_errors",
]
