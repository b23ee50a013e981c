/** `SIZE 52428800`; older servers write `AUTH=LOGIN` beside `AUTH LOGIN`. */
const keywordLine = /^250[ -]([A-Za-z0-9][A-Za-z0-9_-]*)(?:[ =](.*))?$/s;

/**
 * The keywords of a reply to EHLO with their parameters (RFC 5321 section 4.1.1.1). The first line names the
 * server and is none; a keyword that stands there twice has the parameters of both.
 */
export function extensionsOf(reply: string): Record<string, string> {
  const extensions = new Map<string, string>();
  for (const line of reply.split('\n').slice(1)) {
    const [, keyword, parameters = ''] = keywordLine.exec(line) ?? [];
    if (keyword === undefined) continue;
    const name = keyword.toUpperCase();
    const before = extensions.get(name);
    extensions.set(
      name,
      before === undefined || before === '' ? parameters.trim() : `${before} ${parameters.trim()}`.trim(),
    );
  }
  return Object.fromEntries(extensions);
}
