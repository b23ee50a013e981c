import { keysToRead } from '../../fact/dkim-keys.ts';
import { concerning, legible, repairedKey, verdictOnKeys } from '../../fact/dkim-verdict.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'dkim.key_truncated',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'DKIM keys are whole',
  about:
    'A key of 2048 bits has about 400 characters, and one string in the DNS holds 255: panels that do not divide it cut it off. A cut key, or one with a character lost in copying, makes every signature fail.',
  remedy: 'Copy the key anew and publish it as one record with strings of at most 255 characters each.',
  source: 'RFC 6376 section 3.6.1',
  async run(context) {
    const keys = await keysToRead(context);
    if ('outcome' in keys) return keys;
    const readable = legible(keys);
    if ('outcome' in readable) return readable;
    return verdictOnKeys(readable, { of: (key) => concerning(key, 'bytes'), right: 'whole', publish: repairedKey });
  },
});
