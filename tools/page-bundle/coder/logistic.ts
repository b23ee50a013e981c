import { PARTS } from './bit-source.ts';

/** Beyond this a bit is as good as certain. */
export const CERTAIN = 12;
/** Steps of {@link squashed} for 1. */
export const STEPS = 128;
/** e^x by its series: `Math.exp` may differ in its last bit from one browser to the next, and then all that follows does. */
function exp(x: number): number {
  const small = x / 1024;
  let power = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}

/** 1 / (1 + e^-x) in {@link PARTS}, for x from -{@link CERTAIN} to {@link CERTAIN}: never none, never all. */
export const squashed = Int32Array.from({ length: 2 * CERTAIN * STEPS + 1 }, (_, i) => {
  const chance = PARTS / (1 + exp(CERTAIN - (i + 0.5) / STEPS));
  return Math.min(PARTS - 1, Math.max(1, chance));
});

/** Its inverse, ln(p / (1 - p)), for a chance in {@link PARTS}. */
export const stretched = new Float64Array(PARTS);
for (let i = 0, at = 0; i < PARTS; i++) {
  while (at < 2 * CERTAIN * STEPS && 1 / (1 + exp(CERTAIN - (at + 0.5) / STEPS)) < (i + 0.5) / PARTS) at++;
  stretched[i] = at / STEPS - CERTAIN;
}
