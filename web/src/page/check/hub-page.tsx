import type { JSX } from 'preact';
import { CheckForm } from '../../component/check/check-form.tsx';
import { type Assets, Document } from '../../component/document.tsx';
import { checkPage, checkPages } from '../../wording/check-page.ts';

/** Where everything that checks or writes begins. */
export function CheckHubPage({ assets }: { readonly assets: Assets }): JSX.Element {
  const { title, description, heading, lead } = checkPage.hub;
  return (
    <Document
      head={{ title, description, path: '/check', section: 'check', structuredData: null, isIndexed: true }}
      assets={assets}
    >
      <div class="page check">
        <h1>{heading}</h1>
        <p>{lead}</p>
        <CheckForm question={{ kind: 'domain', fields: {} }} />
        <ul class="cards">
          {checkPages.map(({ path, name, about }) => (
            <li key={path}>
              <a href={path}>{name}</a>
              <span class="soft">{about}</span>
            </li>
          ))}
        </ul>
      </div>
    </Document>
  );
}
