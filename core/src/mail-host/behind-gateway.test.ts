import { describe, expect, it } from 'vitest';
import { behindGateway, type PublishedSigns } from './behind-gateway.ts';

const who = (published: PublishedSigns) => behindGateway(published).map(({ host, sure }) => [host.slug, sure]);

describe('what stands behind a gateway', () => {
  it.each<[string, PublishedSigns, [string, string][]]>([
    ['autodiscover', { autodiscover: 'Autodiscover.Outlook.com.' }, [['microsoft-365', 'likely']]],
    [
      'a DKIM key at Microsoft',
      { dkimCnames: ['selector1-example-com._domainkey.contoso.onmicrosoft.com'] },
      [['microsoft-365', 'likely']],
    ],
    [
      'a DKIM key at Microsoft in its form of 2025',
      { dkimCnames: ['selector1-example-com._domainkey.contoso.n-v1.dkim.mail.microsoft'] },
      [['microsoft-365', 'likely']],
    ],
    ['SPF alone', { spfIncludes: ['spf.protection.outlook.com'] }, [['microsoft-365', 'possible']]],
    [
      'SPF and a proof of ownership',
      { spfIncludes: ['spf.protection.outlook.com'], txt: ['MS=ms12345678'] },
      [['microsoft-365', 'likely']],
    ],
    [
      'SPF and a key',
      { spfIncludes: ['_spf.google.com'], dkimSelectors: ['google'] },
      [['google-workspace', 'likely']],
    ],
    ['a proof of ownership alone', { txt: ['v=spf1 -all', 'MS=ms12345678'] }, [['microsoft-365', 'possible']]],
    [
      'two, the stronger first',
      { spfIncludes: ['_spf.google.com'], autodiscover: 'autodiscover.outlook.com' },
      [
        ['microsoft-365', 'likely'],
        ['google-workspace', 'possible'],
      ],
    ],
    ['a selector that anybody may use', { dkimSelectors: ['mail', 'selector1'] }, []],
    ['the include of a sending service', { spfIncludes: ['amazonses.com', 'sendgrid.net', 'pphosted.com'] }, []],
    [
      'targets of somebody else',
      { autodiscover: 'autodiscover.outlook.com.evil.example', dkimCnames: ['onmicrosoft.com'] },
      [],
    ],
    ['text in another letter case', { txt: ['ms=MS12345678'] }, []],
    ['nothing', {}, []],
    ['no autodiscover', { autodiscover: null }, []],
  ])('%s', (_, published, expected) => {
    expect(who(published)).toEqual(expected);
  });

  it('is told with the domain’s own values, each once', () => {
    const [first] = behindGateway({
      spfIncludes: ['spf.protection.outlook.com', 'spf.protection.outlook.com', 'example.net'],
      txt: ['MS=ms12345678'],
    });
    expect(first?.signs).toEqual([
      { kind: 'spf', value: 'spf.protection.outlook.com' },
      { kind: 'txt', value: 'MS=ms12345678' },
    ]);
  });

  it('is looked for in two hundred records of a kind', () => {
    const txt = [...Array.from({ length: 100_000 }, (_, number) => `x${number}`), 'MS=ms12345678'];
    expect(who({ txt })).toEqual([]);
  });
});
