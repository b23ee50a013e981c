import { ServeError } from './serve-error.ts';

/**
 * The origin of a site by the address that an operator wrote. Requests never decide it: a `Host` header is
 * whatever its sender likes, and pages with a foreign address in them would be kept by caches.
 *
 * @throws ServeError `option-invalid`
 */
export function parseOrigin(url: string): string {
  const complain = (why: string): never => {
    throw new ServeError('option-invalid', `--url ${url}: ${why} Write it like https://bounce.example.net`);
  };
  if (!URL.canParse(url)) return complain('this is no web address.');
  const { protocol, username, password, pathname, search, hash, origin } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return complain('it must begin with https:// or http://.');
  if (username !== '' || password !== '') return complain('leave out the name and the password.');
  if (pathname !== '/' || search !== '' || hash !== '')
    return complain('the pages stand at the root of a host, so leave out the path.');
  return origin;
}
