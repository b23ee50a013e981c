import type { CauseId, ObservationId, ReasonId } from '@whybounce/knowledge';

/**
 * The two published tables, as data: for each row its share before anything is known, and for each cell of "raises"
 * and "lowers" the likelihood ratio. A weight of the engine is ten times the decimal logarithm of it, as a whole
 * number. A cell that two observations stand for together has their weights in `of`.
 */
export interface PublishedTable {
  readonly reason: ReasonId;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  readonly row: string;
  readonly cause: CauseId;
  readonly prior: number;
  readonly cells: readonly PublishedCell[];
}

export interface PublishedCell {
  readonly says: string;
  readonly ratio: number;
  /** Each of them alone stands for the cell, or, with `together`, all of them. */
  readonly of: readonly ObservationId[];
  readonly together?: true;
}

export const edgeBlockedTable: PublishedTable = {
  reason: 'recipient.edge-blocked',
  rows: [
    {
      row: 'A1',
      cause: 'address-does-not-exist',
      prior: 62,
      cells: [
        { says: 'others at the domain accept', ratio: 6, of: ['control-recipient-same-domain:accepted'] },
        { says: 'older than a year or never engaged', ratio: 3, of: ['address-age:over-a-year', 'engagement:none'] },
        { says: 'one letter from a known address', ratio: 5, of: ['typo:likely'] },
        { says: 'role or imported list', ratio: 2, of: ['recipient-kind:role', 'list-source:imported'] },
        { says: 'RCPT stage', ratio: 2, of: ['stage:rcpt'] },
        { says: 'recipient confirms by telephone', ratio: 0.05, of: ['recipient-confirms:exists'] },
        { says: 'accepted in the last 7 days', ratio: 0.2, of: ['address-history:accepted-this-week'] },
        { says: 'all addresses of the domain fail', ratio: 0.1, of: ['control-recipient-same-domain:refused'] },
      ],
    },
    {
      row: 'A2',
      cause: 'directory-not-synchronised',
      prior: 14,
      cells: [
        { says: 'recipient insists that it exists', ratio: 8, of: ['recipient-confirms:exists'] },
        { says: 'name of a group or public folder', ratio: 4, of: ['recipient-kind:group'] },
        { says: 'created or renamed within 48 h', ratio: 5, of: ['address-age:under-two-days'] },
        { says: 'hybrid signs', ratio: 3, of: ['hybrid-signs:yes'] },
        { says: 'cloud-only tenant', ratio: 0.3, of: ['hybrid-signs:no'] },
      ],
    },
    {
      row: 'A3',
      cause: 'domain-misconfigured-at-receiver',
      prior: 8,
      cells: [
        { says: 'every address of the domain fails', ratio: 15, of: ['control-recipient-same-domain:refused'] },
        { says: 'domain or MX changed, recent migration', ratio: 6, of: ['mx-history:changed'] },
        { says: 'MX still names the host', ratio: 2, of: ['mx-target:refusing-host'] },
        { says: 'any address accepted the same day', ratio: 0.02, of: ['control-recipient-same-domain:accepted'] },
      ],
    },
    {
      row: 'A4',
      cause: 'mx-points-elsewhere',
      prior: 6,
      cells: [
        { says: 'MX differs from the one last seen', ratio: 5, of: ['mx-history:changed'] },
        { says: 'label of the MX is of another domain', ratio: 4, of: ['mx-target:other-tenant'] },
        { says: 'text says relay', ratio: 20, of: ['text:relay'] },
        { says: 'MX stable for months', ratio: 0.3, of: ['mx-history:stable'] },
      ],
    },
    {
      row: 'A5',
      cause: 'gateway-relays-refusal',
      prior: 5,
      cells: [
        { says: 'MX is a gateway, the reply names outlook.com', ratio: 10, of: ['mx-target:gateway'] },
        { says: 'MX is the host itself', ratio: 0.1, of: ['mx-target:refusing-host'] },
      ],
    },
    {
      row: 'A6',
      cause: 'sender-limited-by-connector',
      prior: 3,
      cells: [
        { says: 'all recipient addresses rejected', ratio: 4, of: ['text:all-recipients'] },
        { says: 'sent past the MX', ratio: 6, of: ['mx-target:bypassed'] },
        { says: 'another sender reaches the address', ratio: 8, of: ['other-sender:accepted'] },
        { says: 'every sender is refused', ratio: 0.1, of: ['other-sender:refused'] },
      ],
    },
    {
      row: 'A7',
      cause: 'sender-reputation',
      prior: 2,
      cells: [
        { says: 'three unrelated tenants within the hour', ratio: 25, of: ['other-domains-same-provider:refused'] },
        { says: 'other codes of the provider', ratio: 15, of: ['other-platform-codes:blocks'] },
        { says: 'on a public list', ratio: 2, of: ['sending-ip-listed:yes'] },
        { says: 'volume three times the mean', ratio: 3, of: ['volume:step'] },
        { says: 'new IP address', ratio: 2, of: ['sending-ip-age:new'] },
        { says: 'only one tenant', ratio: 0.1, of: ['other-domains-same-provider:accepted'] },
        { says: 'control recipient accepts', ratio: 0.02, of: ['control-recipient-same-domain:accepted'] },
        { says: 'no other complaint', ratio: 0.3, of: ['other-platform-codes:none'] },
      ],
    },
  ],
};

