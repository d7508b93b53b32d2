//! SM2 签名验证 (GB/T 32918.2 §7, GM/T 0003.2): with the identity of the signer, or not at all.
//!
//! Everything here is public — key, message, signature — so that variable time gives nothing away.

use super::SignatureFault;
use super::comb::{self, Comb};
use crate::digest::sm3;
use sm2::elliptic_curve::PrimeField;
use sm2::elliptic_curve::ops::{LinearCombination, Reduce};
use sm2::elliptic_curve::point::AffineCoordinates;
use sm2::{AffinePoint, FieldBytes, ProjectivePoint, Scalar};
use std::sync::OnceLock;

/// What Z covers of the curve (GB/T 32918.5), four numbers in two halves each: a, b, and the base point.
const CURVE: [u128; 8] = [
    0xFFFF_FFFE_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF,
    0xFFFF_FFFF_0000_0000_FFFF_FFFF_FFFF_FFFC,
    0x28E9_FA9E_9D9F_5E34_4D5A_9E4B_CF65_09A7,
    0xF397_89F5_15AB_8F92_DDBC_BD41_4D94_0E93,
    0x32C4_AE2C_1F19_8119_5F99_0446_6A39_C994,
    0x8FE3_0BBF_F266_0BE1_715A_4589_334C_74C7,
    0xBC37_36A2_F4F6_779C_59BD_CEE3_6B69_2153,
    0xD0A9_877C_C62A_4740_02DF_32E5_2139_F0A0,
];

/// A point of the curve that is a key, and what was computed to use it often.
#[derive(Debug, Clone)]
pub struct Key {
    coordinates: [u8; 64],
    point: AffinePoint,
    comb: OnceLock<Comb>,
}

impl Key {
    /// The key with these coordinates, x‖y, if they are below p and on the curve. The point at infinity has none.
    pub fn of(coordinates: &[u8; 64]) -> Option<Self> {
        let (x, y) = halves(coordinates);
        let point = AffinePoint::from_coordinates(&x, &y).into_option()?;
        Some(Self { coordinates: *coordinates, point, comb: OnceLock::new() })
    }

    /// Computes what makes every later verification several times as fast.
    pub fn prepare(&self) {
        comb::of_base();
        self.comb.get_or_init(|| Comb::new(&self.point.into()));
    }

    /// 签名验证, steps B1 to B7.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64], id: &[u8]) -> Result<(), SignatureFault> {
        let [r, s] = <[_; 2]>::from(halves(signature)).map(|half| Scalar::from_repr(half).into_option());
        let nonzero = |scalar: &Scalar| !bool::from(scalar.is_zero());
        let r = r.filter(nonzero).ok_or(SignatureFault::Range)?;
        let s = s.filter(nonzero).ok_or(SignatureFault::Range)?;
        let t = r + s;
        if t.is_zero().into() {
            return Err(SignatureFault::Range);
        }
        let signer = self.identity(id).ok_or(SignatureFault::Sm2Id)?;
        let e = Scalar::reduce(&FieldBytes::from(*sm3([signer.bytes(), message]).bytes()));
        let point = self.sum(&s, &t).to_affine();
        if bool::from(point.is_identity()) || e + Scalar::reduce(&point.x()) != r {
            return Err(SignatureFault::Wrong);
        }
        Ok(())
    }

    /// Z: what binds the signer's identity and key to the message; none if the identity is too long for its two bytes.
    fn identity(&self, id: &[u8]) -> Option<crate::digest::Digest> {
        let bits = u16::try_from(id.len() * 8).ok()?;
        let curve = CURVE.map(u128::to_be_bytes);
        Some(sm3([&bits.to_be_bytes(), id, curve.as_flattened(), &self.coordinates]))
    }

    /// sG + tP.
    fn sum(&self, s: &Scalar, t: &Scalar) -> ProjectivePoint {
        match self.comb.get() {
            Some(comb) => comb::sum([(comb::of_base(), s), (comb, t)]),
            None => ProjectivePoint::lincomb_vartime(&[(ProjectivePoint::GENERATOR, *s), (self.point.into(), *t)]),
        }
    }
}

