;; memory.copy for engines that do not have it. The lowering of binaryen moves one byte at a time; this moves eight.
(module
  (memory 1)
  (func (param $to i32) (param $from i32) (param $left i32)
    ;; Forwards, unless the target begins inside the source.
    (if (i32.ge_u (i32.sub (local.get $to) (local.get $from)) (local.get $left))
      (then
        (block $done
          (loop $words
            (br_if $done (i32.lt_u (local.get $left) (i32.const 8)))
            (i64.store align=1 (local.get $to) (i64.load align=1 (local.get $from)))
            (local.set $to (i32.add (local.get $to) (i32.const 8)))
            (local.set $from (i32.add (local.get $from) (i32.const 8)))
            (local.set $left (i32.sub (local.get $left) (i32.const 8)))
            (br $words)))
        (block $done
          (loop $bytes
            (br_if $done (i32.eqz (local.get $left)))
            (i32.store8 (local.get $to) (i32.load8_u (local.get $from)))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (local.set $from (i32.add (local.get $from) (i32.const 1)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br $bytes))))
      (else
        (block $done
          (loop $words
            (br_if $done (i32.lt_u (local.get $left) (i32.const 8)))
            (local.set $left (i32.sub (local.get $left) (i32.const 8)))
            (i64.store align=1 (i32.add (local.get $to) (local.get $left)) (i64.load align=1 (i32.add (local.get $from) (local.get $left))))
            (br $words)))
        (block $done
          (loop $bytes
            (br_if $done (i32.eqz (local.get $left)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (i32.store8 (i32.add (local.get $to) (local.get $left)) (i32.load8_u (i32.add (local.get $from) (local.get $left))))
            (br $bytes)))))))
