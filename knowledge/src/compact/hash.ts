/** A hash of a hash and a number more. */
export function mix(hash: number, number: number): number {
  const mixed = Math.imul(hash ^ number, 0x2c1b3c6d) + 0x3779;
  return mixed ^ (mixed >>> 15);
}
