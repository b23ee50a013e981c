import type { DnsList, ListCodes } from '@whybounce/knowledge/dns-list';

/** A return code with what the list means by it; null where that is not known. */
export interface ReadCode {
  readonly code: string;
  readonly meaning: string | null;
}

/**
 * What the addresses of one answer say:
 * - `listed`;
 * - `known`: the list knows the subject and does not accuse it;
 * - `refused`: an error code, or no code of a list at all;
 * - `unknown`: codes that this list is not known to give.
 */
export interface Reading {
  readonly says: 'listed' | 'known' | 'refused' | 'unknown';
  readonly codes: readonly ReadCode[];
}

/** The sum of a bitmask has no bit for 1: there, too, it is the answer to those who are refused. */
const REFUSED_BY_CUSTOM = '127.0.0.1';
const REFUSED_EVERYWHERE = '127.255.255.';

/**
 * Reads the addresses that a list answered by what the list is known to mean.
 * One that is no code of a list spoils them all: whoever answers so is not the list, or does not serve this resolver.
 *
 * @param addresses at least one, each as four decimal numbers
 */
export function readAnswer(list: DnsList, addresses: readonly string[]): Reading {
  const given = [...new Set(addresses)];
  const refusals = given.map((code) => refusal(list, code)).filter((code) => code !== null);
  if (refusals.length > 0) return { says: 'refused', codes: refusals };
  const read = given.map((code) => senseOf(list, code));
  const codes = read.flatMap((sense) => sense.codes);
  if (read.some(({ says }) => says === 'listed')) return { says: 'listed', codes };
  return { says: read.every(({ says }) => says === 'known') ? 'known' : 'unknown', codes };
}

function refusal(list: DnsList, code: string): ReadCode | null {
  const own = meaningOf(list.errors ?? {}, code);
  if (own !== null) return { code, meaning: own };
  if (code.startsWith(REFUSED_EVERYWHERE)) return { code, meaning: 'an error, not a listing' };
  // an address of the web: the resolver rewrites answers, or the zone was sold (RFC 6471 section 3.4)
  if (!code.startsWith('127.')) return { code, meaning: 'no answer that a list gives' };
  return code === REFUSED_BY_CUSTOM && senseOf(list, code).says === 'unknown'
    ? { code, meaning: 'this resolver is refused' }
    : null;
}

function senseOf(list: DnsList, code: string): Reading {
  const last = Number(code.slice(code.lastIndexOf('.') + 1));
  switch (list.decode) {
    case 'bitmask': {
      const bits = [1, 2, 4, 8, 16, 32, 64, 128].filter((bit) => (last & bit) !== 0);
      const meanings = bits.map((bit) => list.codes[bit]).filter((meaning) => meaning !== undefined);
      // what has more before its last number than 127.0.0 is no sum of bits
      if (!code.startsWith('127.0.0.') || meanings.length === 0) return sense('unknown', code, null);
      return { says: 'listed', codes: meanings.map((meaning) => ({ code, meaning })) };
    }
    case 'trust': {
      const [first, second, category = '', trust = ''] = code.split('.');
      const meaning = first === '127' && second === '0' ? list.codes[trust] : undefined;
      if (meaning === undefined) return sense('unknown', code, null);
      const known = list.categories[category];
      return sense('listed', code, known === undefined ? meaning : `${meaning} (${known})`);
    }
    case 'age': {
      const meaning = meaningOf(list.codes, code);
      return sense(meaning === null ? 'unknown' : 'listed', code, meaning?.replace('#', String(last)) ?? null);
    }
    case 'exact': {
      const accused = meaningOf(list.codes, code);
      if (accused !== null) return sense('listed', code, accused);
      const known = meaningOf(list.harmless ?? {}, code);
      return sense(known === null ? 'unknown' : 'known', code, known);
    }
  }
}

const sense = (says: Reading['says'], code: string, meaning: string | null): Reading => ({
  says,
  codes: [{ code, meaning }],
});

/** The meaning of a code in a table of codes and ranges of last numbers. */
function meaningOf(codes: ListCodes, code: string): string | null {
  const dot = code.lastIndexOf('.') + 1;
  const [head, last] = [code.slice(0, dot), Number(code.slice(dot))];
  for (const [written, meaning] of Object.entries(codes)) {
    if (!written.startsWith(head)) continue;
    const [from = '', to = from] = written.slice(dot).split('-');
    if (Number(from) <= last && last <= Number(to)) return meaning;
  }
  return null;
}