/// The two numbers of a pair.
pub fn halves(pair: &[u8; 64]) -> (FieldBytes, FieldBytes) {
    let half = |from: usize| FieldBytes::from_fn(|at| pair.get(from + at).copied().unwrap_or_default());
    (half(0), half(32))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &[u8] = b"message digest";
    const ID: &[u8] = b"1234567812345678";

    fn key(secret: u64) -> Key {
        let point = (ProjectivePoint::GENERATOR * Scalar::from(secret)).to_affine();
        let coordinates = [point.x(), point.y()].concat();
        Key::of(&coordinates.try_into().unwrap()).unwrap()
    }

    fn pair(r: Scalar, s: Scalar) -> [u8; 64] {
        [r.to_repr(), s.to_repr()].concat().try_into().unwrap()
    }

    /// A signature over a digest, for keys that hide nothing.
    fn sign(secret: u64, e: Scalar) -> [u8; 64] {
        let (d, k) = (Scalar::from(secret), Scalar::from(0x0123_4567_89AB_CDEF_u64));
        let r = e + Scalar::reduce(&(ProjectivePoint::GENERATOR * k).to_affine().x());
        pair(r, (k - r * d) * (Scalar::ONE + d).invert().unwrap())
    }

    /// The same answer before and after the key is prepared.
    fn verified(secret: u64, signature: &[u8; 64], id: &[u8]) -> Result<(), SignatureFault> {
        let key = key(secret);
        let cold = key.verify(MESSAGE, signature, id);
        key.prepare();
        assert_eq!(key.verify(MESSAGE, signature, id), cold);
        cold
    }

    fn digest<const N: usize>(pieces: [&[u8]; N]) -> Scalar {
        Scalar::reduce(&FieldBytes::from(*sm3(pieces).bytes()))
    }

    #[test]
    fn only_what_binds_the_signer_is_signed() {
        let z = key(77).identity(ID).unwrap();
        assert_eq!(verified(77, &sign(77, digest([z.bytes(), MESSAGE])), ID), Ok(()));
        let empty = key(77).identity(b"").unwrap();
        assert_eq!(verified(77, &sign(77, digest([empty.bytes(), MESSAGE])), b""), Ok(()));
        for (why, e) in [
            ("no Z", digest([MESSAGE])),
            ("no identity", digest([empty.bytes(), MESSAGE])),
            ("another key's Z", digest([key(78).identity(ID).unwrap().bytes(), MESSAGE])),
        ] {
            assert_eq!(verified(77, &sign(77, e), ID), Err(SignatureFault::Wrong), "{why}");
        }
    }

    /// With r = e and s = −r·d / (1 + d) the sum sG + tP is infinity, whose x a library may give as zero: r = e + 0.
    #[test]
    fn infinity_is_no_signature() {
        let d = Scalar::from(77_u64);
        let r = digest([key(77).identity(ID).unwrap().bytes(), MESSAGE]);
        let s = -(r * d) * (d + Scalar::ONE).invert().unwrap();
        assert_eq!(verified(77, &pair(r, s), ID), Err(SignatureFault::Wrong));
    }

    #[test]
    fn numbers_have_a_range() {
        let (zero, one, below) = (Scalar::ZERO, Scalar::ONE, -Scalar::ONE);
        let half = Scalar::TWO_INV - one; // and TWO_INV: together n
        for (r, s) in [(zero, below), (below, zero), (zero, zero), (below, one), (Scalar::TWO_INV, half)] {
            assert_eq!(verified(5, &pair(r, s), ID), Err(SignatureFault::Range));
        }
        assert_eq!(verified(5, &pair(below, below), ID), Err(SignatureFault::Wrong));
        assert_eq!(verified(5, &pair(one, one), ID), Err(SignatureFault::Wrong));
        let mut order: [u8; 64] = pair(below, below);
        order[31] += 1; // n itself
        assert_eq!(verified(5, &order, ID), Err(SignatureFault::Range));
        assert_eq!(verified(5, &[0xFF; 64], ID), Err(SignatureFault::Range));
    }
}
