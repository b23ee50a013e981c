import { describe, expect, it } from 'vitest';
import { groupMailHosts } from './group-mail-hosts.ts';

const mx = (...hosts: string[]) => hosts.map((exchange, at) => ({ preference: at * 10, exchange }));
const microsoft = 'example-com.mail.protection.outlook.com';
const google = ['aspmx.l.google.com', 'alt1.aspmx.l.google.com', 'alt2.aspmx.l.google.com', 'aspmx2.googlemail.com'];
const kinds = (...hosts: string[]) => groupMailHosts('example.com', mx(...hosts)).groups.map(({ kind }) => kind);
const mixed = (...hosts: string[]) =>
  groupMailHosts('example.com', mx(...hosts)).mixed.map(({ provider }) => provider?.slug);

describe('the mail servers of a domain', () => {
  it('of one provider are one', () => {
    const { groups } = groupMailHosts('example.com', mx(...google, 'ASPMX3.GoogleMail.com.'));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ name: 'Google Workspace', kind: 'mailbox' });
    expect(groups[0]?.hosts).toEqual([...google, 'aspmx3.googlemail.com']);
  });

  it('come by preference, whatever their order', () => {
    const { groups } = groupMailHosts('example.com', [
      { preference: 20, exchange: 'mx2.zoho.com' },
      { preference: 5, exchange: 'mail.example.com' },
      { preference: 10, exchange: 'mx.zoho.com' },
    ]);
    expect(groups.map(({ name, hosts }) => [name, ...hosts])).toEqual([
      ['example.com', 'mail.example.com'],
      ['Zoho Mail', 'mx.zoho.com', 'mx2.zoho.com'],
    ]);
  });

  it.each([
    [['mail.example.com'], ['self-hosted']],
    [['mx.other.example'], ['unknown']],
    [['mxa-00012345.gslb.pphosted.com', 'mxb-00012345.gslb.pphosted.com'], ['gateway']],
    [
      ['mx1.example.org', 'mx2.example.org', 'mx.example.net'],
      ['unknown', 'unknown'],
    ],
    [['.'], ['none']],
    [
      [microsoft, 'ms12345678.msv1.invalid'],
      ['mailbox', 'placeholder'],
    ],
  ])('%j are %j', (hosts, expected) => {
    expect(kinds(...hosts)).toEqual(expected);
  });

  it('of two unrelated providers are mixed', () => {
    expect(mixed(microsoft, ...google)).toEqual(['microsoft-365', 'google-workspace']);
    expect(mixed(microsoft, 'mx1.ionos.de')).toEqual(['microsoft-365', 'ionos']);
    expect(mixed('route1.mx.cloudflare.net', 'smtp.google.com')).toEqual(['cloudflare-routing', 'google-workspace']);
  });

  it('of one family, beside a gateway, beside their own or a remnant are not mixed', () => {
    expect(mixed(microsoft, 'example-com.o-v1.mx.microsoft', 'pamx1.hotmail.com')).toEqual([]);
    expect(mixed('eu-smtp-inbound-1.mimecast.com', microsoft)).toEqual([]);
    expect(mixed('mail.example.com', microsoft)).toEqual([]);
    expect(mixed(...google, 'ms12345678.msv1.invalid', 'abc.mx-verification.google.com')).toEqual([]);
    expect(mixed('ff-ip4-mx-vip1.prodigy.net', 'mta7.am0.yahoodns.net')).toEqual([]);
    expect(mixed('mx.other.example', microsoft)).toEqual([]);
  });

  it('tell of gateways and remnants', () => {
    const { gateways, placeholders } = groupMailHosts(
      'example.com',
      mx('mx1.iphmx.com', microsoft, 'ms1.msv1.invalid'),
    );
    expect(gateways.map(({ name }) => name)).toEqual(['Cisco Secure Email (IronPort)']);
    expect(placeholders.map(({ hosts }) => hosts)).toEqual([['ms1.msv1.invalid']]);
  });

  it('are the own ones only under the own organisational domain', () => {
    const kind = (domain: string, host: string) => groupMailHosts(domain, mx(host)).groups[0]?.kind;
    expect(kind('news.example.co.uk', 'mx.example.co.uk')).toBe('self-hosted');
    expect(kind('example.co.uk', 'mx.other.co.uk')).toBe('unknown');
    expect(kind('co.uk', 'uk')).toBe('unknown');
    expect(kind('example.com', '192.0.2.1')).toBe('unknown');
  });

  it('are counted up to a hundred', () => {
    const many = Array.from({ length: 50_000 }, (_, number) => `mx${number}.example.org`);
    expect(groupMailHosts('example.com', mx(...many)).groups[0]?.hosts).toHaveLength(100);
  });
});
