#!/usr/bin/env python3
"""Signatures by tools that are not ours, and what OpenSSL says of each: tests/data/signatures.json, which every
`cargo test` replays (tests/it/signature.rs). The file holds OpenSSL's verdicts, never ours.

    python3 tests/peers/signatures.py           asks OpenSSL again about every row of the file; needs its command alone
    python3 tests/peers/signatures.py --new     writes the file anew: SM2 signed by openssl under five identities and by PyPI's
                                          gmssl, Ed25519 and P-256 by openssl and PyPI's cryptography, then mutations

Keys are made for the file and thrown away. A signature of 64 bytes in the file is r‖s (OpenSSL is given its DER).
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / 'data' / 'signatures.json'
REQUIREMENTS = ROOT / 'peers' / 'signatures.txt'
IDS = ['1234567812345678', 'ALICE123@YAHOO.COM', '深圳市市场监督管理局', '统一社会信用代码12440300455751230Q',
       '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.']
ORDER = {
    'SM2SM3': 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123,
    'ES256': 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    'EdDSA': 2**252 + 27742317777372353535851937790883648493,
}
DIGEST = {'SM2SM3': 'sm3', 'ES256': 'sha256'}
SM2_SPKI = bytes.fromhex('3059301306072a8648ce3d020106082a811ccf5501822d03420004')
folder = tempfile.TemporaryDirectory()
at = lambda name: os.path.join(folder.name, name)
chance = random.Random(20261124)


def openssl(*words, data=None):
    return subprocess.run(['openssl', *words], input=data, capture_output=True)


def version():
    return ' '.join(openssl('version').stdout.decode().split()[:2])


def written(name, data):
    Path(at(name)).write_bytes(data)
    return at(name)


def keyword(algorithm, sm2_id):
    """What pkeyutl must be told of an algorithm."""
    if algorithm == 'EdDSA':
        return []
    identity = ['-pkeyopt', f'distid:{sm2_id}'] if algorithm == 'SM2SM3' else []
    return ['-digest', DIGEST[algorithm], *identity]


def integer(value):
    digits = value.to_bytes(value.bit_length() // 8 + 1, 'big')
    return bytes([2, len(digits)]) + digits


def der(signature):
    both = integer(int.from_bytes(signature[:32], 'big')) + integer(int.from_bytes(signature[32:], 'big'))
    return bytes([0x30, len(both)]) + both


def verdict(task):
    """OpenSSL's: whether the signature is valid."""
    number, key, sm2_id, message, signature = task
    algorithm = key['algorithm']
    encoded = der(signature) if algorithm != 'EdDSA' and len(signature) == 64 else signature
    words = ['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', written(f'{number}.key', bytes.fromhex(key['spki'])), '-rawin',
             '-in', written(f'{number}.msg', message.encode()), '-sigfile', written(f'{number}.sig', encoded)]
    answer = openssl(*words, *keyword(algorithm, sm2_id))
    said = answer.stdout.decode().strip()
    if said not in ('Signature Verified Successfully', 'Signature Verification Failure'):
        raise SystemExit(f'openssl: {said} {answer.stderr.decode()}')
    return said == 'Signature Verified Successfully'


def verdicts(keys, rows):
    tasks = [(number, keys[row[0]], IDS[row[1]], row[2], bytes.fromhex(row[3])) for number, row in enumerate(rows)]
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(verdict, tasks))


def split(encoded):
    """r‖s of DER that OpenSSL wrote."""
    r_end = 4 + encoded[3]
    s = encoded[r_end + 2:]
    return b''.join(int.from_bytes(part, 'big').to_bytes(32, 'big') for part in (encoded[4:r_end], s))


def peers():
    """gmssl and cryptography, installed for this alone, in the versions that are pinned."""
    target = ROOT.parent / 'target' / 'signatures'
    if not target.exists():
        words = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '--require-hashes']
        subprocess.run([sys.executable, '-m', 'pip', 'install', *words, '--target', str(target), '-r', str(REQUIREMENTS)],
                       check=True, env={**os.environ, 'PIP_ROOT_USER_ACTION': 'ignore'})
    sys.path.insert(0, str(target))


