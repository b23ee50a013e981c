export const SQUASH_LIMIT = 12;
export const SQUASH_STEPS = 128;
export const CHANCES = 4096;

/** e^x by its series, halved ten times before: `Math.exp` may differ from engine to engine in its last bit. */
function exp(x: number): number {
  const small = x / 1024;
  let power = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}

export const squashTable = Float64Array.from({ length: 2 * SQUASH_LIMIT * SQUASH_STEPS + 1 }, (_, i) => 1 / (1 + exp(SQUASH_LIMIT - (i + 0.5) / SQUASH_STEPS)));

export const stretchTable = new Float64Array(CHANCES);
for (let i = 0, at = 0; i < CHANCES; i++) {
  while (at < squashTable.length - 1 && (squashTable[at] as number) < (i + 0.5) / CHANCES) at++;
  stretchTable[i] = at / SQUASH_STEPS - SQUASH_LIMIT;
}
