import { formatTlsa, isUsableTlsa, type TlsaRecord } from './record.ts';

/** Whether the key or certificate can be changed without losing mail in between (RFC 7671 section 8). */
export interface TlsaRollover {
  /** `3 1 1` of the key now and of the next one, or the server's key together with its authority. */
  readonly scheme: 'current-and-next' | 'key-and-authority' | null;
  readonly ready: boolean;
  /** One or two sentences. */
  readonly says: string;
  /** Null where nothing is to do. */
  readonly fix: string | null;
}

/**
 * Judges the records of one mail server.
 *
 * @param matches for each record whether the server's present chain matches it; null where the chain is not known
 */
export function tlsaRollover(records: readonly TlsaRecord[], matches: readonly boolean[] | null): TlsaRollover {
  const texts = records.map(formatTlsa);
  const usable = records.flatMap((record, index) =>
    isUsableTlsa(record) && texts.indexOf(texts[index] ?? '') === index
      ? [{ record, now: matches === null ? null : matches[index] === true }]
      : [],
  );
  if (usable.length === 0)
    return {
      scheme: null,
      ready: false,
      says: 'There is no usable TLSA record.',
      fix: 'Publish a record 3 1 1 for the present key.',
    };
  const own = usable.filter(({ record }) => record.usage === 3);
  const authority = usable.filter(({ record }) => record.usage === 2);
  if (own.some(({ now }) => now !== false) && authority.some(({ now }) => now !== false))
    return {
      scheme: 'key-and-authority',
      ready: true,
      says: "The records name the server's key and its certificate authority: when one of them changes, the other still matches.",
      fix: null,
    };
  if (usable.some((one) => usable.some((other) => prepares(one, other))))
    return {
      scheme: 'current-and-next',
      ready: true,
      says: 'The records name the present certificate or key and another one, to which the server can change.',
      fix: null,
    };
  const first = formatTlsa(usable[0]?.record ?? (records[0] as TlsaRecord)).slice(0, 14);
  if (usable.every(({ now }) => now === false))
    return {
      scheme: null,
      ready: false,
      says: `No usable record, such as "${first}…", matches what the server presents now.`,
      fix: 'Publish a record 3 1 1 for the present key, and later one for the next key.',
    };
  const [kind, what] = own.length > 0 ? ['3 1 1', 'the next key'] : ['2 1 1', 'the next certificate authority'];
  return {
    scheme: null,
    ready: false,
    says: `${usable.length === 1 ? `The only usable record is "${first}…"` : 'The records name nothing that the server could change to'}: at its next change mail stops until the DNS has followed.`,
    fix: `Publish a second record ${kind} for ${what}, and wait two TTLs before the server changes to it.`,
  };
}

interface Judged {
  readonly record: TlsaRecord;
  readonly now: boolean | null;
}

/** Whether one record stands for the present and the other for what may follow. */
function prepares(one: Judged, other: Judged): boolean {
  if (one === other || one.now === false || other.now === true) return false;
  const [a, b] = [one.record, other.record];
  const sameKind = a.usage === b.usage && a.selector === b.selector;
  // senders look at the strongest digest of a kind alone (RFC 7671 section 9), so both must have it;
  // records of two kinds may stand for one certificate, where nobody has looked
  return sameKind ? a.matchingType === b.matchingType : one.now !== null && other.now !== null;
}
