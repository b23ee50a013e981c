import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ORIGIN } from './component/document.tsx';

/**
 * A page as HTML, as the build and the server write it.
 *
 * @param structuredData schema.org data of the page. It stands in a block that browsers do not run; `<` is
 *   written as an escape so that no text in it can end the block.
 */
export function renderDocument(page: JSX.Element, structuredData: object | null = null): string {
  const html = `<!doctype html>${renderToString(page)}`;
  if (structuredData === null) return html;
  const json = JSON.stringify(structuredData).replaceAll('<', '\\u003c');
  return html.replace('</head>', () => `<script type="application/ld+json">${json}</script></head>`);
}

/** A page for the site at an origin such as `https://bounce.example.net`. */
export function atOrigin(html: string, origin: string): string {
  return html.replaceAll(ORIGIN, origin);
}
