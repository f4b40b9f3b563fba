"""The product runs on Windows too: what Unix alone has is asked for where it may be missing, text says its encoding."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_lag import FILER, ROD

PRODUKTET = [*FILER, ROD / "dashboard.py", ROD / "start.py", *sorted((ROD / "deploy").glob("*.py"))]
MODULER = {
    *("fcntl", "resource", "pwd", "grp", "spwd", "crypt", "termios", "tty", "pty", "syslog", "nis", "posix"),
    *("readline", "curses", "uvloop"),
}
# What Python's own documentation says is there on Unix only, as far as a program like this could want it.
KUN_UNIX = {
    "os": {
        *("fork", "forkpty", "killpg", "nice", "setsid", "setpgid", "setpgrp", "getpgid", "getpgrp", "getpriority"),
        *("getuid", "geteuid", "getgid", "getegid", "getgroups", "getresuid", "setuid", "seteuid", "setgid", "setegid"),
        *("setgroups", "initgroups", "wait", "wait3", "wait4", "waitid", "chown", "lchown", "fchown", "fchmod"),
        *("chroot", "mkfifo", "mknod", "getloadavg", "sysconf", "confstr", "pathconf", "statvfs", "fstatvfs", "sync"),
        *("fdatasync", "pread", "pwrite", "preadv", "pwritev", "readv", "writev", "sendfile", "splice", "uname"),
        *("ttyname", "openpty", "ctermid", "lockf", "memfd_create", "eventfd", "pidfd_open", "register_at_fork"),
        *("set_blocking", "getxattr", "setxattr", "sched_getaffinity", "sched_setaffinity", "posix_fadvise"),
        *("posix_fallocate", "posix_spawn", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_SYNC"),
    },
    "signal": {
        *("SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "SIGQUIT", "SIGPIPE", "SIGSTOP", "SIGCONT"),
        *("SIGTSTP", "SIGWINCH", "SIGXCPU", "alarm", "setitimer", "pause", "pthread_kill", "pthread_sigmask"),
        *("siginterrupt", "sigwait", "sigpending"),
    },
    "socket": {"AF_UNIX", "SO_REUSEPORT", "fromfd", "send_fds", "recv_fds", "CMSG_LEN"},
    "time": {"tzset", "clock_settime", "pthread_getcpuclockid"},
}
KUN_UNIX_VALG = {"preexec_fn", "start_new_session", "pass_fds", "umask"}
VAERN = (
    "os.name",
    "sys.platform",
    "platform.system",
    "hasattr",
    "ImportError",
    "AttributeError",
    "ModuleNotFoundError",
)


def nodes(knude: ast.AST, er_vaernet: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """Every node, and whether it stands where another system is thought of: in a condition about the system, or where
    it may be missing."""
    yield knude, er_vaernet
    proeve: list[ast.AST] = []
    if isinstance(knude, (ast.If, ast.IfExp)):
        proeve = [knude.test]
    elif isinstance(knude, ast.Try):
        proeve = [en.type for en in knude.handlers if en.type]
    elif isinstance(knude, ast.With):
        proeve = [en.context_expr for en in knude.items]
    er_vaernet |= any(ord_ in ast.unparse(en) for en in proeve for ord_ in VAERN)
    for barn in ast.iter_child_nodes(knude):
        yield from nodes(barn, er_vaernet)


def platform_bound(kode: str) -> list[str]:
    """What Unix alone has, and is asked for unguarded, as "line: name"."""
    fundet = []
    for knude, er_vaernet in nodes(ast.parse(kode)):
        if not er_vaernet:
            fundet += [f"{knude.lineno}: {navn}" for navn in _names(knude)]
    return fundet


def _names(knude: ast.AST) -> list[str]:
    match knude:
        case ast.Import():
            return [en.name for en in knude.names if en.name.split(".")[0] in MODULER]
        case ast.ImportFrom(module=str(modul)):
            if modul.split(".")[0] in MODULER:
                return [modul]
            return [f"{modul}.{en.name}" for en in knude.names if en.name in KUN_UNIX.get(modul, ())]
        case ast.Attribute(value=ast.Name(id=modul)) if knude.attr in KUN_UNIX.get(modul, ()):
            return [f"{modul}.{knude.attr}"]
        case ast.Call():
            valg = [en.arg for en in knude.keywords if en.arg in KUN_UNIX_VALG and "subprocess" in ast.unparse(knude)]
            return valg + (["add_signal_handler"] if ast.unparse(knude.func).endswith(".add_signal_handler") else [])
        case ast.Constant(value=str(tekst)) if tekst.startswith("/") and tekst.split("/")[1] in ("proc", "dev", "tmp"):
            return [tekst]
    return []


def without_encoding(kode: str) -> list[int]:
    """The lines that read or write text in whatever encoding the system has: on Windows that is not UTF-8."""
    return [
        knude.lineno
        for knude in ast.walk(ast.parse(kode))
        if isinstance(knude, ast.Call) and _is_text(knude) and "encoding" not in {en.arg for en in knude.keywords}
    ]


def _is_text(kald: ast.Call) -> bool:
    navn = getattr(kald.func, "attr", getattr(kald.func, "id", ""))
    hvor = kald.args[1:2] + [en.value for en in kald.keywords if en.arg == "mode"]
    if navn == "open" and isinstance(kald.func, ast.Name):
        return not any(isinstance(en, ast.Constant) and "b" in en.value for en in hvor)
    if navn in ("run", "Popen", "check_output"):
        return any(en.arg in ("text", "universal_newlines") for en in kald.keywords)
    # the first argument of read_text is the encoding, of write_text the second
    return navn == "read_text" and not kald.args or navn == "write_text" and len(kald.args) < 2


def formats_of_one_system(kode: str) -> list[int]:
    """The lines that write a date as "%-d", which Windows refuses."""
    fundet = []
    for knude in ast.walk(ast.parse(kode)):
        if isinstance(knude, ast.Call) and getattr(knude.func, "attr", "") == "strftime":
            fundet += [knude.lineno for en in knude.args if "%-" in ast.unparse(en) or "%e" in ast.unparse(en)]
        elif isinstance(knude, ast.FormattedValue) and knude.format_spec and "%-" in ast.unparse(knude.format_spec):
            fundet.append(knude.lineno)
    return fundet


@pytest.mark.parametrize("regel", [platform_bound, without_encoding, formats_of_one_system])
def test_nothing_holds_on_one_system_only(regel):
    fundet = {str(fil.relative_to(ROD)): regel(fil.read_text(encoding="utf-8")) for fil in PRODUKTET}
    assert not {fil: linjer for fil, linjer in fundet.items() if linjer}


def test_the_walk_sees_what_is_guarded():
    """The calls there are stand behind a guard, and are seen without one."""
    steder = {Path("ui/processen.py"): "resource", Path("data/regneark/__main__.py"): "resource"}
    for fil, navn in steder.items():
        trae = ast.parse((ROD / fil).read_text(encoding="utf-8"))
        assert (navn, True) in [(en, vaern) for knude, vaern in nodes(trae) for en in _names(knude)], fil


@pytest.mark.parametrize(
    "kode",
    [
        "import fcntl",
        "def f():\n    import resource",
        "from signal import SIGKILL",
        "import os\nos.killpg(1, 9)",
        "import signal\nproces.send_signal(signal.SIGKILL)",
        "import subprocess\nsubprocess.Popen(['x'], start_new_session=True)",
        "loop.add_signal_handler(15, stop)",
        "open('/proc/self/status', 'rb')",
        "if x:\n    os.fork()",
        "try:\n    os.fork()\nexcept OSError:\n    pass",
    ],
)
def test_the_rule_would_refuse(kode):
    assert len(platform_bound(kode)) == 1


def test_the_rule_would_let_through():
    assert not platform_bound("try:\n    import resource\nexcept ImportError:\n    resource = None")
    assert not platform_bound("if os.name == 'posix':\n    os.fork()") and not platform_bound("os.replace(a, b)")
    assert not platform_bound("with suppress(ImportError):\n    import resource\n    resource.getrlimit(1)")
    assert (
        without_encoding("open('x')") and without_encoding("sti.read_text()") and without_encoding("s.write_text('')")
    )
    assert not without_encoding("open('x', 'rb')\nsti.read_text('utf-8')\nsti.write_text('', encoding='utf-8')")
    assert formats_of_one_system("f'{dag:%-d.%-m.}'") and formats_of_one_system("dag.strftime('%-d')")
    assert not formats_of_one_system("dag.strftime('%d') + '%-d'")
