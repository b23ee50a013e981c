import type { DnsClient } from '@whybounce/core/dns';
import { checkReportTargets, type DmarcRecord, domainExists, type ReportTarget } from '@whybounce/core/record';
import { dmarcWording } from '@whybounce/web';

/**
 * Where the reports of a record go. A host that does not exist can publish no permission, so that none is asked of it:
 * whether it exists is looked up where the permission is missing.
 */
export async function reportTargets(question: {
  readonly record: DmarcRecord;
  readonly domain: string;
  readonly dns: DnsClient;
}): Promise<ReportTarget[]> {
  const targets = await checkReportTargets(question);
  const hosts = [...new Set(targets.filter(({ publish }) => publish !== null).map(({ host }) => host))];
  const exist = await Promise.all(hosts.map((host) => domainExists(host, question.dns)));
  const gone = new Set(hosts.filter((_, index) => exist[index] === false));
  return targets.map((target) =>
    gone.has(target.host)
      ? { ...target, publish: null, says: dmarcWording.hostGone(target.uri.address ?? target.uri.uri, target.host) }
      : target,
  );
}