class Signed:
    """Keys and rows as they grow: [key, identity, message, signature, why]."""

    def __init__(self):
        self.keys, self.rows, self.seen = [], [], 0

    def key(self, algorithm, spki):
        self.keys.append({'algorithm': algorithm, 'spki': spki.hex()})
        return len(self.keys) - 1

    def message(self):
        self.seen += 1
        return chance.choice(['第{}号', 'receipt {}', '受理通知书 {}', '{}', '𠮷{}\n']).format(self.seen)

    def add(self, key, identity, message, signature, why):
        self.rows.append([key, identity, message, signature.hex(), why])


def by_openssl(file, algorithm, keygen, count):
    """Keys and signatures by the command."""
    name = f'{len(file.keys)}.pem'
    openssl('genpkey', *keygen, '-out', at(name))
    key = file.key(algorithm, openssl('pkey', '-in', at(name), '-pubout', '-outform', 'DER').stdout)
    for number in range(count):
        identity = number % len(IDS) if algorithm == 'SM2SM3' else 0
        message = file.message()
        words = ['pkeyutl', '-sign', '-inkey', at(name), '-rawin', '-in', written('message', message.encode())]
        made = openssl(*words, *keyword(algorithm, IDS[identity]))
        if made.returncode:
            raise SystemExit(made.stderr.decode())
        file.add(key, identity, message, made.stdout if algorithm == 'EdDSA' else split(made.stdout), 'openssl')
        if algorithm != 'EdDSA' and number % 20 == 0:
            file.add(key, identity, message, made.stdout, 'openssl, DER')


def by_gmssl(file, count):
    from gmssl import sm2
    private = '%064x' % random.SystemRandom().randrange(1, ORDER['SM2SM3'] - 1)
    bare = sm2.CryptSM2(private_key=private, public_key='')
    public = bare._kg(int(private, 16), sm2.default_ecc_table['g'])
    signer = sm2.CryptSM2(private_key=private, public_key=public)
    key = file.key('SM2SM3', SM2_SPKI + bytes.fromhex(public))
    for _ in range(count):
        message = file.message()
        file.add(key, 0, message, bytes.fromhex(signer.sign_with_sm3(message.encode())), 'gmssl')


def by_cryptography(file, count):
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519
    form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    for algorithm, private in (('EdDSA', ed25519.Ed25519PrivateKey.generate()), ('ES256', ec.generate_private_key(ec.SECP256R1()))):
        key = file.key(algorithm, private.public_key().public_bytes(*form))
        for _ in range(count):
            message = file.message()
            if algorithm == 'EdDSA':
                signature = private.sign(message.encode())
            else:
                signature = split(private.sign(message.encode(), ec.ECDSA(hashes.SHA256())))
            file.add(key, 0, message, signature, 'cryptography')


def edges(algorithm, n, r, s):
    """Pairs of numbers at the edges of their ranges, and what they should teach."""
    same = {'r = 0': (0, s), 's = 0': (r, 0), 'r = s = 0': (0, 0), 's = n': (r, n), 'r = n': (n, s), 'r = n - 1': (n - 1, s),
            's = n - 1': (r, n - 1), 's = n - r': (r, n - r), 's negated': (r, n - s), 'r negated': (n - r, s), 'swapped': (s, r),
            'r = 2^256 - 1': (2**256 - 1, s), 's = 2^256 - 1': (r, 2**256 - 1), 'r = s = 1': (1, 1), 's + 1': (r, (s + 1) % n)}
    if r + n < 2**256:
        same['r + n'] = (r + n, s)
    if s + n < 2**256:
        same['s + n'] = (r, s + n)
    return same


