/** Pages that are kept: some ten megabytes at most. */
export const MAX_PAGES = 200;

/** Whether an answer may be kept: a whole page of this site, which its server does not forbid to store. */
export function mayKeep(response: Pick<Response, 'ok' | 'type' | 'redirected' | 'headers'>): boolean {
  const { ok, type, redirected, headers } = response;
  return (
    ok &&
    type === 'basic' &&
    // A browser refuses an answer that was redirected for a page that it was not asked to redirect.
    !redirected &&
    (headers.get('Content-Type') ?? '').startsWith('text/html') &&
    !/\bno-store\b|\bprivate\b/i.test(headers.get('Cache-Control') ?? '')
  );
}

/** Keeps a page, as the latest; the one that was not seen for the longest time goes where there are too many. */
export async function keepPage(cache: Cache, address: string, response: Response, most = MAX_PAGES): Promise<void> {
  // A cache lists its entries in the order in which they came, so what is put anew has to be taken out first.
  await cache.delete(address);
  await cache.put(address, response);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - most)).map((request) => cache.delete(request)));
}
