import { type CodePage, systems } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { systemPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { codeWording } from '../../../wording/encyclopedia-code.ts';
import { CodeLink, EntryLink } from '../part/links.tsx';
import { ScrollTable } from '../part/scroll-table.tsx';
import { SourceList } from '../part/source-list.tsx';
import type { SiteContext } from '../site-context.ts';

/** Who uses a code in another sense than the standard's. */
export function CodeBends({ page, context }: { readonly page: CodePage; readonly context: SiteContext }): JSX.Element {
  return <BendTable bends={page.bends} caption={codeWording.bendsCaption} withSystem context={context} />;
}

/** Codes with what a system means by them and what the standard says. */
export function BendTable({
  bends,
  caption,
  withSystem,
  context,
}: {
  readonly bends: CodePage['bends'];
  readonly caption: string;
  /** Whether a column names whose they are. */
  readonly withSystem: boolean;
  readonly context: SiteContext;
}): JSX.Element {
  const names = new Map(systems().map(({ slug, name }) => [slug, name]));
  return (
    <ScrollTable id="bends-caption" caption={caption} class="bend-table">
      <thead>
        <tr>
          {withSystem ? <th scope="col">{codeWording.bendsWho}</th> : null}
          <th scope="col">{codeWording.tableCode}</th>
          <th scope="col">{codeWording.bendsMeans}</th>
          <th scope="col">{codeWording.bendsRegistry}</th>
        </tr>
      </thead>
      <tbody>
        {bends.map(({ system, tool, codes, entries, vendorMeans, registryMeans, sources }) => (
          <tr key={`${system ?? tool} ${codes.join(' ')}`}>
            {withSystem ? (
              <th scope="row">
                {system === null ? tool : <a href={systemPath(system)}>{names.get(system) ?? system}</a>}
              </th>
            ) : null}
            <td>
              {codes.map((code, i) => (
                <>
                  {i === 0 ? null : ' '}
                  <CodeLink key={code} code={code} />
                </>
              ))}
            </td>
            <td>
              {vendorMeans}
              {system === null || entries.length === 0 ? null : (
                <ul>
                  {entries.map((entry) => (
                    <li key={entry}>
                      <EntryLink rule={`${system}/${entry}`} names={context.names} />
                    </li>
                  ))}
                </ul>
              )}
              <details>
                <summary>{encyclopedia.sources}</summary>
                <SourceList sources={sources} today={context.today} />
              </details>
            </td>
            <td>{registryMeans}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
