import { isDetermined } from '@whybounce/core/dns';
import { parseTlsRpt, type TlsRptRecord, writeTlsRpt } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { mtaStsRecord, withoutProtection } from '../../fact/mta-sts.ts';
import { verdictOnRecord } from '../../fact/record-verdict.ts';
import { tlsRptRecord } from '../../fact/tls-rpt.ts';
import { defineCheck, notApplicable, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'tlsrpt.record',
  area: 'tls-rpt',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'Senders know where to report failures of encryption',
  about:
    'Whether one TXT record at _smtp._tls names an address or URL for TLS reports. They tell daily which senders could not encrypt mail to the domain, and why; without them a mistake in MTA-STS or DANE shows only as missing mail.',
  remedy: 'Publish one TXT record at _smtp._tls of the domain, with v=TLSRPTv1 and an address in rua.',
  source: 'RFC 8460 section 3',
  async run(context) {
    const domain = context.subject.domain as string;
    const { answer, texts, meant, record, findings } = await tlsRptRecord(context);
    const seen = [seenAnswer(answer)];
    if (!isDetermined(answer))
      return undetermined(`Whether ${domain} has a TLS-RPT record could not be told: ${whyUnknown(answer)}.`, { seen });
    const publish = propose(domain, texts);
    if (!meant) {
      const hasPolicy = (await mtaStsRecord(context)).record !== null;
      const without = withoutProtection(domain, await mailServers(context), hasPolicy);
      if (without !== null) return notApplicable(`${without}, so that there is nothing to report.`, { seen });
      const more = {
        seen,
        publish,
        fix: `Publish the record below at _smtp._tls.${domain}. Put an address there that somebody reads, or a service that sums the reports up.`,
      };
      return hasPolicy
        ? warn(
            `${domain} has MTA-STS, and no TLS-RPT record: if senders cannot deliver because of it, nobody tells you.`,
            more,
          )
        : tell(`${domain} has no TLS-RPT record, so that senders report nothing about encryption.`, more);
    }
    return verdictOnRecord(findings, {
      good: `Reports about encryption go to ${listed(record?.rua.map(({ uri }) => uri) ?? [])}.`,
      about: `The TLS-RPT record of ${domain} has a fault.`,
      isVoid: record === null,
      seen,
      publish,
    });
  },
});

/** A place that reports can go to, or a bare address, which only lacks its scheme. */
function isUsable({ uri, scheme, address, host }: TlsRptRecord['rua'][number]): boolean {
  return address !== null || host !== null || (scheme === null && uri.includes('@'));
}

/** One record out of all that are meant as one; with an address of the domain where none of them names a place. */
function propose(domain: string, texts: readonly string[]): string {
  const [first, ...others] = texts.filter((text) => /TLS-?RPT\s*v?\d/i.test(text.slice(0, 200)));
  const rest = others.flatMap((text) =>
    parseTlsRpt(text)
      .rua.filter(isUsable)
      .map(({ uri, address }) => address ?? uri),
  );
  for (const rua of [rest, [], [`tls-reports@${domain}`]])
    try {
      const { name, text } = writeTlsRpt({ domain, rua, record: first ?? null }).record;
      return txtLine(name, text);
    } catch (error) {
      // no place, or one that no report can go to
      if (!(error instanceof RangeError)) throw error;
    }
  return txtLine(`_smtp._tls.${domain}`, `v=TLSRPTv1; rua=mailto:tls-reports@${domain}`);
}
