import type { EntryCode, EntryPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { codeWording } from '../../../wording/encyclopedia-code.ts';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import { shortSystemName } from '../name/system-name.ts';
import { CodeAnatomy } from '../part/code-anatomy.tsx';
import { CodeLink } from '../part/links.tsx';

/** Other codes that are listed before they are folded away. */
const MAX_OTHERS = 6;

/** The codes that stand in the heading taken apart, the others by name. */
export function EntryCodes({
  page,
  shown,
}: {
  readonly page: EntryPage;
  /** The codes in the heading. */
  readonly shown: readonly string[];
}): JSX.Element {
  const { codes, system } = page;
  const apart = codes.filter(({ code }) => shown.includes(code));
  const first = apart.length > 0 ? apart : codes.slice(0, 1);
  const others = codes.filter((code) => !first.includes(code));
  const list = <CodeNames codes={others} />;
  return (
    <>
      {first.map((code) => (
        <div key={code.code} class="one-code">
          <h3>
            <CodeLink code={code.code} />
          </h3>
          <CodeAnatomy anatomy={code} />
          {code.bends.map(({ vendorMeans }) => (
            <p key={vendorMeans} class="bent">
              <b>{entryWording.bent(shortSystemName(system.name))}</b> {vendorMeans}
            </p>
          ))}
          {code.detail?.notAlways == null ? null : (
            <p>
              <b>{codeWording.butNot}</b> {code.detail.notAlways}
            </p>
          )}
        </div>
      ))}
      {others.length === 0 ? null : others.length <= MAX_OTHERS ? (
        <>
          <h3>{entryWording.moreCodes}</h3>
          {list}
        </>
      ) : (
        <details>
          <summary>{entryWording.moreCodesCount(others.length)}</summary>
          {list}
        </details>
      )}
    </>
  );
}

function CodeNames({ codes }: { readonly codes: readonly EntryCode[] }): JSX.Element {
  return (
    <ul class="code-names">
      {codes.map(({ code, detail }) => (
        <li key={code}>
          <CodeLink code={code} /> <span>{detail?.name ?? encyclopedia.unregistered}</span>
        </li>
      ))}
    </ul>
  );
}
