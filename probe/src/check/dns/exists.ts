import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { defineCheck, fail, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dns.exists',
  area: 'dns',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'The domain exists',
  about:
    'Whether the DNS knows the domain at all. A domain that does not exist takes and sends no mail, and everything below is moot.',
  remedy: 'Correct the domain name, renew the domain, or have its delegation repaired.',
  source: 'RFC 8020 section 2',
  async run({ subject, dns }) {
    const domain = subject.domain as string;
    const answer = await dns.query(domain, 'SOA');
    const seen = [seenAnswer(answer)];
    switch (answer.status) {
      case 'found':
      case 'no-data':
        return pass(`${domain} exists.`, { seen });
      case 'no-domain':
        return fail(`${domain} does not exist: the DNS answers NXDOMAIN.`, { seen });
      default:
        return undetermined(`Whether ${domain} exists could not be told: ${whyUnknown(answer)}.`, { seen });
    }
  },
});
