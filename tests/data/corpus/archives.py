# The files inside the packages of packages.json: label.py looks at all of them, fetch.mjs keeps those that labels.json
# names. `python3 archives.py ARCHIVES FILES`; only Python's own library, so that the test needs nothing else.
import hashlib
import json
import sys
import tarfile
import zipfile
from pathlib import Path

here = Path(__file__).resolve().parent
packages = json.loads((here / 'packages.json').read_text())


def members(path):
    """Each file of an archive: its path there, less the folder that all are in, and its bytes."""
    if path.suffix in ('.zip', '.whl'):
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield entry.filename.partition('/')[2], archive.read(entry)
    else:
        with tarfile.open(path) as archive:
            for entry in archive:
                if entry.isfile():
                    yield entry.name.partition('/')[2], archive.extractfile(entry).read()


if __name__ == '__main__':
    archives, files = map(Path, sys.argv[1:])
    files.mkdir(parents=True)
    wanted = {}
    for label in json.loads((here / 'labels.json').read_text()):
        if 'package' in label:
            wanted.setdefault(label['package'], {})[label['path']] = label['sha256']
    for package in packages:
        path, mine = archives / package['archive'], wanted.get(package['name'], {})
        if not path.exists():
            continue
        for name, data in members(path):
            if name in mine and hashlib.sha256(data).hexdigest() == mine[name]:
                (files / mine[name]).write_bytes(data)
