import { type PlacedTerm, placedTerms } from '@whybounce/core/record';
import { counted } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { unreadRecord } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, pass, tell, undetermined, warn } from '../define.ts';

/** What each macro letter stands for (RFC 7208 section 7.2). */
const meanings: Readonly<Record<string, string>> = {
  s: 'the sender’s whole address',
  l: 'the part of the sender’s address before the @',
  o: 'the domain of the sender',
  d: 'the domain of the record',
  i: 'the IP address that sends',
  p: 'the host name of that address',
  v: 'the kind of that address, IPv4 or IPv6',
  h: 'the name that the server greets with',
};

export default defineCheck({
  id: 'spf.macro_exists',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'Which SPF terms depend on the message',
  about:
    'Terms with macros, such as exists:%{i}.spf.example.com, ask for another name with every message. Whom they allow cannot be listed in advance; it can only be told for one address at a time.',
  remedy: 'Put a macro such as %{i} into "exists", or remove it.',
  source: 'RFC 7208 sections 5.7 and 7',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, root, seen: whole }) => {
      const reached = placedTerms(root).filter(({ node }) => node.state !== 'not-reached');
      const fixed = reached.find(isFixedExists);
      if (fixed !== undefined)
        return warn(
          `${placeWords(fixed.place)} has no macro in it, so that it ${isFound(fixed) ? 'matches every server in the world' : 'matches nobody'} whatever the message.`,
          {
            seen: [...whole, ...seenPlace(fixed.place)],
            severity: isFound(fixed) ? 'high' : 'low',
            fix: `Remove ${quotedTerm(fixed.place.at.term)} from the record of ${fixed.domain}, or put a macro such as %{i} into it.`,
          },
        );
      const open = reached.filter(({ node }) => node.state === 'needs-client' && node.needs.length > 0 && !isPtr(node));
      const [first] = open;
      if (first !== undefined) {
        const { needs } = first.node;
        const of = needs.map((letter) => `${meanings[letter] ?? 'the message'} (%{${letter}})`).join(' and ');
        const more = open.length > 1 ? ` So it is with ${counted(open.length - 1, 'other term')}.` : '';
        return tell(
          `${placeWords(first.place)} is filled in from ${of}: whom it allows is decided with every message.${more} Name the IP address that sends to see what becomes of it.`,
          { seen: [...whole, ...open.slice(0, 4).flatMap(({ place }) => seenPlace(place))] },
        );
      }
      const why = unreadRecord(tree);
      return why === null
        ? pass(`No term in the SPF of ${domain} depends on the message.`, { seen: whole })
        : undetermined(
            `No term in the record of ${domain} itself depends on the message. Of what it includes, ${why}.`,
            {
              seen: whole,
            },
          );
    }),
});

/** `ptr` needs the client too, and is told by a check of its own. */
function isPtr({ term }: PlacedTerm['node']): boolean {
  return term.kind === 'mechanism' && term.name === 'ptr';
}

function isFixedExists({ node: { term, state } }: PlacedTerm): boolean {
  return term.kind === 'mechanism' && term.name === 'exists' && state === 'asked' && !term.text.includes('%{');
}

function isFound({ node: { hosts, term } }: PlacedTerm): boolean {
  return hosts.some(({ a }) => a.records.length > 0) && term.kind === 'mechanism' && term.qualifier === '+';
}
