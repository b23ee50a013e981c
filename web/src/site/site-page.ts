import type { Assets } from '../component/document.tsx';

/** A page of the site that is the same for everybody, so that it is made once. */
export interface SitePage {
  /** As it stands in the address, percent-encoded: `/providers/gmail/no-such-user`. */
  readonly path: string;
  /** The whole page as HTML, with `ORIGIN` for the site's own address. */
  readonly render: (assets: Assets) => Promise<string>;
}
