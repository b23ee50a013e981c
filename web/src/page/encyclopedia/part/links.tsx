import { type ComparisonRef, listedCodes } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { codePath, comparisonPath, rulePath } from '../../../address.ts';
import type { EntryName } from '../name/entry-name.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { replyLanguage } from '../name/reply-language.ts';

let codesWithPage: ReadonlySet<string> | undefined;

/** A code, as a link where it has a page. */
export function CodeLink({ code }: { readonly code: string }): JSX.Element {
  codesWithPage ??= new Set(listedCodes());
  return codesWithPage.has(code) ? (
    <a class="code" href={codePath(code)}>
      {code}
    </a>
  ) : (
    <span class="code">{code}</span>
  );
}

/** An entry's codes and words. */
export function NameOf({ name }: { readonly name: EntryName }): JSX.Element {
  const { codes, words, isQuoted, rule } = name;
  const language = isQuoted ? replyLanguage(rule.slice(0, rule.indexOf('/'))) : undefined;
  return (
    <>
      {codes.length === 0 ? null : <span class="code">{codes.join(' ')}</span>}
      {codes.length === 0 || words === '' ? null : ' '}
      {words === '' ? null : <bdi lang={language}>{words}</bdi>}
    </>
  );
}

/** The page of an entry, by its name. */
export function EntryLink({ rule, names }: { readonly rule: string; readonly names: EntryNames }): JSX.Element {
  const name = names.get(rule);
  return <a href={rulePath(rule)}>{name === undefined ? rule : <NameOf name={name} />}</a>;
}

/** Comparisons to read. */
export function ComparisonLinks({ comparisons }: { readonly comparisons: readonly ComparisonRef[] }): JSX.Element {
  return (
    <ul>
      {comparisons.map(({ slug, title }) => (
        <li key={slug}>
          <a href={comparisonPath(slug)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
