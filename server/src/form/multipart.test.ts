import { describe, expect, it } from 'vitest';
import { MAX_FIELDS, MAX_PART_HEADER_BYTES } from '../limits.ts';
import { FormError } from './form-error.ts';
import { parseMultipart } from './multipart.ts';

const field = (name: string, content: string, more = ''): string =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
const read = (body: string | Buffer, boundary: string | undefined = 'b') =>
  parseMultipart(Buffer.from(body as string), boundary).map(({ name, filename, bytes }) => ({
    name,
    filename,
    content: bytes.toString('latin1'),
  }));
const faultOf = (body: string, boundary = 'b'): string => {
  try {
    read(body, boundary);
  } catch (error) {
    if (error instanceof FormError) return error.fault;
    throw error;
  }
  return 'none';
};

describe('parseMultipart', () => {
  it('reads fields and files as browsers send them', async () => {
    const form = new FormData();
    form.append('text', '550 5.1.1 no\r\nsuch user');
    form.append('file', new File([new Uint8Array([0, 255, 13, 10, 45, 45])], 'a "b".eml'));
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
    const boundary = /boundary=(.*)/.exec(request.headers.get('content-type') ?? '')?.[1];
    const body = Buffer.from(await request.arrayBuffer());
    expect(parseMultipart(body, boundary)).toMatchObject([
      { name: 'text', filename: null, bytes: Buffer.from('550 5.1.1 no\r\nsuch user') },
      { name: 'file', filename: 'a %22b%22.eml', bytes: Buffer.from([0, 255, 13, 10, 45, 45]) },
    ]);
  });

  it('reads empty values, a preamble, an epilogue and blanks behind a boundary', () => {
    const body = `preamble\r\n${field('a', '')}${field('b', 'x').replace('--b\r\n', '--b \t\r\n')}--b--\r\nepilogue`;
    expect(read(body)).toEqual([
      { name: 'a', filename: null, content: '' },
      { name: 'b', filename: null, content: 'x' },
    ]);
  });

  it('takes what only looks like a boundary for content', () => {
    expect(read(`${field('a', 'x\r\n--bc\r\n--b-\r\n--')}--b--`)).toEqual([
      { name: 'a', filename: null, content: 'x\r\n--bc\r\n--b-\r\n--' },
    ]);
  });

  it('reads a part whose content is missing altogether', () => {
    expect(read('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n--b--')).toEqual([
      { name: 'a', filename: null, content: '' },
    ]);
  });

  it('reads the field of a file that was not chosen', () => {
    expect(read(`${field('file', '', '; filename=""\r\nContent-Type: application/octet-stream')}--b--`)).toEqual([
      { name: 'file', filename: '', content: '' },
    ]);
  });

  it('reads a form without fields', () => {
    expect(read('--b--')).toEqual([]);
  });

  it.each([undefined, '', ' ', 'a'.repeat(71), 'a\r\nb', 'a"b', 'ä'])('refuses the boundary %j', (boundary) => {
    expect(() => parseMultipart(Buffer.from('--b--'), boundary)).toThrow(FormError);
  });

  it.each([
    ['', 'truncated'],
    ['no boundary at all', 'truncated'],
    ['--b', 'truncated'],
    ['--b\r\n', 'truncated'],
    ['--b\r\nContent-Disposition: form-data; name="a"', 'truncated'],
    ['--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx', 'truncated'],
    [field('a', 'x'), 'truncated'],
    ['--b\r\n\r\nx\r\n--b--', 'part-headers'],
    ['--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--', 'part-headers'],
    ['--b\r\nContent-Disposition: attachment; name="a"\r\n\r\nx\r\n--b--', 'part-headers'],
    ['--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--', 'part-headers'],
    [
      `--b\r\nContent-Disposition: form-data; name="${'n'.repeat(MAX_PART_HEADER_BYTES)}"\r\n\r\nx\r\n--b--`,
      'part-headers',
    ],
    [`${field('a', '').repeat(MAX_FIELDS + 1)}--b--`, 'too-many-fields'],
  ])('refuses a broken body %#', (body, fault) => {
    expect(faultOf(body)).toBe(fault);
  });

  it('takes time by the length of a hostile body', () => {
    const almost = '\r\n--b-'.repeat(2_000_000);
    expect(read(`${field('a', almost)}--b--`)[0]?.content).toHaveLength(almost.length);
    const dashes = `x${'-'.repeat(10_000_000)}`;
    expect(
      read(
        `--${'-'.repeat(70)}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${dashes}\r\n--${'-'.repeat(70)}--`,
        '-'.repeat(70),
      ),
    ).toHaveLength(1);
  });
});
