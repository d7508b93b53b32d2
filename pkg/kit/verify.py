#!/usr/bin/env python3
"""The kit, derived again by public libraries: no code of Yushen runs here.

    pip install cbor2 rfc8785 gmssl cryptography
    python3 verify.py

From the record of every receipt it makes body, digests, head, bytes to be signed, check code and QR text, and compares them
with receipts.json; it verifies every signature with gmssl or cryptography and, where its command is there, with openssl;
and it refuses what invalid.json holds. It ends with 1 if anything differs. README.md says what the fields are; what is
written here follows it and nothing else.
"""
import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import cbor2
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from gmssl import sm2, sm3 as gmssl_sm3

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
KINDS = ['precheck', 'acceptance', 'supplement', 'refusal', 'received', 'extension', 'special-procedure', 'not-required', 'closed',
         'commitment']
ALGORITHMS = {'SM2SM3': -65537, 'EdDSA': -8, 'ES256': -7}
# What the document itself rests on: kind and procedure, then statute, article, paragraph, item.
OWN_BASIS = {
    ('acceptance', 'licence'): ('licensing-law', 32, 1, 5), ('supplement', 'licence'): ('licensing-law', 32, 1, 4),
    ('not-required', 'licence'): ('licensing-law', 32, 1, 1), ('refusal', 'licence'): ('licensing-law', 32, 1, 2),
    ('extension', 'licence'): ('licensing-law', 42, 1, 0), ('special-procedure', 'licence'): ('licensing-law', 45, 0, 0),
    ('acceptance', 'registration'): ('market-entity-reg', 19, 1, 0), ('supplement', 'registration'): ('market-entity-reg', 19, 2, 0),
}
INSTANT = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00')


def sm3(data):
    return bytes.fromhex(gmssl_sm3.sm3_hash(list(data)))


def sha256(data):
    return hashlib.sha256(data).digest()


def unbase64(text):
    """base64url in its one spelling."""
    data = base64.b64decode(text + '=' * (-len(text) % 4), altchars=b'-_', validate=True)
    if base64.urlsafe_b64encode(data).decode().rstrip('=') != text:
        raise ValueError('base64 in another spelling')
    return data


def base32(data):
    return base64.b32encode(data).decode().rstrip('=')


def check_code(digest):
    bits = int.from_bytes(digest[:5], 'big')
    code = ''.join('0123456789ABCDEFGHJKMNPQRSTVWXYZ'[bits >> 35 - 5 * place & 31] for place in range(8))
    return code[:4] + '-' + code[4:]


# --- from a record to what is signed

def completed(record, producer):
    """The record with what the component adds and leaves out (README, "From record to body")."""
    body = pruned(record)
    own = OWN_BASIS.get((body['type'], body['item']['procedure']))
    if own:
        place = dict(zip(('article', 'paragraph', 'item'), own[1:]))
        same = lambda each: each.get('statute') == own[0] and all(each.get(key, 0) == value for key, value in place.items())
        if not any(same(each) for each in body.get('basis', [])):
            basis = {'statute': own[0], **{key: value for key, value in place.items() if value}}
            body['basis'] = [basis, *body.get('basis', [])]
    for material in body.get('materials', []):
        material.setdefault('form', 'electronic')
    for defect in body.get('defects', []):
        defect.setdefault('source', 'clerk')
    body['producer'] = producer
    return body


