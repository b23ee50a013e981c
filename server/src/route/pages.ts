import { type Resolved, resolvePath } from '@whybounce/web/site';
import type { Context, Handler } from 'hono';
import { serviceWorkerPolicy } from '../headers.ts';
import type { Pages } from '../page/pages.ts';
import { sendHtml } from '../send-html.ts';
import type { SiteContent } from '../site/content.ts';
import { isText } from '../site/content-type.ts';
import { isUnchanged } from '../site/etag.ts';
import { findFile } from '../site/find-file.ts';
import { requestPath } from '../site/request-path.ts';
import type { Site, SiteFile } from '../site/site.ts';
import type { Refuse } from './refuse.ts';

/** What pages are served from. */
export interface PagesRoute {
  readonly site: Site;
  readonly content: SiteContent;
  readonly pages: Pages;
  readonly refuse: Refuse;
}

/** `GET` of any page or file: what was built, what the encyclopedia can make, or what comes near. */
export function servePages({ site, content, pages, refuse }: PagesRoute): Handler {
  return async (context) => {
    const path = requestPath(context.req.url);
    if (path === null) return refuse(context, 400);
    const found = findFile(site, path);
    switch (found.kind) {
      case 'file':
        return sendFile(context, content, found.file);
      case 'elsewhere':
        return moved(context, encodeURI(found.path));
      case 'nothing':
        return sendResolved(context, pages, await resolvePath(encodeURI(path), today()), path);
    }
  };
}

async function sendResolved(context: Context, pages: Pages, resolved: Resolved, path: string): Promise<Response> {
  switch (resolved.kind) {
    case 'moved':
      return moved(context, resolved.to);
    case 'page':
      return sendHtml(context, await pages.page(resolved.page));
    case 'none':
      return sendHtml(context, pages.notFound(path, resolved.suggestions), 404);
  }
}

/** @param path on this site: it begins with one slash */
function moved(context: Context, path: string): Response {
  return context.body(null, 308, {
    Location: `${path}${new URL(context.req.url).search}`,
    'Cache-Control': 'no-cache',
  });
}

/** A file, or 304 where the client has it already. */
async function sendFile(context: Context, content: SiteContent, file: SiteFile): Promise<Response> {
  const { bytes, encoding, etag } = await content.read(file, context.req.header('Accept-Encoding') ?? null);
  const headers: Record<string, string> = {
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    ...(isText(file.type) ? { Vary: 'Accept-Encoding' } : {}),
    ...(file.path === '/service-worker.js' ? { 'Content-Security-Policy': serviceWorkerPolicy } : {}),
  };
  if (isUnchanged(context.req.header('If-None-Match') ?? null, etag)) return context.body(null, 304, headers);
  return context.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    'Content-Type': file.type,
    'Content-Length': String(bytes.byteLength),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
}

/** Sources are marked as old by it. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
