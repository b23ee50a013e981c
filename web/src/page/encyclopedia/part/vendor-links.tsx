import type { JSX } from 'preact';
import { mailLink, vendorLinks } from '../../../wording/encyclopedia-link.ts';

/** Pages of a vendor, of which some may be missing. */
export type VendorPages = Readonly<Partial<Record<keyof typeof vendorLinks, string | null>>>;

const order = Object.keys(vendorLinks) as (keyof typeof vendorLinks)[];

export function hasVendorPages(pages: VendorPages): boolean {
  return order.some((kind) => typeof pages[kind] === 'string');
}

/** What can be done or read at the vendor's own site, each with the host or address that it leads to. */
export function VendorLinks({ pages }: { readonly pages: VendorPages }): JSX.Element {
  return (
    <ul class="vendor-links">
      {order.map((kind) => {
        const url = pages[kind];
        if (typeof url !== 'string') return null;
        const { protocol, host, pathname } = new URL(url);
        const isMail = protocol === 'mailto:';
        return (
          <li key={kind}>
            <a href={url}>{isMail ? mailLink : vendorLinks[kind]}</a>{' '}
            <span class="soft">{isMail ? pathname : host}</span>
          </li>
        );
      })}
    </ul>
  );
}
