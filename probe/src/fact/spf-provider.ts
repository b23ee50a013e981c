import type { MailHostGroup, MailHosting } from '@whybounce/core/mail-host';

/** A provider that takes a domain's mail, with what its customers include to send through it. */
export interface UsualInclude {
  readonly name: string;
  /** Any one of them. */
  readonly includes: readonly string[];
  /** `evident`: it has the mailboxes, whose owners write from there; `usual`: it comes with web space or a line. */
  readonly sending: 'evident' | 'usual';
}

const sending: Readonly<Partial<Record<MailHostGroup['kind'], UsualInclude['sending']>>> = {
  mailbox: 'evident',
  hosting: 'usual',
  isp: 'usual',
};

/** What the providers behind a domain's MX records tell their customers to include; filters and forwarders seldom send. */
export function usualIncludes({ groups }: MailHosting): UsualInclude[] {
  return groups.flatMap(({ kind, provider }) => {
    const includes = provider?.signs?.spf ?? [];
    const how = sending[kind];
    return provider === null || how === undefined || includes.length === 0
      ? []
      : [{ name: provider.name, includes, sending: how }];
  });
}
