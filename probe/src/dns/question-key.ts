import { normalName, type QueryOptions, type RecordType } from '@whybounce/core/dns';

/** The same text for the same question, however its name is written. */
export function questionKey(name: string, type: RecordType, options: QueryOptions | undefined): string {
  return JSON.stringify([normalName(name), type, options?.server ?? null, options?.checkingDisabled === true]);
}
