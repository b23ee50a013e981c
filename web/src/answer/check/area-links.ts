import type { Area } from '@whybounce/core/check';

/** The pages that show or write what the checks of an area are about. */
const pathsOf: Readonly<Partial<Record<Area, readonly string[]>>> = {
  spf: ['/check/spf', '/write/spf'],
  dkim: ['/write/dkim'],
  dmarc: ['/check/dmarc', '/write/dmarc'],
  'mta-sts': ['/check/mta-sts', '/write/mta-sts'],
  'tls-rpt': ['/check/mta-sts', '/write/mta-sts'],
  bimi: ['/write/bimi'],
};

/** The paths of the pages that go on where the checks of an area end; empty where there are none. */
export function areaPaths(area: Area): readonly string[] {
  return pathsOf[area] ?? [];
}
