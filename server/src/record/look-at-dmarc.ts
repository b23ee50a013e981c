import {
  type DmarcPlace,
  type DmarcStandard,
  discoverDmarc,
  domainExists,
  explainDmarc,
  lintDmarc,
  nextDmarcStep,
  parseDmarc,
  policyFor,
} from '@whybounce/core/record';
import type { DmarcCheck, DmarcFate, RecordFields } from '@whybounce/web';
import { reportTargets } from './report-hosts.ts';
import type { World } from './world.ts';

/** Finds the DMARC policy of a domain as both generations of receivers do, and what it does. */
export async function lookAtDmarc(domain: string, _fields: RecordFields, { dns }: World): Promise<DmarcCheck> {
  const discovery = await discoverDmarc({ domain, dns });
  const { places, record } = discovery;
  const at = places.rfc9989.record?.domain ?? null;
  const isInherited = at !== null && at !== domain;
  const [exists, targets] = await Promise.all([
    isInherited ? domainExists(domain, dns) : true,
    record === null || at === null ? [] : reportTargets({ record, domain: at, dns }),
  ]);
  const fate = (isBelow: boolean, existing: boolean | null): DmarcFate => ({
    rfc7489: fateAt(places.rfc7489, 'rfc7489', isBelow, existing),
    rfc9989: fateAt(places.rfc9989, 'rfc9989', isBelow, existing),
  });
  return {
    discovery,
    at,
    findings: [...discovery.findings, ...(record === null ? [] : lintDmarc(record))],
    explanation: record === null || at === null ? null : explainDmarc(record, at),
    own: fate(false, exists),
    subdomain: fate(true, true),
    missingSubdomain: fate(true, false),
    targets,
    next: nextDmarcStep(record),
  };
}

/** @param isBelow whether mail comes from a subdomain of the domain that was asked for */
function fateAt(
  { domain, record }: DmarcPlace,
  standard: DmarcStandard,
  isBelow: boolean,
  exists: boolean | null,
): DmarcFate[DmarcStandard] {
  if (record?.record == null) return null;
  // a record that stands above takes the domain itself for one of its subdomains
  const subdomain = isBelow || record.domain !== domain;
  return policyFor(parseDmarc(record.record), { subdomain, exists }, standard);
}
