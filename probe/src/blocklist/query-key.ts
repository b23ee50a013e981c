import { type DnsList, dnsLists } from '@whybounce/knowledge/dns-list';

/** Where each list is asked. */
export interface KeyedZones {
  /** The zone to ask, with the key where there is one; null where the list needs one that was not given. */
  zoneOf(list: DnsList): string | null;
  /** A text in which no key stands any more. */
  withoutKeys(text: string): string;
}

/**
 * A key is one label: a dot in it would send the questions, and with them the key, to somebody else's servers.
 * Operators give 26 letters and more; what is much shorter is a slip, and to hide it would blank out whole texts.
 */
const label = /^[a-z0-9][a-z0-9-]{6,61}[a-z0-9]$/i;

/**
 * @param keys by operator
 * @throws RangeError for a key that is no label, or whose operator no list names; the key itself is not in the message
 */
export function keyedZones(keys: Readonly<Record<string, string>>): KeyedZones {
  const operators = new Set(dnsLists.flatMap(({ keyed }) => (keyed === undefined ? [] : [keyed.operator])));
  for (const [operator, key] of Object.entries(keys)) {
    if (!operators.has(operator))
      throw new RangeError(
        `keys.${operator}: no list takes a key of that name; there are ${[...operators].join(', ')}`,
      );
    if (!label.test(key))
      throw new RangeError(
        `keys.${operator}: give the key alone, 8 to 63 letters, digits and hyphens, without zone and dots`,
      );
  }
  const given = Object.values(keys).map((key) => new RegExp(key, 'gi'));
  return {
    zoneOf: ({ zone, keyed }) => {
      const key = keyed === undefined ? undefined : keys[keyed.operator];
      if (keyed === undefined || key === undefined) return keyed?.only === true ? null : zone;
      return `${key.toLowerCase()}.${keyed.zone}`;
    },
    withoutKeys: (text) => given.reduce((shown, key) => shown.replace(key, '…'), text),
  };
}
