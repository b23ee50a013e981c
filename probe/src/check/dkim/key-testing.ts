import { keysToRead } from '../../fact/dkim-keys.ts';
import { concerning, repairedKey, verdictOnKeys } from '../../fact/dkim-verdict.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'dkim.key_testing',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'DKIM keys are not marked as a test',
  about:
    'The flag t=y in a key record says that the domain only tries DKIM out: receivers may treat its signed mail like unsigned mail. It is often left over from the day on which DKIM was set up.',
  remedy: 'Take t=y out of the key record.',
  source: 'RFC 6376 section 3.6.1',
  async run(context) {
    const keys = await keysToRead(context);
    if ('outcome' in keys) return keys;
    return verdictOnKeys(keys, {
      of: (key) => concerning(key, 'testing'),
      right: keys.found.length === 1 ? 'no test' : 'no tests',
      publish: repairedKey,
      severity: 'low',
    });
  },
});
