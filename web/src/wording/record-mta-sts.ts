import type { Outcome } from '@whybounce/core/check';
import type { MtaStsCheck } from '../answer/record/mta-sts-check.ts';

/** The words of the page about MTA-STS. */
export const mtaStsWording = {
  heading: 'MTA-STS policy',
  lead: 'Whether senders can fetch the policy that asks for encrypted delivery, and whether it covers every mail server. TLS reports beside it.',
  description:
    'Check MTA-STS of a domain: the DNS record, the policy file as senders fetch it, whether it covers each mail server, and TLS-RPT.',
  stands: {
    enforced: { word: 'Encrypted delivery is enforced', outcome: 'pass' },
    tested: {
      word: 'The policy is tested: failures are reported, and mail is delivered all the same',
      outcome: 'warn',
    },
    withdrawn: { word: 'The policy is withdrawn: senders act as if there were none', outcome: 'info' },
    absent: { word: 'There is no MTA-STS: senders may deliver without encryption', outcome: 'info' },
    broken: { word: 'MTA-STS does not work: senders act as if there were none', outcome: 'fail' },
    unknown: { word: 'It could not be determined what senders do', outcome: 'could-not-determine' },
  } satisfies Readonly<Record<MtaStsCheck['stands'], { readonly word: string; readonly outcome: Outcome }>>,
  record: 'The DNS record',
  policy: 'The policy file',
  noPolicy: 'No policy was had.',
  noRecord: (name: string) => `There is no TXT record at ${name}, so that senders look for no policy.`,
  noTlsRpt: (name: string) => `There is no TXT record at ${name}, so that nobody sends TLS reports.`,
  coverage: 'Mail servers and the policy',
  coverageCaption: 'Each mail server of the domain, and the line of the policy that allows it',
  server: 'Mail server',
  line: 'Line of the policy',
  uncovered: 'no line',
  noServers: 'The domain has no MX record: no mail server needs to be covered.',
  unknownServers: (why: string) =>
    `The mail servers could not be read (${why}), so that it is open whether all are covered.`,
  notJudged: 'no policy to compare with',
  tlsRpt: 'TLS reports',
  certificateEnds: (date: string) => `The certificate of the policy host ends on ${date}.`,
  type: (type: string) => `It was sent as ${type}.`,
  next: { write: 'Write the policy and both records' },
} as const;

/** How the policy host answered, as a sentence. */
export function fetchWords(url: string, outcome: string, status: number | null, detail: string | null): string {
  const host = new URL(url).host;
  switch (outcome) {
    case 'answered':
      return status === 200
        ? `${url} was fetched.`
        : status !== null && status >= 300 && status < 400
          ? `${url} answered with a redirect (${status}), and senders follow none: serve the file right there.`
          : `${url} answered with status ${status}, and senders take 200 alone.`;
    case 'no-name':
      return `${host} has no address in the DNS, so that no policy can be fetched.`;
    case 'could-not-resolve':
      return `The address of ${host} could not be had from the DNS. Try again later.`;
    case 'not-public':
      return `${host} leads to an address that is not on the public internet, so that nothing was connected to. ${detail ?? ''}`.trim();
    case 'bad-certificate':
      return `The certificate of ${host} is not valid for senders. ${detail ?? ''}`.trim();
    case 'too-large':
      return `What ${url} sends is larger than senders read.`;
    case 'timeout':
      return `${host} did not answer in time. Try again later.`;
    case 'no-connection':
      return `No connection to ${host} came about. ${detail ?? ''}`.trim();
    default:
      return `${url} could not be fetched. ${detail ?? ''}`.trim();
  }
}
