import type { ComponentChildren, JSX } from 'preact';
import { shell } from '../wording/shell.ts';
import { Footer } from './footer.tsx';
import { Header, type Section } from './header.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';

/** Files that the build names by their content, as paths on the site. */
export interface Assets {
  readonly style: string;
  /** The script of every page: search, copying, keys. */
  readonly site: string;
  /** The script of the decoder. */
  readonly decoder: string;
  /** The script of the check pages. */
  readonly check: string;
  readonly worker: string;
}

/** What a page says of itself to browsers, search engines and whoever shows a link to it. */
export interface PageHead {
  readonly title: string;
  /** One sentence, at most 160 characters. */
  readonly description: string;
  /** The page's path. */
  readonly path: string;
  readonly section: Section | null;
  /** schema.org, as JSON-LD; null where nothing fits. */
  readonly structuredData: object | null;
  /** Whether search engines should keep it. */
  readonly isIndexed: boolean;
  /** Where a browser without script is led on to: what the script would draw, as a whole page. */
  readonly withoutScript?: string | null | undefined;
}

/**
 * Stands for the site's own address in pages that are made before anybody knows where they will be
 * served; the server puts its own there.
 */
export const ORIGIN = 'https://origin.invalid';

/** A whole page. */
export function Document({
  head,
  assets,
  scripts = [],
  children,
}: {
  readonly head: PageHead;
  readonly assets: Assets;
  /** Beside that of every page: they draw a part of it, so that nothing is shown before they have. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, description, path, section, isIndexed, withoutScript = null } = head;
  const fullTitle = path === '/' ? title : `${title} · ${shell.name}`;
  return (
    <html lang={shell.language} data-worker={assets.worker}>
      <head>
        <meta charset="utf-8" />
        <title>{fullTitle}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        {isIndexed ? null : <meta name="robots" content="noindex" />}
        {withoutScript === null ? null : (
          <noscript>
            <meta http-equiv="refresh" content={`0; url=${withoutScript}`} />
          </noscript>
        )}
        <link rel="canonical" href={`${ORIGIN}${path}`} />
        <meta property="og:site_name" content={shell.name} />
        <meta property="og:type" content={path === '/' ? 'website' : 'article'} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:url" content={`${ORIGIN}${path}`} />
        <meta property="og:image" content={`${ORIGIN}/card.png`} />
        <meta name="twitter:card" content="summary" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.site} />
        {scripts.map((script) => (
          <script key={script} type="module" src={script} {...{ blocking: 'render' }} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {shell.skip}
        </a>
        <Header section={section} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer isAskedOfService={section === 'check'} />
        <ShortcutHelp />
      </body>
    </html>
  );
}
