import { normalName } from '@whybounce/core/dns';
import { type DeadList, type DnsList, deadLists, dnsLists } from '@whybounce/knowledge/dns-list';

/**
 * The list of a zone that somebody names, such as a refusal: alive, or dead, so that can be told what became of it.
 *
 * @param zone in any case, with or without the final dot; names below a dead list's zone belong to it
 */
export function knownList(zone: string): { readonly alive: DnsList } | { readonly dead: DeadList } | null {
  const name = normalName(zone);
  const alive = dnsLists.find((list) => list.zone === name);
  if (alive !== undefined) return { alive };
  const dead = deadLists.find((list) => `.${name}`.endsWith(`.${list.zone}`));
  return dead === undefined ? null : { dead };
}