export const notAuthorisedTable: PublishedTable = {
  reason: 'policy.generic',
  rows: [
    {
      row: 'B1',
      cause: 'sender-authentication',
      prior: 24,
      cells: [
        { says: 'DMARC fails', ratio: 20, of: ['auth-dmarc:fail'] },
        { says: 'new platform or DNS edit', ratio: 5, of: ['sender-change:yes'] },
        { says: 'DATA stage', ratio: 2, of: ['stage:data', 'stage:end-of-data'] },
        { says: 'forwarded', ratio: 3, of: ['forwarded:yes'] },
        { says: 'DMARC passes', ratio: 0.1, of: ['auth-dmarc:pass'] },
      ],
    },
    {
      row: 'B2',
      cause: 'sender-ip-listed',
      prior: 22,
      cells: [
        { says: 'a list is named', ratio: 30, of: ['blocklist-named:yes', 'sending-ip-listed:yes'] },
        { says: 'connect or MAIL stage', ratio: 3, of: ['stage:connect', 'stage:mail'] },
        { says: 'many domains', ratio: 4, of: ['other-domains-same-provider:refused', 'other-providers:refused'] },
        { says: 'new or shared IP address', ratio: 3, of: ['sending-ip-age:new', 'shared-ip:yes'] },
        { says: 'only one domain', ratio: 0.4, of: ['other-domains-same-provider:accepted'] },
        { says: 'second IP address refused too', ratio: 0.3, of: ['second-ip:refused'] },
      ],
    },
    {
      row: 'B3',
      cause: 'content-looks-like-spam',
      prior: 14,
      cells: [
        { says: 'end-of-DATA stage', ratio: 5, of: ['stage:end-of-data'] },
        { says: 'plain text passes', ratio: 10, of: ['plain-message:accepted'] },
        { says: 'a link is on a list', ratio: 15, of: ['link-domain-listed:yes'] },
        { says: 'one campaign', ratio: 5, of: ['campaign-spread:only-this'] },
        { says: 'RCPT stage', ratio: 0.1, of: ['stage:rcpt'] },
      ],
    },
    {
      row: 'B4',
      cause: 'tenant-restriction',
      prior: 16,
      cells: [
        { says: 'group or role address', ratio: 4, of: ['recipient-kind:group', 'recipient-kind:role'] },
        { says: 'one domain', ratio: 4, of: ['other-domains-same-provider:accepted'] },
        { says: 'words of inside only', ratio: 20, of: ['text:inside-only'] },
        { says: 'many domains', ratio: 0.1, of: ['other-domains-same-provider:refused', 'other-providers:refused'] },
      ],
    },
    {
      row: 'B5',
      cause: 'local-access-rule',
      prior: 8,
      cells: [
        // A banner is no part of a refusal; the words of a Postfix access rule show the same.
        { says: 'Postfix speaks', ratio: 5, of: ['text:access-rule'] },
        { says: 'own server', ratio: 8, of: ['refused-by:own-server'] },
        { says: 'host of a large provider', ratio: 0.02, of: ['refusing-host:own'] },
      ],
    },
    {
      row: 'B6',
      cause: 'relaying-or-wrong-server',
      prior: 12,
      cells: [
        { says: 'own smarthost replied', ratio: 6, of: ['refused-by:own-server'] },
        { says: 'MX changed', ratio: 5, of: ['mx-history:changed'] },
        { says: 'port 25 from a program', ratio: 4, of: ['login:not-used'] },
        { says: 'right MX and signed in', ratio: 0.1, of: ['mx-target:refusing-host', 'login:used'], together: true },
      ],
    },
    {
      row: 'B7',
      cause: 'server-identity',
      prior: 4,
      cells: [
        { says: 'reverse name missing or not confirmed', ratio: 20, of: ['ptr:missing', 'ptr:mismatch'] },
        { says: 'reverse name confirmed', ratio: 0.1, of: ['ptr:confirmed'] },
      ],
    },
  ],
};

/** Ten times the decimal logarithm of a likelihood ratio, as a whole number. */
export const decibans = (ratio: number): number => Math.round(10 * Math.log10(ratio));
