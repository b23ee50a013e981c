import type { Severity } from '@whybounce/core/check';
import { organizationalDomain } from '@whybounce/core/record';
import { isAddressHost, type MessageLink, shownDomain } from './message-links.ts';
import { isShortener } from './shortener.ts';

/** What is wrong with links, by kind. */
export interface LinkProblem {
  readonly severity: Severity;
  /** As words that follow “The message has”. */
  readonly says: string;
  readonly seen: readonly { readonly of: string; readonly value: string }[];
  readonly fix: string;
}

/** Links of one kind that are shown. */
const MAX_SHOWN = 5;
const MAX_LENGTH = 300;

/**
 * What is wrong with the links themselves, whatever the DNS says of their hosts.
 *
 * @param own registered domains of the sender: From, DKIM, return path
 */
export function linkProblems(links: readonly MessageLink[], own: ReadonlySet<string>): LinkProblem[] {
  const toClick = links.filter(({ as }) => as !== 'image');
  const problem = (
    of: readonly MessageLink[],
    severity: Severity,
    says: (count: string) => string,
    fix: string,
    word = 'link',
  ): LinkProblem[] =>
    of.length === 0
      ? []
      : [
          {
            severity,
            says: says(`${of.length} ${word}${of.length === 1 ? '' : 's'}`),
            seen: of.slice(0, MAX_SHOWN).map(({ url, words }) => ({
              of: words === '' ? 'link' : `link “${words.slice(0, 80)}”`,
              value: url.slice(0, MAX_LENGTH) || 'empty',
            })),
            fix,
          },
        ];
  const mismatched = toClick.filter((link) => mismatch(link) !== null);
  const foreign = mismatched.filter((link) => !own.has(targetDomain(link)) && !own.has(mismatch(link) ?? ''));
  const tracked = mismatched.filter((link) => !foreign.includes(link));
  return [
    ...problem(
      foreign,
      'high',
      (count) => `${count} whose words show another domain than the target: ${mismatchWords(foreign)}`,
      'Show words instead of an address, or the address to which the link really leads: this is what phishing looks like.',
    ),
    ...problem(
      toClick.filter(({ host }) => host !== null && isAddressHost(host)),
      'high',
      (count) => `${count} to a bare IP address`,
      'Link to a host name instead of an IP address.',
    ),
    ...problem(
      toClick.filter(({ host }) => host !== null && isShortener(host)),
      'high',
      (count) => `${count} by way of a public link shortener`,
      'Link to the page itself: public shorteners hide the target, and filters hold what others hide behind them against you.',
    ),
    ...problem(
      toClick.filter(
        ({ url, target, as }) => as === 'link' && (isEmpty(url) || (target === null && !url.startsWith('#'))),
      ),
      'high',
      (count) => `${count} without a target that a reader can open`,
      'Write the whole address of each link, beginning with https://.',
    ),
    ...problem(
      toClick.filter(({ target }) => target !== null && target.username !== ''),
      'high',
      (count) => `${count} with a name before an @ in the address`,
      'Take the part before the @ out of the address: it hides where the link leads.',
    ),
    ...problem(
      toClick.filter(({ url, as }) => as === 'link' && url === '#'),
      'low',
      (count) => `${count} to “#”, which leads nowhere`,
      'Give these links their targets, or make plain text of them.',
    ),
    ...problem(
      tracked,
      'low',
      (count) =>
        `${count} whose words show another domain than the target, by way of counting clicks: ${mismatchWords(tracked)}`,
      'Count clicks over a name of your own domain, or show words instead of an address.',
    ),
    ...problem(
      toClick.filter(
        ({ target, as }) => target?.protocol === 'http:' && (as === 'link' || as === 'form' || as === 'text'),
      ),
      'low',
      (count) => `${count} to http instead of https`,
      'Link to https://.',
    ),
  ];
}

function isEmpty(url: string): boolean {
  return url === '' || /^https?:\/{0,3}$/i.test(url);
}

function targetDomain({ host }: MessageLink): string {
  return host === null ? '' : (organizationalDomain(host) ?? host);
}

/** The domain that is shown where it is not that of the target; null where they agree or none is shown. */
function mismatch(link: MessageLink): string | null {
  if (link.host === null || link.as !== 'link') return null;
  const shown = shownDomain(link.words);
  return shown === null || shown === targetDomain(link) ? null : shown;
}

function mismatchWords(links: readonly MessageLink[]): string {
  const [first] = links;
  return first === undefined ? '' : `${mismatch(first)} is shown, ${first.host} is opened`;
}
