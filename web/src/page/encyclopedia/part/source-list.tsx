import type { Source } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { isStale } from '../source-age.ts';

/** Where claims come from: how sure each is, when it was read, and whether that is long ago. */
export function SourceList({
  sources,
  today,
}: {
  readonly sources: readonly Source[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}): JSX.Element {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.name}>
          <SourceLine source={source} today={today} />
        </li>
      ))}
    </ul>
  );
}

/** One source in a line. */
export function SourceLine({ source, today }: { readonly source: Source; readonly today: string }): JSX.Element {
  const { name, url, read, grade } = source;
  return (
    <>
      {url === undefined ? <span>{name}</span> : <a href={url}>{name}</a>}{' '}
      <span class="soft">{encyclopedia.read(grade, <time dateTime={read}>{read}</time>)}</span>
      {isStale(read, today) ? (
        <>
          {' '}
          <strong class="stale">{encyclopedia.stale}</strong>
        </>
      ) : null}
    </>
  );
}
