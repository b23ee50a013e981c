import { keysToRead } from '../../fact/dkim-keys.ts';
import { concerning, legible, verdictOnKeys } from '../../fact/dkim-verdict.ts';
import { listed } from '../../fact/list-words.ts';
import { defineCheck, notApplicable } from '../define.ts';

export default defineCheck({
  id: 'dkim.key_bits',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'DKIM keys are long enough',
  about:
    'Receivers must not trust RSA keys below 1024 bits, and 2048 are advised: short keys can be broken, and then anybody signs. Above 4096 bits some receivers cannot verify. Ed25519 keys are short by design, and safe.',
  remedy: 'Make a key of 2048 bits under a new selector, sign with it, and withdraw the old one some days later.',
  source: 'RFC 8301 section 3.2',
  async run(context) {
    const keys = await keysToRead(context);
    if ('outcome' in keys) return keys;
    const readable = legible(keys);
    if ('outcome' in readable) return readable;
    const measured = readable.found.filter(({ key }) => key?.key?.kind === 'rsa' || key?.key?.kind === 'ed25519');
    if (measured.length === 0)
      return notApplicable(`No key at ${listed(readable.found.map(({ name }) => name))} can be measured.`);
    const sizes = new Set(
      measured.map(({ key }) => (key?.key?.kind === 'rsa' ? `RSA with ${key.key.bits} bits` : 'Ed25519')),
    );
    return verdictOnKeys(
      { ...readable, found: measured },
      { of: (key) => concerning(key, 'bits'), right: `long enough (${listed([...sizes])})` },
    );
  },
});
