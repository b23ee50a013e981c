import type { Seen } from '@whybounce/core/check';
import { organizationalDomain } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { type LinkedHost, linkedHosts } from '../../fact/links.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { linksOfMessage, messageHtml, messageParts } from '../../fact/message-content.ts';
import { type LinkProblem, linkProblems } from '../../message/link-problems.ts';
import { templateMarks } from '../../message/template-mark.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

/** Kinds of problems and pieces of evidence that are told. */
const MAX_SEEN = 20;

export default defineCheck({
  id: 'msg.links',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'Links lead where they say',
  about:
    'Whether the hosts of all links exist, whether a link shows one domain and opens another, hides behind a public shortener or a bare IP address, and whether a place was left that a mail merge should have filled. Links are never opened: that would count as a click, or unsubscribe somebody.',
  remedy: 'Correct the links that are named and send a new test.',
  source: 'https://support.google.com/a/answer/81126; RFC 3986 section 3.2.2',
  async run(context) {
    const links = await linksOfMessage(context);
    const marks = await unfilled(context);
    if (links.length === 0 && marks === null) return notApplicable('The message has no links.');
    const { hosts, left } = await linkedHosts(context);
    const problems = [
      ...(marks === null ? [] : [marks]),
      ...deadHosts(hosts),
      ...linkProblems(links, ownDomains(context)),
    ];
    const unknown = hosts.filter(({ exists }) => exists === null);
    const [worst] = problems.toSorted((a, b) => Number(a.severity !== 'high') - Number(b.severity !== 'high'));
    if (worst !== undefined) {
      const says = `The message has ${listed(problems.map((problem) => problem.says))}.`;
      const more = {
        seen: problems.flatMap(({ seen }) => seen).slice(0, MAX_SEEN),
        fix: [...new Set(problems.map(({ fix }) => fix))].join(' '),
      };
      return worst.severity === 'high' ? fail(says, more) : warn(says, { ...more, severity: worst.severity });
    }
    const names = listed(hosts.map(({ host }) => host));
    if (unknown.length > 0)
      return undetermined(
        `Whether ${listed(unknown.map(({ host }) => host))} exists could not be told: ${whyUnknown((unknown[0] as LinkedHost).answer)}. Nothing else is wrong with the links.`,
        { seen: unknown.map(({ answer }) => seenAnswer(answer)) },
      );
    const rest = left === 0 ? '' : ` ${counted(left, 'more host was', 'more hosts were')} not looked up.`;
    return pass(
      `The message has ${counted(links.length, 'link and picture', 'links and pictures')}, which lead to ${names}. None was opened.${rest}`,
      {
        seen: hosts.map(({ answer }) => seenAnswer(answer)),
      },
    );
  },
});

/** Domains that are the sender's own: links that count clicks often lead over one of them. */
function ownDomains({ subject }: CheckContext): ReadonlySet<string> {
  const path = subject.mailFrom ?? '';
  const names = [
    subject.domain,
    path.slice(path.lastIndexOf('@') + 1),
    ...subject.selectors.map(({ domain }) => domain),
  ];
  return new Set(names.map((name) => (name ? organizationalDomain(name) : null)).filter((name) => name !== null));
}

function deadHosts(hosts: readonly LinkedHost[]): LinkProblem[] {
  const dead = hosts.filter(({ exists }) => exists === false);
  const inner = hosts.filter(({ isInner }) => isInner);
  const seen = (of: readonly LinkedHost[]): Seen[] => of.map(({ answer }) => seenAnswer(answer));
  return [
    ...(dead.length === 0
      ? []
      : [
          {
            severity: 'high' as const,
            says: `links to ${listed(dead.map(({ host }) => host))}, which ${dead.length === 1 ? 'does' : 'do'} not exist`,
            seen: seen(dead),
            fix: `Correct the links to ${listed(dead.map(({ host }) => host))}, or publish an address for ${dead.length === 1 ? 'it' : 'them'}.`,
          },
        ]),
    ...(inner.length === 0
      ? []
      : [
          {
            severity: 'high' as const,
            says: `links to ${listed(inner.map(({ host }) => host))}, whose address is of an inner network`,
            seen: seen(inner),
            fix: 'Link to a host that everybody can reach.',
          },
        ]),
  ];
}

/** Places that a mail merge left empty; in what is shown, in links and in the subject. */
async function unfilled(context: CheckContext): Promise<LinkProblem | null> {
  const { headers, plain } = await messageParts(context);
  const marks = [
    ...templateMarks(headers.text('subject') ?? '', 'Subject'),
    ...templateMarks(headers.text('from') ?? '', 'From'),
    ...(await messageHtml(context)).flatMap(({ visible }) => templateMarks(visible, 'HTML')),
    ...plain.flatMap(({ text }) => templateMarks(text, 'plain text')),
    ...templateMarks((await linksOfMessage(context)).map(({ url }) => decoded(url)).join('\n'), 'link'),
  ];
  const names = [...new Set(marks.map(({ mark }) => mark))];
  if (names.length === 0) return null;
  return {
    severity: 'high',
    says: `${counted(names.length, 'place')} that the mail merge did not fill in: ${listed(names)}`,
    seen: marks.slice(0, 10).map(({ mark, where }) => ({ of: where, value: mark })),
    fix: 'Send the test through the system that fills these places in, or correct their names there.',
  };
}

/** `%7B%7B` is how programs write braces in an address. */
function decoded(url: string): string {
  return url.replace(/%(7b|7d|7c|5b|5d|2a|20)/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
