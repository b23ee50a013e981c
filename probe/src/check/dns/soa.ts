import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { signedZone } from '../../fact/signed-zone.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

/** Seconds for which an absence may be remembered before it hurts: RFC 2308 section 5 calls one to three hours sensible and a day too long. */
const LONG_ABSENCE = 86_400;

export default defineCheck({
  id: 'dns.soa',
  area: 'dns',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The zone has a sound SOA record',
  about:
    'The SOA record says whom to write to about the zone and how long an answer "there is no such record" is remembered. The form of the serial number is no matter: any number that grows is right.',
  remedy: 'Correct the values of the SOA record with the DNS provider.',
  source: 'RFC 1912 section 2.2',
  async run(context) {
    const { zone, soa } = await signedZone(context);
    const seen = [seenAnswer(soa)];
    const [record] = soa.records;
    if (record === undefined) {
      if (soa.status === 'no-domain')
        return notApplicable(`${zone} does not exist, so it has no SOA record.`, { seen });
      return isDetermined(soa)
        ? tell(`${zone} is no zone of its own: its records stand in the zone of a domain above it.`, { seen })
        : undetermined(`The SOA record of ${zone} could not be read: ${whyUnknown(soa)}.`, { seen });
    }
    const { mname, rname, refresh, expire, minimum } = record;
    const mailbox = mailboxOf(rname);
    const absence = Math.min(minimum, soa.ttl ?? minimum);
    const faults: string[] = [];
    const fixes: string[] = [];
    if (mailbox === null) {
      faults.push(`its contact ${JSON.stringify(rname)} is no mailbox`);
      fixes.push(`Write the contact as a name: hostmaster.${zone}. stands for hostmaster@${zone}.`);
    }
    if (expire <= refresh) {
      faults.push(`secondary servers drop the zone after ${expire} seconds, yet look for news only after ${refresh}`);
      fixes.push(`Set expire to some weeks (1209600), far above refresh (${refresh}).`);
    }
    if (absence > LONG_ABSENCE) {
      faults.push(`who asked before a record was there hears of it up to ${hours(absence)} hours late`);
      fixes.push(`Set the last value of the SOA record from ${minimum} to 3600.`);
    }
    if (faults.length > 0)
      return warn(`The SOA record of ${zone} needs a look: ${faults.join('; ')}.`, { seen, fix: fixes.join(' ') });
    const server = await context.dns.query(mname, 'A');
    if (server.status === 'no-domain')
      return tell(
        `The SOA record of ${zone} is sound. The primary server that it names, ${mname}, is not in the public DNS: usual where the primary is kept hidden, and no matter for mail.`,
        { seen: [...seen, seenAnswer(server)] },
      );
    return pass(`The SOA record of ${zone} is sound; its contact is ${mailbox}.`, { seen });
  },
});

const hours = (seconds: number): number => Math.round(seconds / 3600);

/** The mailbox that an RNAME stands for: its first label is the local part (RFC 1035 section 8); null where it is none. */
function mailboxOf(rname: string): string | null {
  const parts = /^((?:[^.\\]|\\.)+)\.(.+\..+|[^.]+)$/.exec(rname);
  if (parts === null || rname.includes('@')) return null;
  return `${(parts[1] as string).replaceAll(/\\(.)/g, '$1')}@${parts[2]}`;
}
