import { organizationalDomain } from '@whybounce/core/record';

/**
 * What the panel of a DNS provider wants as the name of a record: the part before the zone's own name, and `@` for that
 * itself. Where the zone begins nobody tells; with hardly an exception it is the registered domain.
 *
 * @returns null where that cannot be told, or the whole name would be the same
 */
export function panelName(name: string): string | null {
  const zone = organizationalDomain(name);
  if (zone === null) return null;
  return name === zone ? '@' : name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : null;
}