def mutations(file, algorithm, count):
    """Of some valid signatures of an algorithm: edges, bits, other messages, identities and keys, bytes of DER."""
    n = ORDER[algorithm]
    order = 'little' if algorithm == 'EdDSA' else 'big'
    valid = [row for row in file.rows if file.keys[row[0]]['algorithm'] == algorithm and len(row[3]) == 128]
    others = [number for number, key in enumerate(file.keys) if key['algorithm'] == algorithm]
    for number, (key, identity, message, hexed, _) in enumerate(chance.sample(valid, count)):
        signature = bytes.fromhex(hexed)
        r, s = (int.from_bytes(part, order) for part in (signature[:32], signature[32:]))
        pairs = list((edges(algorithm, n, r, s) if algorithm != 'EdDSA' else
                      {'S + L': (r, s + n), 'S negated': (r, n - s), 'swapped': (s, r), 'S = 0': (r, 0), 'S = L': (r, n)}).items())
        for why, pair in pairs if number == 0 else chance.sample(pairs, 3):
            file.add(key, identity, message, b''.join(part.to_bytes(32, order) for part in pair), why)
        bit = chance.randrange(512)
        flipped = bytearray(signature)
        flipped[bit // 8] ^= 1 << bit % 8
        file.add(key, identity, message, bytes(flipped), f'bit {bit}')
        file.add(key, identity, message + ' ', signature, 'another message')
        file.add(chance.choice([other for other in others if other != key]), identity, message, signature, 'another key')
        if algorithm == 'SM2SM3':
            file.add(key, (identity + 1 + chance.randrange(len(IDS) - 1)) % len(IDS), message, signature, 'another identity')
        if algorithm != 'EdDSA':
            file.add(key, identity, message, *twisted(der(signature)))


def twisted(encoded):
    """A signature in DER that no longer is."""
    r_end = 4 + encoded[3]
    r, s = encoded[4:r_end], encoded[r_end + 2:]
    sequence = lambda body: bytes([0x30, len(body)]) + body
    part = lambda digits, tag=2: bytes([tag, len(digits)]) + digits
    forms = {
        'a zero before r': sequence(part(b'\0' + r) + part(s)),
        'a zero before s': sequence(part(r) + part(b'\0' + s)),
        'a byte behind': encoded + b'\0',
        'a byte behind, within': sequence(encoded[2:] + b'\0'),
        'length in two bytes': bytes([0x30, 0x81, len(encoded) - 2]) + encoded[2:],
        'length of r in two bytes': sequence(bytes([2, 0x81, len(r)]) + r + part(s)),
        'indefinite': b'\x30\x80' + encoded[2:] + b'\0\0',
        'cut': encoded[:-1],
        's negative': sequence(part(r) + part((-int.from_bytes(s, 'big')).to_bytes(33, 'big', signed=True))),
        'octet strings': sequence(part(r, 4) + part(s, 4)),
        'a set': b'\x31' + encoded[1:],
    }
    why, form = chance.choice(sorted(forms.items()))
    return form, 'DER: ' + why


def new():
    peers()
    file = Signed()
    for _ in range(3):
        by_openssl(file, 'SM2SM3', ['-algorithm', 'SM2'], 90)
    by_gmssl(file, 40)
    for curve in range(2):
        by_openssl(file, 'ES256', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], 20)
        by_openssl(file, 'EdDSA', ['-algorithm', 'ED25519'], 20)
    by_cryptography(file, 30)
    mutations(file, 'SM2SM3', 24)
    mutations(file, 'ES256', 10)
    mutations(file, 'EdDSA', 10)
    pinned = [line.split(' ')[0].replace('==', ' ') for line in REQUIREMENTS.read_text().splitlines()]
    tools = [version(), *(each for each in pinned if each.startswith(('gmssl', 'cryptography')))]
    rows = [[*row, valid] for row, valid in zip(file.rows, verdicts(file.keys, file.rows))]
    lines = lambda all: '[\n' + ',\n'.join(json.dumps(each, ensure_ascii=False, separators=(',', ':')) for each in all) + '\n]'
    source = f'made by tests/peers/signatures.py --new with {", ".join(tools)}; the last of a row is what {tools[0]} says'
    parts = {'source': json.dumps(source), 'ids': lines(IDS), 'keys': lines(file.keys), 'signatures': lines(rows)}
    FILE.write_text('{\n' + ',\n'.join(f'"{name}": {part}' for name, part in parts.items()) + '\n}\n')


def main():
    if '--new' in sys.argv:
        new()
    file = json.loads(FILE.read_text())
    rows = file['signatures']
    differ = [row for row, valid in zip(rows, verdicts(file['keys'], rows)) if valid != row[5]]
    for row in differ:
        print('openssl says otherwise:', row)
    for algorithm in ORDER:
        mine = [row for row in rows if file['keys'][row[0]]['algorithm'] == algorithm]
        print(f'{algorithm}: {len(mine)} signatures, {sum(row[5] for row in mine)} valid, by {version()}')
    print(f'{len(rows)} signatures, {len(rows) - len(differ)} as expected')
    return 1 if differ or len(rows) < 500 else 0


if __name__ == '__main__':
    sys.exit(main())
