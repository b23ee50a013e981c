import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { recordWorld } from '../record-world.ts';
import { axeFaults } from './axe.ts';
import { fitFaults } from './fit.ts';
import { because, guard, missing, useStage } from './stage.ts';

/** A client may ask once a second: what is asked sooner would be told to wait. */
const PACE_MS = 1_100;

const pages = [
  '/check/spf',
  '/check/spf?domain=example.com&ip=192.0.2.20',
  '/check/spf?domain=hostile.example',
  '/check/dmarc?domain=example.com',
  '/check/mta-sts?domain=example.com',
  '/check/what-if?domain=plain.example&record=v%3Dspf1+-all&ip1=192.0.2.1&sender1=a%40plain.example',
  '/write/spf?domain=example.com&add=_spf.google.com&remove=mx&ip=192.0.2.1',
  '/write/spf?domain=two.example',
  '/write/spf?domain=down.example',
  '/write/dmarc?domain=example.com&p=reject&np=reject',
  '/write/mta-sts?domain=example.com&mode=enforce&rua=more%40example.com',
  '/write/dkim?domain=example.com&selector=s1',
  '/write/bimi?domain=example.com&logo=https%3A%2F%2Fexample.com%2Flogo.svg',
];

describe.skipIf(missing !== null)(`pages about records in Chromium${because}`, guard, () => {
  const stage = useStage({ checks: recordWorld().checks });

  test('axe finds nothing; nothing sticks out, is cut or too small to hit', async () => {
    const found: string[] = [];
    for (const path of pages) {
      await wait(PACE_MS);
      const { page } = await stage.visit(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const fault of [...(await axeFaults(page)), ...(await fitFaults(page))]) found.push(`${path}: ${fault}`);
    }
    expect(found).toEqual([]);
  });

  test('a private key that is pasted by mistake stands neither in the address nor in the page', async () => {
    await wait(PACE_MS);
    const { page } = await stage.visit('/write/dkim', { tolerated: /status of 422/ });
    const secret = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC';
    await page.getByLabel('Domain').fill('example.com');
    await page.getByLabel('Selector').fill('s1');
    await page.getByLabel('Public key').fill(`-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`);
    await page.getByRole('button', { name: 'Write the record' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('This is a private key: it is known now');
    expect(page.url()).toBe(`${stage.origin}/write/dkim`);
    expect(await page.content()).not.toContain(secret);
    expect(await page.getByLabel('Public key').inputValue()).toBe('');
    expect(await page.getByLabel('Domain').inputValue()).toBe('example.com');
  });

  test('a record is written without script, from the domain to the text', async () => {
    await wait(PACE_MS);
    const { page } = await stage.visit('/write/spf', { javaScriptEnabled: false });
    await page.getByLabel('Domain').fill('example.com');
    await page.getByRole('button', { name: 'Read what is published' }).click();
    await page.getByText('Services that send for you').click();
    await page.getByRole('checkbox', { name: /Google Workspace/ }).check();
    await page.getByRole('button', { name: 'Write it again' }).click();
    await page.waitForURL(/add=_spf\.google\.com/);
    expect(await page.locator('#publish-1').textContent()).toContain('include:_spf.google.com ~all');
    expect(await page.locator('.change-added').count()).toBe(1);
  });
});
