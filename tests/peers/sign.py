"""Signing services that are not ours, for tests/peers/kit.mjs: openssl, gmssl and cryptography. Commands come as lines of JSON.

    {"keys": true}                      makes the keys: [{tool, alg, kid, spki}]
    {"list": {…}}                       signs a trust list with openssl's SM2 key: {list, roots}
    {"sign": kid, "message": hex}       signs: {value}
"""
import base64
import json
import os
import random
import subprocess
import sys
import tempfile

import cbor2
import rfc8785
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from gmssl import sm2, sm3

FOLDER = tempfile.TemporaryDirectory()
SM2_SPKI = bytes.fromhex('3059301306072a8648ce3d020106082a811ccf5501822d03420004')
COSE = {'SM2SM3': -65537, 'EdDSA': -8, 'ES256': -7}
KEYS = {}


def text_of(data):
    return base64.urlsafe_b64encode(data).decode().rstrip('=')


def openssl(*words, data=None):
    done = subprocess.run(['openssl', *words], input=data, capture_output=True, cwd=FOLDER.name)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return done.stdout


def add(tool, alg, spki, sign):
    kid = bytes.fromhex(sm3.sm3_hash(list(spki)))[:8].hex()
    KEYS[kid] = {'tool': tool, 'alg': alg, 'kid': kid, 'spki': text_of(spki), 'sign': sign}


def by_openssl(alg, words, more):
    name = f'{alg}.pem'
    openssl('genpkey', *words, '-out', name)

    def sign(message):
        with open(os.path.join(FOLDER.name, 'message'), 'wb') as file:
            file.write(message)
        return openssl('pkeyutl', '-sign', '-inkey', name, '-rawin', '-in', 'message', *more)

    add('openssl', alg, openssl('pkey', '-in', name, '-pubout', '-outform', 'DER'), sign)


def by_gmssl():
    private = '%064x' % random.SystemRandom().randrange(1, int(sm2.default_ecc_table['n'], 16) - 1)
    signer = sm2.CryptSM2(private_key=private, public_key='')
    signer.public_key = signer._kg(int(private, 16), sm2.default_ecc_table['g'])
    add('gmssl', 'SM2SM3', SM2_SPKI + bytes.fromhex(signer.public_key), lambda message: bytes.fromhex(signer.sign_with_sm3(message)))


def by_cryptography():
    form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    edwards, curve = ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256R1())
    add('cryptography', 'EdDSA', edwards.public_key().public_bytes(*form), edwards.sign)
    add('cryptography', 'ES256', curve.public_key().public_bytes(*form), lambda message: curve.sign(message, ec.ECDSA(hashes.SHA256())))


def keys():
    by_openssl('SM2SM3', ['-algorithm', 'SM2'], ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'])
    by_openssl('EdDSA', ['-algorithm', 'ED25519'], [])
    by_openssl('ES256', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], ['-digest', 'sha256'])
    by_gmssl()
    by_cryptography()
    return [{name: value for name, value in key.items() if name != 'sign'} for key in KEYS.values()]


def listed(trust):
    root = next(iter(KEYS.values()))
    protected = cbor2.dumps({1: COSE[root['alg']], 4: bytes.fromhex(root['kid'])})
    message = cbor2.dumps(['Signature1', protected, b'yushen-trust/0', rfc8785.dumps(trust)])
    sig = {'alg': root['alg'], 'kid': root['kid'], 'value': text_of(root['sign'](message))}
    return {'list': {**trust, 'sig': sig}, 'roots': [{'alg': root['alg'], 'spki': root['spki']}]}


for line in sys.stdin:
    asked = json.loads(line)
    if 'keys' in asked:
        answer = keys()
    elif 'list' in asked:
        answer = listed(asked['list'])
    else:
        answer = {'value': text_of(KEYS[asked['sign']]['sign'](bytes.fromhex(asked['message'])))}
    print(json.dumps(answer), flush=True)
