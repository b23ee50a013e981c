/** A hash of a hash and one number more. */
export function mix(hash: number, number: number): number {
  const mixed = Math.imul(hash ^ number, 0x2c1b3c6d) + 0x3779;
  return mixed ^ (mixed >>> 15);
}

/** A hash of a text. */
export function hashOf(text: string): number {
  let hash = 1;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
