import type { Assets } from '@whybounce/web';
import { html } from 'hono/html';
import { type Problem, wayOn } from '../wording.ts';

/**
 * A page that says what went wrong and what to do. It is made of nothing but itself and the style sheet,
 * so that it can be shown when all else fails.
 *
 * @returns HTML with every text in it escaped
 */
export function problemPage({ title, says }: Problem, assets: Assets): string {
  return `${html`<!doctype html>
<html lang="${wayOn.language}">
<head>
<meta charset="utf-8">
<title>${title} · ${wayOn.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
</head>
<body>
<main id="main">
<h1>${title}</h1>
<p>${says}</p>
<p><a href="/">${wayOn.decoder}</a></p>
</main>
</body>
</html>
`}`;
}
