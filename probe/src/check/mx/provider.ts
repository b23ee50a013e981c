import type { Seen } from '@whybounce/core/check';
import { type Behind, behindGateway, type MailHostGroup } from '@whybounce/core/mail-host';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailHosting } from '../../fact/mail-hosting.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, notApplicable, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.provider',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'Who takes the mail of the domain',
  about:
    'The names of the mail servers tell which provider takes the mail, or which filter stands before it. Behind a filter, other records of the domain tell where the mailboxes are: that is who explains a refusal.',
  remedy: null,
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, answer, servers } = await mailServers(context);
    const seen = [seenAnswer(answer)];
    if (route === 'unknown')
      return undetermined(`Who takes the mail of ${domain} could not be told: ${whyUnknown(answer)}.`, { seen });
    if (route === 'implicit')
      return tell(`Mail for ${domain} goes to the address of the domain itself, ${servers[0]?.addresses[0]}.`, {
        seen,
      });
    const hosting = await mailHosting(context);
    if (hosting === null) return notApplicable(`${domain} names no mail server.`, { seen });
    const { groups, gateways } = hosting;
    const takers = groups.filter(({ kind }) => kind !== 'placeholder');
    const says = `Mail for ${domain} goes to ${listed(takers.length === 0 ? ['nobody'] : takers.map(nameOf))}.`;
    if (gateways.length === 0 || gateways.length < takers.length) return tell(says, { seen });
    const { behind, seen: signs } = await lookBehind(context);
    const all = { seen: [...seen, ...signs] };
    const [first] = behind;
    if (first === undefined) return tell(`${says} Where the mailboxes behind it are, no other record tells.`, all);
    const by = listed(first.signs.map(({ value }) => value));
    return tell(
      `${says} The mailboxes behind it ${first.sure === 'likely' ? 'are most likely' : 'may be'} with ${first.host.name}, by ${by}.`,
      all,
    );
  },
});

function nameOf({ kind, name, hosts }: MailHostGroup): string {
  if (kind === 'self-hosted') return `servers of its own (${listed(hosts)})`;
  if (kind === 'unknown') return `servers of ${name}`;
  return kind === 'gateway' ? `${name}, a mail filter` : name;
}

/** What other records tell of the mailboxes: asked only where a filter hides them. */
async function lookBehind({ subject, dns }: CheckContext): Promise<{
  readonly behind: readonly Behind[];
  readonly seen: readonly Seen[];
}> {
  const domain = subject.domain as string;
  const [txt, autodiscover, key] = await Promise.all([
    dns.query(domain, 'TXT'),
    dns.query(`autodiscover.${domain}`, 'CNAME'),
    dns.query(`selector1._domainkey.${domain}`, 'CNAME'),
  ]);
  const texts = txt.records.map((strings) => strings.join(''));
  const spf = texts.find((text) => /^v=spf1(?: |$)/i.test(text)) ?? '';
  const behind = behindGateway({
    spfIncludes: [...spf.matchAll(/(?:^| )\+?include:(\S+)/gi)].map(([, name = '']) => name.toLowerCase()),
    autodiscover: autodiscover.records[0] ?? null,
    dkimCnames: key.records,
    txt: texts,
    dkimSelectors: subject.selectors.filter((known) => known.domain === domain).map(({ selector }) => selector),
  });
  return { behind, seen: [autodiscover, key].filter(({ status }) => status === 'found').map(seenAnswer) };
}
