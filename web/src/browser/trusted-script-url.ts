/**
 * The scripts that a page may start beside its own: the engine's worker, named by the build, and the
 * service worker. A path from the root, so that no other host can be named.
 */
const admitted = /^\/(?:assets\/[\w-]+(?:\.[\w-]+)*\.js|service-worker\.js)$/;

/** Narrowed from the Trusted Types API, which the types of the DOM do not have yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): object };
}

/** The path itself where it is one of the site's own scripts. */
export function admitScript(path: string): string {
  if (admitted.test(path)) return path;
  throw new TypeError(`"${path}" is no script of this site: nothing was started.`);
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * The address of a script of the site as `new Worker` and `register` take it under
 * `require-trusted-types-for 'script'`. The header admits one policy of this name, made once a page:
 * every bundle has to import this module from the same shared chunk.
 *
 * @throws {TypeError} for any other address
 */
export function trustedScriptUrl(path: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return admitScript(path);
  policy ??= trustedTypes.createPolicy('whybounce', { createScriptURL: admitScript });
  // Not a string, but the types of the DOM take no TrustedScriptURL.
  return policy.createScriptURL(path) as unknown as string;
}
