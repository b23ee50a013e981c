import { keysToRead, seenKeys } from '../../fact/dkim-keys.ts';
import { listed } from '../../fact/list-words.ts';
import { defineCheck, fail, pass, tell } from '../define.ts';

export default defineCheck({
  id: 'dkim.key_revoked',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'No DKIM key in use is withdrawn',
  about:
    'A key record with an empty p= says that the key is withdrawn: every signature with its selector fails. That is right for a selector that is out of use.',
  remedy: 'Have the sending system sign with another selector, or publish the key again.',
  source: 'RFC 6376 section 3.6.1',
  async run(context) {
    const keys = await keysToRead(context);
    if ('outcome' in keys) return keys;
    const revoked = keys.found.filter(({ key }) => key?.revoked === true);
    if (revoked.length === 0)
      return pass(`No key at ${listed(keys.found.map(({ name }) => name))} is withdrawn.`, {
        seen: seenKeys(keys.found),
      });
    const names = listed(revoked.map(({ name }) => name));
    const seen = seenKeys(revoked);
    const says = `The key at ${names} is withdrawn (p= is empty)`;
    if (!revoked.some(({ origin }) => origin === 'known'))
      return tell(
        `${says}. That is right where nobody signs with ${listed(revoked.map(({ selector }) => selector))} any more.`,
        { seen },
      );
    return fail(`${says}: signatures with ${listed(revoked.map(({ selector }) => selector))} fail.`, {
      seen,
      fix: `Have the system that signs for ${revoked[0]?.domain} use another selector, or publish the key at ${names} again.`,
    });
  },
});
