import { readFile } from 'node:fs/promises';
import { atOrigin } from '@whybounce/web';
import { MAX_CACHED_BYTES } from '../limits.ts';
import { ContentCache } from './content-cache.ts';
import { isText } from './content-type.ts';
import { chooseEncoding, type Encoding } from './encoding.ts';
import { etagOf } from './etag.ts';
import { pack } from './pack.ts';
import type { SiteFile } from './site.ts';

/** A file as it is sent. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly etag: string;
}

/** Text in which the site's address stands; scripts and styles have none. */
const withOrigin = /^(?:text\/html|text\/plain|application\/xml|application\/manifest\+json)/;

/** Reads, addresses and packs the site's files, and keeps the last ones. */
export class SiteContent {
  readonly #cache = new ContentCache<Content>(MAX_CACHED_BYTES);
  readonly #origin: string;

  /** @param origin the site's own address, such as `https://bounce.example.net` */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** A file in the encoding that a client likes best. */
  read(file: SiteFile, acceptEncoding: string | null): Promise<Content> {
    const encoding = isText(file.type) ? chooseEncoding(acceptEncoding) : 'identity';
    return this.#cache.get(`${encoding} ${file.path}`, async () => {
      const plain = await this.#plain(file);
      if (encoding === 'identity') return { bytes: plain, encoding, etag: etagOf(plain, encoding) };
      const bytes = file.packed.includes(encoding)
        ? await readFile(`${file.file}.${encoding === 'gzip' ? 'gz' : encoding}`)
        : await pack(plain, encoding);
      return { bytes, encoding, etag: etagOf(plain, encoding) };
    });
  }

  async #plain({ file, type }: SiteFile): Promise<Uint8Array> {
    const bytes = await readFile(file);
    return withOrigin.test(type) ? Buffer.from(atOrigin(bytes.toString('utf8'), this.#origin)) : bytes;
  }
}
