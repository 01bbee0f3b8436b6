"""Configuration files that are huge in one way each."""

_SIZE = 2**20 - 100
_ROWS = 70_000

CONFIGURATIONS: dict[str, str] = {
    "too large": "a = 1\n" * _SIZE,
    "unknown settings": "".join(f"k{number} = 1\n" for number in range(_ROWS)),
    "unknown actions": "[keys]\n" + "".join(f'k{number} = "a"\n' for number in range(_ROWS)),
    "saved queries": "[queries]\n" + "".join(f'k{number} = "a"\n' for number in range(_ROWS)),
    "invalid queries": "[queries]\n" + "".join(f'k{number} = "("\n' for number in range(_ROWS)),
    "one long line": "a" * _SIZE,
    "a long value": f'[keys]\nquit = "{"q " * 4_000}"\n',
    "many keys": "[keys]\nquit = [\n" + '"q",\n' * (_SIZE // 6) + "]\n",
    "a long name": f'"{"n" * 8_000}" = 1\n',
    "nested lists": f"a = {'[' * 8_000}",
    "names of many parts": "".join(f"{'a.' * 3_900}b{number} = 1\n" for number in range(100)),
    "blank lines": "\n" * _SIZE,
    "a text of many lines": f'a = """{chr(10) * (_SIZE - 20)}"""',
}
