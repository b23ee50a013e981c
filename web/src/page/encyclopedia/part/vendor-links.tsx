import type { JSX } from 'preact';
import { vendorLinks } from '../../../wording/encyclopedia-link.ts';

/** Pages of a vendor, of which some may be missing. */
export type VendorPages = Readonly<Partial<Record<keyof typeof vendorLinks, string | null>>>;

const order = Object.keys(vendorLinks) as (keyof typeof vendorLinks)[];

export function hasVendorPages(pages: VendorPages): boolean {
  return order.some((kind) => typeof pages[kind] === 'string');
}

/** What can be done or read at the vendor's own site, with the host that each link leads to. */
export function VendorLinks({ pages }: { readonly pages: VendorPages }): JSX.Element {
  return (
    <ul class="vendor-links">
      {order.map((kind) => {
        const url = pages[kind];
        return typeof url !== 'string' ? null : (
          <li key={kind}>
            <a href={url}>{vendorLinks[kind]}</a> <span class="soft">{new URL(url).host}</span>
          </li>
        );
      })}
    </ul>
  );
}
