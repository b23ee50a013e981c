import type { JSX } from 'preact';
import { CheckForm } from '../../component/check/check-form.tsx';
import { type Assets, Document } from '../../component/document.tsx';
import { checkPage, checkPages, pageGroups } from '../../wording/check-page.ts';

/** Where everything that checks or writes begins. */
export function CheckHubPage({ assets }: { readonly assets: Assets }): JSX.Element {
  const { title, description, heading, lead } = checkPage.hub;
  const groups = [...Map.groupBy(checkPages, ({ group }) => group)];
  return (
    <Document
      head={{ title, description, path: '/check', section: 'check', structuredData: null, isIndexed: true }}
      assets={assets}
    >
      <div class="checks">
        <div class="intro">
          <h1>{heading}</h1>
          <p>{lead}</p>
        </div>
        <CheckForm question={{ kind: 'domain', fields: {} }} />
        {groups.map(([group, pages]) => (
          <section key={group} aria-labelledby={`hub-${group}`}>
            <h2 id={`hub-${group}`}>{pageGroups[group]}</h2>
            <ul class="cards">
              {pages.map(({ path, name, about }) => (
                <li key={path}>
                  <a href={path}>{name}</a>
                  <p class="soft">{about}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Document>
  );
}
