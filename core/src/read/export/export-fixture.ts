import type { Reading } from '../../reading.ts';
import { ExportDecoder } from './decoder.ts';
import type { ExportOptions } from './reader.ts';
import { readSuppressedDestinations } from './suppressed-destinations.ts';

/**
 * For the tests: reads an export of bounces or suppressed addresses that is at hand as a whole: CSV, or what
 * `aws sesv2 list-suppressed-destinations` prints.
 *
 * @returns one reading for each row and recipient, with the row's line as position
 * @throws {RangeError} for a `utcOffset` that cannot be read
 */
export function readExport(text: string, options: ExportOptions = {}): Reading[] {
  const listed = /^\s*\{/.test(text) ? readSuppressedDestinations(parsed(text)) : null;
  if (listed !== null) return listed;
  const decoder = new ExportDecoder(options);
  const readings = decoder.push(text);
  for (const reading of decoder.end()) readings.push(reading);
  return readings;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
