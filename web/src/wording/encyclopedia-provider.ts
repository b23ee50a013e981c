import type { SystemKind } from '@whybounce/knowledge';
import { entries, systemKindNames } from './encyclopedia.ts';
import { grouped, plural } from './figures.ts';
import { shell } from './shell.ts';

/** What pages of systems say. */
export const providerWording = {
  indexTitle: 'Bounce messages by mail provider, server and filter',
  indexHeading: shell.sections.providers,
  indexDescription:
    'What each mail provider, gateway, mail server, filter, sending platform and blocklist says when it refuses mail, with causes, steps and sources.',
  indexLead:
    'Who refused the mail? Choose the provider, server or filter whose name or host stands in the bounce; its page lists each refusal it is known to give.',
  kinds: {
    'mailbox-provider': 'Mailbox providers',
    gateway: 'Mail gateways',
    mta: 'Mail servers',
    filter: 'Spam and virus filters',
    'sending-platform': 'Sending platforms',
    blocklist: 'Blocklists',
    wording: 'General wording, in many languages',
  } satisfies Record<SystemKind, string>,
  title: (name: string): string => `${name} bounce messages and error codes`,
  lead: (name: string, kind: SystemKind, count: number): string => {
    if (kind === 'wording') return `${name}: ${entries(count)} that servers of many makers give in these words.`;
    if (kind === 'blocklist')
      return `${name} is a blocklist. ${plural(count, {
        one: 'Here is the refusal in which servers name it: what it means, who must act and what to do.',
        other: `Here are the ${entries(count)} in which servers name it: what each means, who must act and what to do.`,
      })}`;
    return `${name} is a ${systemKindNames[kind]}. ${plural(count, {
      one: 'Here is the refusal that it is known to give: what it means, who must act and what to do.',
      other: `Here are the ${entries(count)} that it is known to give: what each means, who must act and what to do.`,
    })}`;
  },
  recognised: 'How to recognise it',
  hosts: 'Its servers are called',
  domains: 'Addresses that it serves',
  marks: 'Words that only it writes',
  bends: 'Codes that it uses in another sense',
  bendsCaption: (name: string): string => `What ${name} means, and what the standard says`,
  about: 'About this page',
  counts: (documented: number, observed: number, examples: number, nearMisses: number): string =>
    `Documented by their maker: ${grouped(documented)}. Observed in replies: ${grouped(observed)}. Each is proven by replies that belong to it, ${grouped(examples)} in all, and told apart from replies that look alike, ${grouped(nearMisses)} in all.`,
} as const;