def pruned(value):
    """Without false, zero and empty lists, wherever the key need not be there."""
    if isinstance(value, list):
        return [pruned(each) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {'yearEndOpen', 'charged', 'size'} | ({'amount'} if 'kind' in value or 'name' in value or 'from' in value else set())
    return {key: pruned(each) for key, each in value.items() if key in kept or each not in (False, 0, [])}


def seconds(instant):
    return int(datetime.fromisoformat(instant).timestamp())


def head_of(body, alg, text):
    """The facts that a head takes from a body."""
    head = {1: 0, 2: KINDS.index(body['type']) + 1, 3: body['number'], 4: body['item']['code']}
    if not body['item']['code'].startswith(body['issuer']['uscc']):
        head[5] = body['issuer']['uscc']
    head[6] = seconds(body['times']['issued'])
    promised = [each for each in body.get('deadlines', []) if each['kind'] == 'promised' and each['certainty'] == 'published']
    if promised and 'due' in promised[0]:
        head[7] = (date.fromisoformat(promised[0]['due']) - date(1970, 1, 1)).days
    head[8] = sm3(text)
    if alg != 'SM2SM3':
        head[9] = sha256(text)
    if body['type'] == 'acceptance':
        head[10] = seconds(body['times']['accepted'])
    if 'previous' in body:
        head[11] = bytes.fromhex(body['previous']['digest'])
    return cbor2.dumps(head)


def protected(alg, kid):
    return cbor2.dumps({1: ALGORITHMS[alg], 4: bytes.fromhex(kid)})


def to_be_signed(alg, kid, payload, under=b'yushen-receipt/0'):
    return cbor2.dumps(['Signature1', protected(alg, kid), under, payload])


def cose(alg, kid, head, signature):
    return cbor2.dumps(cbor2.CBORTag(18, [protected(alg, kid), {}, head, signature]))


# --- signatures

def raw(alg, signature):
    """r‖s; of DER only what its one spelling says."""
    if len(signature) == 64:
        return signature
    if alg == 'EdDSA':
        raise ValueError('length')
    r, s = utils.decode_dss_signature(signature)
    if utils.encode_dss_signature(r, s) != signature:
        raise ValueError('DER')
    return r.to_bytes(32, 'big') + s.to_bytes(32, 'big')


def by_library(alg, spki, message, signature):
    """gmssl for SM2, cryptography for the others."""
    if alg == 'SM2SM3':
        verifier = sm2.CryptSM2(private_key='', public_key='')
        verifier.public_key = spki[-64:].hex()
        return bool(verifier.verify_with_sm3(signature.hex(), message))
    key = serialization.load_der_public_key(spki)
    try:
        if alg == 'EdDSA':
            key.verify(signature, message)
        else:
            r, s = (int.from_bytes(half, 'big') for half in (signature[:32], signature[32:]))
            key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def by_openssl(alg, spki, message, signature, sm2_id='1234567812345678'):
    """OpenSSL's command, version 3."""
    if alg != 'EdDSA':
        signature = utils.encode_dss_signature(int.from_bytes(signature[:32], 'big'), int.from_bytes(signature[32:], 'big'))
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (('key', spki), ('message', message), ('signature', signature)):
            Path(folder, name).write_bytes(data)
        more = {'SM2SM3': ['-digest', 'sm3', '-pkeyopt', f'distid:{sm2_id}'], 'ES256': ['-digest', 'sha256'], 'EdDSA': []}[alg]
        words = ['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', 'key', '-rawin', '-in', 'message', '-sigfile', 'signature']
        return subprocess.run([*words, *more], cwd=folder, capture_output=True).returncode == 0


def openssl_version():
    try:
        found = subprocess.run(['openssl', 'version'], capture_output=True, text=True).stdout.split()[1]
    except (OSError, IndexError):
        return None
    return found if int(found.split('.')[0]) >= 3 else None


# --- reading strictly, as a verifier must

# The last two code points of every plane are no characters.
FORBIDDEN = re.compile('[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef'
                       '\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff'
                       + ''.join(chr(plane * 0x10000 + 0xfffe) + chr(plane * 0x10000 + 0xffff) for plane in range(17)) + ']')
# What no name has; what no name of an authority or an item has; and what stands only behind what it selects a form of.
FORMAT = re.compile('[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\U000110bd\U000110cd\U00013430-\U0001343f]')
PRIVATE = re.compile('[\ue000-\uf8ff\U000f0000-\U0010ffff]')
SELECTOR = re.compile('[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]')
SEQUENCE = re.compile('[\u3400-\u4dbf\u4e00-\u9fff\ufa0e-\ufa29\U00020000-\U0003fffd][\ufe00-\ufe02\U000e0100-\U000e01ef]'
                      '|[\u1820-\u18aa][\u180b-\u180d\u180f]')
ENVELOPE = {'format', 'body', 'head', 'sig', 'seal', 'tst'}


def strict(text):
    def object_of(pairs):
        if len({key for key, _ in pairs}) != len(pairs):
            raise ValueError('a key twice')
        return dict(pairs)

    def no(word):
        raise ValueError(f'{word} is no integer')

    def integer(word):
        if word == '-0' or abs(int(word)) > 2**53 - 1:
            no(word)
        return int(word)

    return json.loads(text, object_pairs_hook=object_of, parse_float=no, parse_constant=no, parse_int=integer)


def examine(value, depth=16):
    if value is None:
        raise ValueError('null')
    if isinstance(value, str):
        if len(value.encode()) > 4096 or FORBIDDEN.search(value) or unicodedata.normalize('NFC', value) != value:
            raise ValueError('a string that may not be signed')
    if isinstance(value, (list, dict)):
        if depth == 0:
            raise ValueError('too deep')
        for each in value if isinstance(value, list) else [*value, *value.values()]:
            examine(each, depth - 1)
        if isinstance(value, dict) and any(key.startswith('x-') for key in value):
            raise ValueError('a key of the caller')


def names(body):
    """Refuses a name with characters that it must not have; whose it is decides which those are."""
    def at(*path):
        value = body
        for key in path:
            value = value.get(key, {})
        return [value] if isinstance(value, str) else []

    official = at('issuer', 'name') + at('issuer', 'department') + at('item', 'name') + at('competent', 'name') + at('pledge', 'addressee')
    official += at('remedies', 'reconsideration') + at('remedies', 'court')
    official += [each['name'] for each in [*body.get('materials', []), *body.get('fee', {}).get('items', [])]]
    people = at('applicant', 'name') + at('applicant', 'representative') + at('agent', 'name') + at('agent', 'representative')
    people += at('contact', 'name') + at('handler')
    if any(FORMAT.search(each) or SELECTOR.search(each) or PRIVATE.search(each) for each in official):
        raise ValueError('a name of an authority or an item that may not be signed')
    if any(FORMAT.search(each) or SELECTOR.search(SEQUENCE.sub('', each)) for each in people):
        raise ValueError('a name of a person that may not be signed')


def message_of(data):
    """A COSE_Sign1 message in its one spelling."""
    if len(data) > 512:
        raise ValueError('too large')
    tagged = cbor2.loads(data)
    header, _, head, signature = tagged.value
    named = cbor2.loads(header)
    alg = {number: name for name, number in ALGORITHMS.items()}[named[1]]
    if len(named[4]) != 8 or len(signature) != 64 or cose(alg, named[4].hex(), head, signature) != data:
        raise ValueError('another spelling')
    return alg, named[4].hex(), head, signature


def head_read(data):
    head = cbor2.loads(data)
    required = {1, 2, 3, 4, 6, 8}
    if cbor2.dumps(head) != data or list(head) != sorted(head) or not required <= set(head) <= set(range(1, 12)):
        raise ValueError('another spelling')
    whole = all(type(head[key]) is int for key in (1, 2, 6, 7, 10) if key in head)
    digests = all(isinstance(head[key], bytes) and len(head[key]) == 32 for key in (8, 9, 11) if key in head)
    texts = all(isinstance(head[key], str) and 0 < len(head[key].encode()) <= most for key, most in ((3, 50), (4, 64), (5, 18)) if key in head)
    if not (whole and digests and texts) or head[1] != 0 or not 2 <= head[2] <= 10 or head.get(5) == head[4][:18]:
        raise ValueError('a value that a head cannot have')
    examine(list(head[key] for key in (3, 4, 5) if key in head))
    return head


def keys_of(trust):
    """The keys of a list that a pinned root has signed."""
    roots = {sm3(unbase64(root['spki']))[:8].hex(): root for root in trust['roots']}
    listed = dict(trust['list'])
    sig = listed.pop('sig')
    examine(listed)
    root = roots[sig['kid']]
    message = to_be_signed(root['alg'], sig['kid'], rfc8785.dumps(listed), b'yushen-trust/0')
    if root['alg'] != sig['alg'] or not by_library(root['alg'], unbase64(root['spki']), message, raw(sig['alg'], unbase64(sig['value']))):
        raise ValueError('not signed by a root')
    if listed['seq'] < trust.get('seenSeq', 0):
        raise ValueError('an older list')
    if listed['seq'] == trust.get('seenSeq') and trust.get('seenDigest', digest := sm3(rfc8785.dumps(listed)).hex()) != digest:
        raise ValueError('another list')
    if seconds(listed['nextUpdate']) < seconds(listed['issuedAt']):
        raise ValueError('an older list')
    keys = {}
    for entry in listed['keys']:
        spki = unbase64(entry['spki'])
        kid = sm3(spki)[:8].hex()
        if kid != entry['kid'] or kid in keys:
            raise ValueError('a key twice, or under another name')
        keys[kid] = entry
    return keys


def verify(keys, text=None, data=None):
    """Raises ValueError, KeyError or another where something is wrong; what it returns, `bound` compares."""
    body = None
    if data is None and text.startswith('{'):
        receipt = strict(text)
        body, sig = receipt['body'], receipt['sig']
        examine(body)
        names(body)
        if receipt['format'] != 'yushen-receipt/0.1' or set(receipt) - ENVELOPE or not re.fullmatch('[0-9a-f]{16}', sig['kid']):
            raise ValueError('format')
        alg, kid, head = sig['alg'], sig['kid'], unbase64(receipt['head'])
        signature = raw(alg, unbase64(sig['value']))
    else:
        if data is None:
            front, payload = text.rsplit('#', 1)
            if payload[0] != '1' or len(text) > 600:
                raise ValueError('no code of this format')
            data = base64.b32decode(payload[1:] + '=' * (-len(payload[1:]) % 8))
            if base32(data) != payload[1:]:
                raise ValueError('another spelling')
        alg, kid, head, signature = message_of(data)
    if body is not None and not all(INSTANT.fullmatch(each) for each in body['times'].values()):
        raise ValueError('an instant in another spelling')
    facts, key = head_read(head), keys[kid]
    if body is not None and head_of(body, alg, rfc8785.dumps(body)) != head:
        raise ValueError('head and body differ')
    issuer = facts.get(5, facts[4][:18])
    at = facts[6]
    if key['alg'] != alg or key['issuerUscc'] != issuer or KINDS[facts[2] - 1] not in key['types']:
        raise ValueError('not a document of this key')
    if body is not None and body['issuer']['region'] not in key['regions']:
        raise ValueError('not a region of this key')
    if body is not None and body['issuer']['name'] != key['issuerName']:
        raise ValueError('not the name of this key')
    if body is not None and 'departments' in key and body['issuer'].get('department', key['departments'][0]) not in key['departments']:
        raise ValueError('not a department of this key')
    if not seconds(key['notBefore']) <= at <= seconds(key['notAfter']):
        raise ValueError('not a time of this key')
    reason, since = key.get('revokeReason'), key.get('revokedAt')
    if reason == 'key-compromise' or (reason and not since) or (since and at >= seconds(since)):
        raise ValueError('a revoked key')
    message, spki = to_be_signed(alg, kid, head), unbase64(key['spki'])
    good = by_openssl(alg, spki, message, signature, key['sm2Id']) if 'sm2Id' in key else by_library(alg, spki, message, signature)
    if not good:
        raise ValueError('signature')
    return {'facts': facts, 'body': body, 'chain': sm3(message)}


def bound(now, before=None, expect=None):
    """Raises ValueError where a receipt does not follow the one before it, or is not about what is expected."""
    facts, body = now['facts'], now['body']
    if before is not None:
        earlier = before['facts']
        if facts.get(11) != before['chain']:
            raise ValueError('another receipt than the one named')
        if facts[4] != earlier[4] or facts[6] < earlier[6]:
            raise ValueError('another item, or not in the order of times')
        if body is not None and body['previous']['number'] != earlier[3]:
            raise ValueError('the number of another receipt')
        if body is not None and before['body'] is not None:
            one, other = body, before['body']
            if 'case' in other and one.get('case', {}).get('number') != other['case']['number']:
                raise ValueError('another case')
            numbers = {each['applicant'][key] for each in (one, other) for key in ['identifier'] if key in each['applicant']}
            if one['applicant']['name'] != other['applicant']['name'] or len(numbers) > 1:
                raise ValueError('another applicant')
    if expect is not None:
        if expect.get('item', facts[4]) != facts[4]:
            raise ValueError('another item than is expected')
        if set(expect) - {'item'}:
            same = 'case' not in expect or body.get('case', {}).get('number') == expect['case']
            same &= all(body['applicant'].get(key) == value for key, value in expect.get('applicant', {}).items())
            content = lambda files: {(each['size'], each['sha256'], each['sm3']) for each in files}
            own = [file for material in body.get('materials', []) for file in material.get('files', [])]
            if not same or 'files' in expect and content(expect['files']) != content(own):
                raise ValueError('something else than is expected')


# --- the files of the kit

TABLE = Counter()
DIFFERENCES = []


def same(what, where, mine, theirs):
    TABLE[what, mine == theirs] += 1
    if mine != theirs:
        DIFFERENCES.append(f'{where}: {what}: derived {mine!r}, the kit has {theirs!r}')


def derive(entry, keys, openssl):
    name, alg, kid = entry['name'], entry['signer']['alg'], entry['signer']['kid']
    receipt = strict(entry['receipt'])
    body = completed(strict(entry['record']), receipt['body']['producer'])
    text = rfc8785.dumps(body)
    head = head_of(body, alg, text)
    signature = unbase64(receipt['sig']['value'])
    message = cose(alg, kid, head, signature)
    spki = keys[kid]
    written = {'body': body, 'format': 'yushen-receipt/0.1', 'head': base64.urlsafe_b64encode(head).decode().rstrip('='), 'sig': receipt['sig']}
    same('body from record', name, text.decode(), entry['body'])
    same('SHA-256', name, sha256(text).hex(), entry['sha256'])
    same('SM3', name, sm3(text).hex(), entry['sm3'])
    same('check code', name, check_code(sm3(text)), entry['check'])
    same('head', name, head.hex(), entry['head'])
    same('kid from SPKI', name, sm3(spki)[:8].hex(), kid)
    same('bytes to be signed', name, to_be_signed(alg, kid, head).hex(), entry['toBeSigned'])
    same('COSE message', name, message.hex(), entry['cose'])
    same('receipt', name, rfc8785.dumps(written).decode(), entry['receipt'])
    same('chain', name, sm3(to_be_signed(alg, kid, head)).hex(), entry['chain'])
    if 'text' in entry['qr']:
        same('QR text', name, f"{entry['qr']['url']}#1{base32(message)}", entry['qr']['text'])
    library = 'gmssl' if alg == 'SM2SM3' else 'cryptography'
    same(f'{alg} by {library}', name, by_library(alg, spki, to_be_signed(alg, kid, head), signature), True)
    if openssl:
        same(f'{alg} by openssl', name, by_openssl(alg, spki, to_be_signed(alg, kid, head), signature), True)


# What asks for more than this script knows: the table of elements, the law, the calendar, the files; and what is only warned of.
ELSEWHERE = {'UNKNOWN_FIELDS', 'KEY_MISSING', 'FIELD_NOT_OF_KIND', 'EVENT_ORDER', 'BASIS_NOT_BINDING', 'CATALOGUE_OUTDATED',
             'DEADLINE_DIFFERS', 'FILE_DIFFERS', 'NAME_MIXED_SCRIPT', 'NAME_CONFUSABLE', 'NAME_RADICAL', 'RARE_CHARACTER', 'TRUST_LIST_STALE'}


def refuse(file):
    keys = keys_of(file['trust'])
    for vector in file['vectors']:
        name, expected = f"{vector['threat']}: {vector['name']}", vector['expected']
        if expected['code'] in ELSEWHERE or vector['name'] in POINTS:
            TABLE['refused elsewhere only', True] += 1
            continue
        try:
            if 'trust' in vector:
                keys_of(vector['trust'])
            else:
                given = vector.get('with', {})
                now = verify(keys, vector.get('text'), bytes.fromhex(vector['cose']) if 'cose' in vector else None)
                bound(now, verify(keys, given['previous']) if 'previous' in given else None, given.get('expect'))
            DIFFERENCES.append(f'{name}: accepted, should be {expected["code"]}')
            TABLE['refused', False] += 1
        except Exception:  # whatever stops it refuses it
            TABLE['refused', True] += 1


# Keys of a trust list that only the arithmetic of the curve, or the table of keys, finds.
POINTS = {'an Ed25519 key of small order', 'a point that is not on the curve', 'one key under two algorithms'}


def main():
    openssl = openssl_version()
    file = json.loads(Path(FOLDER, 'receipts.json').read_text())
    keys = {each['kid']: bytes.fromhex(each['spki']) for each in file['keys']}
    trusted = keys_of(file['trust'])
    listed = {key: value for key, value in file['trust']['list'].items() if key != 'sig'}
    root = file['trust']['list']['sig']
    same('trust list, canonical', 'trust', rfc8785.dumps(listed).decode(), file['trustSigned']['text'])
    signed = to_be_signed(root['alg'], root['kid'], rfc8785.dumps(listed), b'yushen-trust/0')
    same('trust list, bytes to be signed', 'trust', sha256(signed).hex(), file['trustSigned']['toBeSignedSha256'])
    for entry in file['receipts']:
        derive(entry, keys, openssl)
        verify(trusted, text=entry['receipt'])
        verify(trusted, data=bytes.fromhex(entry['cose']))
    history = [file['receipts'][place] for place in file['history']['receipts']]
    for before, after in zip(history, history[1:]):
        for one, other in (('receipt', 'receipt'), ('receipt', 'cose'), ('cose', 'receipt'), ('cose', 'cose')):
            read = lambda entry, form: verify(trusted, text=entry[form]) if form == 'receipt' else verify(trusted, data=bytes.fromhex(entry[form]))
            bound(read(after, one), read(before, other))
        named = strict(after['receipt'])['body']['previous']
        same('the receipt before', after['name'], [before['chain'], strict(before['receipt'])['body']['number']], [named['digest'], named['number']])
    refuse(json.loads(Path(FOLDER, 'invalid.json').read_text()))
    print(f'cbor2, rfc8785, gmssl, cryptography{", openssl " + openssl if openssl else "; openssl 3 is not there"}')
    print(f'{"":34}{"agree":>8}{"differ":>8}')
    for what in dict.fromkeys(what for what, _ in TABLE):
        print(f'{what:34}{TABLE[what, True]:8}{TABLE[what, False]:8}')
    for each in DIFFERENCES:
        print(each)
    print(f'kit: {len(file["receipts"])} receipts, of them a chain of {len(history)}, derived again, {len(DIFFERENCES)} differences')
    return 1 if DIFFERENCES or len(file['receipts']) < 30 else 0


if __name__ == '__main__':
    sys.exit(main())
