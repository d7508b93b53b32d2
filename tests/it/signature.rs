//! Signatures as other tools made them and as others judge them, published ones, and whatever can be done to one bit.

use serde_json::Value;
use yushen::receipt::signature::{Algorithm, PublicKey, SM2_ID, SignatureFault, raw};

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap().as_bytes();
    let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16).unwrap()).unwrap();
    hex.chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

fn algorithm(word: &Value) -> Algorithm {
    Algorithm::from_word(word.as_str().unwrap()).unwrap()
}

/// Made and judged by OpenSSL, gmssl and cryptography: `python3 tests/peers/signatures.py`.
fn judged() -> Value {
    serde_json::from_str(include_str!("../data/signatures.json")).unwrap()
}

/// What is published, and what must be refused, each with its source.
fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("../data/signatures.cases.json")).unwrap()
}

#[test]
fn every_verdict_is_that_of_openssl() {
    let file = judged();
    let mut seen = [(0, 0); 3];
    let keys: Vec<(Algorithm, PublicKey, PublicKey)> = file["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| {
            let (algorithm, spki) = (algorithm(&key["algorithm"]), bytes(&key["spki"]));
            let prepared = PublicKey::read(&spki, algorithm).unwrap();
            prepared.prepare();
            (algorithm, PublicKey::read(&spki, algorithm).unwrap(), prepared)
        })
        .collect();
    for row in file["signatures"].as_array().unwrap() {
        let (algorithm, key, prepared) = &keys[usize::try_from(row[0].as_u64().unwrap()).unwrap()];
        let id = file["ids"][usize::try_from(row[1].as_u64().unwrap()).unwrap()].as_str().unwrap();
        let message = row[2].as_str().unwrap().as_bytes();
        let verify = |key: &PublicKey| key.verify(message, &raw(*algorithm, &bytes(&row[3]))?, id.as_bytes());
        let (cold, warm) = (verify(key), verify(prepared));
        assert_eq!(cold, warm, "{row}");
        assert_eq!(cold.is_ok(), row[5].as_bool().unwrap(), "{row}: {cold:?}");
        let (valid, invalid) = &mut seen[*algorithm as usize];
        if cold.is_ok() { *valid += 1 } else { *invalid += 1 }
    }
    let [sm2, edwards, p256] = seen;
    assert!(sm2 >= (300, 200) && edwards >= (60, 60) && p256 >= (60, 60), "{seen:?}");
}

#[test]
fn cases_come_out_as_their_sources_say() {
    for case in &cases() {
        let (algorithm, spki) = (algorithm(&case["algorithm"]), bytes(&case["spki"]));
        assert!(!case["why"].as_str().unwrap().is_empty() && !case["source"].as_str().unwrap().is_empty());
        let fault = match PublicKey::read(&spki, algorithm) {
            Err(fault) => fault.as_str(),
            Ok(key) => {
                let id = case["id"].as_str().map_or(SM2_ID, str::as_bytes);
                let signature = raw(algorithm, &bytes(&case["signature"])).unwrap();
                let cold = key.verify(&bytes(&case["message"]), &signature, id);
                key.prepare();
                assert_eq!(key.verify(&bytes(&case["message"]), &signature, id), cold, "{case}");
                cold.map_or_else(SignatureFault::as_str, |()| "ok")
            }
        };
        assert_eq!(fault, case["expected"].as_str().unwrap(), "{case}");
    }
}

/// Algorithm, key, message, signature.
type Published = (Algorithm, Vec<u8>, Vec<u8>, [u8; 64]);

/// One published signature for each algorithm.
fn published() -> Vec<Published> {
    let named = |name: &str| cases().into_iter().find(|case| case["name"] == name).unwrap();
    ["the example of the standard", "RFC 8032 TEST 2", "RFC 6979 A.2.5 sample"]
        .map(named)
        .iter()
        .map(|case| {
            let signature = bytes(&case["signature"]).try_into().unwrap();
            (algorithm(&case["algorithm"]), bytes(&case["spki"]), bytes(&case["message"]), signature)
        })
        .collect()
}

#[test]
fn no_bit_of_a_signature_can_be_turned() {
    for (algorithm, spki, message, signature) in published() {
        let key = PublicKey::read(&spki, algorithm).unwrap();
        key.prepare();
        key.verify(&message, &signature, SM2_ID).unwrap();
        for bit in 0..512 {
            let mut turned = signature;
            turned[bit / 8] ^= 1 << (bit % 8);
            assert!(key.verify(&message, &turned, SM2_ID).is_err(), "{algorithm}, bit {bit}");
        }
        for bit in 0..message.len() * 8 {
            let mut turned = message.clone();
            turned[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(key.verify(&turned, &signature, SM2_ID), Err(SignatureFault::Wrong), "{algorithm}, bit {bit}");
        }
    }
}

#[test]
fn no_byte_of_a_key_can_be_changed() {
    for (algorithm, spki, message, signature) in published() {
        let kid = PublicKey::kid(&spki);
        let mut refused = 0;
        for at in 0..spki.len() {
            // Every bit, and all of them; within a point too, where another key may come out of it.
            for mask in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut changed = spki.clone();
                changed[at] ^= mask;
                assert_ne!(PublicKey::kid(&changed), kid);
                match PublicKey::read(&changed, algorithm) {
                    Ok(key) => assert!(key.verify(&message, &signature, SM2_ID).is_err(), "{algorithm}, byte {at}"),
                    Err(_) => refused += 1,
                }
            }
            assert!(PublicKey::read(&spki[..at], algorithm).is_err(), "{algorithm}, cut at {at}");
        }
        // A point of a Weierstrass curve is not turned into another by a byte; half of all y are an Edwards point.
        let points = 9 * if algorithm == Algorithm::EdDsa { 32 } else { 64 };
        assert!(refused >= 9 * spki.len() - points, "{algorithm}: {refused}");
        assert_eq!(refused == 9 * spki.len(), algorithm != Algorithm::EdDsa, "{algorithm}: {refused}");
    }
}

#[test]
fn an_identity_has_a_length_of_two_bytes() {
    let (algorithm, spki, message, signature) = published().swap_remove(0);
    let key = PublicKey::read(&spki, algorithm).unwrap();
    let id = vec![b'1'; 8192];
    assert_eq!(key.verify(&message, &signature, &id[..8191]), Err(SignatureFault::Wrong));
    assert_eq!(key.verify(&message, &signature, &id), Err(SignatureFault::Sm2Id));
    assert_eq!(key.verify(&message, &signature, b""), Err(SignatureFault::Wrong));
}

#[test]
fn another_algorithm_has_another_length() {
    for length in (0..200).filter(|length| *length != 64) {
        for algorithm in Algorithm::ALL {
            assert_eq!(raw(*algorithm, &vec![1; length]), Err(SignatureFault::Length));
        }
        assert_eq!(raw(Algorithm::EdDsa, &vec![0x30; length]), Err(SignatureFault::Length));
    }
    assert_eq!(raw(Algorithm::EdDsa, &[0x30; 64]), Ok([0x30; 64]));
}
