import type { Find } from './find.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** What is written in place of a find. */
export function pseudonymOf(find: Pick<Find, 'kind' | 'original' | 'domain'>, pseudonyms: Pseudonyms): string {
  const { kind, original, domain = '' } = find;
  switch (kind) {
    case 'address':
      return pseudonyms.address(original, domain);
    case 'messageId':
      return pseudonyms.messageId(original, domain);
    case 'user':
      return pseudonyms.user(original);
    case 'host':
      return pseudonyms.host(original);
    case 'domain':
      return pseudonyms.domain(original);
    case 'ip':
      return pseudonyms.ip(original);
    case 'name':
      return pseudonyms.name(original);
    case 'subject':
    case 'list':
    case 'campaign':
    case 'file':
    case 'input':
      return pseudonyms.label(kind, original);
    case 'number':
      return pseudonyms.number(original);
    case 'id':
    case 'link':
      return pseudonyms.id(original);
    case 'block':
    case 'keep':
      return original;
  }
}
