import type { MailSystem, SystemKind } from '../knowledge/src/define.ts';
import type { systemFolders } from './knowledge-files.ts';

/** What a new system's file begins as, and how to tell what of it nobody has filled in yet. */

type LinkName = keyof NonNullable<MailSystem['links']>;

interface Scaffold {
  readonly folder: (typeof systemFolders)[number];
  readonly kind: SystemKind;
  readonly hasHosts: boolean;
  readonly links: readonly LinkName[];
  readonly reason: string;
}

/** What can be scaffolded, by the name that the command takes. */
export const scaffolds = {
  provider: {
    folder: 'provider',
    kind: 'mailbox-provider',
    hasHosts: true,
    links: ['postmaster', 'delist', 'feedbackLoop', 'documentation'],
    reason: 'policy.generic',
  },
  gateway: {
    folder: 'filter',
    kind: 'gateway',
    hasHosts: true,
    links: ['postmaster', 'delist', 'documentation'],
    reason: 'policy.generic',
  },
  filter: {
    folder: 'filter',
    kind: 'filter',
    hasHosts: false,
    links: ['delist', 'documentation'],
    reason: 'content.spam',
  },
  mta: { folder: 'mta', kind: 'mta', hasHosts: false, links: ['documentation'], reason: 'policy.generic' },
  platform: {
    folder: 'platform',
    kind: 'sending-platform',
    hasHosts: true,
    links: ['documentation'],
    reason: 'suppressed.by-esp',
  },
  blocklist: {
    folder: 'blocklist',
    kind: 'blocklist',
    hasHosts: false,
    links: ['delist', 'documentation'],
    reason: 'reputation.ip-dnsbl',
  },
} as const satisfies Readonly<Record<string, Scaffold>>;

export type ScaffoldName = keyof typeof scaffolds;

/** What each kind of page is, for whoever looks for it. */
const pages: Readonly<Record<LinkName, string>> = {
  postmaster: 'the page for senders',
  delist: 'the page where a listing or block is lifted',
  feedbackLoop: 'the page where complaints are subscribed to',
  documentation: 'the page that explains its refusals',
};

/** Words of a scaffold, with what belongs in their place. */
const placeholders: Readonly<Record<string, string>> = {
  'where it was read or seen': 'the page, document or sample set, so that others find it',
  'what-it-means': 'an id that names the refusal, as it will name its page for ever',
  'the words that only this refusal has': 'the shortest words that say it and nothing else',
  'What the system says with it, in one plain sentence.': 'what the system says with this refusal',
  'The cheapest proven step first.': 'what to do, in order',
  '550 5.7.1 A whole reply with the words that only this refusal has': 'a whole reply that this entry must win',
  '550 5.7.1 A reply that looks alike and means something else': 'the reply that one would confuse it with',
};

/** The text of a new system's file. */
export function scaffold(name: ScaffoldName, title: string, host: string | undefined, month: string): string {
  const { kind, hasHosts, links, reason }: Scaffold = scaffolds[name];
  const hosts = hasHosts || host !== undefined ? `\n  hosts: [${host === undefined ? '' : quoted(host)}],` : '';
  const [source, id, words, meaning, step, match, miss] = Object.keys(placeholders).map(quoted);
  return `import type { Source } from '../define.ts';
import { define } from '../define.ts';

const seen: Source = { name: ${source}, read: '${month}', grade: 'measured' };

export default define({
  name: ${quoted(title)},
  kind: '${kind}',${hosts}
  links: {
${links.map((link) => `    ${link}: ${quoted(placeholderLink(link))},`).join('\n')}
  },
  entries: [
    {
      id: ${id},
      codes: ['550', '5.7.1'],
      text: [${words}],
      reason: '${reason}',
      meaning: ${meaning},
      steps: [${step}],
      sources: [seen],
      status: 'observed',
      matches: [${match}],
      mustNotMatch: [${miss}],
    },
  ],
});
`;
}

/** What of a system nobody has filled in yet, each as a sentence that says what to write. */
export function unfilledOf({ links = {}, entries }: MailSystem): string[] {
  const unlinked = (Object.entries(links) as [LinkName, string][])
    .filter(([, link]) => URL.canParse(link) && /(?:^|\.)example(?:\.(?:com|net|org))?$/.test(new URL(link).hostname))
    .map(([name]) => `links.${name} is still made up: write ${pages[name]}, or take the line out if there is none.`);
  const texts = entries.flatMap(({ id, text = [], meaning, steps, sources, matches, mustNotMatch }) => [
    id,
    ...text,
    meaning,
    ...steps,
    ...sources.map(({ name }) => name),
    ...[...matches, ...mustNotMatch].map((proof) => (typeof proof === 'string' ? proof : proof.line)),
  ]);
  const unwritten = Object.entries(placeholders)
    .filter(([placeholder]) => texts.includes(placeholder))
    .map(([placeholder, what]) => `"${placeholder}" is still in it: write ${what}.`);
  return [...unlinked, ...unwritten];
}

/** No page of anybody: the check finds it by its host. */
function placeholderLink(name: LinkName): string {
  return `https://www.example.net/${name}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
