import type { Reading } from '../reading.ts';

/**
 * Text that a limit cut inside a character, and JSON with half a surrogate pair, could not be written
 * as UTF-8: what stands alone becomes U+FFFD before the reading leaves.
 */
export function makeWellFormed(reading: Reading): Reading {
  mend(reading as unknown as Record<string, unknown>);
  mend(reading.message as unknown as Record<string, unknown>);
  if (!reading.warnings.every(({ message }) => message.isWellFormed())) {
    reading.warnings = reading.warnings.map(({ code, message }) => ({ code, message: message.toWellFormed() }));
  }
  return reading;
}

function mend(fields: Record<string, unknown>): void {
  for (const name in fields) {
    const value = fields[name];
    if (typeof value === 'string' && !value.isWellFormed()) fields[name] = value.toWellFormed();
  }
}
