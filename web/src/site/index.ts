/** The pages that are made once, and what leads to them. */
export { exactPath } from './exact-path.ts';
export { notFoundDocument, searchDocument } from './find-documents.tsx';
export { type Redirect, redirects } from './redirects.ts';
export { type Resolved, resolvePath } from './resolve-path.ts';
export { robots } from './robots.ts';
export type { SitePage } from './site-page.ts';
export { sitePages, sitePaths } from './site-pages.ts';
export { sitemap } from './sitemap.ts';
