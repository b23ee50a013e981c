/** Beyond this a bit is as good as certain. */
export const CERTAIN = 12;
/** Steps of {@link squashed} for 1. */
export const STEPS = 128;
/** Bits of a chance as {@link stretched} takes it. */
export const STRETCH_BITS = 12;

/** e^x by its series: `Math.exp` may differ in its last bit from one browser to the next, and then all that follows does. */
function exp(x: number): number {
  const small = x / 1024;
  let power = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}

/** 1 / (1 + e^-x) for x from -{@link CERTAIN} to {@link CERTAIN}. */
export const squashed = Float64Array.from(
  { length: 2 * CERTAIN * STEPS + 1 },
  (_, i) => 1 / (1 + exp(CERTAIN - (i + 0.5) / STEPS)),
);

/** Its inverse, ln(p / (1 - p)), for p from 0 to 1. */
export const stretched = new Float64Array(1 << STRETCH_BITS);
for (let i = 0, at = 0; i < stretched.length; i++) {
  while (at < squashed.length - 1 && (squashed[at] as number) < (i + 0.5) / stretched.length) at++;
  stretched[i] = at / STEPS - CERTAIN;
}
