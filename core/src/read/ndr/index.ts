import type { Letter } from '../letter.ts';
import type { NdrDialect } from './dialect.ts';

/** Every dialect, the more particular before those that they descend from. */
const dialects: readonly NdrDialect[] = [];

/** The dialect in which a letter is written; null where nobody claims it. */
export function dialectOf(letter: Letter): NdrDialect | null {
  return dialects.find((dialect) => dialect.recognises(letter)) ?? null;
}
