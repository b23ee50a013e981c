import { type PlacedTerm, placedTerms } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailHosting } from '../../fact/mail-hosting.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { type UsualInclude, usualIncludes } from '../../fact/spf-provider.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { unreadRecord } from '../../fact/spf-tree.ts';
import { defineCheck, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'spf.provider_include',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'SPF allows the provider that has the mailboxes',
  about:
    'Who has mailboxes at a provider mostly sends from there as well, and the provider tells its customers what to include in SPF. Where that is missing, mail that people write fails SPF.',
  remedy: 'Add the include that the provider names to the SPF record.',
  source: 'RFC 7208 section 5.2',
  run: (context) =>
    ofOneRecord(context, async ({ domain, tree, root, seen: whole }) => {
      const { route, answer } = await mailServers(context);
      const seen = [...whole, seenAnswer(answer)];
      if (route === 'unknown')
        return undetermined(`Which provider has the mailboxes of ${domain} could not be told: ${whyUnknown(answer)}.`, {
          seen,
        });
      const hosting = await mailHosting(context);
      const providers = hosting === null ? [] : usualIncludes(hosting);
      if (providers.length === 0)
        return notApplicable(`The mail servers of ${domain} do not tell of a provider whose include is known.`, {
          seen,
        });
      const reached = placedTerms(root).filter(({ node }) => node.state !== 'not-reached');
      const missing = providers.filter(({ includes }) => !reached.some((placed) => leadsTo(placed, includes)));
      const [first] = missing;
      if (first === undefined) return pass(`The SPF of ${domain} includes ${listed(providers.map(nameOf))}.`, { seen });
      const open = unreadRecord(tree);
      if (open !== null)
        return undetermined(
          `The record of ${domain} itself does not include ${listed(missing.map(nameOf))}. Whether a record that it includes does could not be told: ${open}.`,
          { seen },
        );
      const { name, includes, sending } = first;
      const choice =
        includes.length === 1 ? `include:${includes[0]}` : `one of ${listed(includes.map((one) => `include:${one}`))}`;
      const { publish } =
        includes.length === 1 ? corrected(tree, { add: [{ include: includes[0] as string }] }) : { publish: undefined };
      return warn(
        `${sending === 'evident' ? `${name} has the mailboxes of ${domain}` : `Mail of ${domain} goes to ${name}`}, and the SPF record of ${domain} does not have ${choice}: if people of ${domain} send from there too, their mail fails SPF.`,
        {
          seen,
          severity: sending === 'evident' ? 'medium' : 'low',
          fix: `If mail of ${domain} is sent through ${name}, add ${choice} to its SPF record${publish === undefined ? '' : ', as below'}. If it leaves by another way, or its addresses are listed as ip4:, nothing is to be done.`,
          publish,
        },
      );
    }),
});

function nameOf({ name }: UsualInclude): string {
  return `that of ${name}`;
}

function leadsTo({ node: { target, term } }: PlacedTerm, includes: readonly string[]): boolean {
  const name = target ?? (term.kind === 'mechanism' ? (term.domain?.text.toLowerCase() ?? '') : '');
  return includes.some((include) => name === include || name.endsWith(`.${include}`));
}
