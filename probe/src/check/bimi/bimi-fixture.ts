import type { Zone } from '@whybounce/core/dns';
import type { World } from '../prove-fixture.ts';

export const LOGO_URL = 'https://www.example.com/logo.svg';
export const MARK_URL = 'https://www.example.com/logo.pem';

/** A logo that keeps to the profile. */
export const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 100 100"><title>Example</title><desc>Logo of Example</desc><circle cx="50" cy="50" r="40" fill="#2244aa"/></svg>\n';

/** A domain with this BIMI record, and this DMARC record. */
export const zoneWith = (
  record: string | null = `v=BIMI1; l=${LOGO_URL}; a=${MARK_URL};`,
  dmarc: string | null = 'v=DMARC1; p=reject',
): Zone => ({
  'example.com': { A: ['192.0.2.1'] },
  ...(record === null ? {} : { 'default._bimi.example.com': { TXT: [record] } }),
  ...(dmarc === null ? {} : { '_dmarc.example.com': { TXT: [dmarc] } }),
});

type Page = NonNullable<World['https']>[string];

/** The logo as a web server must send it, but for what is said otherwise. */
export const logoPage = (own: Page = {}): Page => ({
  text: logo,
  headers: { 'content-type': 'image/svg+xml' },
  ...own,
});
