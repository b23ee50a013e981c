import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { recordToRead, reportTargets } from '../../fact/dmarc.ts';
import { listed } from '../../fact/list-words.ts';
import { deliverable } from '../../fact/message-domain.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dmarc.rua_external',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'Report services say that they take reports about the domain',
  about:
    'So that nobody can be flooded with the reports of others, receivers send them to another domain only where that domain says in its own DNS that it wants them. Without that record they send nothing, and nobody notices.',
  remedy: 'Ask the report service to publish the record, or name a mailbox of your own.',
  source: 'RFC 9990 section 4',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const targets = (await reportTargets(context)).filter(({ tag }) => tag === 'rua');
    if (targets.length === 0) return notApplicable(`The record at ${read.name} names no mailbox for reports.`);
    const foreign = targets.filter(({ status }) => status !== 'own');
    const answers = await Promise.all(
      [...new Set(foreign.flatMap(({ name }) => name ?? []))].map((name) => context.dns.query(name, 'TXT')),
    );
    const seen = [...read.seen, ...answers.map((answer) => seenAnswer(answer))];
    const silent = foreign.filter(({ status }) => status === 'not-authorised');
    const dead = new Set<string>();
    for (const host of new Set(silent.map((one) => one.host)))
      if ((await deliverable(context.dns, host)).takesMail === false) dead.add(host);
    // a mailbox that takes no mail needs no leave: that it cannot be reached is told by dmarc.rua
    const refused = silent.filter(({ host }) => !dead.has(host));
    const open = foreign.filter(({ status }) => status === 'undetermined');
    const addresses = (of: typeof targets) => listed(of.map(({ uri }) => uri.address ?? uri.uri));
    if (refused.length > 0) {
      const publish = [
        ...new Set(refused.flatMap(({ publish: own }) => (own === null ? [] : [txtLine(own.name, own.text)]))),
      ];
      const hosts = listed([...new Set(refused.map(({ host }) => host))]);
      return fail(refused.map(({ says }) => says).join(' '), {
        seen,
        // some receivers of reports are left
        severity: refused.length < targets.length ? 'medium' : 'high',
        fix:
          publish.length === 0
            ? `Name a mailbox in place of ${addresses(refused)} whose domain can say that it wants the reports.`
            : `Whoever runs ${hosts} must publish what stands below; you cannot do it yourself. Ask for it, mostly by adding ${read.domain} in the account there, or have the reports sent to a mailbox under ${read.domain}.`,
        publish: publish.length === 0 ? undefined : publish.join('\n'),
      });
    }
    if (open.length > 0) return undetermined(open.map(({ says }) => says).join(' '), { seen });
    const told = foreign.filter(({ host }) => !dead.has(host));
    if (dead.size > 0 && told.length === 0 && foreign.length === targets.length)
      return notApplicable(`${listed([...dead])} takes no mail, so there is nothing to allow.`, { seen });
    return pass(
      told.length === 0
        ? `Reports go to ${addresses(targets.filter(({ status }) => status === 'own'))}, of the same organisation as ${read.domain}: nothing has to be allowed.`
        : told.map(({ says }) => says).join(' '),
      { seen },
    );
  },
});
