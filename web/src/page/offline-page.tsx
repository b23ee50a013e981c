import type { JSX } from 'preact';
import { type Assets, Document } from '../component/document.tsx';
import { offlineWording } from '../wording/offline.ts';

/** What is shown without a network where a page is not kept. The service worker shows it under any address. */
export function OfflinePage({ assets }: { readonly assets: Assets }): JSX.Element {
  const { title, description, lead, works, working, visited, later, waiting, again } = offlineWording;
  return (
    <Document
      head={{ title, description, path: '/offline', section: null, structuredData: null, isIndexed: false }}
      assets={assets}
    >
      <h1>{title}</h1>
      <p>{lead}</p>
      <h2>{works}</h2>
      <ul>
        {working.map(([name, path, does]) => (
          <li key={path}>
            <a href={path} data-open-search={path === '/search' ? true : undefined}>
              {name}
            </a>{' '}
            {does}
          </li>
        ))}
        <li>{visited}</li>
      </ul>
      <h2>{later}</h2>
      <ul>
        {waiting.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>{again}</p>
    </Document>
  );
}
